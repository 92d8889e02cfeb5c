/** Takes a database away that is no record any more, or not one yet. */
import { rm } from 'node:fs/promises';

/** Removes the file with all that SQLite may have left beside it; what is not there is no fault. */
export async function removeDatabase(file: string): Promise<void> {
  for (const suffix of ['', '-journal', '-wal', '-shm']) await rm(`${file}${suffix}`, { force: true });
}
