/** Makes a new profile. */
import { chmodSync, constants, copyFileSync, linkSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../shared/api/errors.ts';
import type { BackupHost } from '../backup/backup.ts';
import { databaseOver, type WritableDatabase } from '../db/database.ts';
import { migrate } from '../db/migrate.ts';
import { createDatabase, openingError } from '../db/open.ts';
import { inTransaction } from '../db/open-transaction.ts';
import { noteCreation } from '../db/profile-marker.ts';
import { removeDatabase } from '../db/remove-database.ts';
import { createUndoTriggers } from '../db/undo/undo-triggers.ts';
import { makeFolder, writeFileWhole } from '../files/write-file.ts';
import { isRunning } from '../jobs/is-running.ts';
import { renewTextForms } from '../store/text-forms.ts';
import { databaseOf, hasProfile, type Profile, profileCardOf } from './profile.ts';
import { openProfile } from './profile-open.ts';

/** What a new record starts with; runs in one transaction, before the record appears under its name. */
export type FillRecord = (db: WritableDatabase) => Promise<void>;

/** Makes a profile and opens it. The database appears under its name only when it is whole, with all it starts with. */
export async function createProfile(
  folder: string,
  isSample: boolean,
  host: BackupHost,
  fill?: FillRecord,
): Promise<Profile> {
  const now = host.now();
  if (hasProfile(folder))
    throw new AppError('CONFLICT', 'There is already a record in this folder. It was not touched.');
  // a name of its own: two that start at once must not write into one file
  const making = join(folder, `.record.${process.pid}.${Math.trunc(now.getTime())}.new`);
  try {
    await makeFolder(folder);
    await removeUnfinished(folder);
    const sqlite = createDatabase(making);
    try {
      migrate(sqlite);
      renewTextForms(sqlite);
      createUndoTriggers(sqlite);
      if (fill) await inTransaction(databaseOver(sqlite), () => fill(databaseOver(sqlite)));
      noteCreation(sqlite);
      sqlite.pragma('wal_checkpoint(TRUNCATE)');
    } finally {
      sqlite.close();
    }
    chmodSync(making, 0o600);
    giveName(making, databaseOf(folder));
    await writeFileWhole(
      profileCardOf(folder),
      `${JSON.stringify({ format: 'cairn-profile', formatVersion: 1, isSample, createdAt: now.toISOString() }, null, 2)}\n`,
    );
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') {
      throw new AppError('CONFLICT', 'There is already a record in this folder. It was not touched.');
    }
    throw openingError(error);
  } finally {
    await removeDatabase(making);
  }
  return openProfile(folder, isSample, host, { isJustMade: true });
}

/** Unlike a rename, this never replaces a record that was made meanwhile. */
function giveName(file: string, name: string): void {
  try {
    linkSync(file, name);
  } catch (error) {
    // a disk that knows no second names, such as a stick; a copy is not there at once, but nothing is open there yet
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes((error as NodeJS.ErrnoException).code ?? ''))
      throw error;
    copyFileSync(file, name, constants.COPYFILE_EXCL);
  }
}

/** What another start left behind that was ended in the middle of making a record. */
async function removeUnfinished(folder: string): Promise<void> {
  for (const name of readdirSync(folder)) {
    const pid = /^\.record\.(\d+)\.\d+\.new$/.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) await removeDatabase(join(folder, name));
  }
}
