/**
 * A record whose file is not what Cairn left there any more: what the open handle holds goes into a backup, and the
 * handle is closed without touching what stands there now.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../shared/api/errors.ts';
import { type BackupHost, makeBackup } from '../backup/backup.ts';
import { type Profile, stateOfFile } from './profile.ts';
import { closeReplacedRecord } from './profile-close.ts';

/** Several saves may find out at the same time; the record is left once. */
const rescues = new WeakMap<Profile, Promise<AppError>>();

/** What is to be said before the rescue has ended. */
export const rescueStartedError = (profile: Profile): AppError =>
  replaced(isOverwritten(profile), 'A backup of everything you wrote is being made.');

/** Saves what the profile's open handle holds, and closes it. Answers RECORD_REPLACED with the place of the backup. */
export function rescueRecord(profile: Profile, host: BackupHost): Promise<AppError> {
  const known = rescues.get(profile) ?? rescue(profile, host);
  rescues.set(profile, known);
  return known;
}

async function rescue(profile: Profile, host: BackupHost): Promise<AppError> {
  const overwritten = isOverwritten(profile);
  // beside the folder when that is gone, so that it can be put back under its name
  const folder = existsSync(profile.folder) ? profile.folder : `${profile.folder}.rescued`;
  try {
    const { fileName } = await makeBackup({ ...profile, folder }, host, 'Rescued');
    const log = await closeReplacedRecord(profile, host.now());
    const rest = log === null ? '' : ` What was not in the file itself yet is in ${log} too.`;
    return replaced(overwritten, `Everything up to now is in the backup ${join(folder, 'backups', fileName)}.${rest}`);
  } catch (error) {
    const log = await closeReplacedRecord(profile, host.now());
    const rest = log === null ? '' : ` The newest changes are in the file ${log}.`;
    return replaced(overwritten, `A backup of it could not be made: ${(error as Error).message}${rest}`);
  }
}

const isOverwritten = (profile: Profile) => stateOfFile(profile) === 'overwritten';

function replaced(wasOverwritten: boolean, outcome: string): AppError {
  return new AppError(
    'RECORD_REPLACED',
    wasOverwritten
      ? `Another program wrote over the file of your record while Cairn had it open, so nothing more is saved into it. ${outcome} Restore that backup, or try again to open what stands there now.`
      : `The file of your record was moved, removed or replaced while Cairn had it open, so nothing more is saved into it. ${outcome} Put the file or its folder back and try again, or restore that backup.`,
  );
}
