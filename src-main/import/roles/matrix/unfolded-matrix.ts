/** A matrix copied with every cell on a line of its own, put back into rows. */
import { cleanLine } from '../../outline/clean-text.ts';
import { isBlankCell, splitMark } from './matrix-legend.ts';
import { columnHeads, headerIn } from './matrix-lines.ts';

export interface Unfolded {
  /** As many lines as before: a row on the line of its name, nothing on those of its cells. */
  readonly lines: readonly string[];
  /** Lines that became part of a row above them; from 0. */
  readonly joined: ReadonlySet<number>;
}

const mostLevels = 12;

const isCell = (line: string): boolean => {
  const { text } = splitMark(line);
  return line !== '' && (isBlankCell(text) || /^(?:\p{Lu}\d?|\d{1,2}|[●◐○◑◕◔✓✔])$/u.test(text));
};

/** Joins the cells below each name to it, wherever labels stand above, each on a line or all on one; null where none do. */
export function unfoldMatrix(lines: readonly string[]): Unfolded | null {
  const result = [...lines];
  const joined = new Set<number>();
  let rows = 0;
  const texts = lines.map((line) => (line.length <= 200 ? cleanLine(line) : line));
  const take = (from: number, parts: readonly number[]) => {
    result[from] = [from, ...parts].map((line) => texts[line] ?? '').join('\t');
    for (const line of parts) {
      result[line] = '';
      joined.add(line);
    }
  };
  for (let at = 0; at < lines.length; at += 1) {
    const onOneLine = headerIn(lines[at] ?? '');
    if (onOneLine !== null) {
      let first = at + 1;
      while (texts[first] === '') first += 1;
      if (first >= lines.length || isCell(texts[first] ?? '')) continue;
      const found = rowsFrom(texts, first, onOneLine.length);
      for (const { name, cells } of found) take(name, cells);
      rows += found.length;
      at = found.at(-1)?.cells.at(-1) ?? at;
      continue;
    }
    if (!columnHeads.test(texts[at] ?? '')) continue;
    // The labels go on to the line before the first cell, which is the name of the first skill.
    const filled: number[] = [];
    for (let next = at + 1; next < lines.length && filled.length <= mostLevels + 1 && next < at + 40; next += 1) {
      const text = texts[next] ?? '';
      if (text === '') continue;
      if (isCell(text) || text.length > 60 || /[.!?:]$/.test(text)) break;
      filled.push(next);
    }
    const labels = filled.slice(0, -1);
    const first = filled.at(-1);
    if (first === undefined || labels.length < 2 || labels.length > mostLevels) continue;
    const found = rowsFrom(texts, first, labels.length);
    if (found.length === 0) continue;
    take(at, labels);
    for (const { name, cells } of found) take(name, cells);
    rows += found.length;
    at = found.at(-1)?.cells.at(-1) ?? at;
  }
  return rows >= 3 ? { lines: result, joined } : null;
}

/** Names with the cells below them, one after another, until a name has none. */
function rowsFrom(texts: readonly string[], first: number, most: number): { name: number; cells: number[] }[] {
  const rows: { name: number; cells: number[] }[] = [];
  let name = first;
  for (;;) {
    const cells: number[] = [];
    let next = name + 1;
    for (; next < texts.length && cells.length < most; next += 1) {
      const text = texts[next] ?? '';
      if (text === '') continue;
      if (!isCell(text)) break;
      cells.push(next);
    }
    if (cells.length === 0) return rows;
    rows.push({ name, cells });
    while (next < texts.length && texts[next] === '') next += 1;
    if (next >= texts.length || isCell(texts[next] ?? '')) return rows;
    name = next;
  }
}
