/** One competency: its names, where it counts, and a level for oneself. */
import { Box } from '@mantine/core';
import { type KeyboardEvent, memo } from 'react';
import { Link } from 'wouter';
import type { Competency } from '../../../shared/api/competency.ts';
import type { Scale } from '../../../shared/api/values.ts';
import { levelColour, levelLabel } from '../../../shared/domain/match/level.ts';
import classes from './competencies-screen.module.css';

/** The scale of whatever states none. */
const usualScale = 'five-levels';

interface Assessment {
  readonly competencyId: string;
  readonly level: number | null;
  readonly scaleId: string;
}

interface CompetencyRowProps {
  readonly competency: Competency;
  readonly parentName: string | null;
  readonly scales: readonly Scale[];
  readonly isActive: boolean;
  readonly onFocus: (id: string) => void;
  readonly onAssess: (assessment: Assessment) => void;
  readonly isOpen: boolean;
  readonly onOpen: (id: string, isByKey: boolean) => void;
}

export const CompetencyRow = memo(function CompetencyRow(props: CompetencyRowProps) {
  const { competency, parentName, scales, isActive, onFocus, onAssess, isOpen, onOpen } = props;
  const given = competency.selfAssessment;
  const scaleId = given?.scaleId ?? usualScale;
  const scale = scales.find((scale) => scale.id === scaleId) ?? null;
  const highest = scale?.levels.length ?? 5;
  const level = given?.level ?? null;
  const give = (next: number | null) => {
    if (next !== level) onAssess({ competencyId: competency.id, level: next, scaleId });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const digit =
      /^\d$/.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey ? Number(event.key) : null;
    let next: number | null;
    if (digit !== null && digit <= highest) next = digit;
    else if (event.key === 'ArrowRight') next = Math.min(highest, (level ?? -1) + 1);
    else if (event.key === 'ArrowLeft') next = Math.max(0, (level ?? 1) - 1);
    else if (event.key === 'Delete' || event.key === 'Backspace') next = null;
    else return;
    event.preventDefault();
    event.stopPropagation();
    give(next);
    event.currentTarget.querySelectorAll('button')[next ?? 0]?.focus();
  };
  const about = [
    competency.aliases.length === 0 ? '' : `also ${competency.aliases.join(', ')}`,
    parentName === null ? '' : `under ${parentName}`,
  ].filter(Boolean);

  return (
    <div className={classes.row} data-open={isOpen || undefined}>
      <Box miw={0}>
        <button
          type="button"
          className={classes.name}
          aria-expanded={isOpen}
          tabIndex={isActive ? 0 : -1}
          data-name={competency.id}
          onFocus={() => onFocus(competency.id)}
          onClick={(event) => onOpen(competency.id, event.detail === 0)}
        >
          {competency.name}
        </button>
        {about.length > 0 && <div className="cn-meta cn-breaks cn-quiet">{about.join(' · ')}</div>}
      </Box>
      <span className={classes.number}>
        {competency.accomplishmentCount === 0 ? (
          <span className="cn-quiet">0</span>
        ) : (
          <Link
            className={classes.countLink}
            to={`/record?competency=${competency.id}`}
            aria-label={`${competency.accomplishmentCount} accomplishments that show ${competency.name}`}
          >
            {competency.accomplishmentCount}
          </Link>
        )}
      </span>
      <span className={classes.number}>{competency.roleCount}</span>
      <div
        className={classes.levels}
        role="radiogroup"
        aria-label={`Your level of ${competency.name}`}
        onFocus={() => onFocus(competency.id)}
        onKeyDown={onKeyDown}
      >
        {Array.from({ length: highest + 1 }, (_, value) => (
          // biome-ignore lint/a11y/useSemanticElements: a second click on a level takes it back, which a radio input cannot
          <button
            // biome-ignore lint/suspicious/noArrayIndexKey: a level is its number
            key={value}
            type="button"
            role="radio"
            aria-checked={value === level}
            aria-label={value === 0 ? '0, none' : `${value}, ${levelLabel(scale, value)}`}
            className={classes.level}
            tabIndex={isActive && value === (level ?? 0) ? 0 : -1}
            data-row={value === (level ?? 0) ? competency.id : undefined}
            title={value === 0 ? 'None' : levelLabel(scale, value)}
            style={
              value === level && value > 0
                ? {
                    background: `var(--cn-level-${levelColour(value, highest)})`,
                    color: `var(--cn-level-${levelColour(value, highest)}-text)`,
                  }
                : undefined
            }
            onClick={() => give(value === level ? null : value)}
          >
            {value}
          </button>
        ))}
        <span className={classes.label}>{level === null ? '' : level === 0 ? 'None' : levelLabel(scale, level)}</span>
      </div>
    </div>
  );
});
