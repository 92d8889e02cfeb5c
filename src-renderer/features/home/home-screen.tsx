/** Home: capture, what is worth doing next, what to go on with; beside it the role one aims at, and what is kept safe. */
import { Box } from '@mantine/core';
import { weekdayText } from '../../../shared/domain/dates/date-text.ts';
import { useAnswer } from '../../api.ts';
import { Answer } from '../../parts/errors/answer.tsx';
import { dayOf } from '../../ui/instant-text.ts';
import { AimBox } from './aim-box.tsx';
import { CaptureBox } from './capture-box.tsx';
import { FirstSteps } from './first-steps.tsx';
import classes from './home-screen.module.css';
import { ContinueList, SuggestionList } from './next-lists.tsx';
import { RecordSafety } from './record-safety.tsx';

export function HomeScreen() {
  const app = useAnswer('getAppState', {});
  const home = useAnswer('getHome', {});
  const isFresh = app.data?.state === 'open' && app.data.counts.accomplishments === 0;
  return (
    <div className={classes.home}>
      <div className={classes.today}>
        <Box component="h1" mb={12}>
          {weekdayText(dayOf(new Date()))}
        </Box>
        <CaptureBox />
        {isFresh ? <FirstSteps /> : null}
        <Answer of={home} />
        {home.data === undefined || isFresh ? null : <SuggestionList suggestions={home.data.suggestions} />}
        {home.data === undefined ? null : <ContinueList items={home.data.continueWith} />}
      </div>
      <aside className={classes.aside} aria-label="Aim and safety">
        {home.data === undefined ? null : <AimBox aim={home.data.aim} />}
        <RecordSafety />
      </aside>
    </div>
  );
}
