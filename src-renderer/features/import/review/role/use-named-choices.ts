/** Choices of a review by name, such as what was said of each competency that may be here already. */
import { useCallback, useMemo } from 'react';
import type { Decision } from '../../../../../shared/api/import.ts';
import { useReviewChoices } from '../use-review-choices.ts';

export interface NamedChoices<Value> {
  readonly values: Readonly<Record<string, Value>>;
  /** Undefined takes the choice back. */
  readonly set: (changes: Readonly<Record<string, Value | undefined>>) => void;
}

const asJson = {
  none: {},
  read: (text: string) => JSON.parse(text),
  write: (values: object) => JSON.stringify(values),
};

export function useNamedChoices<Value>(draftId: string, about: Decision): NamedChoices<Value> {
  const { choices: values, change } = useReviewChoices<Readonly<Record<string, Value>>>(draftId, about, asJson);
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
