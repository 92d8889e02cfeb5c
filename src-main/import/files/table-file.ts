/** Tables in text: which mark parts the columns, and the rows with the lines they stand in. */
import { parse } from 'csv-parse/sync';
import type { Part } from '../outline/outline.ts';
import { isPipeRule } from '../outline/text-marks.ts';
import type { Notices } from '../roles/notices.ts';

export interface TableRow {
  readonly cells: readonly string[];
  /** With the value of a merged cell in every place that it covers. */
  readonly covered?: readonly string[];
  /** Line of the source as shown, from 1. */
  readonly line: number;
}

export interface Table {
  readonly rows: readonly TableRow[];
  /** How many cells most rows have. */
  readonly width: number;
  /** The share of rows of that width. */
  readonly share: number;
}

const delimiters = ['\t', ';', ',', '|'] as const;
const sampleLines = 60;
/** Sixty rows of a table are never so long; a text on one endless line is none. */
const longestSample = 400_000;
const mostRows = 400_000;
const mostColumns = 60;
const longestCell = 20_000;

/** Cut at every mark, quotes being part of the cells. */
function cut(text: string, delimiter: string): TableRow[] {
  const rows: TableRow[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() !== '' && rows.length < mostRows)
      rows.push({ cells: line.split(delimiter).map((cell) => cell.trim()), line: index + 1 });
  }
  return rows;
}

function parsed(text: string, delimiter: string, quote: boolean): TableRow[] | null {
  if (!quote) return cut(text, delimiter);
  try {
    const ends: number[] = [];
    const records = parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      to: mostRows,
      max_record_size: 2_000_000,
      bom: true,
      on_record(record: string[], { lines }) {
        ends.push(lines);
        return record;
      },
    });
    let before = 0;
    return records.map((record, index) => {
      const end = ends[index] ?? before + 1;
      const inside = record.reduce((sum, cell) => sum + (cell.includes('\n') ? cell.split('\n').length - 1 : 0), 0);
      const line = Math.max(before + 1, end - inside);
      before = end;
      return { cells: record.map((cell) => cell.trim()), line };
    });
  } catch {
    return null;
  }
}

function measured(rows: readonly TableRow[]): Table {
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const [width = 0, count = 0] = [...counts].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
  return { rows, width, share: rows.length === 0 ? 0 : count / rows.length };
}

/**
 * The text as a table, by the mark that cuts most of its lines into equally many cells; null for text that is none.
 * Quotes may hold marks and line ends. Never throws.
 */
export function tableOf(text: string): Table | null {
  const sample = text
    .split('\n', sampleLines + 1)
    .slice(0, sampleLines)
    .join('\n');
  if (sample.length > longestSample) return null;
  let best: { delimiter: string; score: number } | null = null;
  for (const delimiter of delimiters) {
    if (!sample.includes(delimiter)) continue;
    const rows = parsed(sample, delimiter, delimiter !== '\t') ?? parsed(sample, delimiter, false);
    if (rows === null || rows.length < 2) continue;
    const { width, share } = measured(rows);
    const wide = rows.filter((row) => row.cells.length >= 2).length / rows.length;
    if (width < 2 || wide < 0.5) continue;
    const score = share * Math.min(width, 12) + (delimiter === '\t' ? 1 : 0);
    if (best === null || score > best.score) best = { delimiter, score };
  }
  if (best === null) return null;
  const { delimiter } = best;
  // A text that is cut by tabs has no quotes of its own: they are part of its cells, unless a cell is wrapped in them.
  const isQuoted =
    delimiter !== '\t' ||
    sample.split('\n').some((line) => line.split('\t').some((cell) => /^".*"$/.test(cell.trim())));
  const rows = (isQuoted ? parsed(text, delimiter, true) : null) ?? parsed(text, delimiter, false);
  if (rows === null) return null;
  const plain = delimiter === '|' ? withoutMarkdown(rows) : rows;
  return measured(plain.map((row) => (row.cells.some(isGuarded) ? { ...row, cells: row.cells.map(unguarded) } : row)));
}

/** A table in Markdown without the rule below its header and the stars around bold words; any other as it is. */
function withoutMarkdown(rows: readonly TableRow[]): readonly TableRow[] {
  const isRule = ({ cells }: TableRow): boolean => {
    const filled = cells.filter((cell) => cell !== '');
    return filled.length >= 2 && isPipeRule(filled);
  };
  if (!rows.some(isRule)) return rows;
  return rows
    .filter((row) => !isRule(row))
    .map(({ cells, line }) => ({ cells: cells.map((cell) => cell.replaceAll('**', '')), line }));
}

/** Writers of CSV, ours among them, put an apostrophe before what a spreadsheet would run as a formula. */
const isGuarded = (cell: string): boolean => /^'\s*[=+\-@＝＋－＠]/.test(cell);
const unguarded = (cell: string): string => (isGuarded(cell) ? cell.slice(1) : cell);

/** A table as parts of prose, however wide and long it is. */
export function tableParts(head: readonly string[], rows: readonly TableRow[], line: number): Part[] {
  const width = Math.max(head.length, ...rows.slice(0, 5_000).map((row) => row.cells.length));
  const parts: Part[] = [];
  for (let from = 0; from < Math.max(1, width); from += mostColumns) {
    const cut = (cells: readonly string[]): string[] =>
      cells
        .slice(from, from + mostColumns)
        .map((cell) => (cell.length > longestCell ? `${cell.slice(0, longestCell - 1)}…` : cell));
    // most rows of a table that is very wide in one place have nothing there
    const filled = from === 0 ? rows : rows.filter((row) => row.cells.length > from);
    const own = cut(head).map((cell) => (cell.length > 5_000 ? `${cell.slice(0, 4_999)}…` : cell));
    for (let start = 0; start < Math.max(1, filled.length); start += 3_000) {
      parts.push({
        kind: 'table',
        head: own,
        rows: filled.slice(start, start + 3_000).map((row) => ({ cells: cut(row.cells), line: row.line })),
        line: filled[start]?.line ?? line,
      });
    }
  }
  return parts.filter((part) => part.kind === 'table' && (part.head.length > 0 || part.rows.length > 0));
}

/** Says that a table was cut at the most rows that are read. */
export function noteLongTable(table: Table, notices: Notices): void {
  if (table.rows.length >= mostRows) notices.add('NOT_PLACED', `Only the first ${mostRows} rows are read.`);
}
