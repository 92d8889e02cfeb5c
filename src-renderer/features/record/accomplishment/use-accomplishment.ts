/** One accomplishment, open for change: every change is computed from what main has, and they go out one by one. */
import { useCallback } from 'react';
import type { Accomplishment, AccomplishmentContent } from '../../../../shared/api/accomplishment.ts';
import { answerKey, call, queryClient, useAnswer } from '../../../api.ts';
import { type AccomplishmentChange as AnyChange, patchOf, useChanges } from '../../../parts/saving/use-changes.ts';

export type AccomplishmentPatch = Partial<AccomplishmentContent>;
/** A patch, or how to make one from what stands in the record at that moment. */
export type AccomplishmentChange = (change: AnyChange<Accomplishment, AccomplishmentPatch>) => Promise<void>;

/** What every section of the detail is given. */
export interface SectionProps {
  readonly accomplishment: Accomplishment;
  readonly change: AccomplishmentChange;
  /** Tells of a change that has no field to say at what main refused. */
  readonly act: (saving: Promise<unknown>) => void;
}

const merge = (now: Accomplishment, patch: AccomplishmentPatch): Accomplishment =>
  ({ ...now, ...patch }) as Accomplishment;

/**
 * The answer for `id`, what to show of it, and `change`, which rejects with main's words when main refuses. Changes wait
 * for each other, so that two fields of one list edited in quick succession do not overwrite each other.
 */
export function useAccomplishment(id: string) {
  const answer = useAnswer('getAccomplishment', { id });
  const send = useCallback(
    async (change: AnyChange<Accomplishment, AccomplishmentPatch>) => {
      // What the window shows may be older than what main has by now.
      const patch = typeof change === 'function' ? patchOf(change, await call('getAccomplishment', { id })) : change;
      queryClient.setQueryData(
        answerKey('getAccomplishment', { id }),
        await call('changeAccomplishment', { id, patch }),
      );
    },
    [id],
  );
  const { shown, change } = useChanges({ id, data: answer.data, merge, send });
  return { answer, shown, change };
}

/** A list with one row put in its place by id, or added at the end. */
export function withRow<Row extends { readonly id?: string | undefined }>(rows: readonly Row[], row: Row): Row[] {
  return rows.some((other) => other.id === row.id)
    ? rows.map((other) => (other.id === row.id ? row : other))
    : [...rows, row];
}

/** A list without the row of that id. */
export function withoutRow<Row extends { readonly id?: string | undefined }>(rows: readonly Row[], id: string): Row[] {
  return rows.filter((row) => row.id !== id);
}
