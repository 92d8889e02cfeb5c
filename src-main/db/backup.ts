/** Verified backups of a profile: a copy made while the record is open, checked, packed, hashed and listed. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import BetterSqlite3, { type Database } from 'better-sqlite3';
import type { Backup } from '../../shared/api/app.ts';
import { AppError } from '../../shared/api/errors.ts';
import { makeFolder, syncFolder, writeFileWhole } from '../write-file.ts';
import { backupsToRemove } from './backup-rotation.ts';
import { currentSchema, schemaOf } from './migrate.ts';
import { applicationId, findDamage, openingError } from './open.ts';

interface Entry extends Backup {
  readonly sha256: string;
}

const pack = promisify(gzip);
const unpack = promisify(gunzip);
const folderOf = (profileFolder: string) => join(profileFolder, 'backups');
const listOf = (profileFolder: string) => join(folderOf(profileFolder), 'manifest.json');

/** The backups there are, newest first. A list that cannot be read counts as empty: the files stay. */
export function listBackups(profileFolder: string): Entry[] {
  try {
    const entries = JSON.parse(readFileSync(listOf(profileFolder), 'utf8')) as Entry[];
    return entries
      .filter(
        (entry) =>
          /^[0-9A-Za-z._-]{1,120}$/.test(entry.fileName) && existsSync(join(folderOf(profileFolder), entry.fileName)),
      )
      .sort((a, b) => (a.fileName < b.fileName ? 1 : -1));
  } catch {
    return [];
  }
}

/**
 * Takes into the list what somebody put into the folder: each is unpacked, checked and counted first. What is no sound
 * backup stays where it is and is not listed.
 */
export function adoptBackups(profileFolder: string): Promise<void> {
  return inTurn(profileFolder, () => adopt(profileFolder));
}

async function adopt(profileFolder: string): Promise<void> {
  const folder = folderOf(profileFolder);
  const listed = new Set(listBackups(profileFolder).map((entry) => entry.fileName));
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const found = names.filter((name) => /^[0-9A-Za-z][0-9A-Za-z._-]{0,110}\.db\.gz$/.test(name) && !listed.has(name));
  for (const fileName of found) {
    const copy = join(folder, `.${fileName}.part`);
    try {
      const bytes = await readFile(join(folder, fileName));
      await writeFileWhole(copy, await unpack(bytes, { maxOutputLength: 4 * 1024 ** 3 }));
      const { schema, ...rows } = countRows(copy);
      const madeAt = (await stat(join(folder, fileName))).mtime.toISOString();
      const entry: Entry = {
        fileName,
        madeAt,
        reason: 'Put here',
        bytes: bytes.length,
        schema,
        ...rows,
        sha256: hash(bytes),
      };
      await writeFileWhole(listOf(profileFolder), JSON.stringify([...listBackups(profileFolder), entry], null, 1));
    } catch {
      // not a backup of ours, or a damaged one: it is nobody's loss that it is not offered
    } finally {
      for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(`${copy}${suffix}`, { force: true });
    }
  }
}

/** Backups of one folder come one after the other: the timer, a button and the terminal may ask at the same time. */
const turns = new Map<string, Promise<unknown>>();

function inTurn<T>(profileFolder: string, work: () => Promise<T>): Promise<T> {
  const turn = (turns.get(profileFolder) ?? Promise.resolve()).then(work, work);
  turns.set(
    profileFolder,
    turn.catch(() => undefined),
  );
  return turn;
}

/** Waits until no backup of the folder is being made. Never rejects. */
export async function backupsDone(profileFolder: string): Promise<void> {
  await turns.get(profileFolder);
}

/** Makes one, verifies it, and only then lets old ones go. Throws DISK_FULL and kin; leaves no part behind. */
export function makeBackup(sqlite: Database, profileFolder: string, reason: string, now: Date): Promise<Entry> {
  return inTurn(profileFolder, () => backUp(sqlite, profileFolder, reason, now));
}

async function backUp(sqlite: Database, profileFolder: string, reason: string, now: Date): Promise<Entry> {
  const folder = folderOf(profileFolder);
  await makeFolder(folder);
  const entries = listBackups(profileFolder);
  // the number orders them even when the clock is set back
  const seq = 1 + entries.reduce((highest, entry) => Math.max(highest, Number.parseInt(entry.fileName, 10) || 0), 0);
  const schema = schemaOf(sqlite);
  const stamp = now.toISOString().replace(/[-:]/g, '').replace(/\.\d+/, '');
  const fileName = `${String(seq).padStart(6, '0')}-${stamp}-v${schema}.db.gz`;
  const copy = join(folder, `.${fileName}.part`);
  try {
    await sqlite.backup(copy, { progress: () => 500 });
    const { schema: _schema, ...rows } = countRows(copy);
    const bytes = await pack(await readFile(copy), { level: 1 });
    const sha256 = hash(bytes);
    await writeFileWhole(join(folder, fileName), bytes);
    if (hash(await readFile(join(folder, fileName))) !== sha256) {
      await rm(join(folder, fileName), { force: true });
      throw new AppError(
        'BACKUP_DAMAGED',
        'The backup could not be read back as written, so it was not kept. Your record and the backups before it are safe. Check the disk.',
      );
    }
    const entry: Entry = { fileName, madeAt: now.toISOString(), reason, bytes: bytes.length, schema, ...rows, sha256 };
    const all = [entry, ...entries];
    const gone = new Set(
      backupsToRemove(
        all.map((one) => ({ ...one, rows: one.accomplishments + one.roles + one.resumes })),
        now,
      ),
    );
    await writeFileWhole(
      listOf(profileFolder),
      JSON.stringify(
        all.filter((one) => !gone.has(one.fileName)),
        null,
        1,
      ),
    );
    for (const name of gone) await rm(join(folder, name), { force: true });
    return entry;
  } catch (error) {
    throw openingError(error);
  } finally {
    for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(`${copy}${suffix}`, { force: true });
  }
}

/** Checks the copy page by page and counts what it holds. */
function countRows(file: string): Pick<Backup, 'schema' | 'accomplishments' | 'roles' | 'resumes'> {
  const sqlite = new BetterSqlite3(file, { fileMustExist: true });
  try {
    sqlite.pragma('journal_mode = DELETE');
    sqlite.pragma('trusted_schema = OFF');
    const isOurs = sqlite.pragma('application_id', { simple: true }) === applicationId;
    const damage = isOurs ? findDamage(sqlite) : ['It is not a record of Cairn.'];
    if (damage.length > 0) {
      throw new AppError(
        'BACKUP_DAMAGED',
        'The backup did not pass its check, so it was not kept. The backups before it are safe.',
        damage.slice(0, 5),
      );
    }
    const count = (table: string) =>
      (sqlite.prepare(`SELECT count(*) AS n FROM ${table} WHERE deletedAt IS NULL`).get() as { n: number }).n;
    return {
      schema: schemaOf(sqlite),
      accomplishments: count('accomplishment'),
      roles: count('roleSpec'),
      resumes: count('resume'),
    };
  } finally {
    sqlite.close();
  }
}

/**
 * Unpacks a backup beside the database and verifies hash, pages and schema. Answers the path of the unpacked file.
 * Throws BACKUP_DAMAGED or PROFILE_NEWER and leaves nothing behind.
 */
export async function unpackBackup(profileFolder: string, fileName: string): Promise<string> {
  const entry = listBackups(profileFolder).find((one) => one.fileName === fileName);
  if (!entry) throw new AppError('NOT_FOUND', 'That backup is not in the folder any more. Choose another.');
  const bytes = await readFile(join(folderOf(profileFolder), fileName));
  const damaged = new AppError(
    'BACKUP_DAMAGED',
    'That backup is damaged and was not used. Your record was not touched. Choose an older one.',
  );
  if (hash(bytes) !== entry.sha256) throw damaged;
  const file = join(profileFolder, 'record.db.restoring');
  await writeFileWhole(file, await unpack(bytes));
  let sqlite: Database | undefined;
  try {
    sqlite = new BetterSqlite3(file, { fileMustExist: true });
    sqlite.pragma('trusted_schema = OFF');
    sqlite.pragma('journal_mode = DELETE');
    if (sqlite.pragma('application_id', { simple: true }) !== applicationId || findDamage(sqlite).length > 0)
      throw damaged;
    if (schemaOf(sqlite) > currentSchema)
      throw new AppError(
        'PROFILE_NEWER',
        'That backup was made by a newer Cairn. Open it there, or choose an older one.',
      );
    return file;
  } catch (error) {
    sqlite?.close();
    rmSync(file, { force: true });
    throw error instanceof AppError ? error : damaged;
  } finally {
    sqlite?.close();
  }
}

/**
 * Puts an unpacked database in the place of the present one. The present file, its log and its index are moved aside
 * together: a log left beside another database would silently be read into it. Answers where they went.
 */
export async function replaceDatabase(profileFolder: string, unpacked: string, now: Date): Promise<string> {
  const aside = join(profileFolder, `replaced-${now.toISOString().replace(/[-:.]/g, '')}`);
  mkdirSync(aside, { recursive: true, mode: 0o700 });
  for (const suffix of ['', '-wal', '-shm']) {
    const file = join(profileFolder, `record.db${suffix}`);
    if (existsSync(file)) renameSync(file, join(aside, `record.db${suffix}`));
  }
  renameSync(unpacked, join(profileFolder, 'record.db'));
  await syncFolder(profileFolder);
  return aside;
}

/** The reverse, when the database put in place does not open. */
export function putBackReplaced(profileFolder: string, aside: string): void {
  for (const suffix of ['', '-wal', '-shm']) {
    rmSync(join(profileFolder, `record.db${suffix}`), { force: true });
    const file = join(aside, `record.db${suffix}`);
    if (existsSync(file)) renameSync(file, join(profileFolder, `record.db${suffix}`));
  }
}

/** Bytes of all backups together. */
export async function backupBytes(profileFolder: string): Promise<number> {
  let sum = 0;
  for (const entry of listBackups(profileFolder))
    sum += (await stat(join(folderOf(profileFolder), entry.fileName))).size;
  return sum;
}

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
