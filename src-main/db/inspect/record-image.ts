/**
 * A record as it stands at one moment in its file and its log, as one piece in memory: read without touching the files,
 * and opened without running what only a stranger can have put into it.
 */
import { createHash } from 'node:crypto';
import { setImmediate as others, setTimeout as pause } from 'node:timers/promises';
import BetterSqlite3, { type Database } from 'better-sqlite3';
import { AppError } from '../../../shared/api/errors.ts';
import { currentSchema, migrate, schemaOf } from '../migrate.ts';
import { openingError, refuseForeignSchema } from '../open.ts';
import { endlessSchemaError, isSchemaEndless } from './endless-schema.ts';
import { openPages, type Pages } from './pages.ts';

/** What does not fit into memory beside its own copy is not opened this way. */
export const maxImageBytes = 1_500 * 1024 * 1024;
/** How often a file is read again when another program wrote into it meanwhile. */
const maxAttempts = 6;
const betweenAttemptsMs = 60;
/** Pages read in one go; shorter than a blink. */
const pagesPerStep = 1_024;

/** Reads the record as it is at one moment and checks it from end to end; answers the hash of what it checked. */
export async function checkImage({ file }: { readonly file: string }): Promise<string> {
  try {
    const { bytes, sha256 } = await readImage(file);
    const sqlite = openImage(bytes);
    try {
      // of a newer schema nothing but what this build knows may be run
      checkPages(sqlite, schemaOf(sqlite) > currentSchema ? 'quick_check' : 'integrity_check');
    } finally {
      sqlite.close();
    }
    return sha256;
  } catch (error) {
    throw readOnlyRefusal(error);
  }
}

/** Opens a copy of it, of which nothing is asked before its schema is known to be ours. */
export function openImage(bytes: Buffer): Database {
  const sqlite = new BetterSqlite3(bytes);
  try {
    sqlite.pragma('trusted_schema = OFF');
    sqlite.pragma('temp_store = MEMORY');
    if (schemaOf(sqlite) > currentSchema) takeNewer(sqlite);
    else refuseForeignSchema(sqlite);
    return sqlite;
  } catch (error) {
    sqlite.close();
    throw error;
  }
}

/** The database as it was at one moment. Throws PROFILE_DAMAGED, PROFILE_LOCKED or FILE_TOO_LARGE. */
export async function readImage(file: string): Promise<{ readonly bytes: Buffer; readonly sha256: string }> {
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    if (attempt > 0) await pause(betweenAttemptsMs);
    const pages = openPages(file);
    try {
      if (!pages.isSettled) continue;
      if (pages.count * pages.pageSize > maxImageBytes) {
        throw new AppError(
          'FILE_TOO_LARGE',
          'This record is too large to be opened read-only: it would have to fit into memory twice. It is safe and was not changed. Save what can be read instead.',
        );
      }
      if (isSchemaEndless(pages)) throw endlessSchemaError();
      const bytes = await readPages(pages);
      if (bytes === null) continue;
      // a copy in memory has no log
      bytes[18] = 1;
      bytes[19] = 1;
      return { bytes, sha256: await hashOf(bytes, pages.pageSize) };
    } finally {
      pages.close();
    }
  }
  throw beingWrittenError();
}

/** Null when another program wrote into the file meanwhile. */
async function readPages({ count, pageSize, read, haveChanged }: Pages): Promise<Buffer | null> {
  const image = Buffer.alloc(count * pageSize);
  for (let page = 1; page <= count; page += 1) {
    const bytes = read(page);
    if (bytes === null) throw damaged('The file that holds your record is cut off.');
    bytes.copy(image, (page - 1) * pageSize);
    if (page % pagesPerStep === 0) await others();
  }
  return haveChanged() ? null : image;
}

async function hashOf(bytes: Buffer, pageSize: number): Promise<string> {
  const hash = createHash('sha256');
  const length = pagesPerStep * pageSize;
  for (let at = 0; at < bytes.length; at += length) {
    hash.update(bytes.subarray(at, at + length));
    await others();
  }
  return hash.digest('hex');
}

export function beingWrittenError(): AppError {
  return new AppError(
    'PROFILE_LOCKED',
    'Another program is writing into this record, so it cannot be opened read-only. Nothing was changed. Close it there, then try again.',
  );
}

function checkPages(sqlite: Database, check: 'integrity_check' | 'quick_check'): void {
  const rows = sqlite.pragma(`${check}(5)`) as Record<string, string>[];
  const problems = rows.map((row) => row[check]).filter((row) => row !== 'ok');
  if (problems.length > 0) throw damaged('The file that holds your record is damaged.', problems);
}

/**
 * A newer Cairn may have added to the schema; what this build reads must all still be there. Nobody can compare a schema
 * that is not known yet, so nothing of it is run: no check, no computed column, no view and no trigger but our own.
 */
function takeNewer(sqlite: Database): void {
  sqlite.pragma('ignore_check_constraints = ON');
  const present = shapeOf(sqlite);
  const ours = new BetterSqlite3(':memory:');
  try {
    migrate(ours);
    const missing = [...shapeOf(ours)].filter((column) => !present.has(column));
    if (missing.length > 0) {
      throw new AppError(
        'PROFILE_NEWER',
        `This record was written by a newer Cairn (schema ${schemaOf(sqlite)}; this one knows ${currentSchema}) and is laid out differently, so this Cairn cannot show it. It was not changed. Open it with the newer Cairn, or save what can be read.`,
        missing.slice(0, 20),
      );
    }
    const own = (kind: Database) =>
      kind.prepare(`SELECT type, name, sql FROM sqlite_schema WHERE type IN ('view', 'trigger')`).all() as {
        type: string;
        name: string;
        sql: string;
      }[];
    for (const { type, name } of own(sqlite)) sqlite.exec(`DROP ${type} IF EXISTS "${name.replaceAll('"', '""')}"`);
    for (const { sql } of own(ours).sort((a, b) => (a.type < b.type ? 1 : -1))) sqlite.exec(sql);
    const computed = sqlite
      .prepare(
        `SELECT s.name FROM sqlite_schema s, pragma_table_xinfo(s.name) c WHERE s.type = 'table' AND c.hidden = 2`,
      )
      .pluck()
      .all();
    if (computed.length > 0) throw damaged('The file that holds your record computes what it shows.', computed);
  } finally {
    ours.close();
  }
}

/** Every column there is, by table or view. */
function shapeOf(sqlite: Database): Set<string> {
  const rows = sqlite
    .prepare(
      `SELECT s.type || ' ' || s.name || '.' || c.name AS "column" FROM sqlite_schema s, pragma_table_xinfo(s.name) c
       WHERE s.type IN ('table', 'view')`,
    )
    .all() as { column: string }[];
  return new Set(rows.map((row) => row.column));
}

function damaged(what: string, details?: unknown): AppError {
  return new AppError(
    'PROFILE_DAMAGED',
    `${what} It cannot be opened read-only as it is, and it was not changed. Restore a backup, or save what can be read.`,
    details,
  );
}

/** Turns what reading or opening it throws into words for a person. */
export function readOnlyRefusal(error: unknown): AppError {
  const known = openingError(error);
  if (known instanceof AppError) return known;
  return new AppError(
    'PROFILE_DAMAGED',
    'Your record could not be opened read-only. It was not changed. Restore a backup, or save what can be read.',
    (error as Error).message,
  );
}
