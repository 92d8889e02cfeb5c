/** Makes the file of a record smaller once much of it is empty: SQLite keeps the space of what was deleted. */
import type { Database } from 'better-sqlite3';

const leastFreeBytes = 16 * 1024 * 1024;
const leastFreeShare = 0.25;
/** The copy is made in memory; a record that is larger than this stays as it is. */
const mostUsedBytes = 512 * 1024 * 1024;

/**
 * Rewrites the file without its free pages when they are more than 16 MB and more than a quarter of it; answers whether
 * it did. Never throws: a disk without room for the copy leaves the record as it was. To be called when nothing else
 * uses the connection; the file itself is smaller after the next checkpoint.
 */
export function compactWhenWorthIt(sqlite: Database): boolean {
  if (sqlite.inTransaction) return false;
  const figure = (name: string) => sqlite.pragma(name, { simple: true }) as number;
  const pageSize = figure('page_size');
  const pages = figure('page_count');
  const free = figure('freelist_count');
  const isWorthIt = free * pageSize > leastFreeBytes && free > pages * leastFreeShare;
  if (!isWorthIt || (pages - free) * pageSize > mostUsedBytes) return false;
  try {
    sqlite.exec('VACUUM');
    return true;
  } catch {
    return false;
  }
}
