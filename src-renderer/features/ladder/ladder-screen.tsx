/** A ladder: its skill matrix, its levels side by side, and what its document says of it as a whole. */
import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { Link, useLocation, useParams } from 'wouter';
import { useAnswer } from '../../api.ts';
import { Answer } from '../../parts/errors/answer.tsx';
import { Empty } from '../../ui/empty.tsx';
import { WholePane } from '../../ui/pane.tsx';
import { useTrail } from '../../ui/trail.tsx';
import { LadderPage } from './ladder-page.tsx';

export function LadderScreen() {
  const { id = '' } = useParams<{ id: string }>();
  const answer = useAnswer('getLadder', { id });
  const [, navigate] = useLocation();
  useTrail(answer.data?.title);
  const isGone = answer.error?.code === 'NOT_FOUND';
  useEffect(() => {
    // taken back by an undo, or gone to the bin: the library is where one goes on
    if (isGone) navigate('/roles', { replace: true });
  }, [isGone, navigate]);
  if (isGone) return null;
  if (answer.data === undefined || answer.error !== null)
    return <Answer isWhole of={answer} reading="Reading the ladder" />;
  if (answer.data.levels.length === 0) {
    return (
      <WholePane>
        <Empty
          isWhole
          title={`${answer.data.title} has no levels`}
          text="A ladder is the roles of one family in order of level. None of its roles is in the library now."
          action={
            <Button component={Link} to="/roles">
              Open the roles
            </Button>
          }
        />
      </WholePane>
    );
  }
  return <LadderPage key={id} ladder={answer.data} />;
}
