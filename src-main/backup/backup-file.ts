/** Packing a copy of a record into a backup and out of it again, in streams: the size of a record has no limit in memory. */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rm, stat, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { AppError } from '../../shared/api/errors.ts';
import { readDeclaredSize } from '../db/inspect/database-header.ts';
import { invalidBackupError } from '../db/inspect/inspect.ts';

export interface PackedBackup {
  readonly bytes: number;
  /** Of the packed file. */
  readonly sha256: string;
  /** Of the database inside. */
  readonly databaseBytes: number;
  readonly databaseSha256: string;
}

type Progress = (done: number, total: number) => void;

const mebibyte = 1024 ** 2;
const chunk = mebibyte;
/** No record that a person writes comes near. */
const mostBytes = 64 * 1024 ** 3;
/** So much stays free on the disk when a file of unknown origin is unpacked. */
const spareBytes = 256 * mebibyte;
/** A packed record is a third to a thirtieth of itself; what is far beyond that is made to fill the disk. */
const mostRatio = 200;

/** Packs a database, syncs the file and reads it back: what it holds is compared with what went in. Leaves nothing when it fails. */
export async function packDatabase(database: string, target: string, progress: Progress): Promise<PackedBackup> {
  const { size } = await stat(database);
  const databaseHash = createHash('sha256');
  const packedHash = createHash('sha256');
  let bytes = 0;
  try {
    await pipeline(
      createReadStream(database, { highWaterMark: chunk }),
      watching((data, seen) => {
        databaseHash.update(data);
        progress(seen, 2 * size);
      }),
      createGzip({ level: 1, chunkSize: chunk, memLevel: 9 }),
      watching((data, seen) => {
        packedHash.update(data);
        bytes = seen;
      }),
      createWriteStream(target, { flags: 'wx', mode: 0o600 }),
    );
    await syncFile(target);
    const packed: PackedBackup = {
      bytes,
      sha256: packedHash.digest('hex'),
      databaseBytes: size,
      databaseSha256: databaseHash.digest('hex'),
    };
    const back = await readBack(target, (done) => progress(size + done, 2 * size));
    if (back.sha256 !== packed.sha256 || back.databaseSha256 !== packed.databaseSha256)
      throw Object.assign(new Error('The backup could not be read back as it was written.'), { code: 'EIO' });
    return packed;
  } catch (error) {
    await rm(target, { force: true });
    throw error;
  }
}

async function readBack(file: string, progress: (done: number) => void) {
  const hash = createHash('sha256');
  const databaseHash = createHash('sha256');
  try {
    await pipeline(
      createReadStream(file, { highWaterMark: chunk }),
      watching((data) => hash.update(data)),
      createGunzip({ chunkSize: chunk }),
      async (source: AsyncIterable<Buffer>) => {
        let done = 0;
        for await (const data of source) {
          databaseHash.update(data);
          done += data.length;
          progress(done);
        }
      },
    );
  } catch (error) {
    if (!isGzipFault(error)) throw error;
    return { sha256: '', databaseSha256: '' };
  }
  return { sha256: hash.digest('hex'), databaseSha256: databaseHash.digest('hex') };
}

/**
 * Unpacks a backup into a new file and syncs it. Stops as soon as the file is more than the database's own header says,
 * than its origin makes likely, or than the disk has room for. With `sha256` the packed file must be that very one.
 * Throws BACKUP_DAMAGED or DISK_FULL and leaves nothing.
 */
export async function unpackDatabase(
  packed: string,
  target: string,
  expected: { readonly sha256: string; readonly databaseBytes: number | null } | null,
  progress: Progress,
): Promise<PackedBackup> {
  const { size } = await stat(packed);
  const isKnown = typeof expected?.databaseBytes === 'number';
  const room = await roomFor(target, isKnown);
  const likely = expected?.databaseBytes ?? Math.max(64 * mebibyte, size * mostRatio);
  const most = Math.min(mostBytes, likely);
  const hash = createHash('sha256');
  const databaseHash = createHash('sha256');
  let databaseBytes = 0;
  let declared: number | null = null;
  try {
    await pipeline(
      createReadStream(packed, { highWaterMark: chunk }),
      watching((data, seen) => {
        hash.update(data);
        progress(seen, size);
      }),
      createGunzip({ chunkSize: chunk }),
      watching((data, seen) => {
        declared ??= readDeclaredSize(data);
        databaseBytes = seen;
        if (seen > declared) throw invalidBackupError(['it holds more than a database']);
        if (declared > most) throw invalidBackupError(['it would unpack to far more than a record holds']);
        if (declared > room) throw diskFull();
        databaseHash.update(data);
      }),
      createWriteStream(target, { flags: 'wx', mode: 0o600 }),
    );
    if (declared === null) throw invalidBackupError(['it is empty']);
    if (databaseBytes !== declared) throw invalidBackupError(['it is cut off']);
    const sha256 = hash.digest('hex');
    if (expected && expected.sha256 !== sha256) throw invalidBackupError(['it was changed after it was made']);
    await syncFile(target);
    return { bytes: size, sha256, databaseBytes, databaseSha256: databaseHash.digest('hex') };
  } catch (error) {
    await rm(target, { force: true });
    throw isGzipFault(error) ? invalidBackupError(['it is cut off or damaged']) : error;
  }
}

export async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const data of createReadStream(file, { highWaterMark: chunk })) hash.update(data as Buffer);
  return hash.digest('hex');
}

export async function syncFile(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  await handle.sync().finally(() => handle.close());
}

async function roomFor(file: string, isKnown: boolean): Promise<number> {
  const { bavail, bsize } = await statfs(dirname(file));
  return Math.max(0, bavail * bsize - (isKnown ? 0 : spareBytes));
}

function diskFull(): AppError {
  return new AppError('DISK_FULL', 'There is not enough free space on the disk to unpack the backup.');
}

function isGzipFault(error: unknown): boolean {
  return ((error as { code?: string }).code ?? '').startsWith('Z_');
}

/** Lets data through and shows each piece, with the bytes so far. */
function watching(look: (data: Buffer, seen: number) => void): Transform {
  let seen = 0;
  return new Transform({
    highWaterMark: chunk,
    transform(data: Buffer, _encoding, done) {
      seen += data.length;
      try {
        look(data, seen);
        done(null, data);
      } catch (error) {
        done(error as Error);
      }
    },
  });
}
