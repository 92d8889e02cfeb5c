/**
 * A record opened read-only: a copy in memory of what stands in the file and its log, so that it works on a medium that
 * takes no writes, on a full disk and for a schema this build does not write. The files are not touched in any way.
 */
import { statSync } from 'node:fs';
import { setImmediate as others } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';
import { AppError } from '../../shared/api/errors.ts';
import { timeLimitForForeign } from '../backup/backup-time-limits.ts';
import { beingWrittenError, maxImageBytes, openImage, readImage, readOnlyRefusal } from '../db/inspect/record-image.ts';
import { currentSchema, migrate, schemaOf } from '../db/migrate.ts';
import { readHeader } from '../db/open.ts';
import { drainSearch } from '../db/search/search-queue.ts';
import type { Host } from '../host.ts';
import { JobFailure, type JobOptions, runJob } from '../jobs/run-job.ts';

/** What SQLite needs beside the copy it is given and the one it makes of it. */
const spareMemory = 512 * 1024 * 1024;
/** How often a file is read again when another program wrote into it meanwhile. */
const maxAttempts = 6;
/** So many are indexed in one go, which is no longer than a blink. */
const perRound = 100;
/** Ends the indexing of a file whose notes do not go away. */
const mostRounds = 20_000;

/**
 * Opens a copy of the record. It is read and checked in the process for databases first; what is then opened here is the
 * very same. Throws PROFILE_DAMAGED, PROFILE_NEWER, PROFILE_LOCKED, READ_ONLY or FILE_TOO_LARGE when what is there cannot
 * be shown truly; saving what can be read may still work.
 */
export async function openReadOnly(file: string, host: Pick<Host, 'startProcess'>): Promise<Database> {
  try {
    readHeader(file);
    for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
      const sha256 = await runJob(host, 'checkImage', { file }, limitsFor(file));
      const image = await readImage(file);
      if (sha256 === image.sha256) return await openChecked(image.bytes);
    }
    throw beingWrittenError();
  } catch (error) {
    throw error instanceof JobFailure ? unfinished(error) : readOnlyRefusal(error);
  }
}

function limitsFor(file: string): JobOptions {
  const bytes = ['', '-wal'].reduce(
    (sum, suffix) => sum + (statSync(`${file}${suffix}`, { throwIfNoEntry: false })?.size ?? 0),
    0,
  );
  return { timeoutMs: timeLimitForForeign(bytes), mostMemory: 2 * Math.min(maxImageBytes, bytes) + 2 * spareMemory };
}

/** Opens what passed its check, brings it to the schema of this build and takes no writes from then on. */
async function openChecked(bytes: Buffer): Promise<Database> {
  const sqlite = openImage(bytes);
  try {
    // what points at nothing keeps a record from being written, not from being read
    if (schemaOf(sqlite) < currentSchema) migrate(sqlite, undefined, () => undefined);
    // a search must find what was saved last; nothing can be indexed afterwards
    for (let round = 0; round < mostRounds && drainSearch(sqlite, perRound) > 0; round += 1) await others();
    sqlite.pragma('query_only = ON');
    return sqlite;
  } catch (error) {
    sqlite.close();
    throw error;
  }
}

function unfinished({ reason, details }: JobFailure): AppError {
  return new AppError(
    'PROFILE_DAMAGED',
    `Your record could not be opened read-only: checking it ${reason === 'timed-out' ? 'took far longer than it should, so it was stopped' : 'needed too much memory or failed'}. It was not changed. Try again, restore a backup, or save what can be read.`,
    details,
  );
}
