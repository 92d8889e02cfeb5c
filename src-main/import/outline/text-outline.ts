/** Plain text and Markdown to our own blocks: headings by mark or look, lists, tables, quotes, paragraphs. */
import type { Inline } from '../../../shared/api/role-content.ts';
import { borderlessTableAt } from '../roles/borderless-table.ts';
import { isFieldLine, isNameOfFields } from '../roles/field-labels.ts';
import { chaptersOf, type HeadingPart } from './chapters.ts';
import { cleanLine } from './clean-text.ts';
import { joinedRuns } from './inline-runs.ts';
import { plainLead } from './line-labels.ts';
import type { Item, OutlineChapter, OutlineRow, Part } from './outline.ts';
import { headingAt, type KnownHeadings, shapeOf, type TextHeading } from './text-headings.ts';
import { indentOf, isPipeRule, itemMark, pipeCells, ruleMark, runsOf, withoutStars } from './text-marks.ts';

export interface TextOutline {
  readonly chapters: OutlineChapter[];
  readonly sourceLines: string[];
  /** The first line, when it can be a title. */
  readonly title: string | undefined;
}

type OpenItem = { readonly runs: Inline[]; readonly items: OpenItem[]; readonly line: number; readonly indent: number };

const titleLabels = new Set(['title', 'role', 'role title', 'job title', 'position']);

/** The title in a first line, which may be marked or labelled as one. */
function titleIn(line: string): string | undefined {
  let text = line.trim();
  while (text.startsWith('#')) text = text.slice(1);
  text = withoutStars(text.trim());
  const lead = plainLead(text, 2);
  if (lead?.hasColon && titleLabels.has(lead.lead.toLowerCase())) text = lead.rest;
  text = cleanLine(text.slice(0, 400));
  const isTitle = text !== '' && text.length <= 160 && !/[.!?;,]$/.test(text) && /\p{L}/u.test(text);
  return isTitle && itemMark(line) === null && pipeCells(line) === null ? text : undefined;
}

/** Reads cleaned text. Every line of it is in `sourceLines`, and every word in a chapter. Never throws. */
export function outlineOfText(text: string, known?: KnownHeadings): TextOutline {
  const lines = text.split('\n').map((line) => line.trimEnd());
  const first = lines.findIndex((line) => line !== '');
  const shape = shapeOf(lines);
  const seen = new Map<number, TextHeading | null>();
  const heading = (at: number): TextHeading | null => {
    const before = seen.get(at);
    if (before !== undefined) return before;
    const found = headingAt(lines, at, shape, known);
    seen.set(at, found);
    return found;
  };
  const firstHeading = first === -1 ? null : heading(first);
  const isKnown =
    firstHeading?.rest !== undefined || (known?.lines.has(firstHeading?.text.toLowerCase() ?? '') ?? false);
  const title = first === -1 || isKnown ? undefined : titleIn(lines[first] ?? '');

  const parts: (Part | HeadingPart)[] = [];
  let index = 0;
  while (index < lines.length) {
    const line = lines[index] ?? '';
    if (line === '') {
      index += 1;
      continue;
    }
    if (index === first && title !== undefined) {
      const underline = ruleMark(lines[index + 1] ?? '') === null ? 0 : 1;
      parts.push({ kind: 'heading', level: 0, text: withoutMarks(line), line: index + 1 });
      index += 1 + underline;
      continue;
    }
    const own = heading(index);
    if (own !== null) {
      parts.push({ kind: 'heading', level: own.level, text: own.text, line: index + 1 });
      if (own.rest) parts.push({ kind: 'paragraph', inlines: joinedRuns(runsOf(own.rest)), line: index + 1 });
      index += own.lines;
    } else if (ruleMark(line) !== null) index += 1;
    else index = readBlock(lines, index, parts, (at) => heading(at) !== null);
  }
  return { chapters: chaptersOf(parts), sourceLines: lines, title };
}

function withoutMarks(line: string): string {
  let text = line.trim();
  while (text.startsWith('#')) text = text.slice(1);
  return cleanLine(withoutStars(text.trim()).slice(0, 500));
}

/** Reads the block that starts at `index` into `parts` and answers where the next one starts. */
function readBlock(
  lines: readonly string[],
  index: number,
  parts: (Part | HeadingPart)[],
  isHeading: (index: number) => boolean,
): number {
  const line = lines[index] ?? '';
  if (pipeCells(line) !== null) return readPipes(lines, index, parts);
  if (isTabbed(lines, index)) return readTabs(lines, index, parts);
  const lost = borderlessTableAt(lines, index);
  if (lost !== null) {
    const rows = lost.rows.map(({ cells, isRaw }, place): OutlineRow => ({ cells, line: index + 2 + place, isRaw }));
    parts.push({ kind: 'table', head: lost.head, rows, line: index + 1, isRebuilt: true });
    return index + 1 + rows.length;
  }
  if (itemMark(line) !== null) return readList(lines, index, parts, isHeading);
  if (isNameOfFields(lines, index)) return readNamed(lines, index, parts, isHeading);
  let end = index + 1;
  const ends = (at: number): boolean => {
    const next = lines[at] ?? '';
    return (
      next === '' ||
      ruleMark(next) !== null ||
      itemMark(next) !== null ||
      pipeCells(next) !== null ||
      isTabbed(lines, at) ||
      borderlessTableAt(lines, at) !== null ||
      isNameOfFields(lines, at) ||
      isHeading(at)
    );
  };
  while (end < lines.length && !ends(end)) end += 1;
  const isQuote = line.trimStart().startsWith('> ');
  const kind = isQuote ? 'quote' : 'paragraph';
  let runs: Inline[] = [];
  let from = index + 1;
  const close = (next: number) => {
    const inlines = joinedRuns(runs);
    if (inlines.length > 0) parts.push({ kind, inlines, line: from });
    runs = [];
    from = next;
  };
  for (let at = index; at < end; at += 1) {
    const content = lines[at] ?? '';
    const { text, bullets } = splitBullets(
      isQuote && content.trimStart().startsWith('>') ? content.trimStart().slice(1) : content,
    );
    if (runs.length > 0) runs.push({ text: '\n' });
    for (const run of runsOf(text.trim())) runs.push(run);
    if (bullets.length === 0) continue;
    close(at + 2);
    parts.push({
      kind: 'list',
      isOrdered: false,
      items: bullets.map((bullet) => ({ inlines: joinedRuns(runsOf(bullet)), items: [], line: at + 1 })),
    });
  }
  close(end + 1);
  return end;
}

/** Bullets that run on in one line, as a copied page has them. */
function splitBullets(line: string): { readonly text: string; readonly bullets: readonly string[] } {
  const [head = '', ...rest] = line.split(' • ');
  const bullets = rest.map((bullet) => bullet.trim()).filter(Boolean);
  const isList = bullets.length >= 2 || (bullets.length === 1 && head.trimEnd().endsWith(':'));
  if (isList && bullets.length <= 200) return { text: head, bullets };
  return splitDashes(line) ?? { text: line, bullets: [] };
}

/** Dashes that stood for bullets: the first right behind a colon, each of the others behind a full stop. */
function splitDashes(line: string): { readonly text: string; readonly bullets: readonly string[] } | null {
  const place = line.slice(0, 300).search(/: [–—-] \S/);
  if (place === -1 || line.length > 20_000) return null;
  const bullets: string[] = [];
  let bullet = '';
  for (const piece of line.slice(place + 4).split(/ ([–—-] )/)) {
    if (/^[–—-] $/.test(piece)) continue;
    const isNew = bullet === '' || (/[.;!?)]["”’]?$/.test(bullet) && /^["“‘]?[\p{Lu}\d]/u.test(piece));
    if (isNew && bullet !== '') bullets.push(bullet);
    bullet = isNew ? piece.trim() : `${bullet} – ${piece.trim()}`;
  }
  if (bullet !== '') bullets.push(bullet);
  return { text: line.slice(0, place + 1), bullets };
}

function readList(
  lines: readonly string[],
  index: number,
  parts: (Part | HeadingPart)[],
  isHeading: (index: number) => boolean,
): number {
  const first = itemMark(lines[index] ?? '');
  if (first === null) return index + 1;
  const items: OpenItem[] = [];
  let at = index;
  let expected = first.number;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    if (line === '') {
      const next = at + 1 + lines.slice(at + 1, at + 4).findIndex((following) => following !== '');
      const mark = next === at ? null : itemMark(lines[next] ?? '');
      const parent = items.at(-1);
      const isBeneath =
        parent !== undefined &&
        ((mark !== null && mark.indent >= parent.indent + 2) || isFieldOf(parent, lines[next] ?? ''));
      const goesOn =
        mark !== null && mark.isOrdered === first.isOrdered && (!mark.isOrdered || mark.number === expected);
      if (!isBeneath && !goesOn) break;
      if (isHeading(next)) break;
      at = next;
      continue;
    }
    if (isHeading(at) || ruleMark(line) !== null) break;
    const mark = itemMark(line);
    const top = items.at(-1);
    if (mark !== null) {
      const item: OpenItem = { runs: runsOf(mark.text), items: [], line: at + 1, indent: mark.indent };
      const isNested = top !== undefined && (mark.indent >= top.indent + 2 || isFieldOf(top, line));
      // A list of another kind, or one that starts to count again, is a list of its own.
      if (!isNested && (mark.isOrdered !== first.isOrdered || (mark.isOrdered && mark.number !== expected))) break;
      if (isNested && top !== undefined) top.items.push(item);
      else {
        items.push(item);
        expected = mark.number + 1;
      }
    } else if (top !== undefined && isFieldOf(top, line))
      top.items.push({ runs: runsOf(line.trim()), items: [], line: at + 1, indent: top.indent + 2 });
    else if (top === undefined || indentOf(line) <= top.indent) break;
    else if (plainLead(line.trim(), 4)?.hasColon)
      top.items.push({ runs: runsOf(line.trim()), items: [], line: at + 1, indent: indentOf(line) });
    else {
      const { runs } = top.items.at(-1) ?? top;
      runs.push({ text: ' ' });
      for (const run of runsOf(line.trim())) runs.push(run);
    }
    at += 1;
  }
  parts.push({
    kind: 'list',
    isOrdered: first.isOrdered,
    ...(first.isOrdered ? { start: first.number } : {}),
    items: items.map(closeItem),
  });
  return at;
}

/** Whether a line is a field of an entry that is none itself, whatever its indent and mark. */
function isFieldOf(item: OpenItem, line: string): boolean {
  return isFieldLine(line) && !isFieldLine(item.runs.map((run) => run.text).join(''));
}

/** Names, each right above the lines that describe it, as one list. */
function readNamed(
  lines: readonly string[],
  index: number,
  parts: (Part | HeadingPart)[],
  isHeading: (index: number) => boolean,
): number {
  const items: Item[] = [];
  let at = index;
  for (let next = index; isNameOfFields(lines, next) && !isHeading(next); ) {
    const fields: Item[] = [];
    for (at = next + 1; isFieldLine(lines[at] ?? ''); at += 1) {
      const line = lines[at] ?? '';
      fields.push({ inlines: joinedRuns(runsOf(itemMark(line)?.text ?? line.trim())), items: [], line: at + 1 });
    }
    items.push({ inlines: joinedRuns(runsOf((lines[next] ?? '').trim())), items: fields, line: next + 1 });
    next = at;
    while (next < lines.length && lines[next] === '') next += 1;
  }
  parts.push({ kind: 'list', isOrdered: false, items });
  return at;
}

function closeItem({ runs, items, line }: OpenItem): Item {
  return { inlines: joinedRuns(runs), items: items.map(closeItem), line };
}

function readPipes(lines: readonly string[], index: number, parts: (Part | HeadingPart)[]): number {
  const rows: OutlineRow[] = [];
  let head: string[] = [];
  let at = index;
  for (; at < lines.length; at += 1) {
    const cells = pipeCells(lines[at] ?? '');
    if (cells === null) break;
    const above = rows[0];
    if (isPipeRule(cells)) {
      if (rows.length === 1 && head.length === 0 && above !== undefined) {
        head = [...above.cells];
        rows.pop();
      }
    } else rows.push({ cells, line: at + 1 });
  }
  addTable(parts, head, rows, index + 1);
  return at;
}

type Splitter = (line: string) => string[];

/** What may part the cells of a table that has no borders: tabs, bars between words, wide gaps. */
const splitters: readonly { readonly split: Splitter; readonly least: number; readonly lines: number }[] = [
  { split: (line) => (line.startsWith('\t') ? [line] : line.split('\t')), least: 3, lines: 2 },
  { split: (line) => (line.startsWith('\t') ? [line] : line.split('\t')), least: 2, lines: 3 },
  { split: (line) => line.split(' | '), least: 3, lines: 2 },
  { split: (line) => line.trim().split(/ {3,}/), least: 3, lines: 3 },
];
const mostCells = 60;

/** Lines under each other that fall into the same number of cells: a table copied out of a page. Null where there is none. */
function splitterAt(lines: readonly string[], index: number): Splitter | null {
  const line = lines[index] ?? '';
  // A tab behind a bullet or a number parts no cells.
  const text = itemMark(line)?.text ?? line;
  if (line.length > 5_000 || !/\t| \| | {3}/.test(text)) return null;
  for (const { split, least, lines: wanted } of splitters) {
    const cells = split(line).length;
    if (cells < least || cells > mostCells) continue;
    const isAlike = (at: number) => {
      const other = lines[at] ?? '';
      return other !== '' && other.length <= 5_000 && split(other).length === cells;
    };
    let alike = 1;
    for (let at = index + 1; alike < wanted && isAlike(at); at += 1) alike += 1;
    for (let at = index - 1; alike < wanted && isAlike(at); at -= 1) alike += 1;
    if (alike >= wanted) return split;
  }
  return null;
}

/** Two or more lines with the same number of cells. */
function isTabbed(lines: readonly string[], index: number): boolean {
  return splitterAt(lines, index) !== null;
}

function readTabs(lines: readonly string[], index: number, parts: (Part | HeadingPart)[]): number {
  const split = splitterAt(lines, index) ?? ((line: string) => [line]);
  const count = split(lines[index] ?? '').length;
  let end = index;
  while (end < lines.length && split(lines[end] ?? '').length === count) end += 1;
  const [head, ...rows] = lines
    .slice(index, end)
    .map((line, offset): OutlineRow => ({ cells: split(line).map((cell) => cell.trim()), line: index + offset + 1 }))
    .filter((row) => !isPipeRule(row.cells));
  addTable(parts, head === undefined ? [] : [...head.cells], rows, index + 1);
  return Math.max(end, index + 1);
}

function addTable(
  parts: (Part | HeadingPart)[],
  head: readonly string[],
  rows: readonly OutlineRow[],
  line: number,
): void {
  if (rows.length === 0) {
    if (head.length > 0) parts.push({ kind: 'table', head: [], rows: [{ cells: head, line }], line });
    return;
  }
  for (let start = 0; start < rows.length; start += 3_000)
    parts.push({ kind: 'table', head, rows: rows.slice(start, start + 3_000), line });
}
