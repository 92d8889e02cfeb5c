/** Runs the notes of a step backwards. What a note says is data: it is bound and compared, never run as SQL. */
import type { Database, Statement } from 'better-sqlite3';
import { AppError } from '../../../shared/api/errors.ts';
import { prepared } from '../statement-cache.ts';
import { type JournaledTable, sqlIdentifier } from './undo-tables.ts';
import { watchedTables } from './undo-triggers.ts';

/** Notes are read so many at a time; their values never leave the database. */
const pageLength = 1_000;

interface Note {
  readonly seq: number;
  readonly tableName: string;
  readonly change: string;
}

/**
 * Takes back what a step noted, last to first, and removes the notes. Runs in the transaction of its caller, who rolls back
 * when it throws: a note must name a watched table, carry exactly its columns or key, and change exactly one row.
 */
export function replayBackwards(sqlite: Database, step: number): void {
  const inverses = new Map<string, Statement<unknown[]>>();
  const nextPage = prepared(
    sqlite,
    `SELECT seq, tableName, change FROM undoEntry WHERE step = ? ORDER BY seq DESC LIMIT ${pageLength}`,
  );
  const removePage = prepared(sqlite, 'DELETE FROM undoEntry WHERE step = ? AND seq >= ?');
  for (;;) {
    const notes = nextPage.all(step) as Note[];
    const first = notes.at(-1);
    if (!first) return;
    for (const { seq, tableName, change } of notes) {
      const kind = `${change} ${tableName}`;
      const inverse = inverses.get(kind) ?? prepareInverse(sqlite, tableName, change);
      inverses.set(kind, inverse);
      if (inverse.run({ seq }).changes !== 1) throw misfit();
    }
    removePage.run(step, first.seq);
  }
}

/** What to say when a step could not be taken back: of notes that do not fit, that; a full disk speaks for itself. */
export function replayError(error: unknown): unknown {
  const code = (error as { code?: string }).code ?? '';
  // SQLITE_ERROR is what malformed JSON gives
  const isMisfit = code === 'SQLITE_ERROR' || code === 'SQLITE_MISMATCH' || code.startsWith('SQLITE_CONSTRAINT');
  return isMisfit ? misfit() : error;
}

function prepareInverse(sqlite: Database, tableName: string, change: string): Statement<unknown[]> {
  const table = watchedTables(sqlite).get(tableName);
  const sql = table ? inverseOf(table, change) : null;
  if (sql === null) throw misfit();
  return prepared(sqlite, sql);
}

/** The statement that undoes one note, named by its `seq`; it changes one row, or none when the note does not fit. */
function inverseOf({ name, columns, keys }: JournaledTable, change: string): string | null {
  const table = sqlIdentifier(name);
  const list = (names: readonly string[]) => names.map(sqlIdentifier).join(', ');
  const values = (from: 'rowKey' | 'old', names: readonly string[]) =>
    names.map((_, at) => `${from} ->> ${at}`).join(', ');
  const fits = (from: 'rowKey' | 'old', names: readonly string[]) => `json_array_length(${from}) = ${names.length}`;
  const noteWhere = (...conditions: string[]) => `FROM undoEntry WHERE seq = @seq AND ${conditions.join(' AND ')}`;
  const isRow = (...conditions: string[]) =>
    `(${list(keys)}) = (SELECT ${values('rowKey', keys)} ${noteWhere(fits('rowKey', keys), ...conditions)})`;
  if (change === 'insert') return `DELETE FROM ${table} WHERE ${isRow('old IS NULL')}`;
  const held = `SELECT ${values('old', columns)} ${noteWhere(fits('old', columns), ...(change === 'delete' ? ['rowKey IS NULL'] : []))}`;
  if (change === 'delete') return `INSERT INTO ${table}(${list(columns)}) ${held}`;
  if (change === 'update')
    return `UPDATE ${table} SET (${list(columns)}) = (${held}) WHERE ${isRow(fits('old', columns))}`;
  return null;
}

function misfit(): AppError {
  return new AppError(
    'CONFLICT',
    'What Cairn noted of this step does not fit your record, so it was left as it is. Nothing was changed, and your record is safe. Change it by hand, or restore a backup (Settings, Backups).',
  );
}
