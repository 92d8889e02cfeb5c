/**
 * Putting another database in the place of the record. Nothing is deleted: what stood there is moved into a folder of its
 * own. A note of what is under way stands on the disk before the first file moves, so that a start after a power cut
 * knows whether to go back or on; at every moment one whole record is there, the old or the new.
 */
import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { AppError } from '../../shared/api/errors.ts';
import { diskError } from '../db/disk-error.ts';
import { markerFileName, writeMarkerOf } from '../db/profile-marker.ts';
import { positionFileName } from '../db/record-log.ts';
import { removeDatabase } from '../db/remove-database.ts';
import { readSmallFile } from '../files/read-small-file.ts';
import { syncFolder, writeFileWhole } from '../files/write-file.ts';
import type { Host } from '../host.ts';
import { isRunning } from '../jobs/is-running.ts';
import { JobFailure, type JobOptions, runJob } from '../jobs/run-job.ts';
import { reasonOf } from './backup.ts';
import { addedByHand, backupFolder, listBackups, nextNumber } from './backup-list.ts';
import { changeStatus } from './backup-status.ts';
import { timeLimitFor, timeLimitForForeign } from './backup-time-limits.ts';

const Swap = z.object({
  /** The folder beside the record that takes what stood there. */
  aside: z.string().regex(/^replaced-[0-9A-Za-z-]{1,60}$/),
  /** `back` once it is known that the new record does not open. */
  direction: z.enum(['on', 'back']),
  pid: z.number(),
});
type Swap = z.infer<typeof Swap>;

/** The record's files; the database itself moves last, so that its place tells how far a move came. */
const setOfFiles = ['record.db-wal', 'record.db-shm', markerFileName, positionFileName, 'record.db'] as const;
/** Another Cairn that is restoring is done within so long. */
const swapMs = 120_000;

const noteOf = (folder: string) => join(folder, 'restore.json');
const stagedIn = (folder: string) => join(folder, 'record.db.restoring');
const untouched = 'Your record was not touched.';

/**
 * Unpacks a backup beside the database and verifies hash, schema, pages, keys and search. Throws BACKUP_DAMAGED,
 * PROFILE_NEWER, DISK_FULL or the signal's reason, and leaves nothing behind.
 */
export async function stageBackup(
  profileFolder: string,
  fileName: string,
  host: Pick<Host, 'startProcess'>,
  options: Pick<JobOptions, 'signal' | 'onProgress'>,
): Promise<void> {
  const entry = listBackups(profileFolder).find((backup) => backup.fileName === fileName);
  if (!entry) throw new AppError('NOT_FOUND', 'That backup is not in the folder any more. Choose another.');
  const target = stagedIn(profileFolder);
  const isOurs = entry.reason !== addedByHand;
  const file = join(backupFolder(profileFolder), fileName);
  const { sha256, databaseBytes = null } = entry;
  await endInterruptedRestore(profileFolder);
  await dropStaged(profileFolder);
  try {
    const timeoutMs = databaseBytes === null ? timeLimitForForeign(entry.bytes) : timeLimitFor(databaseBytes);
    const expected = { sha256, databaseBytes };
    await runJob(host, 'unpackBackup', { file, target, expected, isOurs }, { ...options, timeoutMs });
  } catch (error) {
    await dropStaged(profileFolder);
    throw options.signal?.aborted ? error : stagingError(error);
  }
}

/** Removes a staged backup that is not to be used after all; by one that is being put in place the rest is found again. */
export async function dropStaged(profileFolder: string): Promise<void> {
  if (isRestoreUnfinished(profileFolder)) return;
  await removeDatabase(stagedIn(profileFolder));
}

function stagingError(error: unknown): unknown {
  const known = diskError(error);
  if (!known) return error;
  if (known.code === 'BACKUP_DAMAGED')
    return new AppError(
      'BACKUP_DAMAGED',
      `That backup is damaged and was not used: ${reasonOf(known)}. ${untouched} Choose an older one.`,
      known.details,
    );
  if (known.code === 'DISK_FULL')
    return new AppError(
      'DISK_FULL',
      `The backup was not restored: unpacking it needs more free space on the disk. ${untouched} Free some space, then try again.`,
    );
  if (known.code === 'READ_ONLY')
    return new AppError(
      'READ_ONLY',
      `The backup was not restored: Cairn may not write in the folder of your record. ${untouched} Allow writing there, then try again.`,
    );
  if (known.code === 'PROFILE_DAMAGED')
    return new AppError(
      'PROFILE_DAMAGED',
      `The backup was not restored: the disk could not read it. ${untouched} Choose another.`,
    );
  if (known.code === 'NOT_FOUND')
    return new AppError('NOT_FOUND', `That backup is not in the folder any more. ${untouched} Choose another.`);
  if (known instanceof JobFailure)
    return new AppError(
      known.code,
      `The backup was not restored: reading it ${known.reason === 'timed-out' ? 'took far longer than it should' : 'failed'}, so it was stopped. ${untouched} Choose another, or try again.`,
      known.details,
    );
  return known;
}

/** Puts the staged database in the place of the present one, which no connection may have open. */
export async function putStagedInPlace(folder: string, now: Date): Promise<void> {
  const swap: Swap = { aside: asideName(folder, now), direction: 'on', pid: process.pid };
  await changeStatus(folder, () => ({ restoredAfter: nextNumber(folder) - 1 }));
  await writeFileWhole(noteOf(folder), JSON.stringify(swap));
  try {
    const aside = join(folder, swap.aside);
    mkdirSync(aside, { mode: 0o700 });
    // a folder that a power cut takes back would take along what was moved into it
    await syncFolder(folder);
    moveSet(folder, aside);
    await syncFolder(aside);
    await writeMarkerOf(folder, stagedIn(folder));
    renameSync(stagedIn(folder), join(folder, 'record.db'));
    await syncFolder(folder);
  } catch (error) {
    // what cannot be put back now either is put back at the next opening, as the note says
    await takeBackReplaced(folder).catch(() => undefined);
    throw error;
  }
}

/** To be called when the record that was put in place is open. */
export async function deleteRestoreNote(folder: string): Promise<void> {
  await rm(noteOf(folder), { force: true });
  await syncFolder(folder);
}

/**
 * Puts back what was replaced when another record could not be put in its place or does not open there; no connection may
 * have that open. When it throws, the note still says where everything is, and the next opening tries again.
 */
export async function takeBackReplaced(folder: string): Promise<void> {
  const swap = readNote(folder);
  if (!swap) return;
  // a disk with no room for the note is no reason to leave the record aside
  await writeFileWhole(noteOf(folder), JSON.stringify({ ...swap, direction: 'back' })).catch(() => undefined);
  await goBack(folder, { ...swap, direction: 'back' });
  await deleteRestoreNote(folder);
}

/**
 * Ends what a restore that was cut off left behind: goes back while the new record was not in place, stays with it when
 * it was. Throws PROFILE_LOCKED while another Cairn is restoring, and PROFILE_DAMAGED when the files cannot be
 * moved back: the note then stays, so that the next opening tries again.
 */
export async function endInterruptedRestore(folder: string): Promise<void> {
  const swap = readNote(folder);
  if (!swap) return;
  const age = Date.now() - statSync(noteOf(folder)).mtimeMs;
  if (swap.pid !== process.pid && age >= 0 && age < swapMs && isRunning(swap.pid)) {
    throw new AppError(
      'PROFILE_LOCKED',
      'Another Cairn is restoring a backup of this record. Wait until it is done, then try again.',
    );
  }
  const isNewInPlace =
    swap.direction === 'on' && !existsSync(stagedIn(folder)) && existsSync(join(folder, 'record.db'));
  try {
    if (!isNewInPlace) await goBack(folder, swap);
  } catch (error) {
    throw new AppError(
      'PROFILE_DAMAGED',
      `A restore could not be ended: the record as it was before could not be moved back into its place. Nothing of it was deleted: its database is in the folder “${swap.aside}” in ${folder}. Look for what is in its way or keeps Cairn from writing there, then try again.`,
      (error as Error).message,
    );
  }
  await rm(noteOf(folder), { force: true });
  await removeDatabase(stagedIn(folder));
}

/** Whether the files of a restore are not all where they belong, as a note on the disk says. */
export function isRestoreUnfinished(folder: string): boolean {
  return readNote(folder) !== null;
}

async function goBack(folder: string, { aside: name, direction }: Swap): Promise<void> {
  const aside = join(folder, name);
  // while the old database is still aside, what stands in its place is the new one, which stays there under another name
  const isNewInPlace =
    direction === 'back' && existsSync(join(folder, 'record.db')) && existsSync(join(aside, 'record.db'));
  if (isNewInPlace) {
    const refused = join(aside, 'not-opened');
    mkdirSync(refused, { recursive: true, mode: 0o700 });
    await syncFolder(aside);
    moveSet(folder, refused);
  }
  moveSet(aside, folder);
  await syncFolder(folder);
}

function moveSet(from: string, to: string): void {
  for (const name of setOfFiles) if (existsSync(join(from, name))) renameSync(join(from, name), join(to, name));
}

function asideName(folder: string, now: Date): string {
  const name = `replaced-${now.toISOString().replace(/[-:.]/g, '')}`;
  for (let count = 1; ; count += 1) {
    const free = count === 1 ? name : `${name}-${count}`;
    if (!existsSync(join(folder, free))) return free;
  }
}

function readNote(folder: string): Swap | null {
  try {
    return Swap.safeParse(JSON.parse(readSmallFile(noteOf(folder)) ?? '')).data ?? null;
  } catch {
    return null;
  }
}
