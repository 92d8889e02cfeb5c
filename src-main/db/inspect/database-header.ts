/** What the beginning of a database file says of it before SQLite reads it. */
import { readFileHeader } from './file-header.ts';
import { invalidBackupError } from './inspect.ts';

/** As SQLite writes it for us: UTF-8, pages of 4 KiB with nothing reserved, no auto-vacuum. */
const pageSize = 4096;

/** How many bytes the database says it has. Throws BACKUP_DAMAGED for what is no database that Cairn writes. */
export function readDeclaredSize(start: Buffer): number {
  const header = readFileHeader(start);
  if (!header) throw invalidBackupError(['it holds no database']);
  if (!header.isOurs) throw invalidBackupError(['it holds a database of another program']);
  if (header.pageSize !== pageSize || header.reservedBytes !== 0 || header.encoding !== 1 || header.isAutoVacuum)
    throw invalidBackupError(['its database is laid out as Cairn never does']);
  return pageSize * header.pageCount;
}
