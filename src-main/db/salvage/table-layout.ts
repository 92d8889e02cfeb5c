/** How the rows of each table are stored, told from our own schema, never from what a damaged or foreign file says of it. */
import BetterSqlite3, { type Database } from 'better-sqlite3';
import { currentSchema, migrate } from '../migrate.ts';
import { migrations } from '../migrations/index.ts';
import type { StoredValue } from './stored-row.ts';

interface Column {
  readonly name: string;
  readonly type: string;
  readonly isRequired: boolean;
  /** What a row has that was written before the column was added. */
  readonly missing: StoredValue;
}

export interface TableLayout {
  readonly name: string;
  /** The columns a row stores, in their order. */
  readonly columns: readonly Column[];
  /** Rows written before columns were added store fewer of them, but never fewer than this. */
  readonly leastStored: number;
  /** Which of them is the row's number, and is therefore not stored; null when none is. */
  readonly rowidColumn: number | null;
  /** Columns of the primary key that has an index of its own. */
  readonly key: readonly number[];
  /** Whether it holds what the user wrote; the search index and the undo journal do not. */
  readonly isOfRecord: boolean;
}

/** The tables of a schema, those of the newest one known for a number that is none of ours. */
export function layoutsOf(schema: number): ReadonlyMap<string, TableLayout> {
  const sqlite = new BetterSqlite3(':memory:');
  try {
    const steps = schema >= 1 && schema <= currentSchema ? migrations.slice(0, schema) : migrations;
    const layouts = new Map<string, TableLayout>();
    for (const step of steps) {
      migrate(sqlite, [step]);
      for (const [name, layout] of readLayouts(sqlite)) {
        layouts.set(name, { ...layout, leastStored: layouts.get(name)?.leastStored ?? layout.columns.length });
      }
    }
    return layouts;
  } finally {
    sqlite.close();
  }
}

/**
 * The tables of a newer schema, by the statements in its file that made them; of our own tables only. A statement that is
 * anything but the making of a table is not looked at.
 */
export function newerLayouts(statements: ReadonlyMap<string, string>): ReadonlyMap<string, TableLayout> {
  const known = layoutsOf(currentSchema);
  const sqlite = new BetterSqlite3(':memory:');
  try {
    sqlite.pragma('trusted_schema = OFF');
    for (const [name, statement] of statements) {
      if (!known.has(name) || !/^CREATE TABLE /i.test(statement) || /\bselect\b/i.test(statement)) continue;
      try {
        sqlite.prepare(statement).run();
      } catch {
        // a damaged statement: the table is taken to be as it was
      }
    }
    const newer = [...readLayouts(sqlite)].map(([name, layout]): [string, TableLayout] => [
      name,
      { ...layout, leastStored: known.get(name)?.leastStored ?? 0 },
    ]);
    return new Map([...known, ...newer]);
  } finally {
    sqlite.close();
  }
}

function readLayouts(sqlite: Database): Map<string, TableLayout> {
  const tables = sqlite
    .prepare(`SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'shadow') AND NOT wr`)
    .all() as { name: string }[];
  return new Map(tables.map(({ name }) => [name, layoutOf(sqlite, name)]));
}

/** Every name there is in our newest schema: tables, views, indexes, triggers. */
export function knownNames(): ReadonlySet<string> {
  const sqlite = new BetterSqlite3(':memory:');
  try {
    migrate(sqlite);
    const names = sqlite.prepare('SELECT name FROM sqlite_schema').all() as { name: string }[];
    return new Set(names.map(({ name }) => name));
  } finally {
    sqlite.close();
  }
}

interface ColumnInfo {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
  readonly dflt_value: string | null;
  readonly pk: number;
  readonly hidden: number;
}

function layoutOf(sqlite: Database, name: string): TableLayout {
  const infos = (sqlite.pragma(`table_xinfo("${name}")`) as ColumnInfo[]).filter(({ hidden }) => hidden !== 2);
  const keys = infos.flatMap((info, index) => (info.pk > 0 ? [{ index, pk: info.pk, type: info.type }] : []));
  const isNumbered = keys.length === 1 && keys[0]?.type.toUpperCase() === 'INTEGER';
  return {
    name,
    columns: infos.map((info) => ({
      name: info.name,
      type: info.type.toUpperCase(),
      isRequired: info.notnull === 1,
      missing: readLiteral(info.dflt_value),
    })),
    leastStored: infos.length,
    rowidColumn: isNumbered ? (keys[0]?.index ?? null) : null,
    key: isNumbered ? [] : keys.sort((a, b) => a.pk - b.pk).map(({ index }) => index),
    isOfRecord: !/^(search|undo|sqlite_)/.test(name),
  };
}

/** A default is a number or a text; of another kind there is none. */
function readLiteral(text: string | null): StoredValue {
  if (text === null) return null;
  if (/^'.*'$/s.test(text)) return text.slice(1, -1).replaceAll("''", "'");
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null;
}

/** The row as a query would give it; null when the table cannot hold such a row. */
export function fitRow(layout: TableLayout, rowid: number, stored: readonly StoredValue[]): StoredValue[] | null {
  const { columns } = layout;
  if (stored.length > columns.length || stored.length < layout.leastStored) return null;
  const row: StoredValue[] = [];
  for (const [index, column] of columns.entries()) {
    const value =
      index === layout.rowidColumn ? rowid : index < stored.length ? (stored[index] ?? null) : column.missing;
    if (value === null ? column.isRequired : !isOfType(value, column.type)) return null;
    row.push(value);
  }
  return row;
}

function isOfType(value: Exclude<StoredValue, null>, type: string): boolean {
  if (type === 'TEXT') return typeof value === 'string';
  if (type === 'BLOB') return Buffer.isBuffer(value);
  if (type === 'INTEGER') return typeof value === 'bigint' || Number.isInteger(value);
  if (type === 'REAL') return typeof value === 'number';
  return true;
}

/** What an index over the primary key holds for the row. */
export const keyOf = (layout: TableLayout, row: readonly StoredValue[]): string =>
  JSON.stringify(layout.key.map((index) => String(row[index])));
