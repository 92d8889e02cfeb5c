/** How full the write-ahead log of an open database is, as SQLite holds it in memory. */
import type { Database } from 'better-sqlite3';

export interface LogState {
  readonly busy: number;
  /** Pages in the log, and how many of them are in the file already. */
  readonly log: number;
  readonly checkpointed: number;
}

/** Moves nothing and writes nothing. */
export function logState(sqlite: Database): LogState {
  const [state] = sqlite.pragma('wal_checkpoint(NOOP)') as LogState[];
  return state ?? { busy: 0, log: 0, checkpointed: 0 };
}
