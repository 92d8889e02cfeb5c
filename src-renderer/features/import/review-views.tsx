/** The switch between the parts of a review, with how far one is in the one that is shown. */
import { SegmentedControl } from '@mantine/core';
import classes from './review.module.css';

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
