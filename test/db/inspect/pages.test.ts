/** Reading a database without SQLite gives what SQLite gives, with what its log adds. */
import { copyFileSync, existsSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { openPages } from '../../../src-main/db/inspect/pages.ts';
import { temporaryFolder } from '../../helpers/cairn.ts';
import { propertyRuns } from '../../helpers/property-runs.ts';

/** All pages, as bytes. */
function imageOf(file: string): Buffer {
  const pages = openPages(file);
  try {
    return Buffer.concat(Array.from({ length: pages.count }, (_, at) => pages.read(at + 1) ?? Buffer.alloc(0)));
  } finally {
    pages.close();
  }
}

/** What SQLite makes of the same files. */
function serialized(file: string): Buffer {
  const sqlite = new BetterSqlite3(file, { fileMustExist: true });
  try {
    return sqlite.serialize();
  } finally {
    sqlite.close();
  }
}

type Act = { kind: 'insert' | 'delete' | 'rollback' | 'checkpoint'; n: number };
const acts = fc.array(
  fc.record({
    kind: fc.constantFrom<Act['kind']>('insert', 'insert', 'insert', 'delete', 'rollback', 'checkpoint'),
    n: fc.integer({ min: 1, max: 60 }),
  }),
  { minLength: 1, maxLength: 14 },
);

function write(sqlite: BetterSqlite3.Database, { kind, n }: Act): void {
  if (kind === 'checkpoint') sqlite.pragma('wal_checkpoint(PASSIVE)');
  else if (kind === 'delete') sqlite.prepare('DELETE FROM note WHERE id % ? = 0').run((n % 7) + 2);
  else {
    const insert = sqlite.prepare('INSERT INTO note(text) VALUES (?)');
    sqlite.exec('BEGIN');
    for (let at = 0; at < n; at += 1) insert.run(`${at} `.repeat(n * 11));
    sqlite.exec(kind === 'rollback' ? 'ROLLBACK' : 'COMMIT');
  }
}

test('a database and its log, cut off anywhere, are read as SQLite reads them', async () => {
  const folder = temporaryFolder();
  let run = 0;
  await fc.assert(
    fc.property(
      acts,
      fc.constantFrom(512, 1024, 4096, 65_536),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.boolean(),
      (history, pageSize, cut, isFlipped) => {
        run += 1;
        const live = join(folder, `live${run}.db`);
        const sqlite = new BetterSqlite3(live);
        try {
          sqlite.pragma(`page_size = ${pageSize}`);
          sqlite.pragma('journal_mode = WAL');
          sqlite.pragma('wal_autocheckpoint = 0');
          // spills pages of what is not committed into the log
          sqlite.pragma('cache_size = 4');
          sqlite.exec('CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT)');
          for (const act of history) write(sqlite, act);
          const copy = join(folder, `copy${run}.db`);
          copyFileSync(live, copy);
          copyFileSync(`${live}-wal`, `${copy}-wal`);
          const { size } = statSync(`${copy}-wal`);
          if (isFlipped && size > 0) {
            const log = readFileSync(`${copy}-wal`);
            const at = Math.floor(cut * (size - 1));
            log.writeUInt8(log.readUInt8(at) ^ 1, at);
            writeFileSync(`${copy}-wal`, log);
          } else truncateSync(`${copy}-wal`, Math.floor(cut * size));
          const image = imageOf(copy);
          const expected = serialized(copy);
          // SQLite notes in the header how many times it wrote, which is all that may differ
          expect(image.length).toBe(expected.length);
          expect(image.equals(expected)).toBe(true);
        } finally {
          sqlite.close();
        }
      },
    ),
    { numRuns: propertyRuns(120), seed: 7 },
  );
}, 60_000);

test('reading the pages leaves no file behind and touches none', () => {
  const folder = temporaryFolder();
  const file = join(folder, 'a.db');
  const sqlite = new BetterSqlite3(file);
  sqlite.pragma('journal_mode = WAL');
  sqlite.exec('CREATE TABLE note (text TEXT)');
  copyFileSync(file, join(folder, 'b.db'));
  copyFileSync(`${file}-wal`, join(folder, 'b.db-wal'));
  sqlite.close();
  const before = statSync(join(folder, 'b.db'), { bigint: true }).mtimeNs;
  imageOf(join(folder, 'b.db'));
  expect(existsSync(join(folder, 'b.db-shm'))).toBe(false);
  expect(statSync(join(folder, 'b.db'), { bigint: true }).mtimeNs).toBe(before);
});
