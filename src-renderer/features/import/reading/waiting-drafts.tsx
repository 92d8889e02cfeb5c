/** Drafts that wait for their review. */
import { Box, Button, Flex } from '@mantine/core';
import { Link } from 'wouter';
import type { DraftFormat } from '../../../../shared/api/import.ts';
import { longDateText } from '../../../../shared/domain/dates/date-text.ts';
import { useAnswer, useCommand } from '../../../api.ts';
import { Answer } from '../../../parts/errors/answer.tsx';
import { ErrorBox } from '../../../parts/errors/error-box.tsx';
import { formatWord } from './format-word.ts';
import classes from './import-screen.module.css';

export function WaitingDrafts() {
  const answer = useAnswer('listImportDrafts', {});
  const discard = useCommand('discardImport');
  if (answer.data === undefined || answer.error !== null) return <Answer of={answer} reading="Reading the drafts" />;
  return (
    <section aria-labelledby="waiting-drafts">
      <Box id="waiting-drafts" component="h2" className="cn-heading" mt="xl" mb="xs">
        Waiting for review
      </Box>
      {discard.error !== null && <ErrorBox error={discard.error} />}
      {answer.data.length === 0 ? (
        <p className="cn-small cn-breaks cn-quiet">No drafts. What you read waits here until you add or discard it.</p>
      ) : (
        <ul className={classes.drafts}>
          {answer.data.map((draft) => (
            <Flex key={draft.id} component="li" className="cn-rule-below" align="center" wrap="wrap" gap="sm" py="sm">
              <Box flex="1 1 18rem" miw={0}>
                <Link to={`/import/${draft.id}`} className="cn-breaks cn-strong cn-underline">
                  {draft.title || draft.sourceName}
                </Link>
                <div className="cn-small cn-breaks cn-quiet">
                  {`${formatWord(draft.format as DraftFormat)}, ${draft.sourceName}, read on ${longDateText(draft.createdAt)}. ${lookText(draft.noticeCount)}`}
                </div>
              </Box>
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
            </Flex>
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
