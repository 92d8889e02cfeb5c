/** The tables that undo watches: their columns, their keys, and what else must be unique in them. */
import type { Database } from 'better-sqlite3';
import { AppError } from '../../../shared/api/errors.ts';

/** Tables that undo leaves alone: what is derived, what is the journal's own, what is no part of the record. */
const exempt = new Set([
  'undoStep',
  'undoEntry',
  'undoContext',
  'searchDoc',
  'accomplishmentCount',
  'setting',
  'unsavedText',
  'sourceBytes',
  'scale',
  'profileMeta',
]);
/** The column by which the parts of a role spec name it, with ON DELETE CASCADE. */
export const roleSpecKey = 'roleSpecId';
/** JSON, in which the journal notes values, gives these back as they were; it cannot hold a BLOB. */
const journaledTypes = new Set(['TEXT', 'INTEGER', 'REAL']);

export interface JournaledTable {
  readonly name: string;
  /** In the order of the table, without those that SQLite generates. */
  readonly columns: readonly string[];
  /** The columns of the primary key. */
  readonly keys: readonly string[];
  /** Columns of further unique indexes; null when an index is of a kind whose columns cannot be told. */
  readonly uniqueColumns: readonly string[] | null;
  /** Whether its rows are parts of a role spec and go with it. */
  readonly isPartOfRole: boolean;
}

/** The names of the user's tables, in the order of their making. */
export function journaledTables(sqlite: Database): string[] {
  const rows = sqlite
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY rowid`)
    .all() as { name: string }[];
  return rows
    .map((row) => row.name)
    .filter((name) => !name.startsWith('sqlite_') && !name.startsWith('search') && !exempt.has(name));
}

interface Column {
  readonly name: string;
  readonly type: string;
  readonly pk: number;
  readonly hidden: number;
}

interface UniqueColumn {
  readonly partial: number;
  readonly column: string | null;
}

/**
 * Reads how the user's tables are made, in the order of their making. Throws PROFILE_DAMAGED for one whose rows the journal
 * could not give back as they were. Each opening waits for it, so each question is prepared once for all tables.
 */
export function describeTables(sqlite: Database): JournaledTable[] {
  const columnsOf = sqlite.prepare<[string], Column>('SELECT name, type, pk, hidden FROM pragma_table_xinfo(?)');
  const uniqueOf = sqlite.prepare<[string], UniqueColumn>(
    `SELECT list.partial, info.name AS "column" FROM pragma_index_list(?) AS list, pragma_index_xinfo(list.name) AS info
     WHERE list."unique" = 1 AND list.origin <> 'pk' AND info."key" = 1`,
  );
  const partOfRole = sqlite.prepare<[string, string], { 1: 1 }>(
    `SELECT 1 FROM pragma_foreign_key_list(?) WHERE "from" = ? AND "table" = 'roleSpec' AND on_delete = 'CASCADE'`,
  );
  const strict = new Set(
    sqlite.prepare<[], string>(`SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 1`).pluck().all(),
  );
  return journaledTables(sqlite).map((name) => {
    const columns = columnsOf.all(name).filter((column) => column.hidden === 0);
    const keys = columns.filter((column) => column.pk > 0);
    if (!strict.has(name) || keys.length === 0 || columns.some((column) => !journaledTypes.has(column.type))) {
      throw new AppError(
        'PROFILE_DAMAGED',
        `The record holds a table that Cairn cannot undo changes of (${name}). It was not changed. Restore a backup, or look at the folder first.`,
      );
    }
    return {
      name,
      columns: columns.map((column) => column.name),
      keys: keys.map((column) => column.name),
      uniqueColumns: namesOf(uniqueOf.all(name)),
      isPartOfRole: partOfRole.get(name, roleSpecKey) !== undefined,
    };
  });
}

function namesOf(unique: readonly UniqueColumn[]): string[] | null {
  // an expression has no name, and a partial index depends on columns it does not list
  const names = unique.map(({ column, partial }) => (partial === 1 ? null : column));
  return names.some((name) => name === null) ? null : (names as string[]);
}

/** A name as SQL: names come out of the file too. */
export const sqlIdentifier = (name: string) => `"${name.replaceAll('"', '""')}"`;
/** A text as SQL. */
export const sqlLiteral = (text: string) => `'${text.replaceAll("'", "''")}'`;
