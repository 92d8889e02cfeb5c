/** Which notices of a draft the user has settled; kept beside the draft, so that a review can be left and come back to. */
import { useCallback, useEffect, useState } from 'react';
import { call } from '../../api.ts';

interface Settled {
  readonly isSettled: (index: number) => boolean;
  readonly settle: (index: number, isSettled: boolean) => void;
  readonly count: number;
  /** Once the draft is gone. */
  readonly forget: () => Promise<unknown>;
}

const keyOf = (draftId: string): string => `import:${draftId}:settled`;

/** `from` are settled from the start: what needs no answer. */
export function useSettled(draftId: string, from: readonly number[]): Settled {
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());

  useEffect(() => {
    let isGone = false;
    void call('getUnsaved', { key: keyOf(draftId) })
      .then(({ text }) => {
        if (isGone || text === null || text === '') return;
        setChosen(new Set(text.split(',').map(Number)));
      })
      // Without them the review begins anew; nothing of the draft is lost.
      .catch(() => undefined);
    return () => {
      isGone = true;
    };
  }, [draftId]);

  const settle = useCallback(
    (index: number, isSettled: boolean) =>
      setChosen((before) => {
        const next = new Set(before);
        if (isSettled) next.add(index);
        else next.delete(index);
        void call('keepUnsaved', { key: keyOf(draftId), text: [...next].join() }).catch(() => undefined);
        return next;
      }),
    [draftId],
  );
  const isSettled = useCallback((index: number) => from.includes(index) || chosen.has(index), [from, chosen]);
  const forget = useCallback(
    () => call('keepUnsaved', { key: keyOf(draftId), text: '' }).catch(() => undefined),
    [draftId],
  );
  return { isSettled, settle, count: new Set([...from, ...chosen]).size, forget };
}
