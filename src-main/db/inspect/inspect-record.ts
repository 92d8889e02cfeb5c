/** Reads a record from end to end in its place, before it is opened to be written to. Runs in the process for databases. */
import { existsSync, rmSync, statSync } from 'node:fs';
import BetterSqlite3, { type Database } from 'better-sqlite3';
import { AppError } from '../../../shared/api/errors.ts';
import { currentSchema, schemaOf } from '../migrate.ts';
import { findDamage, findPageDamage, newerSchemaError, openingError, refuseForeignSchema } from '../open.ts';
import { type RecordState, stateInRecord } from '../profile-marker.ts';
import { endlessSchemaError, hasEndlessSchema } from './endless-schema.ts';
import { openPages } from './pages.ts';

export interface InspectedRecord {
  /** What it says of itself, with what stands in its log. */
  readonly state: RecordState | null;
  /** How far its log goes. */
  readonly logPages: number;
}

/**
 * Throws what `openDatabase` throws, and PROFILE_DAMAGED when its pages are damaged or, after a crash, its keys or its
 * search index. Nothing is changed: what stands in the log stays there. Only a change that a rollback journal says was
 * cut short is taken back.
 */
export function inspectRecord({ file }: { readonly file: string }): InspectedRecord {
  let writer: Database | undefined;
  let guard: Database | undefined;
  const hadLog = existsSync(`${file}-wal`);
  const hadIndex = existsSync(`${file}-shm`);
  let isGuarded = false;
  try {
    // before a connection is open: closing the file would give up the locks of this process
    const logPages = logPagesOf(file);
    if (existsSync(`${file}-journal`)) {
      // from when the log was first made; only a connection that may write can take it back
      writer = openToWrite(file);
      schemaOf(writer);
    } else if (hasEndlessSchema(file)) throw endlessSchemaError();
    guard = new BetterSqlite3(file, { readonly: true, fileMustExist: true, timeout: 2000 });
    guard.pragma('trusted_schema = OFF');
    // while it reads, no connection can merge the log into the file, not even by being closed
    guard.exec('BEGIN');
    const schema = schemaOf(guard);
    isGuarded = true;
    if (schema > currentSchema) throw newerSchemaError(schema);
    refuseForeignSchema(guard);
    const damage = findPageDamage(guard);
    if (damage.length === 0 && !wasClosed(guard)) {
      // the search index is checked by what looks like a write, which a connection that may only read does not take
      writer ??= openToWrite(file);
      writer.exec('BEGIN');
      damage.push(...findDamage(writer, { pages: false }));
      writer.exec('ROLLBACK');
    }
    if (damage.length > 0) {
      throw new AppError(
        'PROFILE_DAMAGED',
        'Your record did not pass its check before it was opened. It was not changed. Save what can be read of it, or restore a backup.',
        damage.slice(0, 5),
      );
    }
    return { state: schema === 0 ? null : stateInRecord(guard), logPages };
  } catch (error) {
    throw openingError(error);
  } finally {
    // before the one that guards the log
    writer?.close();
    // what another Cairn has open is not ours to remove
    if (isGuarded && !hadIndex) removeIndex(file);
    if (isGuarded && !hadLog) removeEmpty(`${file}-wal`);
    guard?.close();
  }
}

function logPagesOf(file: string): number {
  const pages = openPages(file);
  const { logPages } = pages;
  pages.close();
  return logPages;
}

/** What was not closed may also have lost parts; what was closed with parts that point at nothing is still to be read. */
function wasClosed(sqlite: Database): boolean {
  return sqlite.prepare(`SELECT value FROM setting WHERE key = 'closedCleanly'`).pluck().get() !== 'false';
}

function openToWrite(file: string): Database {
  const sqlite = new BetterSqlite3(file, { fileMustExist: true, timeout: 2000 });
  for (const setting of ['trusted_schema = OFF', 'cell_size_check = ON', 'temp_store = MEMORY', 'mmap_size = 0'])
    sqlite.pragma(setting);
  return sqlite;
}

/** Removes what SQLite makes again at every opening; where the disk refuses that, it stays and does no harm. */
export function removeIndex(file: string): void {
  removeIfPossible(`${file}-shm`);
}

function removeEmpty(file: string): void {
  if (statSync(file, { throwIfNoEntry: false })?.size === 0) removeIfPossible(file);
}

function removeIfPossible(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // it does no harm
  }
}
