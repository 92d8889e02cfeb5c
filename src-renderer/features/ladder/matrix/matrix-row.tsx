/** One row of the skill matrix: the skill, what each level asks, what is evidenced and what one says of oneself. */
import { Flex } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { memo } from 'react';
import type { Ladder, LadderCell, LadderSkill } from '../../../../shared/api/ladder.ts';
import { reachedText } from '../../../../shared/domain/ladder/track-document.ts';
import { scaleOfCell } from '../../../../shared/domain/match/grade.ts';
import { levelColour, levelLabel } from '../../../../shared/domain/match/level.ts';
import { CommonName } from '../../../ui/figures/common-name.tsx';
import { levelName, levelsOf } from '../ladder-levels.ts';
import classes from './matrix-grid.module.css';

export interface OpenCell {
  readonly skillId: string;
  /** The place of its level. */
  readonly level: number;
}

interface SkillCellsProps {
  readonly ladder: Ladder;
  readonly skill: LadderSkill;
  /** The place of the level gaps are told for. */
  readonly at: number;
  /** The column the keyboard stands on, -1 when it is in another row. */
  readonly active: number;
  /** The level whose cell is open, -1 when none of this row is. */
  readonly openLevel: number;
  readonly onPoint: (cell: OpenCell, column: number) => void;
}

export const SkillCells = memo(function SkillCells({ ladder, skill, at, active, openLevel, onPoint }: SkillCellsProps) {
  const skillId = skill.competencyId;
  const last = ladder.levels.length;
  const asked = skill.cells[at] ?? null;
  const isMet = asked?.isMet === true;
  const tabIndexOf = (column: number) => (active === column ? 0 : -1);
  return (
    <>
      {/* biome-ignore-start lint/a11y/useSemanticElements: rows that exist only in view cannot stand in a table */}
      {/* biome-ignore-start lint/a11y/useKeyWithClickEvents: the grid handles the keys for all its cells */}
      <div
        role="rowheader"
        className={classes.skill}
        data-place
        aria-colindex={1}
        tabIndex={tabIndexOf(0)}
        onClick={() => onPoint({ skillId, level: at }, 0)}
      >
        <span className="cn-breaks">
          {skill.name}
          <CommonName shown={skill.name} commonName={skill.commonName} />
        </span>
      </div>
      {ladder.levels.map((level, index) => {
        const cell = skill.cells[index] ?? null;
        return (
          <div
            key={level.roleId}
            role="gridcell"
            className={classes.cell}
            data-aim={level.isPinned || undefined}
            aria-selected={openLevel === index}
            aria-label={`${levelName(level)}: ${cellText(ladder, cell)}`}
            data-place
            aria-colindex={index + 2}
            tabIndex={tabIndexOf(index + 1)}
            onClick={() => onPoint({ skillId, level: index }, index + 1)}
          >
            <CellTile ladder={ladder} cell={cell} />
          </div>
        );
      })}
      <div
        role="gridcell"
        className={classes.evidenced}
        aria-label={
          skill.evidenced === 0
            ? 'Nothing evidenced yet'
            : `Evidenced ${reachedText(skill.evidenced)}${isMet ? ', met' : ''}`
        }
        data-place
        aria-colindex={last + 2}
        tabIndex={tabIndexOf(last + 1)}
        onClick={() => onPoint({ skillId, level: at }, last + 1)}
      >
        {skill.evidenced === 0 ? <span className={classes.none}>–</span> : reachedText(skill.evidenced)}
        <Flex component="span" justify="flex-end" w={18} c="var(--cn-accent-text)">
          {isMet && <IconCheck size={14} stroke={1.8} aria-hidden />}
        </Flex>
      </div>
      <div
        role="gridcell"
        className={classes.self}
        aria-label={skill.selfAssessed === null ? 'Not self-assessed' : `Self-assessed ${selfText(skill.selfAssessed)}`}
        data-place
        aria-colindex={last + 3}
        tabIndex={tabIndexOf(last + 2)}
        onClick={() => onPoint({ skillId, level: at }, last + 2)}
      >
        {skill.selfAssessed === null ? '–' : selfText(skill.selfAssessed)}
      </div>
      {/* biome-ignore-end lint/a11y/useKeyWithClickEvents: the grid handles the keys for all its cells */}
      {/* biome-ignore-end lint/a11y/useSemanticElements: rows that exist only in view cannot stand in a table */}
    </>
  );
});

export const selfText = (level: number): string => (Number.isInteger(level) ? String(level) : reachedText(level));

/** What a cell asks, in words: “level 2 of 4, Working, mandatory”. */
export function cellText(ladder: Pick<Ladder, 'scales'>, cell: LadderCell | null): string {
  if (cell === null) return 'not asked';
  const parts = [cell.level === null ? 'asked without a level' : `level ${cell.level} of ${levelsOf(ladder, cell)}`];
  const scale = scaleOfCell(ladder, cell);
  if (cell.level !== null && scale !== null) {
    const label = levelLabel(scale, cell.level);
    if (label !== String(cell.level)) parts.push(label);
  }
  if (cell.isMandatory) parts.push('mandatory');
  return parts.join(', ');
}

interface CellTileProps {
  readonly ladder: Pick<Ladder, 'scales'>;
  readonly cell: LadderCell | null;
}

function CellTile({ ladder, cell }: CellTileProps) {
  if (cell === null) return null;
  const color = cell.level === null ? 0 : levelColour(cell.level, levelsOf(ladder, cell));
  return (
    <span
      className={classes.tile}
      data-framed={color === 0 || undefined}
      style={{ background: `var(--cn-level-${color})`, color: `var(--cn-level-${color}-text)` }}
      aria-hidden
    >
      {cell.level ?? '·'}
      {cell.isMandatory && <span className={classes.dot} />}
    </span>
  );
}
