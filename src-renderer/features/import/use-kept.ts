/** A choice made during a review, kept beside its draft, so that a review can be left and come back to. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import { call } from '../../api.ts';

/** A record of choices by name. They outlive the draft as long as undo can bring it back; main deletes them after that. */
export interface Kept<Value> {
  readonly values: Readonly<Record<string, Value>>;
  /** Undefined takes the choice back. */
  readonly set: (changes: Readonly<Record<string, Value | undefined>>) => void;
}

/** As much as is kept aside; beyond that choices last as long as the screen. */
const MOST_CHARACTERS = 200_000;

/** `what` tells the choices of one draft apart, such as `joins`. */
export function useKept<Value>(draftId: string, what: string): Kept<Value> {
  const key = `import:${draftId}:${what}`;
  const [values, setValues] = useState<Readonly<Record<string, Value>>>({});

  useEffect(() => {
    let isGone = false;
    void call('getUnsaved', { key })
      .then(({ text }) => {
        if (!isGone && text) setValues(JSON.parse(text) as Record<string, Value>);
      })
      // Without them the review begins anew; nothing of the draft is lost.
      .catch(() => undefined);
    return () => {
      isGone = true;
    };
  }, [key]);

  const set = useCallback(
    (changes: Readonly<Record<string, Value | undefined>>) =>
      setValues((before) => {
        const next = Object.fromEntries(
          Object.entries({ ...before, ...changes }).filter(([, value]) => value !== undefined),
        ) as Record<string, Value>;
        const text = JSON.stringify(next);
        if (text.length <= MOST_CHARACTERS) void call('keepUnsaved', { key, text }).catch(() => undefined);
        return next;
      }),
    [key],
  );
  return useMemo(() => ({ values, set }), [values, set]);
}
