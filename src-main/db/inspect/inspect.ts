/** Reads a database from end to end: is it a record of Cairn, whole and sound, and how much does it hold? */
import BetterSqlite3, { type Database } from 'better-sqlite3';
import { AppError } from '../../../shared/api/errors.ts';
import { diskFault } from '../disk-error.ts';
import { currentSchema, schemaOf } from '../migrate.ts';
import { findDamage } from '../open.ts';
import { hasEndlessSchema } from './endless-schema.ts';
import { findForeignSchema } from './expected-schema.ts';

export interface Inspection {
  readonly schema: number;
  readonly accomplishments: number;
  readonly roles: number;
  readonly resumes: number;
}

/**
 * Inspects a file of which nothing is known. Nothing it holds is asked before its schema is known to be ours, and nothing
 * is counted before its pages are known to be sound. Throws BACKUP_DAMAGED with what is wrong as details, or PROFILE_NEWER.
 * `settle` may change the file after that.
 */
export function inspectDatabase(file: string, settle?: (sqlite: Database) => void): Inspection {
  if (hasEndlessSchema(file)) throw invalidBackupError(['its list of tables leads back into itself']);
  const sqlite = openForeign(file);
  try {
    const version = schemaOf(sqlite);
    if (version > currentSchema) throw writtenByNewer(version);
    const foreign = findForeignSchema(sqlite);
    if (foreign !== null) throw invalidBackupError([foreign]);
    const damage = findDamage(sqlite);
    if (damage.length > 0) throw invalidBackupError([inWords(damage[0] ?? ''), ...damage]);
    const count = (from: string) => sqlite.prepare(`SELECT count(*) FROM ${from}`).pluck().get() as number;
    if (count('profile') !== 1) throw invalidBackupError(['it does not say whose record it is']);
    settle?.(sqlite);
    return {
      schema: version,
      accomplishments: count('accomplishment WHERE deletedAt IS NULL'),
      roles: count('roleSpec WHERE deletedAt IS NULL'),
      resumes: count('resume WHERE deletedAt IS NULL'),
    };
  } catch (error) {
    throw sqliteProblem(error);
  } finally {
    sqlite.close();
  }
}

function openForeign(file: string): Database {
  try {
    const sqlite = new BetterSqlite3(file, { fileMustExist: true });
    for (const setting of [
      'locking_mode = EXCLUSIVE',
      'trusted_schema = OFF',
      'cell_size_check = ON',
      'foreign_keys = ON',
      'secure_delete = ON',
      'temp_store = MEMORY',
      'mmap_size = 0',
      'synchronous = FULL',
    ]) {
      sqlite.pragma(setting);
    }
    return sqlite;
  } catch (error) {
    throw sqliteProblem(error);
  }
}

export function invalidBackupError(problems: readonly string[]): AppError {
  return new AppError('BACKUP_DAMAGED', `This is not a valid backup of Cairn: ${problems[0]}.`, problems.slice(0, 5));
}

function writtenByNewer(version: number): AppError {
  return new AppError(
    'PROFILE_NEWER',
    `That backup was made by a newer Cairn (schema ${version}; this one knows ${currentSchema}). Open it there, or choose an older one.`,
  );
}

/** The first problem, to stand inside a sentence; of pages SQLite speaks in numbers. */
function inWords(problem: string): string {
  return /^(\*\*\*|Tree|Page|Freelist|database disk image|wrong # of|row \d|fts5:)/i.test(problem)
    ? 'its pages are damaged'
    : problem.replace(/\.$/, '');
}

/** What SQLite says of a file it cannot read is the file's fault; a full disk and kin are not. */
function sqliteProblem(error: unknown): unknown {
  const code = (error as { code?: string }).code ?? '';
  const isTheFile = code.startsWith('SQLITE_') && diskFault(error) === null && !/^SQLITE_(BUSY|NOMEM)/.test(code);
  return isTheFile ? invalidBackupError(['its pages are damaged']) : error;
}
