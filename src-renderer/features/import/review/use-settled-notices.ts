/**
 * Which notices of a draft the user has settled. A draft that was read again has other notices: those of each reading are
 * kept apart, so that both can be come back to.
 */
import { useCallback } from 'react';
import type { Decision, ImportDraft } from '../../../../shared/api/import.ts';
import { useReviewDecisions } from './use-review-decisions.ts';

interface Settled {
  readonly isSettled: (index: number) => boolean;
  readonly settle: (index: number, isSettled: boolean) => void;
  readonly count: number;
}

const asIndexes = {
  none: new Set<number>(),
  read: (text: string): ReadonlySet<number> => new Set(text.split(',').map(Number)),
  write: (indexes: ReadonlySet<number>) => [...indexes].join(),
};

/** `from` are settled from the start: what needs no answer. */
export function useSettledNotices(
  { id, repair }: Pick<ImportDraft, 'id' | 'repair'>,
  from: readonly number[],
): Settled {
  const about: Decision = repair?.isApplied === false ? 'settled:as-it-stands' : 'settled';
  const { decisions: chosen, change } = useReviewDecisions<ReadonlySet<number>>(id, about, asIndexes);
  const settle = useCallback(
    (index: number, isSettled: boolean) =>
      change((before) => {
        const next = new Set(before);
        if (isSettled) next.add(index);
        else next.delete(index);
        return next;
      }),
    [change],
  );
  const isSettled = useCallback((index: number) => from.includes(index) || chosen.has(index), [from, chosen]);
  return { isSettled, settle, count: new Set([...from, ...chosen]).size };
}
