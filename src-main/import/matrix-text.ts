/** Where a plain text holds a skill matrix: its headers, rows, categories and legend, line by line. */
import { bare, oneLine } from './clean.ts';
import { isBlankCell, LEVEL_NAMES, type Legend, legendOf, splitMark } from './matrix-legend.ts';
import { legendsIn } from './matrix-legend-lines.ts';
import type { WrittenRow } from './matrix-library.ts';

/** Rows under one category, as they stand. */
export interface MatrixGroup {
  readonly category: string | undefined;
  readonly categoryLine: number | undefined;
  /** “4 skills”, as printed. */
  readonly countText: string | undefined;
  readonly count: number | undefined;
  readonly countLine: number | undefined;
  /** The labels above the columns, where this group prints them again. */
  readonly header: readonly string[] | undefined;
  readonly headerLine: number | undefined;
  readonly rows: WrittenRow[];
}

export interface MatrixText {
  readonly groups: readonly MatrixGroup[];
  /** Labels of the columns, from the first level up. */
  readonly levels: readonly string[];
  readonly legend: Legend | null;
  readonly legendLines: readonly number[];
}

const MOST_LEVELS = 12;
export const HEADS =
  /^(?:skills?|skill names?|skill area|competenc(?:y|ies)|technolog(?:y|ies)|topics?|areas?|capabilit(?:y|ies)|knowledge areas?|tools?|abilit(?:y|ies))$/i;
export const LEVEL_WORDS =
  /^(?:jun(?:ior)?|jr|mid(?:dle)?|sen(?:ior)?|sr|lead|staff|princ(?:ipal)?|expert|entry|associate|intern|trainee|head|chief|architect|manager|director|fellow|graduate|regular|(?:l|ic|p|e|m|t|g|sde|swe|level|grade)\s?-?\d{1,2}|i{1,3}v?)\.?$/i;
const COUNT = /^\(?(\d{1,4})\s(?:skills?|competenc(?:y|ies)|items?|topics?|technologies|areas?)\)?$/i;
const ENDING_COUNT = /\s[([]?(\d{1,4})(?:\s(?:skills?|competenc(?:y|ies)|items?|topics?))?[)\]]?$/i;
const GENERIC_CELL = /^(?:\p{Lu}\d?|\d{1,2}|[●◐○◑◕◔✓✔])$/u;

type Split = { readonly kind: 'columns' | 'words'; readonly cells: readonly string[] };

/** A line as cells where tabs or bars part them, and as words otherwise. */
function splitLine(line: string): Split {
  if (line.includes('\t')) return { kind: 'columns', cells: line.split('\t').map((cell) => oneLine(cell)) };
  const text = line.trim();
  if (text.includes('|')) {
    const inner = text.startsWith('|') ? text.slice(1) : text;
    return {
      kind: 'columns',
      cells: (inner.endsWith('|') ? inner.slice(0, -1) : inner)
        .split('|')
        .map((cell) => oneLine(cell.replaceAll('**', ''))),
    };
  }
  return { kind: 'words', cells: oneLine(text.slice(0, 2_000)).split(' ') };
}

/** Words of a header with `Lead / Staff` as one label. */
function joinedSlashes(words: readonly string[]): string[] {
  const labels: string[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    const before = labels.at(-1);
    if (word === '/' && before !== undefined && words[index + 1] !== undefined) {
      labels[labels.length - 1] = `${before} / ${words[index + 1]}`;
      index += 1;
    } else labels.push(word);
  }
  return labels;
}

/** The labels of a line that heads a matrix; null for any other line. */
function headerIn(line: string): string[] | null {
  if (line.length > 600) return null;
  const { kind, cells } = splitLine(line);
  const isCut = kind === 'columns';
  const text = oneLine(line);
  if (isCut) {
    const labels = cells.slice(1);
    while (labels.at(-1) === '') labels.pop();
    const isHead = HEADS.test(cells[0] ?? '') || cells[0] === '';
    const isLevels =
      labels.length >= 2 && labels.length <= MOST_LEVELS && labels.every((label) => label !== '' && label.length <= 60);
    return isHead && isLevels && (cells[0] !== '' || labels.every((label) => LEVEL_WORDS.test(label))) ? labels : null;
  }
  if (/[.!?:]$/.test(text) || cells.length < 2) return null;
  const starts = HEADS.test(cells[0] ?? '') ? 1 : HEADS.test(cells.slice(0, 2).join(' ')) ? 2 : 0;
  const labels = joinedSlashes(cells.slice(starts));
  if (labels.length < 2 || labels.length > MOST_LEVELS || !labels.every((label) => /[\p{L}\d]/u.test(label)))
    return null;
  const known = labels.filter(
    (label) => LEVEL_WORDS.test(label) || LEVEL_WORDS.test(label.split(' / ')[0] ?? ''),
  ).length;
  if (starts > 0) return known > 0 || labels.every((label) => /^[\p{Lu}\d]/u.test(label)) ? labels : null;
  return known === labels.length ? labels : null;
}

/** What a scan knows of the cells it may meet. */
interface Cells {
  readonly words: ReadonlySet<string>;
  readonly most: number;
}

/** The values at the end of a line and the name before them; null for a line without values. */
function trailingValues(words: readonly string[], cells: Cells): { name: string; values: string[] } | null {
  const values: string[] = [];
  let end = words.length;
  while (end > 1 && values.length < cells.most) {
    const two = end > 2 ? `${words[end - 2]} ${words[end - 1]}` : '';
    if (two !== '' && isCell(two, cells)) {
      values.unshift(two);
      end -= 2;
    } else if (isCell(words[end - 1] ?? '', cells)) {
      values.unshift(words[end - 1] ?? '');
      end -= 1;
    } else break;
  }
  return values.length === 0 ? null : { name: words.slice(0, end).join(' '), values };
}

function isCell(word: string, { words }: Cells): boolean {
  const { text } = splitMark(word);
  if (text === '' || isBlankCell(text)) return text !== '' && !word.includes(' ');
  return words.size > 0 ? words.has(text.toLowerCase()) : GENERIC_CELL.test(text) && !word.includes(' ');
}

const isName = (name: string): boolean =>
  name.length <= 200 && /[\p{L}\p{N}]/u.test(name) && name.split(' ').length <= 14 && !/[.!?;]$/.test(name);

interface Row extends WrittenRow {
  readonly isCut: boolean;
}

function rowIn(line: string, at: number, cells: Cells): Row | null {
  if (line.length > 2_000) return null;
  const split = splitLine(line);
  if (split.kind === 'words') {
    const found = trailingValues(split.cells, cells);
    if (found === null || !isName(found.name)) return null;
    const { name, values } = found;
    if (values.every((value) => isBlankCell(value)) && values.length < 2) return null;
    return {
      skill: name,
      values,
      isPlaced: values.length === cells.most,
      isCut: false,
      line: at + 1,
      words: line.trim(),
    };
  }
  const [skill = '', ...values] = split.cells;
  while (values.length > cells.most && values.at(-1) === '') values.pop();
  const filled = values.filter((value) => !isBlankCell(value));
  if (!isName(skill) || skill === '' || values.length > cells.most || filled.length === 0) return null;
  const fits = filled.filter((value) => isCell(value, cells)).length;
  if (fits * 2 < filled.length) return null;
  return { skill, values, isPlaced: false, isCut: true, line: at + 1, words: line.trim() };
}

/** Finds the matrix of a text; null where there is none. Takes a time in proportion to the text. */
export function findMatrix(lines: readonly string[]): MatrixText | null {
  const headers = new Map<number, string[]>();
  lines.forEach((line, index) => {
    const labels = headerIn(line);
    if (labels !== null) headers.set(index, labels);
  });
  if (headers.size === 0) return null;
  const legends = [...new Map(legendsIn(lines).map((one) => [JSON.stringify(one.entries), one])).values()];
  let best: { scan: Scan; legend: Legend | null; legendLines: readonly number[]; known: number } | null = null;
  const options = [
    ...legends.slice(0, 6).map(({ entries, lines: at }) => ({
      legend: legendOf(entries, (at[0] ?? 0) + 1),
      at,
      words: new Set(entries.flatMap(({ code, label }) => [code ?? label, label]).map((one) => one.toLowerCase())),
    })),
    { legend: null, at: [], words: LEVEL_NAMES },
    { legend: null, at: [], words: new Set<string>() },
  ];
  for (const { legend, at, words } of options) {
    const scan = scanRows(lines, headers, words, new Set(at));
    const values = scan.groups
      .flatMap((group) => group.rows.flatMap((row) => row.values))
      .filter((value) => !isBlankCell(value));
    const known =
      words.size === 0
        ? values.length * 0.6
        : values.filter((value) => words.has(splitMark(value).text.toLowerCase())).length;
    if (best === null || known > best.known) best = { scan, legend, legendLines: at, known };
  }
  if (best === null) return null;
  const { scan, legend, legendLines } = best;
  const groups = scan.groups.filter((group) => group.rows.length > 0);
  const rows = groups.reduce((sum, group) => sum + group.rows.length, 0);
  const values = groups.reduce((sum, group) => sum + group.rows.reduce((all, row) => all + row.values.length, 0), 0);
  if (rows < 3 || values < 6) return null;
  // A small table in a long document does not make it a matrix.
  if (rows < 10 && rows * 12 < lines.filter((line) => line.trim() !== '').length) return null;
  return { groups, levels: scan.levels, legend, legendLines };
}

interface Scan {
  readonly groups: MatrixGroup[];
  readonly levels: readonly string[];
}

type OpenGroup = { -readonly [Key in keyof MatrixGroup]: MatrixGroup[Key] };

function scanRows(
  lines: readonly string[],
  written: ReadonlyMap<number, readonly string[]>,
  words: ReadonlySet<string>,
  legendLines: ReadonlySet<number>,
): Scan {
  const groups: OpenGroup[] = [];
  const cuts = new Set<WrittenRow>();
  const headers = headersWithRows(lines, written, words);
  const levels = commonest([...headers.values()]);
  let cells: Cells = { words, most: levels.length };
  let open: OpenGroup | null = null;
  let pending: number[] = [];
  let last = -2;
  const start = (at: number | undefined): OpenGroup => {
    const group = groupOf(lines, pending);
    const labels = at === undefined ? undefined : headers.get(at);
    groups.push({ ...group, header: labels, headerLine: at === undefined ? undefined : at + 1 });
    pending = [];
    return groups.at(-1) as OpenGroup;
  };
  lines.forEach((line, index) => {
    if (line.trim() === '' || legendLines.has(index) || isRule(line)) return;
    const labels = headers.get(index);
    if (labels !== undefined) {
      cells = { words, most: labels.length };
      open = start(index);
      last = index;
      return;
    }
    const row = open === null || isAboveCount(lines, index, headers) ? null : rowIn(line, index, cells);
    if (open !== null && row !== null) {
      if (pending.length > 0) {
        // A category between rows, under the labels that stand further up.
        if (pending.length > 3) {
          pending.push(index);
          return;
        }
        open = start(undefined);
      }
      open.rows.push(row);
      if (row.isCut) cuts.add(row);
      last = index;
      return;
    }
    const isInside = open !== null && last === index - 1 && pending.length === 0;
    if (
      isInside &&
      open?.count !== undefined &&
      open.rows.length < open.count &&
      isName(oneLine(line)) &&
      !COUNT.test(oneLine(line))
    ) {
      open.rows.push({ skill: oneLine(line), values: [], isPlaced: false, line: index + 1, words: line.trim() });
      last = index;
      return;
    }
    pending.push(index);
    // Running text ends the matrix until labels head it again.
    if (pending.length > 4) open = null;
  });
  const width = widthOf(groups, levels.length);
  return {
    groups: placeColumns(withAllColumns(groups, levels), cuts, width).map((group) =>
      group.header === undefined ? group : { ...group, header: fitLabels(group.header, width) },
    ),
    levels: fitLabels(levels, width),
  };
}

/** A line with a count or the labels next to it is a category, whatever its last word looks like. */
function isAboveCount(lines: readonly string[], at: number, headers: ReadonlyMap<number, unknown>): boolean {
  let next = at + 1;
  while (next < lines.length && next <= at + 3 && (lines[next] ?? '').trim() === '') next += 1;
  return headers.has(next) || COUNT.test(oneLine((lines[next] ?? '').slice(0, 80)));
}

/** Labels alone make no matrix: one of the next lines has to be a row. */
function headersWithRows(
  lines: readonly string[],
  written: ReadonlyMap<number, readonly string[]>,
  words: ReadonlySet<string>,
): Map<number, readonly string[]> {
  const headers = new Map<number, readonly string[]>();
  for (const [at, labels] of written) {
    const cells = { words, most: labels.length };
    let seen = 0;
    for (let next = at + 1; next < lines.length && next < at + 12 && seen < 3; next += 1) {
      const line = lines[next] ?? '';
      if (line.trim() === '' || isRule(line)) continue;
      seen += 1;
      if (written.has(next) || rowIn(line, next, cells) === null) continue;
      headers.set(at, labels);
      break;
    }
  }
  return headers;
}

/** The labels that head most parts of the matrix; the first of several. */
function commonest(all: readonly (readonly string[])[]): readonly string[] {
  const counts = new Map<string, { labels: readonly string[]; count: number }>();
  for (const labels of all) {
    const key = labels.map(bare).join('|');
    const known = counts.get(key) ?? { labels, count: 0 };
    known.count += 1;
    counts.set(key, known);
  }
  return [...counts.values()].toSorted((one, other) => other.count - one.count)[0]?.labels ?? [];
}

const isRule = (line: string): boolean => {
  const text = line.trim();
  return text.length >= 3 && [...text].every((letter) => '-=_|:+ *'.includes(letter));
};

/** The category and its printed count among the lines above a header or a row. */
function groupOf(lines: readonly string[], pending: readonly number[]): OpenGroup {
  const group: OpenGroup = {
    category: undefined,
    categoryLine: undefined,
    countText: undefined,
    count: undefined,
    countLine: undefined,
    header: undefined,
    headerLine: undefined,
    rows: [],
  };
  for (const at of pending.toReversed()) {
    const text = oneLine(
      (lines[at] ?? '')
        .slice(0, 400)
        .replaceAll('**', '')
        .replace(/^\s{0,3}#{1,6}\s/, ''),
    );
    const count = COUNT.exec(text);
    if (count !== null && group.countLine === undefined) {
      group.countText = text;
      group.count = Number(count[1]);
      group.countLine = at + 1;
      continue;
    }
    if (text.length > 120 || /[.!?]$/.test(text)) break;
    const ending = group.count === undefined ? ENDING_COUNT.exec(text) : null;
    group.category = ending === null ? text : text.slice(0, ending.index).trim();
    if (ending !== null) {
      group.count = Number(ending[1]);
      group.countText = text.slice(ending.index).trim();
    }
    group.categoryLine = at + 1;
    break;
  }
  return group;
}

/** A part whose labels are only some of the levels has its values under those, and blanks under the others. */
function withAllColumns(groups: readonly OpenGroup[], levels: readonly string[]): OpenGroup[] {
  const places = new Map(levels.map((label, index) => [bare(label), index]));
  return groups.map((group) => {
    const labels = group.header ?? [];
    const own = labels.map((label) => places.get(bare(label)));
    if (labels.length === 0 || labels.length >= levels.length || own.includes(undefined)) return group;
    const rows = group.rows.map((row) => {
      if (row.values.length !== labels.length) return row;
      return { ...row, values: levels.map((_, index) => row.values[own.indexOf(index)] ?? '') };
    });
    return { ...group, rows };
  });
}

/** How many levels the rows show: what most of the longest rows have. */
function widthOf(groups: readonly MatrixGroup[], labels: number): number {
  const counts = new Map<number, number>();
  for (const { rows } of groups)
    for (const { values } of rows) counts.set(values.length, (counts.get(values.length) ?? 0) + 1);
  const widest = Math.max(0, ...counts.keys());
  const most = [...counts].toSorted((one, other) => other[1] - one[1])[0]?.[0] ?? 0;
  // Labels of two words each: twice as many words as any row has values.
  return labels > widest && most === widest && widest >= 2 && labels % widest === 0 ? widest : labels;
}

/** The labels for so many columns: words are put together where there are too many. */
function fitLabels(labels: readonly string[], width: number): string[] {
  if (labels.length === width || width === 0 || labels.length % width !== 0) return [...labels];
  const size = labels.length / width;
  return Array.from({ length: width }, (_, index) => labels.slice(index * size, (index + 1) * size).join(' '));
}

/**
 * Rows cut by tabs or bars keep their columns where the text shows blanks as blanks: then what is missing at the end
 * is blank too. Where no row shows a blank, a row with fewer values does not say which is missing.
 */
function placeColumns(groups: readonly OpenGroup[], cuts: ReadonlySet<WrittenRow>, width: number): MatrixGroup[] {
  const rows = groups.flatMap((group) => group.rows);
  const showsBlanks = rows.some((row) => cuts.has(row) && row.values.some((value) => value === ''));
  return groups.map((group) => ({
    ...group,
    rows: group.rows.map((row) => {
      const isWhole = row.values.length === width;
      if (isWhole) return { ...row, isPlaced: true };
      if (!cuts.has(row)) return { ...row, isPlaced: false };
      if (!showsBlanks) return { ...row, isPlaced: false, values: row.values.filter((value) => value !== '') };
      return { ...row, isPlaced: true, values: Array.from({ length: width }, (_, index) => row.values[index] ?? '') };
    }),
  }));
}
