/**
 * A record whose file is not in its place any more: what the open handle holds goes into a backup, and the handle is
 * closed without touching what stands there now.
 */
import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../shared/api/errors.ts';
import { type BackupHost, makeBackup } from './db/backup.ts';
import { closeDatabase, isLogInPlace, type Profile } from './profile.ts';

/** Several saves may find out at the same time; the record is left once. */
const rescues = new WeakMap<Profile, Promise<AppError>>();

/** What is to be said before the rescue has ended. */
export const rescueBegins = (): AppError => replaced('A backup of everything you wrote is being made.');

/** Saves what the profile's open handle holds, and closes it. Answers RECORD_REPLACED with the place of the backup. */
export function rescueRecord(profile: Profile, host: BackupHost): Promise<AppError> {
  const known = rescues.get(profile) ?? rescue(profile, host);
  rescues.set(profile, known);
  return known;
}

async function rescue(profile: Profile, host: BackupHost): Promise<AppError> {
  // beside the folder when that is gone, so that it can be put back under its name
  const folder = existsSync(profile.folder) ? profile.folder : `${profile.folder}.rescued`;
  const outcome = await makeBackup({ ...profile, folder }, host, 'Rescued').then(
    ({ fileName }) => `Everything up to now is in the backup ${join(folder, 'backups', fileName)}.`,
    (error: Error) => `A backup of it could not be made: ${error.message}`,
  );
  await closeBeside(profile);
  return replaced(outcome);
}

function replaced(outcome: string): AppError {
  return new AppError(
    'RECORD_REPLACED',
    `The file of your record was moved, removed or replaced while Cairn had it open, so nothing more is saved into it. ${outcome} Put the file or its folder back and try again, or restore that backup.`,
  );
}

/** Closes the database without touching the log of whatever stands in its place: SQLite removes logs by their name. */
async function closeBeside(profile: Profile): Promise<void> {
  const log = join(profile.folder, 'record.db-wal');
  const aside = `${log}.aside`;
  const isForeign = existsSync(log) && !isLogInPlace(profile);
  if (isForeign) renameSync(log, aside);
  try {
    await closeDatabase(profile);
  } finally {
    if (isForeign) renameSync(aside, log);
  }
}
