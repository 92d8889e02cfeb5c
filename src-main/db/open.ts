/** Opens a profile's database by a fixed sequence, every setting asserted by reading it back. */
import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import BetterSqlite3, { type Database } from 'better-sqlite3';
import { AppError } from '../../shared/api/errors.ts';
import { diskFault } from './disk-error.ts';
import { endlessSchemaError, hasEndlessSchema } from './inspect/endless-schema.ts';
import { findForeignSchema } from './inspect/expected-schema.ts';
import { applicationId, readFileHeader } from './inspect/file-header.ts';
import { currentSchema } from './migrate.ts';

const settings = [
  // one writer, and no -shm file, so that a second process is refused at once and network shares do no harm
  ['locking_mode', 'EXCLUSIVE', 'exclusive'],
  ['journal_mode', 'WAL', 'wal'],
  // this build's default for WAL is NORMAL, which loses acknowledged commits in a power cut
  ['synchronous', 'FULL', 2],
  ['foreign_keys', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  // deleted text is overwritten
  ['secure_delete', 'ON', 1],
  // no private text in the system's folder for temporary files
  ['temp_store', 'MEMORY', 2],
  // only Cairn moves the log into the file; see checkpoint.ts
  ['wal_autocheckpoint', '0', 0],
  ['journal_size_limit', '8388608', 8388608],
  ['mmap_size', '0', 0],
  ['fullfsync', 'ON', 1],
  ['checkpoint_fullfsync', 'ON', 1],
] as const;

/** Makes a new, empty database; refuses where a file already is. */
export function createDatabase(file: string): Database {
  if (existsSync(file)) throw new AppError('CONFLICT', 'There is already a record in this folder. It was not touched.');
  const sqlite = new BetterSqlite3(file, { timeout: 2000 });
  sqlite.pragma(`application_id = ${applicationId}`);
  return configure(sqlite);
}

/**
 * Opens an existing database; one that may not be as Cairn left it must have passed `inspectBeforeOpening`. Throws
 * PROFILE_DAMAGED (missing, empty, cut off, not ours), PROFILE_NEWER, PROFILE_LOCKED
 * or READ_ONLY, and has then written nothing.
 */
export function openDatabase(file: string): Database {
  let sqlite: Database | undefined;
  try {
    const schema = readHeader(file);
    if (schema > currentSchema) throw newerSchemaError(schema);
    if (!existsSync(`${file}-journal`) && hasEndlessSchema(file)) throw endlessSchemaError();
    sqlite = new BetterSqlite3(file, { timeout: 2000, fileMustExist: true });
    const opened = sqlite.pragma('user_version', { simple: true }) as number;
    // the header may lag behind what still stands in the write-ahead log
    if (opened > currentSchema) throw newerSchemaError(opened);
    refuseForeignSchema(sqlite);
    return configure(sqlite);
  } catch (error) {
    sqlite?.close();
    throw openingError(error);
  }
}

/** A trigger or a view that somebody put into the file would run as if it were Cairn: nothing is asked of such a file. */
export function refuseForeignSchema(sqlite: Database): void {
  const foreign = findForeignSchema(sqlite);
  if (foreign !== null) {
    throw new AppError(
      'PROFILE_DAMAGED',
      `The file that holds your record is not as Cairn wrote it: ${foreign}. It was not opened and not changed. Restore a backup, or look at the folder first.`,
    );
  }
}

function configure(sqlite: Database): Database {
  for (const [name, value, expected] of settings) {
    sqlite.pragma(`${name} = ${value}`);
    const actual = sqlite.pragma(name, { simple: true });
    if (actual !== expected) {
      throw new AppError(
        'INTERNAL',
        `The database did not take the setting ${name}: it is ${String(actual)}. Nothing was written.`,
      );
    }
  }
  // takes the lock now, so that a second process learns of it here and not at its first save
  sqlite.exec('BEGIN EXCLUSIVE; COMMIT');
  return sqlite;
}

/** Reads the 100 bytes every SQLite file starts with; answers the schema's number. */
export function readHeader(file: string): number {
  const lost = (what: string) =>
    new AppError('PROFILE_DAMAGED', `${what} Nothing was changed. Restore a backup, or look at the folder first.`);
  const damaged = (what: string) =>
    new AppError('PROFILE_DAMAGED', `${what} Nothing was changed. Save what can be read of it, or restore a backup.`);
  if (!existsSync(file)) throw lost('The file that holds your record is missing from its folder.');
  const found = statSync(file);
  // opening a pipe would wait forever
  if (!found.isFile()) throw lost('What stands in the place of your record is not a file.');
  const { size } = found;
  if (size === 0) throw lost('The file that holds your record is empty.');
  const start = Buffer.alloc(100);
  const fd = openSync(file, 'r');
  let read: number;
  try {
    read = readSync(fd, start, 0, 100, 0);
  } finally {
    closeSync(fd);
  }
  const header = readFileHeader(start.subarray(0, read));
  if (!header?.isOurs || header.pageSize === null) {
    throw damaged('The file that holds your record does not begin as a record of Cairn does.');
  }
  if (size < header.pageSize * header.pageCount && !existsSync(`${file}-wal`)) {
    throw damaged('The file that holds your record is cut off.');
  }
  return header.schema;
}

export function newerSchemaError(schema: number): AppError {
  return new AppError(
    'PROFILE_NEWER',
    `This record was written by a newer Cairn (schema ${schema}; this one knows ${currentSchema}). It was not touched. Open it with the newer Cairn, open it read-only here, or restore a backup made before.`,
  );
}

/** Turns what SQLite says at opening into words for a person. */
export function openingError(error: unknown): unknown {
  const code = (error as { code?: string }).code ?? '';
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return new AppError(
      'PROFILE_LOCKED',
      'Another program has this record open, perhaps a second Cairn. Nothing was changed. Close it there, then try again, or open it read-only as it stands now.',
    );
  }
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') {
    return new AppError(
      'PROFILE_DAMAGED',
      'The file that holds your record is damaged. It was not changed. Save what can be read of it, or restore a backup.',
    );
  }
  const fault = diskFault(error);
  if (fault === 'refusing') return readOnly();
  if (fault === 'unreadable') {
    return new AppError(
      'PROFILE_DAMAGED',
      'The disk could not read the file that holds your record. Nothing was changed. Save what can be read, then restore a backup on another disk.',
    );
  }
  // writing failed: what SQLite calls it depends on which of its files had no room
  if (fault === 'full' || fault === 'failing') return diskFull();
  return error;
}

const readOnly = () =>
  new AppError(
    'READ_ONLY',
    'Cairn may not write in the folder of this record. It is safe and was not changed. Allow writing there, then try again, or open it read-only.',
  );

const diskFull = () =>
  new AppError(
    'DISK_FULL',
    'The disk is full, so the record could not be opened for writing. It is safe. Free some space, then try again, or open it read-only.',
  );

/** The same for what was to be written beside the record, whose own words name files nobody asked for. */
export function openingErrorOf(error: unknown): unknown {
  if (!(error instanceof AppError)) return openingError(error);
  if (error.code === 'DISK_FULL') return diskFull();
  return error.code === 'READ_ONLY' ? readOnly() : error;
}

/** Whether SQLite reports a fault of the file, and not of a disk that is full, failing or may not be written to. */
function isOfContent(error: unknown): boolean {
  return /^SQLITE_(CORRUPT|NOTADB|ERROR)/.test((error as { code?: string }).code ?? '');
}

/** Reads every page; answers the first problems found. */
export function findPageDamage(sqlite: Database): string[] {
  const rows = sqlite.pragma('integrity_check(5)') as { integrity_check: string }[];
  return rows.map((row) => row.integrity_check).filter((problem) => problem !== 'ok');
}

/** Reads the whole file for damage: pages, keys, search index. Answers the problems found, in the order found; throws what the disk refuses. */
export function findDamage(sqlite: Database, { pages = true }: { pages?: boolean } = {}): string[] {
  const problems: string[] = [];
  // the search index is checked by what looks like a write to a connection that may only read
  const isQueryOnly = sqlite.pragma('query_only', { simple: true }) === 1;
  try {
    if (isQueryOnly) sqlite.pragma('query_only = OFF');
    if (pages) problems.push(...findPageDamage(sqlite));
    // one is enough: of a hostile file there may be millions
    const dangling = sqlite.prepare('SELECT 1 FROM pragma_foreign_key_check LIMIT 1').get();
    if (dangling !== undefined) problems.push('Some parts point at nothing.');
    for (const index of ['searchWords', 'searchParts']) {
      try {
        sqlite.exec(`INSERT INTO ${index}(${index}, rank) VALUES ('integrity-check', 1)`);
      } catch (error) {
        if (!isOfContent(error)) throw error;
        problems.push(`The search index ${index} does not agree with the record.`);
      }
    }
  } catch (error) {
    if (!isOfContent(error)) throw error;
    problems.push((error as Error).message);
  } finally {
    if (isQueryOnly) sqlite.pragma('query_only = ON');
  }
  return problems;
}
