/** The tables of official downloads: which table a file is, told by the names of its columns, and its rows by those names. */
import { parse } from 'csv-parse/sync';
import { cleanLine, lettersAndFigures } from '../../outline/clean-text.ts';
import type { Source } from '../../source.ts';

export type OfficialFormat = 'onet' | 'esco' | 'digital-framework';

export interface OfficialTable {
  readonly format: OfficialFormat;
  readonly table: string;
  readonly source: Source;
}

/** What makes a table the one it is: columns that must be there, and some that must not. */
interface Shape {
  readonly format: OfficialFormat;
  readonly table: string;
  readonly columns: readonly string[];
  readonly without?: readonly string[];
}

const tableShapes: readonly Shape[] = [
  { format: 'onet', table: 'ratings', columns: ['onetsoccode', 'elementid', 'elementname', 'scaleid', 'datavalue'] },
  { format: 'onet', table: 'tasks', columns: ['onetsoccode', 'taskid', 'task'], without: ['scaleid'] },
  { format: 'onet', table: 'technology', columns: ['onetsoccode', 'example', 'commoditytitle'] },
  { format: 'onet', table: 'occupations', columns: ['onetsoccode', 'title', 'description'] },
  { format: 'onet', table: 'unread', columns: ['onetsoccode'] },
  { format: 'esco', table: 'relations', columns: ['occupationuri', 'relationtype', 'skilluri'] },
  { format: 'esco', table: 'skills', columns: ['concepturi', 'skilltype', 'preferredlabel'] },
  {
    format: 'esco',
    table: 'occupations',
    columns: ['concepturi', 'preferredlabel', 'iscogroup'],
    without: ['skilltype'],
  },
  { format: 'esco', table: 'unread', columns: ['concepturi', 'preferredlabel'] },
  { format: 'digital-framework', table: 'roles', columns: ['role', 'rolelevel', 'skill', 'skilllevel'] },
];

/** Other names that columns go by. */
const synonyms: ReadonlyMap<string, string> = new Map([
  ['roletitle', 'role'],
  ['rolename', 'role'],
  ['jobrole', 'role'],
  ['leveltitle', 'rolelevel'],
  ['rolelevelname', 'rolelevel'],
  ['roleleveltitle', 'rolelevel'],
  ['level', 'rolelevel'],
  ['grade', 'rolelevel'],
  ['skillname', 'skill'],
  ['skilltitle', 'skill'],
  ['requiredskilllevel', 'skilllevel'],
  ['skilllevelname', 'skilllevel'],
  ['proficiency', 'skilllevel'],
  ['proficiencylevel', 'skilllevel'],
  ['rolefamily', 'family'],
  ['jobfamily', 'family'],
  ['rolegroup', 'family'],
  ['profession', 'family'],
  ['roletype', 'family'],
  ['leveldescription', 'roleleveldescription'],
  ['skilldefinition', 'skilldescription'],
]);

const longestHeader = 4_000;

function delimiterOf(header: string): string {
  const counts = ['\t', ',', ';'].map((mark) => ({ mark, count: header.split(mark).length }));
  return counts.toSorted((a, b) => b.count - a.count)[0]?.mark ?? ',';
}

/** A column's name as tables are told by: letters and figures alone, by its usual name. */
function columnName(text: string): string {
  const name = lettersAndFigures(text);
  return synonyms.get(name) ?? name;
}

/** Which official table a text is; null for any other text. Looks at its first line alone. */
export function officialTableOf(source: Source): OfficialTable | null {
  const end = source.text.indexOf('\n');
  const header = source.text.slice(0, Math.min(end === -1 ? longestHeader : end, longestHeader));
  const columns = new Set(header.split(delimiterOf(header)).map((cell) => columnName(cell)));
  if (columns.size < 2) return null;
  const shape = tableShapes.find(
    (candidate) =>
      candidate.columns.every((column) => columns.has(column)) &&
      !candidate.without?.some((column) => columns.has(column)),
  );
  if (shape === undefined) return null;
  const table = { format: shape.format, table: shape.table, source };
  return shape.format !== 'digital-framework' || hasFourLevels(table) ? table : null;
}

/** Many a table has roles, levels and skills; the framework grades skills in these four words and no others. */
function hasFourLevels(table: OfficialTable): boolean {
  const start = table.source.text.split('\n', 400).slice(0, 399).join('\n');
  const levels = rowsOfTable({ ...table, source: { ...table.source, text: start } })
    .map((row) => lettersAndFigures(row.of('skilllevel')))
    .filter(Boolean);
  const known = levels.filter((level) => /^(?:awareness|working|practitioner|expert)/.test(level));
  return known.length > 0 && known.length * 5 >= levels.length * 4;
}

export interface OfficialRow {
  /** The cell under a column, '' where there is none. */
  readonly of: (column: string) => string;
  readonly line: number;
  /** The row as it stands, on one line. */
  readonly words: () => string;
}

/**
 * Visits the rows of an official table one after another, so that a table of a hundred thousand rows is never held as
 * rows, and answers how many there were. Never throws: what cannot be parsed as quoted text is cut at its marks.
 */
export function eachRow({ source }: OfficialTable, visit: (row: OfficialRow) => void): number {
  const { text } = source;
  const end = text.indexOf('\n');
  const delimiter = delimiterOf(text.slice(0, end === -1 ? longestHeader : end));
  let places: Map<string, number> | null = null;
  let count = 0;
  const take = (cells: readonly string[], line: number) => {
    if (places === null) {
      places = new Map(cells.map((cell, index) => [columnName(cell), index]));
      return;
    }
    const known = places;
    count += 1;
    visit({
      of: (column) => (cells[known.get(column) ?? -1] ?? '').trim(),
      line,
      words: () => cleanLine(cells.join(' | ').slice(0, 2_000)),
    });
  };
  if (delimiter !== '\t') {
    for (const [index, cells] of quoted(text, delimiter).entries()) take(cells, index + 1);
    return count;
  }
  let line = 0;
  for (let from = 0; from < text.length; ) {
    const next = text.indexOf('\n', from);
    const to = next === -1 ? text.length : next;
    line += 1;
    if (to > from) take(text.slice(from, to).split('\t'), line);
    from = to + 1;
  }
  return count;
}

/** The rows of a table that is not too long to be held. */
export function rowsOfTable(table: OfficialTable): OfficialRow[] {
  const rows: OfficialRow[] = [];
  eachRow(table, (row) => rows.push(row));
  return rows;
}

/** Whether a table of ratings holds any that are read, told by its first row; others are large and of no use. */
export function isUsefulStart(table: OfficialTable): boolean {
  if (table.table === 'unread') return false;
  if (table.format !== 'onet' || table.table !== 'ratings') return true;
  const scales = new Set<string>();
  eachRow(table, (row) => scales.add(row.of('scaleid').toUpperCase()));
  return scales.size === 0 || scales.has('IM') || scales.has('LV');
}

function quoted(text: string, delimiter: string): string[][] {
  try {
    return parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      bom: true,
      max_record_size: 1_000_000,
    });
  } catch {
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => line.split(delimiter));
  }
}
