/** Opens a profile that is there. */
import { existsSync, rmSync, statSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { AppError } from '../../shared/api/errors.ts';
import type { OpenToReadOnly } from '../../shared/api/profile/profile-problem.ts';
import { type BackupHost, makeBackup } from '../backup/backup.ts';
import { dropStaged } from '../backup/restore.ts';
import { checkpoint } from '../db/checkpoint.ts';
import { databaseOver } from '../db/database.ts';
import { checkNothingDangles, currentSchema, migrate, schemaOf } from '../db/migrate.ts';
import { findDamage, openDatabase, openingErrorOf } from '../db/open.ts';
import {
  compareWithMarker,
  isUnchangedSinceClosing,
  noteOpening,
  readMarker,
  stateInRecord,
  unchangedFinding,
  writeMarker,
} from '../db/profile-marker.ts';
import { holdsChanges, openFile } from '../db/record-file.ts';
import { isLogCut, watchLog } from '../db/record-log.ts';
import { readStored } from '../db/settings.ts';
import { dropJournal } from '../db/undo/undo.ts';
import { createUndoTriggers } from '../db/undo/undo-triggers.ts';
import { renewTextForms } from '../store/text-forms.ts';
import { inspectBeforeOpening } from './inspect-before-opening.ts';
import { makePrivate } from './make-private.ts';
import { openReadOnly } from './open-read-only.ts';
import { databaseOf, logOf, type Profile } from './profile.ts';
import { closeKeepingLog, closingLogOf, restoreLogName } from './profile-close.ts';

/**
 * Opens a profile: backup and migration when it is of an older schema, a whole check when it was not closed cleanly.
 * Throws PROFILE_DAMAGED, PROFILE_INCOMPLETE, PROFILE_NEWER, PROFILE_LOCKED, READ_ONLY or DISK_FULL; the file is then as
 * it was. With `isIncompleteAccepted` a record whose newest changes are missing is opened as it is, after a backup.
 */
export async function openProfile(
  folder: string,
  isSample: boolean,
  host: BackupHost,
  { isIncompleteAccepted = false, isJustMade = false } = {},
): Promise<Profile> {
  const file = databaseOf(folder);
  await makePrivate(folder);
  const { hadLog, marker, isKnown } = inspectFolder(folder, isJustMade);
  let isCut = false;
  if (!isKnown) {
    const { state, logPages } = await inspectBeforeOpening(file, host);
    // before it is opened: closing it again would move what is left of the log into the record
    isCut = state !== null && isLogCut(folder, state, logPages);
    if (isCut && !isIncompleteAccepted) throw incomplete();
  }
  const sqlite = openDatabase(file);
  try {
    // a second name of the log must not outlive it: taken up later, it would bring old pages back
    rmSync(closingLogOf(logOf(folder)), { force: true });
    const schema = schemaOf(sqlite);
    const inRecord = schema === 0 ? null : stateInRecord(sqlite);
    const finding = schema === 0 ? unchangedFinding : compareWithMarker(marker, inRecord, hadLog);
    const isIncomplete = finding.isIncomplete || isCut;
    if (isIncomplete && !isIncompleteAccepted) throw incomplete();
    const wasClosedCleanly = readFlag(sqlite, 'closedCleanly');
    if (wasClosedCleanly === false && isKnown) {
      const damage = findDamage(sqlite, { pages: false });
      if (damage.length > 0) {
        throw new AppError(
          'PROFILE_DAMAGED',
          'Your record did not pass its check after Cairn was last stopped. It was not changed. Save what can be read of it, or restore a backup.',
          damage.slice(0, 5),
        );
      }
    }
    // a record that is refused may be the one that another Cairn is unpacking a backup for
    await dropStaged(folder);
    const record = { sqlite, folder, file: openFile(file), log: null };
    if (isIncomplete) await makeBackup(record, host, 'Before continuing without the newest changes');
    if (schema < currentSchema) {
      checkNothingDangles(sqlite);
      await makeBackup(record, host, 'Before an update');
      migrate(sqlite);
    }
    // steps that this profile did not write are not taken back here
    if (finding.isAnother) dropJournal(sqlite);
    renewTextForms(sqlite);
    createUndoTriggers(sqlite);
    const state = noteOpening(sqlite, marker);
    // without its log and its marker, too, the record knows that it was open
    checkpoint(record, 'FULL');
    await writeMarker(folder, state);
    return {
      ...record,
      isSample,
      db: databaseOver(sqlite),
      log: watchLog(folder, sqlite, state),
      isReadOnly: null,
      hasChanged: wasClosedCleanly === false || readFlag(sqlite, 'changedSinceBackup') === true,
    };
  } catch (error) {
    closeKeepingLog(folder, sqlite);
    throw openingErrorOf(error);
  }
}

/** SQLite would wait forever for what is in a pipe, and then report a full disk. */
function refuseStrangeLog(log: string): void {
  const found = statSync(log, { throwIfNoEntry: false });
  if (found === undefined || found.isFile()) return;
  throw new AppError(
    'PROFILE_DAMAGED',
    'What stands in the place of “record.db-wal”, beside your record, is not a file. Nothing was changed. Move it out of the folder, then try again, or restore a backup.',
  );
}

/** What stands in the folder before anything is opened there. `isKnown`: the record is the file that Cairn left. */
function inspectFolder(folder: string, isJustMade: boolean) {
  const file = databaseOf(folder);
  try {
    restoreLogName(folder);
    refuseStrangeLog(logOf(folder));
    const marker = readMarker(folder);
    const isKnown =
      isJustMade || (marker?.isClosed === true && !isInUse(file) && isUnchangedSinceClosing(marker, file));
    return { hadLog: holdsChanges(logOf(folder)), marker, isKnown };
  } catch (error) {
    throw openingErrorOf(error);
  }
}

/** Opens a copy of a profile read-only, for the reason it does not open otherwise. Its folder stays as it is. */
export async function openProfileReadOnly(
  folder: string,
  isSample: boolean,
  host: Pick<BackupHost, 'startProcess'>,
  why: OpenToReadOnly,
): Promise<Profile> {
  const sqlite = await openReadOnly(databaseOf(folder), host);
  const db = databaseOver(sqlite);
  return { folder, isSample, sqlite, db, file: null, log: null, hasChanged: false, isReadOnly: why };
}

/** Whether a log or a journal says that the file was not closed. */
const isInUse = (file: string): boolean => ['-wal', '-journal'].some((suffix) => existsSync(`${file}${suffix}`));

function incomplete(): AppError {
  return new AppError(
    'PROFILE_INCOMPLETE',
    'The newest changes to your record are missing. The file “record.db-wal”, which held them, is gone or cut off, or an older “record.db” was put in the place of yours. Nothing was changed. Put the missing file back and try again, restore a backup, or continue with what is there.',
  );
}

function readFlag(sqlite: Database, key: string): boolean | null {
  return schemaOf(sqlite) === 0 ? null : (readStored(databaseOver(sqlite), key) as boolean | null);
}
