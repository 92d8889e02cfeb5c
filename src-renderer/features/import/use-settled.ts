/**
 * Which notices of a draft the user has settled; kept beside the draft, so that a review can be left and come back to. A
 * draft that was read again has other notices: those of each reading are kept apart, so that both can be come back to.
 */
import { useCallback, useEffect, useState } from 'react';
import type { ImportDraft } from '../../../shared/api/import.ts';
import { call } from '../../api.ts';

interface Settled {
  readonly isSettled: (index: number) => boolean;
  readonly settle: (index: number, isSettled: boolean) => void;
  readonly count: number;
}

const keyOf = ({ id, repair }: Pick<ImportDraft, 'id' | 'repair'>): string =>
  `import:${id}:settled${repair?.isApplied === false ? ':as-it-stands' : ''}`;

/** `from` are settled from the start: what needs no answer. */
export function useSettled(draft: Pick<ImportDraft, 'id' | 'repair'>, from: readonly number[]): Settled {
  const key = keyOf(draft);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());

  useEffect(() => {
    let isGone = false;
    void call('getUnsaved', { key })
      .then(({ text }) => {
        if (isGone || text === null || text === '') return;
        setChosen(new Set(text.split(',').map(Number)));
      })
      // Without them the review begins anew; nothing of the draft is lost.
      .catch(() => undefined);
    return () => {
      isGone = true;
    };
  }, [key]);

  const settle = useCallback(
    (index: number, isSettled: boolean) =>
      setChosen((before) => {
        const next = new Set(before);
        if (isSettled) next.add(index);
        else next.delete(index);
        void call('keepUnsaved', { key, text: [...next].join() }).catch(() => undefined);
        return next;
      }),
    [key],
  );
  const isSettled = useCallback((index: number) => from.includes(index) || chosen.has(index), [from, chosen]);
  return { isSettled, settle, count: new Set([...from, ...chosen]).size };
}
