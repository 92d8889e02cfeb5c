/** A profile folder: one person's database and backups, opened, kept and closed. */
import {
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { AppError } from '../shared/api/errors.ts';
import type { OpenToReadOnly } from '../shared/api/recovery.ts';
import { type BackupHost, backupsDone, makeBackup } from './db/backup.ts';
import { backupHealth } from './db/backup-list.ts';
import { compactWhenWorthIt } from './db/compact.ts';
import { checkNothingDangles, currentSchema, migrate, schemaOf } from './db/migrate.ts';
import { createDatabase, findDamage, openDatabase, openingError, openingErrorOf } from './db/open.ts';
import { openToRead } from './db/read-only.ts';
import { removeDatabase } from './db/remove-database.ts';
import { dropStaged } from './db/restore.ts';
import type { Tables } from './db/schema.ts';
import { drainSearch, overwriteDeletedWords } from './db/search-queue.ts';
import { cachingStatements } from './db/statement-cache.ts';
import { dropJournal } from './db/undo.ts';
import { watchChanges } from './db/undo-triggers.ts';
import { deleteUnnamedSources } from './db/unnamed-sources.ts';
import { isRunning } from './is-running.ts';
import { makePrivate } from './make-private.ts';
import {
  compareWithMarker,
  noteClosing,
  noteMaking,
  noteOpening,
  readMarker,
  stateInRecord,
  writeMarker,
} from './profile-marker.ts';
import { type FileIdentity, holdsChanges, identityOf, isSameFile } from './record-file.ts';
import { makeFolder, writeFileWhole } from './write-file.ts';

export interface Profile {
  readonly folder: string;
  /** The file that is open, as it was found. */
  readonly file: FileIdentity | null;
  /** Its write-ahead log. */
  readonly log: FileIdentity | null;
  readonly isSample: boolean;
  readonly sqlite: Database;
  readonly db: Kysely<Tables>;
  /** Whether anything was written since the last backup. */
  hasChanged: boolean;
  /** Why it is open read-only; `sqlite` is then a copy in memory. */
  readonly isReadOnly: OpenToReadOnly | null;
}

const databaseOf = (folder: string) => join(folder, 'record.db');
const cardOf = (folder: string) => join(folder, 'profile.json');

/**
 * Whether the folder holds a profile, sound or not, or backups of one: what is there must never look like a first run.
 * Throws READ_ONLY when it cannot be told.
 */
export function hasProfile(folder: string): boolean {
  const isThere = (look: () => boolean) => {
    try {
      return look();
    } catch (error) {
      if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
      throw new AppError(
        'READ_ONLY',
        'The folder of your record cannot be read. Nothing was changed. Allow reading and writing there, then try again.',
      );
    }
  };
  const backups = join(folder, 'backups');
  return (
    [cardOf(folder), databaseOf(folder), join(backups, 'manifest.json')].some((file) =>
      isThere(() => statSync(file) !== undefined),
    ) || isThere(() => readdirSync(backups).some((name) => name.endsWith('.db.gz')))
  );
}

/** What a new record starts with; runs in one transaction, before the record appears under its name. */
export type FillRecord = (storing: { db: Kysely<Tables>; sqlite: Database }) => Promise<void>;

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
    const db = kyselyOver(sqlite);
    try {
      migrate(sqlite);
      watchChanges(sqlite);
      if (fill) await fillWhole(db, sqlite, fill);
      noteMaking(sqlite);
      sqlite.pragma('wal_checkpoint(TRUNCATE)');
    } finally {
      await db.destroy();
      if (sqlite.open) sqlite.close();
    }
    chmodSync(making, 0o600);
    giveName(making, databaseOf(folder));
    await writeFileWhole(
      cardOf(folder),
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
  return openProfile(folder, isSample, host);
}

/** On a full disk SQLite has rolled back already; that rolling back again fails must not hide why. */
async function fillWhole(db: Kysely<Tables>, sqlite: Database, fill: FillRecord): Promise<void> {
  let cause: unknown;
  try {
    await db.transaction().execute((trx) =>
      fill({ db: trx, sqlite }).catch((error: unknown) => {
        cause = error;
        throw error;
      }),
    );
  } catch (error) {
    if (cause === undefined && /cannot (rollback|commit)/.test((error as Error).message)) {
      throw new AppError(
        'DISK_FULL',
        'The record was not made: the disk is full or did not take it. Nothing was changed. Free some space, then try again.',
      );
    }
    throw cause ?? error;
  }
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

const kyselyOver = (sqlite: Database) =>
  new Kysely<Tables>({ dialect: new SqliteDialect({ database: cachingStatements(sqlite) }) });

/**
 * Opens a profile: backup and migration when it is of an older schema, a whole check when it was not closed cleanly.
 * Throws PROFILE_DAMAGED, PROFILE_INCOMPLETE, PROFILE_NEWER, PROFILE_LOCKED, READ_ONLY or DISK_FULL; the file is then as
 * it was. With `isIncompleteAccepted` a record whose newest changes are missing is opened as it is, after a backup.
 */
export async function openProfile(
  folder: string,
  isSample: boolean,
  host: BackupHost,
  { isIncompleteAccepted = false } = {},
): Promise<Profile> {
  const file = databaseOf(folder);
  await makePrivate(folder);
  takeUpLog(folder);
  const hadLog = holdsChanges(`${file}-wal`);
  const sqlite = openDatabase(file);
  try {
    // a second name of the log must not outlive it: taken up later, it would bring old pages back
    rmSync(secondNameOf(`${file}-wal`), { force: true });
    const marker = readMarker(folder);
    const schema = schemaOf(sqlite);
    const finding = schema === 0 ? 'as-left' : compareWithMarker(marker, stateInRecord(sqlite), hadLog);
    if (finding === 'incomplete' && !isIncompleteAccepted) throw incomplete();
    const wasClosedCleanly = readFlag(sqlite, 'closedCleanly');
    if (wasClosedCleanly === false) {
      // its pages were checked before it was opened for writing
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
    const record = { sqlite, folder, file: identityOf(file) };
    if (finding === 'incomplete') await makeBackup(record, host, 'Before continuing without the newest changes');
    if (schema < currentSchema) {
      checkNothingDangles(sqlite);
      await makeBackup(record, host, 'Before an update');
      migrate(sqlite);
    }
    // steps that this profile did not write are not taken back here
    if (finding === 'another-record') dropJournal(sqlite);
    watchChanges(sqlite);
    await writeMarker(folder, noteOpening(sqlite, marker));
    return {
      folder,
      isSample,
      sqlite,
      db: kyselyOver(sqlite),
      file: identityOf(file),
      log: identityOf(`${file}-wal`),
      isReadOnly: null,
      hasChanged: wasClosedCleanly === false || readFlag(sqlite, 'changedSinceBackup') === true,
    };
  } catch (error) {
    closeKeepingLog(folder, sqlite);
    throw openingErrorOf(error);
  }
}

/** Opens a copy of a profile read-only, for the reason it does not open otherwise. Its folder stays as it is. */
export async function openProfileToRead(folder: string, isSample: boolean, why: OpenToReadOnly): Promise<Profile> {
  const sqlite = await openToRead(databaseOf(folder));
  const db = kyselyOver(sqlite);
  return { folder, isSample, sqlite, db, file: null, log: null, hasChanged: false, isReadOnly: why };
}

function incomplete(): AppError {
  return new AppError(
    'PROFILE_INCOMPLETE',
    'The newest changes to your record are missing. The file “record.db-wal”, which held them, is gone, or an older “record.db” was put in the place of yours. Nothing was changed. Put the missing file back and try again, restore a backup, or continue with what is there.',
  );
}

/** Whether the file that is open still is the one in the profile folder; a copy in memory has none to lose. */
export const isInPlace = ({ folder, file, isReadOnly }: Profile): boolean =>
  isReadOnly !== null || isSameFile(databaseOf(folder), file);

/** Whether its write-ahead log still is there: without it, what is not in the file yet would be gone after a crash. */
export const isLogInPlace = ({ folder, log, isReadOnly }: Profile): boolean =>
  isReadOnly !== null || isSameFile(`${databaseOf(folder)}-wal`, log);

/**
 * Makes a backup when something changed, then closes. A backup that fails does not keep the record from closing.
 * `leastMinutes` spares a terminal, which opens and closes for every line, a backup each time: what changed since the
 * last one is remembered and backed up at a later closing. `isHurried` leaves out all that a later closing can do.
 */
export async function closeProfile(
  profile: Profile,
  host: BackupHost,
  { leastMinutes = 0, isHurried = false }: Closing = {},
): Promise<void> {
  const { sqlite, folder } = profile;
  if (profile.isReadOnly) {
    await closeDatabase(profile);
    return;
  }
  try {
    if (!isHurried) await tidyUp(profile, host, leastMinutes);
    writeFlag(sqlite, 'changedSinceBackup', profile.hasChanged);
    const closed = noteClosing(sqlite);
    sqlite.pragma('wal_checkpoint(TRUNCATE)');
    await closeDatabase(profile);
    if (closed) await writeMarker(folder, closed);
  } catch {
    // on a full disk the flags stay as they are: the next opening checks the record and backs it up
  } finally {
    closeKeepingLog(folder, sqlite);
    await closeDatabase(profile);
  }
}

/** How a profile is closed. */
export interface Closing {
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
  deleteUnnamedSources(sqlite);
  drainSearch(sqlite);
  if (isDue) overwriteDeletedWords(sqlite);
  compactWhenWorthIt(sqlite);
}

const secondNameOf = (log: string) => `${log}.closing`;

/** Gives a log its name back that an end in the middle of closing left under the other. */
function takeUpLog(folder: string): void {
  const log = `${databaseOf(folder)}-wal`;
  if (!existsSync(log) && existsSync(secondNameOf(log))) renameSync(secondNameOf(log), log);
}

/**
 * Closes the file and leaves its write-ahead log there, as a crash would. SQLite removes the log, and a record that
 * could not be noted as closed would be taken for one that lost its newest changes. Does nothing when it is closed.
 */
function closeKeepingLog(folder: string, sqlite: Database): void {
  if (!sqlite.open) return;
  const log = `${databaseOf(folder)}-wal`;
  if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) === 0) {
    sqlite.close();
    return;
  }
  const second = secondNameOf(log);
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
  if (existsSync(log)) rmSync(second, { force: true });
  else renameSync(second, log);
}

/** Closes the file and nothing else: no backup, no note of having been closed. */
export async function closeDatabase({ db, sqlite }: Profile): Promise<void> {
  await db.destroy().catch(() => undefined);
  if (sqlite.open) sqlite.close();
}

function readFlag(sqlite: Database, key: string): boolean | null {
  if (schemaOf(sqlite) === 0) return null;
  const row = sqlite.prepare('SELECT value FROM setting WHERE key = ?').get(key) as { value: string } | undefined;
  return row ? (JSON.parse(row.value) as boolean) : null;
}

function writeFlag(sqlite: Database, key: string, value: boolean): void {
  sqlite
    .prepare('INSERT INTO setting(key, value) VALUES (?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value')
    .run(key, JSON.stringify(value));
}
