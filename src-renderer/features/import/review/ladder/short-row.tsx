/** A row of a matrix with fewer values than levels: each value is put at its level by hand, and the row goes into the matrix. */
import { Box, Button, Flex, Group, NativeSelect, Stack } from '@mantine/core';
import { useState } from 'react';
import type { ScaleContent } from '../../../../../shared/api/role-content.ts';
import type { MatrixCell, ShortRow } from '../../../../../shared/api/role-pack.ts';
import { readCell } from '../../../../../shared/domain/ladder/matrix.ts';
import { levelColour } from '../../../../../shared/domain/match/level.ts';
import { fits, placedCells, placeValue, type RowPlacement } from '../../../../parts/ladder/row-placement.ts';
import { levelName } from '../role/draft-scales.ts';
import classes from './short-row.module.css';

interface ShortRowBoxProps {
  readonly row: ShortRow;
  readonly levels: readonly string[];
  readonly scale: ScaleContent;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly onPlace: (cells: readonly (MatrixCell | null)[]) => void;
  readonly onLeaveOut: () => void;
}

export function ShortRowBox({ row, levels, scale, isChosen, onChoose, onPlace, onLeaveOut }: ShortRowBoxProps) {
  const [placing, setPlacing] = useState<RowPlacement>(() => row.values.map(() => null));
  const [read, setRead] = useState(() => row.values.map((value) => readCell(value, scale) ?? null));
  const [picked, setPicked] = useState<number | null>(null);
  const left = placing.flatMap((at, value) => (at === null ? [value] : []));
  const cells = read.every((cell) => cell !== null) ? placedCells(read, placing, levels.length) : null;
  /** The value that goes to a level: the one picked, else the first that is left and fits. */
  const valueFor = (level: number): number | undefined =>
    [...(picked === null ? [] : [picked]), ...left].find(
      (value) => placing[value] === null && fits(placing, value, level, levels.length),
    );
  const wordOf = (value: number): string => {
    const cell = read[value];
    if (cell === null || cell === undefined) return row.values[value] ?? '';
    const known = scale.levels.find(({ ordinal }) => ordinal === cell.level);
    return known === undefined ? String(cell.level) : levelName(known);
  };
  const press = (level: number) => {
    const there = placing.indexOf(level);
    setPicked(null);
    if (there !== -1) {
      setPlacing(placeValue(placing, there, null));
      return;
    }
    const value = valueFor(level);
    if (value !== undefined) setPlacing(placeValue(placing, value, level));
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: focusing any of its buttons chooses the row
    // biome-ignore lint/a11y/useKeyWithClickEvents: the buttons in it take the keys
    <div
      className={classes.row}
      data-chosen={isChosen || undefined}
      data-short={row.line ?? undefined}
      data-line={row.line}
      onFocus={onChoose}
      onClick={onChoose}
    >
      <Flex align="baseline" wrap="wrap" gap="0 0.625rem">
        <h4 className="cn-breaks cn-strong">{row.skill}</h4>
        <span className="cn-small cn-quiet">
          {row.line !== undefined && (
            <Box
              component="span"
              className="cn-strong cn-figures"
              me="sm"
              c="var(--cn-accent-text)"
            >{`line ${row.line}`}</Box>
          )}
          {`${row.values.length} values for ${levels.length} levels${row.category === undefined ? '' : `, ${row.category}`}`}
        </span>
      </Flex>
      <Flex wrap="wrap" gap="sm" mt={6}>
        {levels.map((name, level) => {
          const value = placing.indexOf(level);
          const next = valueFor(level);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the levels of a ladder never move
            <Stack key={level} gap={2} justify="flex-end" flex="0 1 4.75rem" miw={48}>
              <span className="cn-meta cn-breaks cn-quiet" aria-hidden>
                {name}
              </span>
              <button
                type="button"
                className={classes.slot}
                data-filled={value !== -1 || undefined}
                disabled={value === -1 && next === undefined}
                aria-label={
                  value === -1
                    ? `${name}: blank${next === undefined ? '' : `. Place ${wordOf(next)} here`}`
                    : `${name}: ${wordOf(value)}. Clear`
                }
                onClick={() => press(level)}
              >
                {value === -1 ? '–' : <Tile cell={read[value] ?? null} text={row.values[value] ?? ''} scale={scale} />}
              </button>
            </Stack>
          );
        })}
        <div className={classes.left}>
          <span className="cn-meta cn-breaks cn-quiet">{left.length === 0 ? 'All placed' : 'Left to place'}</span>
          <Group gap={2} wrap="nowrap" h={30}>
            {left.map((value) => (
              <button
                key={value}
                type="button"
                className={classes.leftTile}
                aria-pressed={value === (picked ?? left[0])}
                aria-label={`Place ${wordOf(value)} next`}
                onClick={() => setPicked(value)}
              >
                <Tile cell={read[value] ?? null} text={row.values[value] ?? ''} scale={scale} />
              </button>
            ))}
          </Group>
        </div>
      </Flex>
      {read.map((cell, value) =>
        cell === null || readCell(row.values[value] ?? '', scale) === undefined ? (
          <div key={row.values[value]} className={classes.unread}>
            {`“${row.values[value]}” is no level of ${scale.name}. It stands for`}
            <NativeSelect
              size="xs"
              aria-label={`What ${row.values[value]} of ${row.skill} stands for`}
              value={cell === null ? '' : String(cell.level)}
              data={[
                { value: '', label: 'Not stated' },
                ...scale.levels.map((level) => ({ value: String(level.ordinal), label: levelName(level) })),
              ]}
              onChange={(event) => {
                const level = Number(event.currentTarget.value);
                setRead((before) =>
                  before.map((earlier, at) =>
                    at === value ? (level > 0 ? { level, isMandatory: false } : null) : earlier,
                  ),
                );
              }}
            />
          </div>
        ) : null,
      )}
      <div className={classes.acts}>
        <span className="cn-small cn-quiet" role="status">
          {cells === null ? '' : blankText(levels, cells)}
        </span>
        <Button variant="subtle" color="gray" onClick={onLeaveOut} aria-label={`Leave out: ${row.skill}`}>
          Leave out
        </Button>
        <Button
          disabled={cells === null}
          aria-label={`Put into the matrix: ${row.skill}`}
          onClick={() => cells !== null && onPlace(cells)}
        >
          Put into the matrix
        </Button>
      </div>
    </div>
  );
}

interface TileProps {
  readonly cell: MatrixCell | null;
  readonly text: string;
  readonly scale: ScaleContent;
}

function Tile({ cell, text, scale }: TileProps) {
  const color = cell === null ? 0 : levelColour(cell.level, scale.levels.length);
  return (
    <span
      className={classes.tile}
      data-framed={color === 0 || undefined}
      style={{ background: `var(--cn-level-${color})`, color: `var(--cn-level-${color}-text)` }}
      aria-hidden
    >
      {cell?.level ?? text}
    </span>
  );
}

/** “Blank at Junior and Lead.” */
export function blankText(levels: readonly string[], cells: readonly (MatrixCell | null)[]): string {
  const blanks = levels.filter((_name, index) => (cells[index] ?? null) === null);
  const last = blanks.at(-1);
  if (last === undefined) return '';
  return `Blank at ${blanks.length > 1 ? `${blanks.slice(0, -1).join(', ')} and ${last}` : last}.`;
}
