/** Worth doing next: the gaps in order of what closing them is worth, each with its act. */
import { Box, Button } from '@mantine/core';
import { useState } from 'react';
import type { RoleMatch } from '../../../shared/api/match.ts';
import { shareDecimals } from './match-words.ts';
import classes from './next-steps.module.css';
import { GapAction } from './why/gap-action.tsx';

const shownAtFirst = 5;

export function NextSteps({ match }: { readonly match: RoleMatch }) {
  const [isWhole, setWhole] = useState(false);
  if (match.gaps.length === 0) {
    return (
      <Box component="section" mt="xl" aria-labelledby="worth-doing-next">
        <h2 id="worth-doing-next">Worth doing next</h2>
        <Box component="p" className="cn-small cn-quiet" mt={2} mb="sm">
          Every requirement of this role is met.
        </Box>
      </Box>
    );
  }
  const shown = isWhole ? match.gaps : match.gaps.slice(0, shownAtFirst);
  return (
    <Box component="section" mt="xl" aria-labelledby="worth-doing-next">
      <h2 id="worth-doing-next">Worth doing next</h2>
      <Box component="p" className="cn-small cn-quiet" mt={2} mb="sm">
        Gaps by what they weigh and how wide they are. One real accomplishment outweighs ten ticked skills.
      </Box>
      <ol className={classes.list}>
        {shown.map((gap) => (
          <li key={gap.requirementId} className={classes.row}>
            <div className={classes.words}>
              <div className="cn-strong">{gap.competency}</div>
              <div className="cn-small cn-quiet">{gap.text}</div>
            </div>
            <span className={classes.worth} title="What closing this gap adds to the match">
              {`adds ${(gap.worth / match.weightSum).toFixed(shareDecimals(match.weightSum))}`}
            </span>
            <GapAction
              gap={gap}
              asked={match.requirements.find(({ requirementId }) => requirementId === gap.requirementId)}
            />
          </li>
        ))}
      </ol>
      {match.gaps.length > shownAtFirst && (
        <Button variant="subtle" color="gray" onClick={() => setWhole((now) => !now)}>
          {isWhole ? 'Show the first five' : `Show all ${match.gaps.length}`}
        </Button>
      )}
    </Box>
  );
}
