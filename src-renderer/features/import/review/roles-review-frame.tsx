/** The frame of a review whose draft adds roles: what can be done with them, what was repaired, what is here already. */
import type { Joins } from './pack/use-joins.ts';
import { RepairStrip } from './repair-strip.tsx';
import { reviewActions } from './review-actions.ts';
import { ReviewFrame, type ReviewFrameProps } from './review-frame.tsx';
import { EditionStrip } from './role/edition-strip.tsx';
import type { Editions } from './role/use-editions.ts';

interface RolesReviewFrameProps extends Omit<ReviewFrameProps, 'acts' | 'strips'> {
  readonly joins: Joins;
  readonly editions: Editions;
  /** Whether the changes to roles that are here already are what is shown. */
  readonly isComparing: boolean;
  readonly compare: () => void;
  /** Saves what is typed before the draft is read again. */
  readonly onBefore: () => Promise<void>;
  readonly onChooseLine: (line: number) => void;
}

export function RolesReviewFrame(props: RolesReviewFrameProps) {
  const { draft, editions, onBefore, onChooseLine } = props;
  return (
    <ReviewFrame
      {...props}
      acts={reviewActions(props)}
      strips={
        <>
          {draft.repair !== undefined && (
            <RepairStrip draft={draft} repair={draft.repair} onBefore={onBefore} onChooseLine={onChooseLine} />
          )}
          {draft.alreadyHere.length > 0 && <EditionStrip draft={draft} editions={editions} />}
        </>
      }
    />
  );
}
