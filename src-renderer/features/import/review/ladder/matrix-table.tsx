/** The matrix of a ladder draft: skills by category against levels, one roving focus, every cell changed from the keyboard or below. */
import { Box } from '@mantine/core';
import { type KeyboardEvent, memo, useCallback, useEffect, useMemo, useRef } from 'react';
import type { ScaleContent } from '../../../../../shared/api/role-content.ts';
import type { LadderContent, MatrixCell, MatrixSkill } from '../../../../../shared/api/role-pack.ts';
import { cellsOf } from '../../../../../shared/domain/ladder/matrix.ts';
import { levelColour } from '../../../../../shared/domain/match/level.ts';
import classes from './matrix-table.module.css';

/** A cell by its skill and its level. */
export interface MatrixPlace {
  readonly skill: number;
  readonly level: number;
}

const noCells: readonly null[] = [];
const noSkills: readonly MatrixSkill[] = [];

interface MatrixTableProps {
  readonly ladder: LadderContent;
  readonly levels: readonly string[];
  readonly scale: ScaleContent;
  readonly chosen: MatrixPlace | null;
  /** Grows whenever the chosen cell is to take the focus. */
  readonly focusRequest: number;
  readonly onChoose: (place: MatrixPlace) => void;
  readonly onSet: (place: MatrixPlace, cell: MatrixCell | null) => void;
  /** Enter: to what the cell can be changed with. */
  readonly onEdit: () => void;
}

export function MatrixTable(props: MatrixTableProps) {
  const { ladder, levels, scale, chosen, focusRequest, onChoose, onSet, onEdit } = props;
  const skills = ladder.matrix?.skills ?? noSkills;
  const rows = useMemo(() => skills.map((skill) => cellsOf(skill, scale)), [skills, scale]);
  const groups = useMemo(() => byCategory(skills), [skills]);
  /** The order in which rows stand, category after category. */
  const order = useMemo(() => groups.flatMap(({ indexes }) => indexes), [groups]);
  const table = useRef<HTMLTableElement>(null);
  const active = chosen ?? { skill: order[0] ?? 0, level: 0 };

  const latest = useRef({ active, chosen, onChoose });
  latest.current = { active, chosen, onChoose };
  const point = useCallback((skill: number, at: number | null) => {
    const { active: from, chosen: before, onChoose: choose } = latest.current;
    const level = at ?? from.level;
    if (before?.skill !== skill || before.level !== level) choose({ skill, level });
  }, []);

  const focusOn = ({ skill, level }: MatrixPlace) =>
    table.current?.querySelector<HTMLElement>(`[data-cell="${skill} ${level}"]`)?.focus();

  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus moves when it is asked for, not with each choice
  useEffect(() => {
    if (focusRequest === 0 || chosen === null) return;
    const cell = table.current?.querySelector<HTMLElement>(`[data-cell="${chosen.skill} ${chosen.level}"]`);
    cell?.scrollIntoView({ block: 'center' });
    cell?.focus({ preventScroll: true });
  }, [focusRequest]);

  const onKeyDown = (event: KeyboardEvent) => {
    const { skill, level } = active;
    const at = order.indexOf(skill);
    const target: MatrixPlace | undefined = {
      ArrowDown: { skill: order[at + 1] ?? skill, level },
      ArrowUp: { skill: order[at - 1] ?? skill, level },
      ArrowRight: { skill, level: Math.min(level + 1, levels.length - 1) },
      ArrowLeft: { skill, level: Math.max(level - 1, 0) },
      Home: { skill: event.ctrlKey ? (order[0] ?? skill) : skill, level: 0 },
      End: { skill: event.ctrlKey ? (order.at(-1) ?? skill) : skill, level: levels.length - 1 },
    }[event.key];
    const cell = rows[skill]?.[level] ?? null;
    if (target !== undefined) {
      event.preventDefault();
      onChoose(target);
      focusOn(target);
    } else if (event.ctrlKey || event.metaKey || event.altKey) return;
    else if (event.key === 'Enter') {
      event.preventDefault();
      onEdit();
    } else if (/^[1-9]$/.test(event.key) && Number(event.key) <= scale.levels.length) {
      event.preventDefault();
      onSet(active, { ...cell, level: Number(event.key), isMandatory: cell?.isMandatory ?? false });
    } else if (['0', 'Delete', 'Backspace'].includes(event.key)) {
      event.preventDefault();
      onSet(active, null);
    } else if (event.key === 'm' && cell !== null) {
      event.preventDefault();
      onSet(active, { ...cell, isMandatory: !cell.isMandatory });
    }
  };

  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are walked with arrows is a grid
    <table ref={table} className={classes.table} role="grid" aria-label="Skill matrix" onKeyDown={onKeyDown}>
      <thead>
        <tr>
          <th scope="col" className={classes.skillHead}>
            Skill
          </th>
          {levels.map((name, level) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the levels of a ladder never move
            <th key={level} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map(({ category, indexes }) => (
        <tbody key={category}>
          {category !== '' && (
            <tr>
              <th scope="rowgroup" colSpan={levels.length + 1} className={classes.category}>
                {category}{' '}
                <Box component="span" className="cn-figures" fw={400}>
                  {indexes.length}
                </Box>
              </th>
            </tr>
          )}
          {indexes.map((index) => (
            <SkillRow
              key={index}
              index={index}
              skill={skills[index]}
              cells={rows[index] ?? noCells}
              levels={levels}
              scale={scale}
              active={active.skill === index ? active.level : -1}
              isChosen={chosen?.skill === index}
              onPoint={point}
            />
          ))}
        </tbody>
      ))}
    </table>
  );
}

interface SkillRowProps {
  readonly index: number;
  readonly skill: MatrixSkill | undefined;
  readonly cells: readonly (MatrixCell | null)[];
  readonly levels: readonly string[];
  readonly scale: ScaleContent;
  /** The level the keyboard stands on, -1 when it is in another row. */
  readonly active: number;
  readonly isChosen: boolean;
  /** Without a level, the row is meant. */
  readonly onPoint: (skill: number, level: number | null) => void;
}

/** Drawn again only when it changes: a step from cell to cell touches two rows of what may be hundreds. */
const SkillRow = memo(function SkillRow(props: SkillRowProps) {
  const { index, skill, cells, levels, scale, active, isChosen, onPoint } = props;
  return (
    <tr
      data-line={skill?.line}
      data-chosen={isChosen || undefined}
      onClick={(event) => {
        const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-level]');
        onPoint(index, cell === null ? null : Number(cell.dataset.level));
      }}
    >
      <th scope="row" className={classes.skill}>
        {skill?.name}
      </th>
      {levels.map((name, level) => {
        const cell = cells[level] ?? null;
        return (
          <td
            // biome-ignore lint/suspicious/noArrayIndexKey: the levels of a ladder never move
            key={level}
            tabIndex={active === level ? 0 : -1}
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the cell of a grid
            role="gridcell"
            data-cell={`${index} ${level}`}
            data-level={level}
            aria-selected={isChosen && active === level}
            aria-label={`${skill?.name}, ${name}: ${cellWords(cell, scale)}`}
            onFocus={() => onPoint(index, level)}
          >
            <CellTile cell={cell} of={scale.levels.length} />
          </td>
        );
      })}
    </tr>
  );
});

/** Skills by category in the order in which the categories first appear. */
export function byCategory(
  skills: readonly { readonly category?: string | undefined }[],
): readonly { readonly category: string; readonly indexes: readonly number[] }[] {
  const groups = new Map<string, number[]>();
  skills.forEach(({ category = '' }, index) => {
    const group = groups.get(category);
    if (group === undefined) groups.set(category, [index]);
    else group.push(index);
  });
  return [...groups].map(([category, indexes]) => ({ category, indexes }));
}

/** “level 2 of 4, Working, mandatory” */
export function cellWords(cell: MatrixCell | null, scale: ScaleContent): string {
  if (cell === null) return 'not asked';
  const label = scale.levels.find(({ ordinal }) => ordinal === cell.level)?.label;
  return [
    `level ${cell.level} of ${scale.levels.length}`,
    label === undefined || label.includes(String(cell.level)) ? '' : label,
    cell.isMandatory ? 'mandatory' : '',
  ]
    .filter(Boolean)
    .join(', ');
}

function CellTile({ cell, of }: { readonly cell: MatrixCell | null; readonly of: number }) {
  if (cell === null) return <span className={classes.blank} aria-hidden />;
  const color = levelColour(cell.level, of);
  return (
    <span
      className={classes.tile}
      style={{ background: `var(--cn-level-${color})`, color: `var(--cn-level-${color}-text)` }}
      aria-hidden
    >
      {cell.level}
      {cell.isMandatory && <span className={classes.dot} />}
    </span>
  );
}
