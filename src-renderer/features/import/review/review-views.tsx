/** The switch between the parts of a review, with how far one is in the one that is shown. */
import { SegmentedControl } from '@mantine/core';
import type { ImportDraft } from '../../../../shared/api/import.ts';
import { figure } from '../reading/reading-counts.ts';
import type { Joins } from './pack/use-joins.ts';
import classes from './review.module.css';
import type { Editions } from './role/use-editions.ts';

interface ReviewViewsProps<View extends string> {
  readonly views: readonly { readonly value: View; readonly label: string }[];
  readonly view: View;
  readonly onView: (view: View) => void;
  readonly note: string;
}

export function ReviewViews<View extends string>({ views, view, onView, note }: ReviewViewsProps<View>) {
  return (
    <>
      <SegmentedControl
        className={classes.views}
        aria-label="What of the draft"
        data={[...views]}
        value={view}
        onChange={(value) => onView(value as View)}
      />
      {note !== '' && <span className={classes.settledCount}>{note}</span>}
    </>
  );
}

/** The views that every draft has when there is something in them: names to join, and what a newer edition changes. */
export function decisionViews(
  draft: Pick<ImportDraft, 'alreadyHere'>,
  joins: Pick<Joins, 'offers'>,
  editions: Pick<Editions, 'isKnown' | 'total'>,
) {
  const join = { value: 'join', label: `Join, ${figure(joins.offers.length)}` } as const;
  const changes = {
    value: 'changes',
    label: editions.isKnown ? `Changes, ${figure(editions.total)}` : 'Changes',
  } as const;
  return [...(joins.offers.length > 0 ? [join] : []), ...(draft.alreadyHere.length > 0 ? [changes] : [])];
}

interface ViewCounts {
  readonly settled: number;
  readonly notices: number;
  readonly decided: number;
  readonly offers: number;
  readonly taken: number;
  readonly total: number;
}

/** How far one is in the part that is shown. */
export function viewNote(view: string, counts: ViewCounts): string {
  if (view === 'join') return `${counts.decided} of ${counts.offers} decided`;
  if (view === 'changes') return counts.total === 0 ? '' : `${counts.taken} of ${counts.total} taken over`;
  if (view === 'unplaced' || counts.notices === 0) return '';
  return `${counts.settled} of ${counts.notices} settled`;
}
