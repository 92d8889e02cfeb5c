/**
 * A record opened read-only: a copy in memory of what stands in the file and its log, so that it works on a medium that
 * takes no writes, on a full disk and for a schema this build does not write. The files are not touched in any way.
 */
import { setTimeout as pause } from 'node:timers/promises';
import BetterSqlite3, { type Database } from 'better-sqlite3';
import { AppError } from '../../shared/api/errors.ts';
import { currentSchema, migrate, schemaOf } from './migrate.ts';
import { openingError, readHeader, refuseForeign } from './open.ts';
import { openPages } from './pages.ts';
import { drainSearch } from './search-queue.ts';

/** What does not fit into memory beside its own copy is not opened this way. */
const maxBytes = 1_500 * 1024 * 1024;
/** How often a file is read again when another program wrote into it meanwhile. */
const maxAttempts = 6;
const betweenAttemptsMs = 60;
/** Ends the indexing of a file whose notes do not go away. */
const mostRounds = 1_000;

/**
 * Opens a copy of the record. Throws PROFILE_DAMAGED, PROFILE_NEWER, PROFILE_LOCKED, READ_ONLY or FILE_TOO_LARGE when
 * what is there cannot be shown truly; saving what can be read may still work.
 */
export async function openToRead(file: string): Promise<Database> {
  let sqlite: Database | undefined;
  try {
    readHeader(file);
    sqlite = new BetterSqlite3(await readWhole(file));
    sqlite.pragma('trusted_schema = OFF');
    sqlite.pragma('temp_store = MEMORY');
    if (schemaOf(sqlite) > currentSchema) takeNewer(sqlite);
    else refuseForeign(sqlite);
    checkPages(sqlite, schemaOf(sqlite) > currentSchema ? 'quick_check' : 'integrity_check');
    // what points at nothing keeps a record from being written, not from being read
    if (schemaOf(sqlite) < currentSchema) migrate(sqlite, undefined, () => undefined);
    // a search must find what was saved last; nothing can be indexed afterwards
    for (let round = 0; round < mostRounds && drainSearch(sqlite) > 0; round += 1);
    sqlite.pragma('query_only = ON');
    return sqlite;
  } catch (error) {
    sqlite?.close();
    throw refusal(error);
  }
}

/** The database as it was at one moment. */
async function readWhole(file: string): Promise<Buffer> {
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    if (attempt > 0) await pause(betweenAttemptsMs);
    const pages = openPages(file);
    try {
      if (!pages.isSettled) continue;
      if (pages.count * pages.pageSize > maxBytes) {
        throw new AppError(
          'FILE_TOO_LARGE',
          'This record is too large to be opened read-only: it would have to fit into memory twice. It is safe and was not changed. Save what can be read instead.',
        );
      }
      const image = Buffer.alloc(pages.count * pages.pageSize);
      for (let page = 1; page <= pages.count; page += 1) {
        const bytes = pages.read(page);
        if (bytes === null) throw damaged('The file that holds your record is cut off.');
        bytes.copy(image, (page - 1) * pages.pageSize);
      }
      if (pages.haveChanged()) continue;
      // a copy in memory has no log
      image[18] = 1;
      image[19] = 1;
      return image;
    } finally {
      pages.close();
    }
  }
  throw new AppError(
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

function refusal(error: unknown): AppError {
  const known = openingError(error);
  if (known instanceof AppError) return known;
  return new AppError(
    'PROFILE_DAMAGED',
    'Your record could not be opened read-only. It was not changed. Restore a backup, or save what can be read.',
    (error as Error).message,
  );
}
