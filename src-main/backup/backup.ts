/** Verified backups of a profile: a copy made while the record is open, checked, packed, read back, and then listed. */
import { readdirSync, rmSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { AppError } from '../../shared/api/errors.ts';
import type { LoggedRecord } from '../db/checkpoint.ts';
import { countRows } from '../db/count-rows.ts';
import { diskError } from '../db/disk-error.ts';
import { schemaOf } from '../db/migrate.ts';
import { findDamage } from '../db/open.ts';
import { removeDatabase } from '../db/remove-database.ts';
import { makeFolder, syncFolder } from '../files/write-file.ts';
import type { Host } from '../host.ts';
import { createTurns } from '../jobs/in-turn.ts';
import { isRunning } from '../jobs/is-running.ts';
import { JobFailure, type JobOptions, runJob } from '../jobs/run-job.ts';
import { addedByHand, type BackupEntry, backupFolder, changeList, nextNumber, sequenceOf } from './backup-list.ts';
import { backupsToRemove } from './backup-rotation.ts';
import { changeStatus, readStatus } from './backup-status.ts';
import { timeLimitFor } from './backup-time-limits.ts';
import { withRecordAtRest } from './copy-open-record.ts';

/** What of the host is needed to make a backup. */
export type BackupHost = Pick<Host, 'now' | 'startProcess'>;

export interface OpenRecord extends LoggedRecord {
  /** Where its backups go. */
  readonly folder: string;
}

type BackupOptions = Pick<JobOptions, 'signal' | 'onProgress'>;

/** Work on the backups of one folder comes one after the other: the timer, a button and the terminal may ask at once. */
const turns = createTurns();

/** Waits until no backup of the folder is being made. Never rejects. */
export function backupsDone(profileFolder: string): Promise<void> {
  return turns.done(profileFolder);
}

/**
 * Makes one, verifies it, and only then lets old ones go. Waits for a transaction that is open. Throws DISK_FULL, READ_ONLY,
 * BACKUP_DAMAGED or TIMED_OUT with what is safe, notes that it failed, and leaves no part behind.
 */
export function makeBackup(
  record: OpenRecord,
  host: BackupHost,
  reason: string,
  options: BackupOptions = {},
): Promise<BackupEntry> {
  return turns.inTurn(record.folder, async () => {
    try {
      return await backUp(record, host, reason, options);
    } catch (error) {
      // what was cancelled did not fail
      if (options.signal?.aborted) throw error;
      const refusal = backupError(error);
      const problem = isDamage(error) ? { checkProblem: reasonOf(error), lastCheckAt: host.now().toISOString() } : {};
      await changeStatus(record.folder, () => ({
        ...problem,
        lastFailure: { at: host.now().toISOString(), message: messageOf(refusal) },
      }));
      throw refusal;
    }
  });
}

async function backUp(
  record: OpenRecord,
  host: BackupHost,
  reason: string,
  options: BackupOptions,
): Promise<BackupEntry> {
  const { sqlite, folder } = record;
  const into = backupFolder(folder);
  await makeFolder(into);
  removeLeftovers(folder);
  const madeAt = host.now().toISOString();
  const stamp = madeAt.replace(/[-:]/g, '').replace(/\.\d+/, '');
  const fileName = `${String(nextNumber(folder)).padStart(6, '0')}-${stamp}-v${schemaOf(sqlite)}.db.gz`;
  const copy = partName(folder, `${fileName}.db`);
  const target = partName(folder, fileName);
  try {
    const timeoutMs = timeLimitFor(sizeOf(sqlite));
    const { databaseSha256: _databaseSha256, ...made } = await withRecordAtRest(record, copy, options, (from) =>
      runJob(host, 'backUp', { from, copy, target }, { ...options, timeoutMs }),
    );
    await rename(target, join(into, fileName));
    await syncFolder(into);
    const entry: BackupEntry = { fileName, madeAt, reason, ...made };
    await list(folder, entry);
    await changeStatus(folder, () => ({ lastFailure: null, lastCheckAt: madeAt, checkProblem: null }));
    options.onProgress?.(1, 1);
    return entry;
  } finally {
    await removeDatabase(copy);
    await rm(target, { force: true });
  }
}

/** Takes a new backup into the list and lets those go that the rule no longer needs. */
async function list(folder: string, entry: BackupEntry): Promise<void> {
  const { restoredAfter } = readStatus(folder);
  let gone = new Set<string>();
  await changeList(folder, (entries) => {
    const all = [entry, ...entries];
    const ours = all.filter(({ reason }) => reason !== addedByHand);
    gone = new Set(
      backupsToRemove(
        ours.map((backup) => ({
          ...backup,
          sequence: sequenceOf(backup),
          rows: backup.accomplishments + backup.roles + backup.resumes,
        })),
        restoredAfter,
      ),
    );
    return all.filter(({ fileName }) => !gone.has(fileName));
  });
  for (const name of gone) await rm(join(backupFolder(folder), name), { force: true });
}

interface RecordReport {
  readonly problems: string[];
  readonly rows: Record<string, number>;
  readonly schema: number;
}

/** Reads a record from end to end that is a copy in memory already, and small enough to be read here. */
export function checkInMemory({ sqlite }: OpenRecord): RecordReport {
  return { problems: findDamage(sqlite), rows: countRows(sqlite), schema: schemaOf(sqlite) };
}

/** Reads the open record from end to end, in a copy, and notes what was found. */
export function checkRecord(record: OpenRecord, host: BackupHost, options: BackupOptions = {}): Promise<RecordReport> {
  const { folder, sqlite } = record;
  return turns.inTurn(folder, async () => {
    await makeFolder(backupFolder(folder));
    removeLeftovers(folder);
    const copy = partName(folder, 'check.db');
    try {
      const timeoutMs = timeLimitFor(sizeOf(sqlite));
      const report = await withRecordAtRest(record, copy, options, (from) =>
        runJob(host, 'check', { from, copy }, { ...options, timeoutMs }),
      );
      await noteCheck(folder, host, report.problems[0] ?? null);
      options.onProgress?.(1, 1);
      return { ...report, schema: schemaOf(sqlite) };
    } catch (error) {
      throw checkError(error);
    } finally {
      await removeDatabase(copy);
    }
  });
}

/** Bytes of an open database, by its own count. */
function sizeOf(sqlite: Database): number {
  return 4096 * (sqlite.pragma('page_count', { simple: true }) as number);
}

function noteCheck(folder: string, host: BackupHost, problem: string | null): Promise<void> {
  return changeStatus(folder, () => ({ lastCheckAt: host.now().toISOString(), checkProblem: problem }));
}

/** A name for a file that is being made; `removeLeftovers` knows by it whether its maker still runs. */
export function partName(profileFolder: string, name: string): string {
  return join(backupFolder(profileFolder), `.${process.pid}.${name}.part`);
}

/** Removes what was being made when a Cairn was killed. */
function removeLeftovers(profileFolder: string): void {
  for (const name of readdirSync(backupFolder(profileFolder))) {
    const maker = /^\.(\d{1,9})\..*\.part(-journal|-wal|-shm)?$/.exec(name)?.[1];
    if (maker !== undefined && Number(maker) !== process.pid && !isRunning(Number(maker)))
      rmSync(join(backupFolder(profileFolder), name), { force: true });
  }
}

function isDamage(error: unknown): error is AppError {
  return error instanceof AppError && error.code === 'BACKUP_DAMAGED';
}

const safe = 'Your record and the backups before it are safe.';

/** Why a backup was not made, in words. */
function backupError(error: unknown): unknown {
  const known = diskError(error);
  if (!known) return error;
  if (known instanceof JobFailure) {
    const what =
      known.reason === 'timed-out'
        ? 'it took far longer than it should and was stopped'
        : 'the process that makes it ended before it was done';
    return new AppError(known.code, `The backup was not made: ${what}. ${safe} Try again.`, known.details);
  }
  if (known.code === 'DISK_FULL')
    return new AppError(
      'DISK_FULL',
      `The backup was not made: the disk is full or did not take it. ${safe} Free some space, then try again.`,
    );
  if (known.code === 'PROFILE_DAMAGED')
    return new AppError(
      'PROFILE_DAMAGED',
      'The backup was not made: the disk could not read the record. The backups before it are safe. Save a copy of the newest on another disk.',
    );
  if (known.code === 'READ_ONLY' || known.code === 'NOT_FOUND')
    return new AppError(
      'READ_ONLY',
      `The backup was not made: Cairn may not write in its folder for backups. ${safe} Allow writing there, then try again.`,
    );
  if (known.code === 'BACKUP_DAMAGED')
    return new AppError(
      'BACKUP_DAMAGED',
      `The backup did not pass its check (${reasonOf(known)}), so it was not kept. The backups before it are safe.`,
      known.details,
    );
  return known;
}

function checkError(error: unknown): unknown {
  const known = diskError(error);
  if (known?.code === 'DISK_FULL')
    return new AppError(
      'DISK_FULL',
      'The record was not checked: a copy of it needs more free space on the disk. Nothing was changed.',
    );
  if (known?.code === 'PROFILE_DAMAGED')
    return new AppError(
      'PROFILE_DAMAGED',
      'The record was not checked to its end: the disk could not read it. Nothing was changed. Save a copy of the newest backup on another disk.',
    );
  return known ?? error;
}

/** The first thing that is wrong with a file, to stand inside a sentence. */
export function reasonOf(error: AppError): string {
  const [first] = Array.isArray(error.details) ? error.details : [];
  return typeof first === 'string' ? first.replace(/\.$/, '') : 'it is damaged';
}

function messageOf(error: unknown): string {
  return error instanceof AppError ? error.message : `The backup was not made. ${safe}`;
}
