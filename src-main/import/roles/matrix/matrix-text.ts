/** Where a plain text holds a skill matrix: its headers, rows, categories and legend, line by line. */
import { cleanLine, lettersAndFigures } from '../../outline/clean-text.ts';
import { fitLabels, placeColumns, widthOf, withAllColumns } from './matrix-columns.ts';
import type { MatrixGroup } from './matrix-group.ts';
import { isBlankCell, type Legend, legendOf, levelNames, splitMark } from './matrix-legend.ts';
import { legendsIn } from './matrix-legend-lines.ts';
import type { WrittenRow } from './matrix-library.ts';
import { type Cells, headerIn, isLevelWord, isName, rowIn } from './matrix-lines.ts';

export interface MatrixText {
  readonly groups: readonly MatrixGroup[];
  /** Labels of the columns, from the first level up. */
  readonly levels: readonly string[];
  readonly legend: Legend | null;
  readonly legendLines: readonly number[];
}

const titlePattern = /^(?:#{1,6} )?(?:full )?(?:skills?|competency) matrix$/i;
const countPattern = /^\(?(\d{1,4})\s(?:skills?|competenc(?:y|ies)|items?|topics?|technologies|areas?)\)?$/i;
const endingCountPattern = /\s[([]?(\d{1,4})(?:\s(?:skills?|competenc(?:y|ies)|items?|topics?))?[)\]]?$/i;

/** Finds the matrix of a text; null where there is none. Takes a time in proportion to the text. */
export function findMatrix(lines: readonly string[]): MatrixText | null {
  const headers = new Map<number, string[]>();
  lines.forEach((line, index) => {
    const labels = headerIn(line);
    if (labels !== null) headers.set(index, labels);
  });
  if (headers.size === 0) return null;
  const legends = [...new Map(legendsIn(lines).map((found) => [JSON.stringify(found.entries), found])).values()];
  let best: { scan: Scan; legend: Legend | null; legendLines: readonly number[]; known: number } | null = null;
  const options = [
    ...legends.slice(0, 6).map(({ entries, lines: at }) => ({
      legend: legendOf(entries, (at[0] ?? 0) + 1),
      at,
      words: new Set(entries.flatMap(({ code, label }) => [code ?? label, label]).map((word) => word.toLowerCase())),
    })),
    { legend: null, at: [], words: levelNames },
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
  // A small table in a long document does not make it a matrix, unless the document says that it is one.
  if (rows < 10 && !isAnnounced(lines, groups, legend) && rows * 12 < lines.filter((line) => line.trim() !== '').length)
    return null;
  return { groups, levels: scan.levels, legend, legendLines };
}

/** A legend for its cells, counts above its parts or a heading say that a text is about its matrix. */
function isAnnounced(lines: readonly string[], groups: readonly MatrixGroup[], legend: Legend | null): boolean {
  if (groups.every((group) => group.count === group.rows.length)) return true;
  if (lines.some((line) => line.length <= 40 && titlePattern.test(line.trim()))) return true;
  if (legend === null) return false;
  const codes = new Set(
    legend.entries.flatMap(({ code, label }) => [code ?? label, label]).map((word) => word.toLowerCase()),
  );
  const values = groups.flatMap((group) => group.rows.flatMap((row) => row.values));
  return values.every((value) => isBlankCell(value) || codes.has(splitMark(value).text.toLowerCase()));
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
  const all = headersWithRows(lines, written, words);
  const levels = commonest([...all.values()]);
  const headers = withoutRows(lines, all, { words, most: levels.length }, levels);
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
      isName(cleanLine(line)) &&
      !countPattern.test(cleanLine(line))
    ) {
      open.rows.push({ skill: cleanLine(line), values: [], isPlaced: false, line: index + 1, words: line.trim() });
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
  return headers.has(next) || countPattern.test(cleanLine((lines[next] ?? '').slice(0, 80)));
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

/** A line that says as many values as there are levels is a row, though its name begins as a head does: “Tools”, “Topic maps”. */
function withoutRows(
  lines: readonly string[],
  all: ReadonlyMap<number, readonly string[]>,
  cells: Cells,
  levels: readonly string[],
): Map<number, readonly string[]> {
  const usual = levels.map(lettersAndFigures).join('|');
  return new Map(
    [...all].filter(([at, labels]) => {
      if (labels.map(lettersAndFigures).join('|') === usual || labels.every(isLevelWord)) return true;
      return rowIn(lines[at] ?? '', at, cells)?.values.length !== cells.most;
    }),
  );
}

/** The labels that head most parts of the matrix; the first of several. */
function commonest(all: readonly (readonly string[])[]): readonly string[] {
  const counts = new Map<string, { labels: readonly string[]; count: number }>();
  for (const labels of all) {
    const key = labels.map(lettersAndFigures).join('|');
    const known = counts.get(key) ?? { labels, count: 0 };
    known.count += 1;
    counts.set(key, known);
  }
  return [...counts.values()].toSorted((a, b) => b.count - a.count)[0]?.labels ?? [];
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
    const text = cleanLine(
      (lines[at] ?? '')
        .slice(0, 400)
        .replaceAll('**', '')
        .replace(/^\s{0,3}#{1,6}\s/, ''),
    );
    const count = countPattern.exec(text);
    if (count !== null && group.countLine === undefined) {
      group.countText = text;
      group.count = Number(count[1]);
      group.countLine = at + 1;
      continue;
    }
    if (text.length > 120 || /[.!?]$/.test(text)) break;
    const ending = group.count === undefined ? endingCountPattern.exec(text) : null;
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
