/** The review of a draft: its source at the left, what was read from it at the right, and one step that adds it. */
import { useParams } from 'wouter';
import { useAnswer } from '../../api.ts';
import { ErrorBox } from '../../components/error-box.tsx';
import { Loading } from '../../components/loading.tsx';
import { useTrail } from '../../components/trail.tsx';
import { PackReview } from './pack-review.tsx';
import classes from './review.module.css';
import { RoleReview } from './role-review.tsx';

export function ImportReviewScreen() {
  const { id = '' } = useParams<{ id: string }>();
  const answer = useAnswer('getImportDraft', { id });
  useTrail('Review draft');
  if (answer.error !== null) {
    return (
      <div className={classes.problem}>
        <ErrorBox error={answer.error} retry={() => void answer.refetch()} />
      </div>
    );
  }
  if (answer.data === undefined) return <Loading label="Reading the draft" />;
  const draft = answer.data;
  return draft.kind === 'role' ? <RoleReview key={id} draft={draft} /> : <PackReview key={id} draft={draft} />;
}
