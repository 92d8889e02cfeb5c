/** Writes a file whole or not at all: beside it under another name, synced, then renamed over it. */
import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { AppError } from '../../shared/api/errors.ts';
import { diskFault } from '../db/disk-error.ts';
import type { FileContent } from '../host.ts';

/** Throws DISK_FULL or READ_ONLY with what is safe; leaves no part of a file behind. */
export async function writeFileWhole(file: string, bytes: FileContent | string): Promise<void> {
  // a name nobody can guess, and never a file that is there: in a shared folder somebody may have put a link in the way
  const temporary = join(dirname(file), `.cairn-${randomBytes(8).toString('hex')}.part`);
  try {
    if (typeof bytes === 'function') await bytes(temporary);
    const isToBeMade = typeof bytes === 'function' ? 0 : constants.O_CREAT | constants.O_EXCL;
    const handle = await open(temporary, constants.O_WRONLY | isToBeMade, 0o600);
    try {
      if (typeof bytes !== 'function') await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
    await syncFolder(dirname(file));
  } catch (error) {
    await rm(temporary, { force: true });
    throw writingError(error, basename(file));
  }
}

/** Makes a folder that only its user may enter, with those above it that are missing, and makes their names durable. */
export async function makeFolder(folder: string): Promise<void> {
  const highest = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (highest === undefined) return;
  let made = resolve(folder);
  await syncFolder(dirname(made));
  // the name of each stands in the folder above it
  while (made !== resolve(highest)) {
    made = dirname(made);
    await syncFolder(dirname(made));
  }
}

/** Makes the folder's list of names durable; systems that cannot open a folder do so by themselves. */
export async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, constants.O_RDONLY);
    await handle.sync().finally(() => handle.close());
  } catch (error) {
    if (!['EISDIR', 'EPERM', 'EACCES', 'EINVAL'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}

/** What a failed write means for a person; anything unknown as it is. */
export function writingError(error: unknown, name: string): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  const fault = diskFault(error);
  if (fault === 'full' || fault === 'failing') {
    const what = fault === 'full' ? 'The disk is full' : 'The disk did not take it';
    return new AppError(
      'DISK_FULL',
      `${name} was not written. ${what}. Your record is safe. Free some space, then try again.`,
    );
  }
  if (fault === 'unreadable') {
    return new AppError(
      'PROFILE_DAMAGED',
      `${name} was not written. The disk could not read what belongs in it. Nothing was changed. Check the record, and restore a backup on another disk.`,
    );
  }
  if (fault === 'refusing') {
    return new AppError(
      'READ_ONLY',
      `${name} was not written. Writing is not allowed there. Your record is safe. Choose another place.`,
    );
  }
  if (code === 'EISDIR' || code === 'ENAMETOOLONG' || code === 'EINVAL') {
    return new AppError(
      'INVALID_INPUT',
      `${name} was not written: a file cannot have that name there. Your record is safe. Choose another name.`,
    );
  }
  if (fault === 'missing') {
    return new AppError(
      'NOT_FOUND',
      `${name} was not written. The folder is not there any more. Your record is safe. Choose another place.`,
    );
  }
  return error;
}
