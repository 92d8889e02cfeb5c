/**
 * The one place where a file goes where a person said: a save dialog, or a path in a terminal.
 * Nothing is ever written into the folder of a record from here, whichever way the path leads there.
 */
import type { BigIntStats } from 'node:fs';
import { open, readdir, readlink, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { AppError } from '../../shared/api/errors.ts';
import { readFileHeader } from '../db/inspect/file-header.ts';
import type { FileContent } from '../host.ts';
import { writeFileWhole, writingError } from './write-file.ts';

/** As many links in a row as systems follow. */
const maxLinks = 40;

/**
 * Writes the file whole or not at all. A link is followed: the file it names is replaced and the link stays.
 * Throws INVALID_INPUT before a byte is written when the file, or a folder it would stand in, belongs to a record.
 */
export async function writeChosenFile(path: string, bytes: FileContent | string, profileFolder: string): Promise<void> {
  const name = basename(path);
  let file: string;
  try {
    file = await followLinks(resolve(path));
  } catch (error) {
    throw writingError(error, name);
  }
  if (await belongsToRecord(file, profileFolder)) {
    throw new AppError(
      'INVALID_INPUT',
      `${name} was not written: that place is inside the folder of a record, where only Cairn’s own files stand. Nothing was changed. Choose another place.`,
    );
  }
  const there = await stat(file).catch(() => null);
  if (there && !there.isFile() && !there.isDirectory()) {
    throw new AppError(
      'INVALID_INPUT',
      `${name} was not written: it is no file but a device or a pipe. Choose another place.`,
    );
  }
  await writeFileWhole(file, bytes);
}

/** Where a write to the path would end: its folder without links, and the last link of the file's name followed. */
async function followLinks(path: string): Promise<string> {
  let file = path;
  for (let count = 0; count < maxLinks; count += 1) {
    file = join(await realpath(dirname(file)), basename(file));
    const target = await readlink(file).catch(() => null);
    if (target === null) return file;
    file = resolve(dirname(file), target);
  }
  throw Object.assign(new Error('Too many links'), { code: 'EINVAL' });
}

/** Compares what the system calls things, not their names: a name can be written in many ways. */
async function belongsToRecord(file: string, profileFolder: string): Promise<boolean> {
  const own = await identitiesIn(profileFolder);
  const target = await stat(file, { bigint: true }).catch(() => null);
  if (target && own.has(identity(target))) return true;
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    if (own.has(identity(await stat(folder, { bigint: true })))) return true;
    // the folder of another record than the open one
    if (await holdsRecord(folder)) return true;
    if (dirname(folder) === folder) return false;
  }
}

async function holdsRecord(folder: string): Promise<boolean> {
  const handle = await open(join(folder, 'record.db'), 'r').catch(() => null);
  if (!handle) return false;
  try {
    const start = Buffer.alloc(100);
    await handle.read(start, 0, 100, 0);
    return readFileHeader(start)?.isOurs === true;
  } catch {
    return false;
  } finally {
    await handle.close();
  }
}

/** The folder and all that is in it: a folder or a file of it can be mounted or linked elsewhere. */
async function identitiesIn(folder: string): Promise<ReadonlySet<string>> {
  const identities = new Set<string>();
  const root = await stat(folder, { bigint: true }).catch(() => null);
  if (!root) return identities;
  identities.add(identity(root));
  for (const entry of await readdir(folder, { recursive: true })) {
    // what has gone meanwhile, or a link to nothing, cannot be written over
    const found = await stat(join(folder, entry), { bigint: true }).catch(() => null);
    if (found) identities.add(identity(found));
  }
  return identities;
}

const identity = ({ dev, ino }: BigIntStats) => `${dev}:${ino}`;
