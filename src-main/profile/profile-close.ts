/** Closes a profile, so that the next opening knows that nothing is missing. */
import { copyFileSync, existsSync, linkSync, renameSync, rmSync, statSync, truncateSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { type BackupHost, backupsDone, makeBackup } from '../backup/backup.ts';
import { backupHealth } from '../backup/backup-status.ts';
import { checkpoint } from '../db/checkpoint.ts';
import { compactWhenWorthIt } from '../db/compact.ts';
import { noteClosing, writeMarker } from '../db/profile-marker.ts';
import { drainSearch, overwriteDeletedWords } from '../db/search/search-queue.ts';
import { writeSetting } from '../db/settings.ts';
import { deleteOrphanedSources } from '../store/roles/orphaned-sources.ts';
import { closeDatabase, databaseOf, isInPlace, isLogInPlace, logOf, type Profile, stateOfFile } from './profile.ts';

/**
 * Makes a backup when something changed, then closes. A backup that fails does not keep the record from closing.
 * `leastMinutes` spares a terminal, which opens and closes for every line, a backup each time: what changed since the
 * last one is remembered and backed up at a later closing. `isHurried` leaves out all that a later closing can do.
 */
export async function closeProfile(
  profile: Profile,
  host: BackupHost,
  { leastMinutes = 0, isHurried = false }: CloseOptions = {},
): Promise<void> {
  const { sqlite, folder } = profile;
  if (profile.isReadOnly) {
    closeDatabase(profile);
    return;
  }
  try {
    if (!isHurried) await tidyUp(profile, host, leastMinutes);
    writeSetting(profile.db, 'changedSinceBackup', profile.hasChanged);
    const closed = noteClosing(sqlite);
    checkpoint(profile, 'TRUNCATE');
    const isOurs = isInPlace(profile);
    await (isOurs ? closeDatabase(profile) : closeReplacedRecord(profile, host.now()));
    if (closed && isOurs) await writeMarker(folder, closed, databaseOf(folder));
  } catch {
    // on a full disk the flags stay as they are: the next opening checks the record and backs it up
  } finally {
    closeKeepingLog(folder, sqlite);
    closeDatabase(profile);
  }
}

/** How a profile is closed. */
export interface CloseOptions {
  readonly leastMinutes?: number;
  readonly isHurried?: boolean;
}

async function tidyUp(profile: Profile, host: BackupHost, leastMinutes: number): Promise<void> {
  const { sqlite, folder } = profile;
  await backupsDone(folder);
  const { lastGoodAt } = backupHealth(folder);
  const age = lastGoodAt === null ? Number.POSITIVE_INFINITY : host.now().getTime() - Date.parse(lastGoodAt);
  const isDue = Math.abs(age) >= leastMinutes * 60_000;
  if (profile.hasChanged && isDue && !profile.isSample) {
    profile.hasChanged = false;
    await makeBackup(profile, host, 'On closing').catch(() => {
      profile.hasChanged = true;
    });
  }
  deleteOrphanedSources(profile.db);
  drainSearch(sqlite);
  if (isDue) overwriteDeletedWords(sqlite);
  compactWhenWorthIt(sqlite);
}

export const closingLogOf = (log: string) => `${log}.closing`;

/** Gives a log its name back that an end in the middle of closing left under the other. */
export function restoreLogName(folder: string): void {
  const log = logOf(folder);
  if (!existsSync(log) && existsSync(closingLogOf(log))) renameSync(closingLogOf(log), log);
}

/**
 * Closes the file and leaves its write-ahead log there, as a crash would. SQLite removes the log, and a record that
 * could not be noted as closed would be taken for one that lost its newest changes. Does nothing when it is closed.
 */
export function closeKeepingLog(folder: string, sqlite: Database): void {
  if (!sqlite.open) return;
  const log = logOf(folder);
  if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) === 0) {
    sqlite.close();
    return;
  }
  const second = closingLogOf(log);
  let isLinked = false;
  try {
    rmSync(second, { force: true });
    linkSync(log, second);
    isLinked = true;
  } catch {
    // a disk that knows no second names
  }
  sqlite.close();
  if (!isLinked) return;
  try {
    if (existsSync(log)) rmSync(second, { force: true });
    else renameSync(second, log);
  } catch {
    // the next opening gives it its name back
  }
}

/**
 * Closes a record whose file was moved, replaced or overwritten, without touching what stands in its place: SQLite would
 * move the log into the file that is open, and remove whatever log stands under its name. What the log of an
 * overwritten one held stays in a file beside it; answers its name.
 */
export async function closeReplacedRecord(profile: Profile, now: Date): Promise<string | null> {
  const log = logOf(profile.folder);
  const aside = `${log}.aside`;
  if (existsSync(log) && !isLogInPlace(profile)) {
    renameSync(log, aside);
    try {
      closeDatabase(profile);
    } finally {
      renameSync(aside, log);
    }
    return null;
  }
  if (stateOfFile(profile) !== 'overwritten' || !existsSync(log)) {
    closeDatabase(profile);
    return null;
  }
  const copy = copyIfPossible(log, `${log}.${now.getTime()}.aside`);
  // SQLite finds nothing to move, and leaves the file as it is
  truncateSync(log, 0);
  closeDatabase(profile);
  rmSync(log, { force: true });
  return copy;
}

/** On a full disk the record is left all the same: what was in its log may be in the backup. */
function copyIfPossible(file: string, to: string): string | null {
  try {
    copyFileSync(file, to);
    return to;
  } catch {
    return null;
  }
}
