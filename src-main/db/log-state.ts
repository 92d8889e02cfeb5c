/** How full the write-ahead log of an open database is, as SQLite holds it in memory. */
import type { Database, Statement } from 'better-sqlite3';

export interface LogState {
  readonly busy: number;
  /** Pages in the log, and how many of them are in the file already. */
  readonly log: number;
  readonly checkpointed: number;
}

/** Asked at every save, so compiled once for each connection. */
const statements = new WeakMap<Database, Statement<[], LogState>>();

/** Moves nothing and writes nothing. */
export function logState(sqlite: Database): LogState {
  const statement = statements.get(sqlite) ?? sqlite.prepare<[], LogState>('PRAGMA wal_checkpoint(NOOP)');
  statements.set(sqlite, statement);
  return statement.get() ?? { busy: 0, log: 0, checkpointed: 0 };
}
