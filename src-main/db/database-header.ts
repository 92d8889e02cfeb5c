/** The first 100 bytes of a database file, which say what it is before SQLite reads it. */
import { unsound } from './inspect.ts';
import { applicationId } from './open.ts';

/** As SQLite writes it for us: UTF-8, pages of 4 KiB with nothing reserved, no auto-vacuum. */
const pageSize = 4096;

/** How many bytes the database says it has. Throws BACKUP_DAMAGED for what is no database that Cairn writes. */
export function readDeclaredSize(start: Buffer): number {
  if (start.length < 100 || start.toString('latin1', 0, 16) !== 'SQLite format 3\0')
    throw unsound(['it holds no database']);
  if (start.readUInt32BE(68) !== applicationId) throw unsound(['it holds a database of another program']);
  if (
    start.readUInt16BE(16) !== pageSize ||
    start[20] !== 0 ||
    start.readUInt32BE(56) !== 1 ||
    start.readUInt32BE(52) !== 0
  )
    throw unsound(['its database is laid out as Cairn never does']);
  return pageSize * start.readUInt32BE(28);
}
