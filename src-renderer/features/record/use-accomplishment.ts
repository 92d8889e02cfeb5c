/** One accomplishment, open for change: every change is computed from what main has, and they go out one by one. */
import { useCallback, useRef } from 'react';
import type { Accomplishment, AccomplishmentContent } from '../../../shared/api/accomplishment.ts';
import { answerKey, call, queryClient, useAnswer } from '../../api.ts';

export type AccomplishmentPatch = Partial<AccomplishmentContent>;
/** A patch, or how to make one from what stands in the record at that moment. */
export type Change = (patch: AccomplishmentPatch | ((now: Accomplishment) => AccomplishmentPatch)) => Promise<void>;

/** What every section of the detail is given. */
export interface SectionProps {
  readonly accomplishment: Accomplishment;
  readonly change: Change;
  /** Tells of a change that has no field to say at what main refused. */
  readonly act: (saving: Promise<unknown>) => void;
}

/**
 * The answer for `id`, and `change`, which rejects with main's words when main refuses. Changes wait for each other, so
 * that two fields of one list edited in quick succession do not overwrite each other.
 */
export function useAccomplishment(id: string) {
  const answer = useAnswer('getAccomplishment', { id });
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const change: Change = useCallback(
    (patch) => {
      const key = answerKey('getAccomplishment', { id });
      const next = last.current.then(async () => {
        // What the window shows may be older than what main has by now.
        const made = typeof patch === 'function' ? patch(await call('getAccomplishment', { id })) : patch;
        const changed = await call('changeAccomplishment', { id, patch: made });
        queryClient.setQueryData(key, changed);
      });
      // A refused change does not hold up the next one.
      last.current = next.catch(() => undefined);
      return next;
    },
    [id],
  );
  return { answer, change };
}

/** A list with one row put in its place by id, or added at the end. */
export function withRow<Row extends { readonly id?: string | undefined }>(rows: readonly Row[], row: Row): Row[] {
  return rows.some((one) => one.id === row.id) ? rows.map((one) => (one.id === row.id ? row : one)) : [...rows, row];
}

/** A list without the row of that id. */
export function withoutRow<Row extends { readonly id?: string | undefined }>(rows: readonly Row[], id: string): Row[] {
  return rows.filter((one) => one.id !== id);
}
