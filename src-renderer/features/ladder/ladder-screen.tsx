/** A ladder: its skill matrix, its levels side by side, and what its document says of it as a whole. */
import { Button } from '@mantine/core';
import { Link, useParams } from 'wouter';
import { useAnswer } from '../../api.ts';
import { Answer } from '../../parts/errors/answer.tsx';
import { useGone } from '../../parts/errors/use-gone.ts';
import { EmptyScreen } from '../../ui/empty.tsx';
import { useTrail } from '../../ui/trail.tsx';
import { LadderPage } from './ladder-page.tsx';

export function LadderScreen() {
  const { id = '' } = useParams<{ id: string }>();
  const answer = useAnswer('getLadder', { id });
  useTrail(answer.data?.title);
  if (useGone(answer, '/roles')) return null;
  if (answer.data === undefined || answer.error !== null)
    return <Answer isWhole of={answer} reading="Reading the ladder" />;
  if (answer.data.levels.length === 0) {
    return (
      <EmptyScreen
        title={`${answer.data.title} has no levels`}
        text="A ladder is the roles of one family in order of level. None of its roles is in the library now."
        action={
          <Button component={Link} to="/roles">
            Open the roles
          </Button>
        }
      />
    );
  }
  return <LadderPage key={id} ladder={answer.data} />;
}
