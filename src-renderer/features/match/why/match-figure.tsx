/** The match as one figure that opens, its status, and the mandatory requirements that are not yet proven. */
import { Box, Group } from '@mantine/core';
import { useState } from 'react';
import type { MatchedRequirement, RoleMatch } from '../../../../shared/api/match.ts';
import { StatusBadge } from '../../../ui/badges.tsx';
import classes from '../match-screen.module.css';
import { matchFigure, provenLevel, verdict } from '../match-words.ts';

/** More than these are better read in the table. */
const mostNamed = 4;

interface MatchFigureProps {
  readonly match: RoleMatch;
  readonly isOpen: boolean;
  readonly onOpen: (from: HTMLElement, isByKey: boolean) => void;
  readonly onOpenRequirement: (asked: MatchedRequirement, from: HTMLElement, isByKey: boolean) => void;
}

export function MatchFigure({ match, isOpen, onOpen, onOpenRequirement }: MatchFigureProps) {
  const [isWhole, setWhole] = useState(false);
  const unproven = match.requirements.filter((asked) => match.unproven.includes(asked.requirementId));
  const named = isWhole ? unproven : unproven.slice(0, mostNamed);
  return (
    <section className={classes.verdict} aria-label="Match">
      <Group gap={12} wrap="nowrap">
        <button
          type="button"
          className={classes.matchFigure}
          aria-expanded={isOpen}
          aria-label={`Match ${matchFigure(match)}: see what it adds up from`}
          onClick={(event) => onOpen(event.currentTarget, event.detail === 0)}
        >
          {matchFigure(match)}
        </button>
        <StatusBadge status={match.status} />
      </Group>
      <p className={classes.sentence}>{verdict(match)}</p>
      {named.length > 0 && (
        <ul className={classes.unproven}>
          {named.map((asked) => (
            <li key={asked.requirementId}>
              <button
                type="button"
                className={classes.unprovenRow}
                onClick={(event) => onOpenRequirement(asked, event.currentTarget, event.detail === 0)}
              >
                <span className="cn-breaks cn-strong">{asked.competency}</span>
                <Box component="span" className="cn-quiet cn-figures" flex="none">
                  {asked.hasLevel ? `${provenLevel(asked)} of ${asked.required} proven` : 'not yet shown'}
                </Box>
              </button>
            </li>
          ))}
        </ul>
      )}
      {unproven.length > mostNamed && (
        <button type="button" className="cn-more" onClick={() => setWhole((now) => !now)}>
          {isWhole ? 'Show fewer' : `and ${unproven.length - mostNamed} more`}
        </button>
      )}
    </section>
  );
}
