/**
 * Moves what is in the write-ahead log into the record's file. Nothing else writes into that file while it is open:
 * SQLite's own checkpoints are switched off, so that whatever else changes it was another program.
 */
import type { Database } from 'better-sqlite3';
import { type LogState, logState } from './log-state.ts';
import type { OpenFile } from './record-file.ts';
import type { OpenLog } from './record-log.ts';

export interface LoggedRecord {
  readonly sqlite: Database;
  /** Null for a copy in memory, which has no log. */
  readonly file: OpenFile | null;
  /** Null also while a record is being opened. */
  readonly log: OpenLog | null;
}

/** Pages in the log from which on they are moved. */
const dueFrom = 1_000;

/** Records whose file must stand still because it is being copied. */
const held = new WeakMap<Database, number>();

/**
 * Moves everything; `TRUNCATE` empties the log too. False when that cannot be done now, or the file or its log is not as it was
 * left: nothing is written into what another program put there, and nothing out of it. Throws what the disk refuses.
 */
export function checkpoint({ sqlite, file, log }: LoggedRecord, mode: 'FULL' | 'TRUNCATE'): boolean {
  if (file === null || log?.look() === 'overwritten') return false;
  const [state] = file.write(() => sqlite.pragma(`wal_checkpoint(${mode})`) as LogState[]) ?? [];
  return state !== undefined && state.busy === 0 && state.log === state.checkpointed;
}

/** Moves what is in a log that has grown long. To be called after saves; what the disk refuses is tried at the next. */
export function checkpointWhenDue(record: LoggedRecord): void {
  const { sqlite, file } = record;
  if (file === null || held.has(sqlite) || sqlite.inTransaction) return;
  const { log, checkpointed } = logState(sqlite);
  if (log < dueFrom || checkpointed === log || record.log?.look() !== 'there') return;
  try {
    file.write(() => sqlite.pragma('wal_checkpoint(PASSIVE)'));
  } catch {
    // what was saved is in the log
  }
}

/** Lets the file stand still until the answer is called. */
export function holdCheckpoints({ sqlite }: Pick<LoggedRecord, 'sqlite'>): () => void {
  held.set(sqlite, (held.get(sqlite) ?? 0) + 1);
  return () => {
    const left = (held.get(sqlite) ?? 1) - 1;
    if (left > 0) held.set(sqlite, left);
    else held.delete(sqlite);
  };
}
