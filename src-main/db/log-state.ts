/** How full the write-ahead log of an open database is, as SQLite holds it in memory. */
import type { Database, Statement } from 'better-sqlite3';

export interface LogState {
  readonly busy: number;
  /** Pages in the log, and how many of them are in the file already. */
  readonly log: number;
  readonly checkpointed: number;
}

/**
 * Asked several times at every save, so compiled once for each connection. SQLite compiles a pragma again at each run all
 * the same, and with it better-sqlite3 would build a new maker of row objects: a raw row needs none.
 */
const statements = new WeakMap<Database, Statement<[], RawState>>();
type RawState = readonly [busy: number, log: number, checkpointed: number];

/** Moves nothing and writes nothing. */
export function logState(sqlite: Database): LogState {
  let statement = statements.get(sqlite);
  if (!statement) {
    statement = sqlite.prepare<[], RawState>('PRAGMA wal_checkpoint(NOOP)').raw();
    statements.set(sqlite, statement);
  }
  const [busy = 0, log = 0, checkpointed = 0] = statement.get() ?? [];
  return { busy, log, checkpointed };
}
