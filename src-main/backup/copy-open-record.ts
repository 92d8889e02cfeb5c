/** A copy of the record that is open, while questions are answered and saves are made. */
import { open, rm } from 'node:fs/promises';
import type { Database } from 'better-sqlite3';
import { AppError } from '../../shared/api/errors.ts';
import { checkpoint, holdCheckpoints, type LoggedRecord } from '../db/checkpoint.ts';
import { transactionsEnded } from '../db/open-transaction.ts';
import type { JobOptions } from '../jobs/run-job.ts';

/** A transaction that is open holds up a copy; one that takes longer than this is no transaction of ours. */
const patienceMs = 600_000;
/** Pages copied in one go where the copy is made here; a step of so many is shorter than a blink. */
const pagesPerStep = 64;
const pagesPerSync = 4_096;

type CopyOptions = Pick<JobOptions, 'signal' | 'onProgress'>;

/**
 * Has `work` done on the whole record as it is at one moment after every transaction that is open now. `work` is given the
 * file to copy from, which stands still until it is done: what is saved goes into the log and only there. Where that
 * cannot be (the file is not in its place any more, the log cannot be emptied), the open connection copies page by page,
 * and `work` is given null and finds the copy made.
 */
export async function withRecordAtRest<T>(
  record: LoggedRecord,
  copy: string,
  options: CopyOptions,
  work: (from: string | null) => Promise<T>,
): Promise<T> {
  const { sqlite } = record;
  await transactionsEnded(sqlite, { signal: options.signal, limitMs: patienceMs });
  if (settleLog(record)) {
    const release = holdCheckpoints(record);
    try {
      return await work(sqlite.name);
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'CONFLICT') || options.signal?.aborted) throw error;
    } finally {
      release();
    }
    await rm(copy, { force: true });
  }
  await copyByConnection(sqlite, copy, options);
  return work(null);
}

/**
 * Brings all that was saved into the file itself. The log keeps its length: one that is empty beside an open record looks
 * as if its newest changes had been lost. False when it cannot be done now.
 */
function settleLog(record: LoggedRecord): boolean {
  try {
    return checkpoint(record, 'FULL');
  } catch {
    return false;
  }
}

/** In steps, so that saves come between. What is written reaches the disk on the way and not all at the end. */
async function copyByConnection(sqlite: Database, to: string, { signal, onProgress }: CopyOptions): Promise<void> {
  for (;;) {
    let sinceSync = 0;
    let syncing: Promise<void> | null = null;
    const copied = await sqlite.backup(to, {
      progress: ({ totalPages, remainingPages }) => {
        signal?.throwIfAborted();
        onProgress?.(totalPages - remainingPages, totalPages);
        sinceSync += pagesPerStep;
        if (sinceSync >= pagesPerSync && !syncing) {
          sinceSync = 0;
          syncing = syncData(to).finally(() => {
            syncing = null;
          });
        }
        return pagesPerStep;
      },
    });
    await syncing;
    // it answers so, and has copied nothing, when a transaction was begun at that very moment
    if (copied.totalPages > 0) return;
    await rm(to, { force: true });
    await transactionsEnded(sqlite, { signal, limitMs: patienceMs });
  }
}

async function syncData(file: string): Promise<void> {
  const handle = await open(file, 'r+').catch(() => null);
  await handle?.datasync().finally(() => handle.close());
}
