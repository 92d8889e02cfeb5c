/** Drafts that wait for their review. */
import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { DraftFormat } from '../../../../shared/api/import.ts';
import { longDateText } from '../../../../shared/domain/dates/date-text.ts';
import { useAnswer, useCommand } from '../../../api.ts';
import { ErrorBox } from '../../../parts/errors/error-box.tsx';
import { Loading } from '../../../ui/loading.tsx';
import { formatWord } from './format-word.ts';
import classes from './import-screen.module.css';

export function WaitingDrafts() {
  const answer = useAnswer('listImportDrafts', {});
  const discard = useCommand('discardImport');
  if (answer.error !== null) return <ErrorBox error={answer.error} retry={() => void answer.refetch()} />;
  if (answer.data === undefined) return <Loading label="Reading the drafts" />;
  return (
    <section aria-labelledby="waiting-drafts">
      <h2 id="waiting-drafts" className={classes.section}>
        Waiting for review
      </h2>
      {discard.error !== null && <ErrorBox error={discard.error} />}
      {answer.data.length === 0 ? (
        <p className={classes.quiet}>No drafts. What you read waits here until you add or discard it.</p>
      ) : (
        <ul className={classes.drafts}>
          {answer.data.map((draft) => (
            <li key={draft.id} className={classes.draft}>
              <div className={classes.draftWords}>
                <Link to={`/import/${draft.id}`} className={classes.draftTitle}>
                  {draft.title || draft.sourceName}
                </Link>
                <div className={classes.quiet}>
                  {`${formatWord(draft.format as DraftFormat)}, ${draft.sourceName}, read on ${longDateText(draft.createdAt)}. ${lookText(draft.noticeCount)}`}
                </div>
              </div>
              <Button
                variant="subtle"
                color="gray"
                onClick={() => discard.mutate({ id: draft.id })}
                aria-label={`Discard the draft ${draft.title}`}
              >
                Discard
              </Button>
              <Button component={Link} to={`/import/${draft.id}`} aria-label={`Review ${draft.title}`}>
                Review
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function lookText(count: number): string {
  if (count === 0) return 'Nothing to look at.';
  return `${count} ${count === 1 ? 'place' : 'places'} to look at.`;
}
