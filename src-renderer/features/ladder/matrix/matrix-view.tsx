/** The skill matrix with its categories at the left and the open cell at the right. */
import { Button, Group } from '@mantine/core';
import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import type { Ladder } from '../../../../shared/api/ladder.ts';
import { byEvidence, bySelfAssessment, levelStandings } from '../../../../shared/domain/match/grade.ts';
import { useActions } from '../../../offered-actions.ts';
import { counted } from '../../../parts/ladder/ladder-words.ts';
import { Empty } from '../../../ui/empty.tsx';
import { PanelScreen } from '../../../ui/side-panel.tsx';
import { levelInView, levelName } from '../ladder-levels.ts';
import type { LadderQuery } from '../ladder-query.ts';
import classes from '../ladder-screen.module.css';
import { CategoryList, CategoryMenu } from './category-list.tsx';
import { CellDetail } from './cell-detail.tsx';
import { GradeFoot } from './grade-foot.tsx';
import { MatrixFilters } from './matrix-filters.tsx';
import { MatrixGrid } from './matrix-grid.tsx';
import { MatrixLegend } from './matrix-legend.tsx';
import type { OpenCell } from './matrix-row.tsx';
import { matrixRows } from './matrix-rows.ts';
import { ShortRowsStrip } from './short-rows.tsx';

interface MatrixViewProps {
  readonly ladder: Ladder;
  readonly query: LadderQuery;
  readonly change: (patch: Partial<LadderQuery>) => void;
  readonly head: ReactNode;
}

export function MatrixView({ ladder, query, change, head }: MatrixViewProps) {
  const field = useRef<HTMLInputElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const evidence = useMemo(() => levelStandings(ladder, byEvidence), [ladder]);
  const ownView = useMemo(() => levelStandings(ladder, bySelfAssessment), [ladder]);
  const at = levelInView(ladder, query.at, evidence);
  const { rows, categories, shown } = useMemo(() => matrixRows(ladder, query, at), [ladder, query, at]);
  const place = (roleId: string | null) => ladder.levels.findIndex((level) => level.roleId === roleId);
  const compared = [place(query.a), place(query.b)].filter((index) => index !== -1);

  const skill = ladder.skills.find((skill) => skill.competencyId === query.skill);
  const level = place(query.level);
  const open: OpenCell | null = skill === undefined || level === -1 ? null : { skillId: skill.competencyId, level };
  // Opened by a key, the detail takes the focus; by a click, the cell keeps it.
  const [focusDetail, setFocusDetail] = useState(0);

  const changing = useRef(change);
  changing.current = change;
  const onOpen = useCallback(
    (cell: OpenCell, isByKey: boolean) => {
      changing.current({ skill: cell.skillId, level: ladder.levels[cell.level]?.roleId ?? null });
      if (isByKey) setFocusDetail((count) => count + 1);
    },
    [ladder],
  );
  const close = () => {
    change({ skill: null, level: null });
    grid.current?.querySelector<HTMLElement>('[data-place][tabindex="0"]')?.focus();
  };
  const clear = () => change({ show: 'all', text: '', category: null, a: null, b: null });

  useActions<'matrix'>({ 'filter-skills': () => field.current?.focus() });

  const atName = levelName(ladder.levels[at] ?? { levelLabel: null, levelCode: null, title: '' });
  const isNarrowed = shown < ladder.skills.length;
  return (
    <PanelScreen
      className={classes.screen}
      label="What is asked"
      onClose={close}
      panel={
        open === null || skill === undefined ? null : (
          <CellDetail
            key={skill.competencyId}
            ladder={ladder}
            skill={skill}
            at={open.level}
            focusCount={focusDetail}
            onLevel={(index) => change({ level: ladder.levels[index]?.roleId ?? null })}
            onClose={close}
          />
        )
      }
    >
      <nav className={classes.side} aria-label="Categories">
        <CategoryList categories={categories} chosen={query.category} onChoose={(category) => change({ category })} />
        <GradeFoot ladder={ladder} evidence={evidence} ownView={ownView} at={at} />
      </nav>
      <div className={classes.main}>
        {head}
        <Group gap="sm" flex="none" pt={10} px="var(--cn-margin)">
          <CategoryMenu categories={categories} chosen={query.category} onChoose={(category) => change({ category })} />
          <MatrixFilters
            ladder={ladder}
            query={query}
            at={at}
            change={change}
            fieldRef={field}
            onLeaveDown={() => grid.current?.querySelector<HTMLElement>('[data-place][tabindex="0"]')?.focus()}
          />
        </Group>
        <ShortRowsStrip ladder={ladder} />
        <MatrixLegend ladder={ladder} evidence={evidence} />
        <p className={isNarrowed ? classes.found : 'cn-aside'} role="status">
          {isNarrowed ? foundText(query, shown, ladder.skills.length, atName) : ''}
        </p>
        {ladder.skills.length === 0 ? (
          <Empty
            title="No skill matrix"
            text="The roles of this ladder ask for nothing by level that could be set side by side. Each can be read on its own under Levels."
            action={<Button onClick={() => change({ view: 'levels' })}>See the levels</Button>}
          />
        ) : shown === 0 ? (
          <Empty
            title={query.show === 'gaps' && query.text === '' ? `No gaps at ${atName}` : 'No skill matches'}
            text={
              query.show === 'gaps' && query.text === ''
                ? `What is shown here is proven by your evidence at the level ${atName} asks.`
                : 'Nothing in this matrix fits all the filters above.'
            }
            action={<Button onClick={clear}>{`Show all ${counted(ladder.skills.length, 'row')}`}</Button>}
          />
        ) : (
          <MatrixGrid
            ladder={ladder}
            rows={rows}
            evidence={evidence}
            at={at}
            open={open}
            compared={compared}
            onOpen={onOpen}
            gridRef={grid}
          />
        )}
      </div>
    </PanelScreen>
  );
}

/** “12 of 58: not yet proven at Senior.” */
function foundText(query: LadderQuery, shown: number, all: number, atName: string): string {
  const why = [
    ...(query.show === 'gaps' ? [`not yet proven at ${atName}`] : []),
    ...(query.show === 'mandatory' ? [`mandatory at ${atName}`] : []),
    ...(query.category === null ? [] : [query.category]),
  ];
  return `${shown} of ${all} shown${why.length === 0 ? '' : `: ${why.join(', ')}`}`;
}
