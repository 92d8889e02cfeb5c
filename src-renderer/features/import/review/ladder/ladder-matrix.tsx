/** The matrix part of a ladder review: rows to place by hand first, then the table, and what the chosen cell is changed with. */
import { Box, Group, NativeSelect } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { RoleLibrary } from '../../../../../shared/api/role-pack.ts';
import { cellsOf, rolesOfLadder } from '../../../../../shared/domain/ladder/matrix.ts';
import { Empty } from '../../../../ui/empty.tsx';
import {
  scaleOfLadder,
  withCell,
  withoutShortRow,
  withoutSkill,
  withPlacedRow,
  withSkillWords,
} from '../pack/change-library.ts';
import { levelName } from '../role/draft-scales.ts';
import { CellEditor } from './cell-editor.tsx';
import classes from './ladder-review.module.css';
import { type MatrixPlace, MatrixTable } from './matrix-table.tsx';
import { ShortRowBox } from './short-row.tsx';

interface LadderMatrixProps {
  readonly library: RoleLibrary;
  readonly at: number;
  readonly onAt: (index: number) => void;
  /** The line that is chosen in the source: its row is marked. */
  readonly line: number | null;
  /** Grows whenever the row of the chosen line is to be gone to. */
  readonly request: number;
  readonly onChooseLine: (line: number | null) => void;
  /** A short row found its place: its notice is settled. */
  readonly onPlaced: (line: number | undefined) => void;
  readonly onChange: (make: (library: RoleLibrary) => RoleLibrary) => Promise<void>;
}

export function LadderMatrix(props: LadderMatrixProps) {
  const { library, at, onAt, line, request, onChooseLine, onPlaced, onChange } = props;
  const [chosen, setChosen] = useState<MatrixPlace | null>(null);
  const [focusRequest, setFocusRequest] = useState(0);
  const select = useRef<HTMLSelectElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const ladder = library.ladders[at];
  const skills = ladder?.matrix?.skills;

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a request of the review moves the choice
  useEffect(() => {
    if (request === 0 || line === null) return;
    const skill = skills?.findIndex((skill) => skill.line === line) ?? -1;
    if (skill !== -1) {
      setChosen({ skill, level: chosen?.level ?? 0 });
      setFocusRequest((before) => before + 1);
      return;
    }
    const short = frame.current?.querySelector<HTMLElement>(`[data-short="${line}"]`);
    short?.scrollIntoView({ block: 'center' });
    short?.querySelector<HTMLElement>('button:not(:disabled)')?.focus({ preventScroll: true });
  }, [request]);

  const levels = useMemo(
    () => rolesOfLadder(ladder?.family ?? '', library.roles).map((role) => role.levelLabel ?? role.title),
    [ladder?.family, library.roles],
  );
  const scale = useMemo(() => scaleOfLadder(ladder, library.scales), [ladder, library.scales]);
  if (ladder === undefined) return null;
  // What is refused is told above the panes.
  const save = (make: (now: RoleLibrary) => RoleLibrary) => void onChange(make).catch(() => undefined);
  const skill = chosen === null ? undefined : skills?.[chosen.skill];
  const choose = (place: MatrixPlace) => {
    setChosen(place);
    onChooseLine(skills?.[place.skill]?.line ?? null);
  };
  const hasNothing = (skills?.length ?? 0) === 0 && ladder.shortRows.length === 0;

  return (
    <>
      <div ref={frame} className={classes.matrix} data-scroll="draft">
        <Group className="cn-small cn-quiet" gap="0.5rem 0.75rem" py="sm" px={20}>
          {library.ladders.length > 1 && (
            <NativeSelect
              size="xs"
              aria-label="Ladder"
              data={library.ladders.map((anyLadder, index) => ({
                value: String(index),
                label: anyLadder.title ?? anyLadder.family,
              }))}
              value={String(at)}
              onChange={(event) => {
                setChosen(null);
                onAt(Number(event.currentTarget.value));
              }}
            />
          )}
          <span>{`${scale.levels.map(levelName).join(' · ')} · a dot is mandatory`}</span>
        </Group>
        {ladder.shortRows.length > 0 && (
          <section aria-labelledby="short-rows">
            <Box
              id="short-rows"
              component="h3"
              className="cn-small cn-strong"
              py={6}
              px={20}
              bg="var(--cn-warning-tint)"
              c="var(--cn-warning-text)"
            >
              {ladder.shortRows.length === 1
                ? '1 row has fewer values than levels. Say which level is blank.'
                : `${ladder.shortRows.length} rows have fewer values than levels. Say which levels are blank.`}
            </Box>
            {ladder.shortRows.map((row, index) => (
              <ShortRowBox
                key={`${row.category ?? ''} ${row.skill}`}
                row={row}
                levels={levels}
                scale={scale}
                isChosen={row.line !== undefined && row.line === line}
                onChoose={() => {
                  setChosen(null);
                  onChooseLine(row.line ?? null);
                }}
                onPlace={(cells) => {
                  save((now) => withPlacedRow(now, at, index, cells));
                  onPlaced(row.line);
                }}
                onLeaveOut={() => {
                  save((now) => withoutShortRow(now, at, index));
                  onPlaced(row.line);
                }}
              />
            ))}
          </section>
        )}
        {hasNothing ? (
          <Empty
            title="No matrix"
            text="This ladder sets no skills against its levels. What it asks is under its levels."
          />
        ) : (
          (skills?.length ?? 0) > 0 && (
            <MatrixTable
              ladder={ladder}
              levels={levels}
              scale={scale}
              chosen={chosen}
              focusRequest={focusRequest}
              onChoose={choose}
              onSet={(place, cell) => {
                setChosen(place);
                save((now) => withCell(now, at, place.skill, place.level, cell));
              }}
              onEdit={() => select.current?.focus()}
            />
          )
        )}
      </div>
      {chosen !== null && skill !== undefined && (
        <CellEditor
          skill={skill}
          levelName={levels[chosen.level] ?? ''}
          cell={cellsOf(skill, scale)[chosen.level] ?? null}
          scale={scale}
          select={select}
          onSet={(cell) => save((now) => withCell(now, at, chosen.skill, chosen.level, cell))}
          onWords={(key, text) => save((now) => withSkillWords(now, at, chosen.skill, key, text))}
          onTakeOut={() => {
            save((now) => withoutSkill(now, at, chosen.skill));
            setChosen(null);
          }}
          onLeave={() => setFocusRequest((before) => before + 1)}
        />
      )}
    </>
  );
}
