/** Saving what can be read of a record, in a process of its own. */
import { join } from 'node:path';
import { AppError } from '../../shared/api/errors.ts';
import type { SalvageOutcome } from '../db/salvage/salvage.ts';
import type { Host } from '../host.ts';
import { JobFailure, runJob } from '../jobs/run-job.ts';

/** Even a record of gigabytes takes minutes; a file that was made to take forever is given up. */
const timeoutMs = 30 * 60_000;

/** Writes the archive of a folder's record into a file that is not there yet. */
export async function salvageInto(
  host: Pick<Host, 'startProcess' | 'now'>,
  folder: string,
  target: string,
): Promise<SalvageOutcome> {
  try {
    return await runJob(
      host,
      'salvageRecord',
      { file: join(folder, 'record.db'), target, writtenAt: host.now().toISOString() },
      { timeoutMs },
    );
  } catch (error) {
    if (!(error instanceof JobFailure)) throw error;
    throw error.reason === 'timed-out'
      ? new AppError(
          'TIMED_OUT',
          'Reading what is left of the record took longer than half an hour and was stopped. Nothing was changed and nothing was written. Restore a backup.',
        )
      : new AppError(
          'PROFILE_DAMAGED',
          'What is left of the record could not be read to the end. Nothing was changed and nothing was written. Restore a backup.',
          error.message,
        );
  }
}
