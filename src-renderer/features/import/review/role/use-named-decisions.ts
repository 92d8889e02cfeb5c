/** Decisions of a review by name, such as what was said of each competency that may be here already. */
import { useCallback, useMemo } from 'react';
import type { Decision } from '../../../../../shared/api/import.ts';
import { useReviewDecisions } from '../use-review-decisions.ts';

export interface NamedDecisions<Value> {
  readonly values: Readonly<Record<string, Value>>;
  /** Undefined takes the decision back. */
  readonly set: (changes: Readonly<Record<string, Value | undefined>>) => void;
}

const asJson = {
  none: {},
  read: (text: string) => JSON.parse(text),
  write: (values: object) => JSON.stringify(values),
};

export function useNamedDecisions<Value>(draftId: string, about: Decision): NamedDecisions<Value> {
  const { decisions: values, change } = useReviewDecisions<Readonly<Record<string, Value>>>(draftId, about, asJson);
  const set = useCallback(
    (changes: Readonly<Record<string, Value | undefined>>) =>
      change((before) => {
        const given: [string, Value][] = [];
        for (const [name, value] of Object.entries({ ...before, ...changes }))
          if (value !== undefined) given.push([name, value]);
        return Object.fromEntries(given);
      }),
    [change],
  );
  return useMemo(() => ({ values, set }), [values, set]);
}
