/** Reads a small file of Cairn's own, which somebody else may have replaced by something that never ends. */
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';

const mostBytes = 16 * 1024 * 1024;

/** The text of a plain file; null where there is none, or something else stands under the name. Throws what the disk says. */
export function readSmallFile(path: string): string | null {
  let descriptor: number;
  try {
    // not blocking: opening a pipe nobody writes to would hang
    descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  try {
    const stat = fstatSync(descriptor);
    if (!stat.isFile() || stat.size > mostBytes) return null;
    const bytes = Buffer.alloc(stat.size);
    let filled = 0;
    while (filled < bytes.length) {
      const read = readSync(descriptor, bytes, filled, bytes.length - filled, filled);
      if (read === 0) break;
      filled += read;
    }
    return bytes.toString('utf8', 0, filled);
  } finally {
    closeSync(descriptor);
  }
}
