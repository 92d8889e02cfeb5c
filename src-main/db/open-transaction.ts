/**
 * The transaction that is open on a connection and may wait in between, as one that adds thousands of roles does. Reads
 * on the same connection would see what is not committed yet, so whoever reads waits for its end.
 */
import type { Database } from 'better-sqlite3';

const open = new WeakMap<Database, Promise<void>>();

/** To be called inside a transaction that has just begun; answers what is to be called once it has ended. */
export function noteTransaction(sqlite: Database): () => void {
  let ended: () => void = () => undefined;
  const end = new Promise<void>((resolve) => {
    ended = resolve;
  });
  open.set(sqlite, end);
  return () => {
    open.delete(sqlite);
    ended();
  };
}

/** Settles when no transaction is open; what runs right after it in the same turn is between two of them. */
export async function transactionsEnded(sqlite: Database): Promise<void> {
  for (let ended = open.get(sqlite); ended !== undefined; ended = open.get(sqlite)) await ended;
}
