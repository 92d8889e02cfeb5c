/** Reads a file a person named: a plain file, once, up to a size. */
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '../../shared/api/errors.ts';
import { type Limit, limitRefusal } from '../../shared/vocabulary/limits.ts';

/** Reads a plain file up to a size; a folder, a device or a pipe is refused before a byte is read. */
export async function readFileCapped(path: string, limit: Limit): Promise<Uint8Array> {
  const name = basename(path);
  let handle: Awaited<ReturnType<typeof open>>;
  try {
    // not blocking: opening a pipe nobody writes to would hang
    handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch {
    throw new AppError(
      'FILE_UNREADABLE',
      `${name} could not be opened. Check that it is still there and that you may read it.`,
    );
  }
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) throw new AppError('FILE_UNREADABLE', `${name} is not a file.`);
    if (stat.size > limit.most) throw new AppError('FILE_TOO_LARGE', limitRefusal(`“${name}”`, stat.size, limit));
    const buffer = Buffer.alloc(stat.size);
    let filled = 0;
    while (filled < stat.size) {
      const { bytesRead } = await handle.read(buffer, filled, stat.size - filled, filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return new Uint8Array(buffer.buffer, buffer.byteOffset, filled);
  } finally {
    await handle.close();
  }
}
