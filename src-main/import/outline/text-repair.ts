/** Text that lost its shape on the way, put back: indented as a whole, a blank line behind every line, bullets left alone. */

import { borderlessTableAt } from '../roles/borderless-table.ts';

const loneBullets = '•–—*▪◦‣●○·■□✓➤►❖⁃∙';
/** In fewer lines, blank ones say nothing. */
const fewestLines = 20;

/** The text without what its way did to all of its lines. Every word stays, in the same order. Never throws. */
export function repairTextShape(text: string): string {
  return joinedBullets(singleSpaced(dedented(text.split('\n')))).join('\n');
}

/** Lines without the white space that all of them begin with. */
function dedented(lines: readonly string[]): readonly string[] {
  let shared: string | undefined;
  for (const line of lines) {
    if (line.trim() === '') continue;
    const own = line.slice(0, line.length - line.trimStart().length);
    let length = 0;
    while (shared !== undefined && length < shared.length && shared.charAt(length) === own.charAt(length)) length += 1;
    shared = shared === undefined ? own : shared.slice(0, length);
    if (shared === '') return lines;
  }
  const width = shared?.length ?? 0;
  return width === 0 ? lines : lines.map((line) => line.slice(width));
}

/** Lines without the blank one that was put behind each of them. */
function singleSpaced(lines: readonly string[]): readonly string[] {
  const gaps: number[] = [];
  let gap = 0;
  for (const line of lines) {
    if (line.trim() === '') gap += 1;
    else {
      gaps.push(gap);
      gap = 0;
    }
  }
  const left = blanksLeft(gaps.slice(1), lines);
  if (left === null) return lines;
  const single: string[] = [];
  let blank = 0;
  for (const line of lines) {
    if (line.trim() === '') {
      blank += 1;
      continue;
    }
    for (let more = left(blank); more > 0; more -= 1) single.push('');
    single.push(line);
    blank = 0;
  }
  return single;
}

/** How many of the blank lines between two others are the text's own; null where all of them are. */
function blanksLeft(gaps: readonly number[], lines: readonly string[]): ((blank: number) => number) | null {
  if (gaps.length < fewestLines) return null;
  const share = (isSo: (gap: number) => boolean) => gaps.filter(isSo).length / gaps.length;
  const ones = share((gap) => gap === 1);
  if (ones === 0 || ones > 0.95) return null;
  // Every line break was doubled: lines of one block are one blank line apart, blocks three, five or more.
  if (share((gap) => gap % 2 === 1) >= 0.97) return (blank) => Math.floor(blank / 2);
  // A blank line stands behind every line that has words. So it does between paragraphs, but not in a table.
  const isSpaced = share((gap) => gap >= 1) >= 0.97 && hasSpacedTable(lines);
  return isSpaced ? (blank) => Math.max(0, blank - 1) : null;
}

/** Whether the rows of a table stand one blank line apart. */
function hasSpacedTable(lines: readonly string[]): boolean {
  return lines.some((line, index) => {
    const rows = [line, lines[index + 2] ?? '', lines[index + 4] ?? ''];
    if (line === '' || lines[index + 1] !== '' || lines[index + 3] !== '' || rows.includes('')) return false;
    const [cells, ...others] = rows.map((row) => row.trim().split('\t').length);
    return (
      (cells !== undefined && cells > 2 && others.every((count) => count === cells)) ||
      borderlessTableAt(rows, 0) !== null
    );
  });
}

/** A bullet on a line of its own goes in front of the words below it. */
function joinedBullets(lines: readonly string[]): readonly string[] {
  const isLone = (line: string | undefined) => {
    const text = (line ?? '').trim();
    return text.length === 1 && loneBullets.includes(text);
  };
  if (lines.filter(isLone).length < 2) return lines;
  const joined: string[] = [];
  let at = 0;
  for (; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const below = lines[at + 1] ?? '';
    if (isLone(line) && below.trim() !== '' && !isLone(below)) {
      joined.push(`${line.trimEnd()} ${below.trim()}`);
      at += 1;
    } else joined.push(line);
  }
  return joined;
}
