/** Copies the file of a record that stands still while others write into its log. */
import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { AppError } from '../../shared/api/errors.ts';
import { readDeclaredSize } from '../db/inspect/database-header.ts';
import { invalidBackupError } from '../db/inspect/inspect.ts';

const chunk = 1024 ** 2;
/** Where SQLite takes its locks; it stores nothing there, and Windows lets nobody read what is locked. */
const lockedAt = 1024 ** 3;
const pageSize = 4096;

/**
 * Copies and syncs it, then reads the original once more: only a file that did not change meanwhile is a copy of one
 * moment. Throws CONFLICT when it did.
 */
export async function copyDatabaseFile(
  from: string,
  to: string,
  progress: (done: number, total: number) => void,
): Promise<void> {
  const source = await open(from, 'r');
  const target = await open(to, 'wx', 0o600);
  try {
    const start = Buffer.alloc(100);
    await source.read(start, 0, 100, 0);
    const size = readDeclaredSize(start);
    if ((await source.stat()).size < size) throw invalidBackupError(['its end is missing']);
    const first = await eachPiece(source, size, async (piece, at) => {
      await target.write(piece, 0, piece.length, at);
      progress(at + piece.length, 2 * size);
    });
    await target.truncate(size);
    await target.sync();
    const second = await eachPiece(source, size, (_piece, at) => progress(size + at, 2 * size));
    if (first !== second) throw new AppError('CONFLICT', 'The record changed while it was copied.');
  } finally {
    await source.close();
    await target.close();
  }
}

/** Reads it piece by piece; answers the hash of all. */
async function eachPiece(
  source: FileHandle,
  size: number,
  look: (piece: Buffer, at: number) => Promise<void> | void,
): Promise<string> {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(chunk);
  let at = 0;
  while (at < size) {
    if (at === lockedAt) at += pageSize;
    const end = at < lockedAt ? Math.min(size, lockedAt) : size;
    const { bytesRead } = await source.read(buffer, 0, Math.min(chunk, end - at), at);
    if (bytesRead === 0) break;
    const piece = buffer.subarray(0, bytesRead);
    hash.update(piece);
    await look(piece, at);
    at += bytesRead;
  }
  return hash.digest('hex');
}
