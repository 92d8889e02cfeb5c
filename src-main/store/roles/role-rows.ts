/** The lists of a role spec and the tables that hold them, row by row. */
import { roleFields } from '../../../shared/api/role-change.ts';

/** A list whose rows are stored value by value, under the names of the contract. */
interface PlainList {
  readonly table: string;
  readonly columns: readonly string[];
}

/** Where a typed row came from. */
export const originColumns = ['section', 'line', 'words'] as const;

export type PlainListName =
  | 'responsibilities'
  | 'kpis'
  | 'tools'
  | 'milestones'
  | 'items'
  | 'scorecard'
  | 'faqs'
  | 'links'
  | 'gapPairs';

export const plainLists: Readonly<Record<PlainListName, PlainList>> = {
  responsibilities: { table: 'responsibility', columns: ['group', 'number', 'lead', 'text'] },
  kpis: { table: 'kpi', columns: ['name', 'category', 'measures', 'why', 'target', 'frequency', 'note'] },
  tools: { table: 'tool', columns: ['name', 'category', 'use', 'adoption'] },
  milestones: { table: 'milestone', columns: ['horizon', 'text'] },
  items: { table: 'roleItem', columns: ['kind', 'group', 'name', 'text'] },
  scorecard: { table: 'scorecardDimension', columns: ['dimension', 'meets', 'exceeds', 'weight'] },
  faqs: { table: 'faq', columns: ['question', 'answer'] },
  links: { table: 'roleLink', columns: ['kind', 'title', 'family', 'levelCode', 'tourOfDuty', 'note'] },
  gapPairs: { table: 'gapPair', columns: ['theme', 'from', 'to'] },
};

export const plainListNames = Object.keys(plainLists) as PlainListName[];

/** The single values of a role spec that are columns of its own table, under one name; the stack is stored as JSON. */
export const roleColumns = roleFields.filter((field) => field !== 'stack');

/** `INSERT` of all columns, quoted: `group`, `from` and `to` are words of SQL. */
export function insertSql(table: string, columns: readonly string[]): string {
  const names = columns.map((column) => `"${column}"`).join(', ');
  return `INSERT INTO ${table} (${names}) VALUES (${columns.map(() => '?').join(', ')})`;
}

/** In the contract an absent value is absent; in a column it is null. */
export function presentValues(row: object, columns: readonly string[]): Record<string, unknown> {
  const values = row as Record<string, unknown>;
  return Object.fromEntries(
    columns.flatMap((column) =>
      values[column] === null || values[column] === undefined ? [] : [[column, values[column]]],
    ),
  );
}

/** The values of a row in the order of its columns. */
export function columnValues(row: object, columns: readonly string[]): unknown[] {
  const values = row as Record<string, unknown>;
  return columns.map((column) => values[column] ?? null);
}
