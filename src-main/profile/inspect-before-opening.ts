/** A file that may not be as Cairn left it is read through in a process that can be ended, before this one opens it. */
import { existsSync, statSync } from 'node:fs';
import { AppError } from '../../shared/api/errors.ts';
import { timeLimitForForeign } from '../backup/backup-time-limits.ts';
import { type InspectedRecord, removeIndex } from '../db/inspect/inspect-record.ts';
import { currentSchema } from '../db/migrate.ts';
import { newerSchemaError, openingError, readHeader } from '../db/open.ts';
import type { Host } from '../host.ts';
import { JobFailure, runJob } from '../jobs/run-job.ts';

/**
 * To be called before `openDatabase` when the record was not closed, or is not known to be the file Cairn left. No
 * connection of this process may have the file open. Throws PROFILE_DAMAGED when it is refused or reading it takes too
 * long, else what `openDatabase` throws; the file is then as it was.
 */
export async function inspectBeforeOpening(
  file: string,
  host: Pick<Host, 'startProcess'>,
  timeoutMs = timeLimitForForeign(sizeOf(file) + sizeOf(`${file}-wal`)),
): Promise<InspectedRecord> {
  const hadIndex = existsSync(`${file}-shm`);
  try {
    const schema = readHeader(file);
    if (schema > currentSchema) throw newerSchemaError(schema);
    return await runJob(host, 'inspectRecord', { file }, { timeoutMs });
  } catch (error) {
    // a process that was ended could not tidy up; SQLite makes this file again at every opening
    if (!hadIndex) removeIndex(file);
    throw error instanceof JobFailure ? unfinished(error) : openingError(error);
  }
}

function unfinished({ reason, details }: JobFailure): AppError {
  const what =
    reason === 'timed-out'
      ? 'Checking the file that holds your record took far longer than it should, so it was stopped.'
      : 'The file that holds your record could not be checked: the check needed too much memory or failed.';
  return new AppError(
    'PROFILE_DAMAGED',
    `${what} It was not opened and not changed. Try again, save what can be read of it, or restore a backup.`,
    details,
  );
}

const sizeOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
