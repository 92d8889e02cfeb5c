/** A ladder: its skill matrix, its levels side by side, and what its document says of it as a whole. */
import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { Link, useLocation, useParams } from 'wouter';
import { useAnswer } from '../../api.ts';
import { ErrorBox } from '../../parts/errors/error-box.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Loading } from '../../ui/loading.tsx';
import { useTrail } from '../../ui/trail.tsx';
import { LadderPage } from './ladder-page.tsx';
import classes from './ladder-screen.module.css';

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
  if (answer.error !== null) {
    return isGone ? null : (
      <div className={classes.whole}>
        <ErrorBox error={answer.error} retry={() => void answer.refetch()} />
      </div>
    );
  }
  if (answer.data === undefined) return <Loading label="Reading the ladder" />;
  if (answer.data.levels.length === 0) {
    return (
      <div className={classes.whole}>
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
      </div>
    );
  }
  return <LadderPage key={id} ladder={answer.data} />;
}
