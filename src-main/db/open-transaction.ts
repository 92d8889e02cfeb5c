/**
 * The transaction that is open on a connection and may wait in between, as one that adds thousands of roles does. Reads
 * on the same connection would see what is not committed yet, so a reader or a copier waits for its end.
 */
import type { Database } from 'better-sqlite3';
import { AppError } from '../../shared/api/errors.ts';
import { connectionOf, type WritableDatabase } from './database.ts';

const open = new WeakMap<Database, Promise<void>>();

const lastTurns = new WeakMap<Database, Promise<unknown>>();

/** Runs work when all that was begun before on the database is done. */
export function runInTurn<T>(db: WritableDatabase, work: () => Promise<T> | T): Promise<T> {
  const sqlite = connectionOf(db);
  const turn = (lastTurns.get(sqlite) ?? Promise.resolve()).then(work);
  lastTurns.set(
    sqlite,
    turn.catch(() => undefined),
  );
  return turn;
}

/**
 * Runs work in a transaction of its own, in its turn: whole or not at all. `committed` runs before the next turn begins.
 * Throws what either throws, and that the disk is full when SQLite has given the transaction up without a word.
 */
export function inTransaction<T>(
  db: WritableDatabase,
  work: () => Promise<T> | T,
  committed: () => Promise<void> | void = () => undefined,
): Promise<T> {
  return runInTurn(db, async () => {
    const sqlite = connectionOf(db);
    let value: T;
    sqlite.exec('BEGIN');
    let ended: () => void = () => undefined;
    const end = new Promise<void>((resolve) => {
      ended = resolve;
    });
    open.set(sqlite, end);
    try {
      value = await work();
      if (!sqlite.inTransaction) throw Object.assign(new Error('Rolled back.'), { code: 'SQLITE_FULL' });
      sqlite.exec('COMMIT');
    } catch (error) {
      if (sqlite.inTransaction) sqlite.exec('ROLLBACK');
      throw error;
    } finally {
      open.delete(sqlite);
      ended();
    }
    await committed();
    return value;
  });
}

interface Patience {
  readonly signal?: AbortSignal | undefined;
  readonly limitMs?: number;
}

/**
 * Settles when no transaction is open; what runs right after it in the same turn is between two of them. Rejects with the
 * reason of the signal, or with TIMED_OUT at the limit.
 */
export async function transactionsEnded(sqlite: Database, { signal, limitMs }: Patience = {}): Promise<void> {
  // one that is not noted, as in the moment when it begins, is waited for only by callers that set a limit
  const isOpen = () => open.has(sqlite) || (limitMs !== undefined && sqlite.inTransaction);
  if (!isOpen()) return;
  const stop = new AbortController();
  const abort = () => stop.abort(signal?.reason);
  const timer =
    limitMs === undefined ? undefined : setTimeout(() => stop.abort(new AppError('TIMED_OUT', tooLong)), limitMs);
  const stopped = new Promise<void>((resolve) => {
    stop.signal.addEventListener('abort', () => resolve(), { once: true });
  });
  signal?.addEventListener('abort', abort, { once: true });
  if (signal?.aborted) abort();
  try {
    while (isOpen()) {
      stop.signal.throwIfAborted();
      await Promise.race([open.get(sqlite) ?? new Promise((later) => setImmediate(later)), stopped]);
    }
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}

const tooLong = 'The record was being written to for too long, so it was not copied.';
