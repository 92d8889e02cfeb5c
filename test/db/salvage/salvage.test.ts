/** What can be read of a damaged record is saved: all that is not damaged, exactly as it was, and what is missing is said. */
import { copyFileSync, cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { openPages } from '../../../src-main/db/inspect/pages.ts';
import { currentSchema } from '../../../src-main/db/migrate.ts';
import { readBtreePage } from '../../../src-main/db/salvage/btree-page.ts';
import { salvage } from '../../../src-main/db/salvage/salvage.ts';
import { freshCairn, openCairn, temporaryFolder } from '../../helpers/cairn.ts';
import { folderState } from '../../helpers/folder-state.ts';
import { propertyRuns } from '../../helpers/property-runs.ts';

interface Archive {
  readonly format: string;
  readonly schema: number | null;
  readonly tables: Record<
    string,
    { columns: string[]; rows: unknown[][]; doubtful: unknown[][]; problem: string | null }
  >;
  readonly unplaced: { fits: string[]; rows: unknown[][] }[];
  readonly problems: string[];
}

interface Original {
  readonly bytes: Buffer;
  /** Each row of the record as JSON, by table, with the pages it stands on. */
  readonly rows: ReadonlyMap<string, ReadonlyMap<string, number[]>>;
}

let made: Promise<Original> | undefined;

/** A closed record large enough that most tables take several pages, and some stories pages of their own; made once. */
function theRecord(): Promise<Original> {
  made ??= makeRecord();
  return made;
}

async function makeRecord(): Promise<Original> {
  const cairn = await freshCairn();
  for (let at = 0; at < 90; at += 1) {
    const { id } = await cairn.call('logAccomplishment', { text: `Measure ${at} of the tide gauge #tide${at % 7}` });
    await cairn.call('changeAccomplishment', {
      id,
      patch: { story: `Reading ${at}. ${`höhe ${at} `.repeat(at * 6)}` },
    });
  }
  await cairn.close();
  const file = join(temporaryFolder(), 'record.db');
  copyFileSync(join(cairn.folder, 'record.db'), file);
  return { bytes: readFileSync(file), rows: readPagesOfRows(file) };
}

const asJson = (value: unknown) => (Buffer.isBuffer(value) ? { base64: value.toString('base64') } : value);

function tablesOf(sqlite: BetterSqlite3.Database): { name: string; rootpage: number }[] {
  return sqlite
    .prepare(
      `SELECT name, rootpage FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%WITHOUT ROWID%'
       AND name NOT LIKE 'search%' AND name NOT LIKE 'undo%' AND name NOT LIKE 'sqlite_%'`,
    )
    .all() as { name: string; rootpage: number }[];
}

/** By SQLite, which knows the rows, and by the pages, which know where they stand. */
function readPagesOfRows(file: string): Map<string, Map<string, number[]>> {
  const sqlite = new BetterSqlite3(file, { readonly: true });
  const pages = openPages(file);
  const found = new Map<string, Map<string, number[]>>();
  for (const { name, rootpage } of tablesOf(sqlite)) {
    const rows = new Map<string, number[]>();
    const byNumber = sqlite.prepare(`SELECT * FROM "${name}" WHERE rowid = ?`).raw();
    const waiting = [rootpage];
    for (let page = waiting.pop(); page !== undefined; page = waiting.pop()) {
      const read = readBtreePage(pages, page);
      waiting.push(...(read?.children.map((child) => child.page) ?? []));
      for (const cell of read?.isLeaf ? read.cells : []) {
        const on = [page];
        for (let next = cell.overflowPage; next !== 0; next = pages.read(next)?.readUInt32BE(0) ?? 0) on.push(next);
        rows.set(JSON.stringify((byNumber.get(cell.rowid) as unknown[]).map(asJson)), on);
      }
    }
    const { n } = sqlite.prepare(`SELECT count(*) AS n FROM "${name}"`).get() as { n: number };
    expect([name, rows.size]).toEqual([name, n]);
    found.set(name, rows);
  }
  pages.close();
  sqlite.close();
  return found;
}

function salvaged(bytes: Uint8Array): Archive {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'record.db'), bytes);
  return salvagedFile(join(folder, 'record.db'));
}

function salvagedFile(file: string): Archive {
  const target = join(temporaryFolder(), 'archive.json');
  salvage({ file, target, writtenAt: '2026-11-21T10:42:00.000Z' });
  return JSON.parse(readFileSync(target, 'utf8')) as Archive;
}

test('of a sound record everything is saved, table by table, and nothing is said to be missing', async () => {
  const { bytes, rows: original } = await theRecord();
  const archive = salvaged(bytes);
  expect(archive).toMatchObject({ format: 'cairn-salvage', formatVersion: 1, problems: [], unplaced: [] });
  expect(Object.keys(archive.tables).sort()).toEqual([...original.keys()].sort());
  for (const [name, rows] of original) {
    const table = archive.tables[name];
    expect(table).toMatchObject({ doubtful: [], problem: null });
    expect(table?.rows.map((row) => JSON.stringify(row)).sort()).toEqual([...rows.keys()].sort());
  }
});

interface Damage {
  readonly at: number;
  readonly isWhole: boolean;
  readonly noise: Uint8Array | null;
}

const damages = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    isWhole: fc.boolean(),
    noise: fc.option(fc.uint8Array({ minLength: 4096, maxLength: 4096 })),
  }),
  { minLength: 1, maxLength: 12 },
);

/** Overwrites sectors or pages; answers the pages that differ afterwards. */
function spoil(bytes: Buffer, list: readonly Damage[]): ReadonlySet<number> {
  const spoilt = new Set<number>();
  for (const { at, isWhole, noise } of list) {
    const size = isWhole ? 4096 : 512;
    const from = Math.floor((at * bytes.length) / size) * size;
    const before = Buffer.from(bytes.subarray(from, from + size));
    if (noise) bytes.set(noise.subarray(0, size), from);
    else bytes.fill(0, from, from + size);
    if (!before.equals(bytes.subarray(from, from + size))) spoilt.add(Math.floor(from / 4096) + 1);
  }
  return spoilt;
}

function checkArchive(archive: Archive, original: Original['rows'], spoilt: ReadonlySet<number>): void {
  const unplaced = new Set(archive.unplaced.flatMap(({ rows }) => rows.map((row) => JSON.stringify(row))));
  for (const [name, rows] of original) {
    const table = archive.tables[name];
    const given = (table?.rows ?? []).map((row) => JSON.stringify(row));
    // every row given is a row there was, once
    expect([name, given.filter((row) => !rows.has(row))]).toEqual([name, []]);
    expect(new Set(given).size).toBe(given.length);
    const present = new Set(given);
    const lost = [...rows].filter(
      ([row, on]) => !present.has(row) && !unplaced.has(row) && !on.some((page) => spoilt.has(page)),
    );
    const examples = lost.slice(0, 3).map(([row, on]) => `${on.join()}: ${row.slice(0, 60)}`);
    expect([name, lost.length, examples, table?.problem, archive.problems]).toEqual([
      name,
      0,
      [],
      table?.problem,
      archive.problems,
    ]);
    if (present.size < rows.size) {
      expect([name, `${table?.problem ?? ''}${archive.problems.join('')}`]).not.toEqual([name, '']);
    }
  }
}

test('whatever pages are overwritten, every other row is saved as it was, and what is missing is said', async () => {
  const original = await theRecord();
  await fc.assert(
    fc.property(damages, (list) => {
      const bytes = Buffer.from(original.bytes);
      const spoilt = spoil(bytes, list);
      let archive: Archive;
      try {
        archive = salvaged(bytes);
      } catch (error) {
        // only without its first page is there nothing to go by
        expect(error).toMatchObject({ code: 'PROFILE_DAMAGED' });
        expect(spoilt.has(1)).toBe(true);
        return;
      }
      checkArchive(archive, original.rows, spoilt);
    }),
    { numRuns: propertyRuns(42), seed: 11 },
  );
}, 120_000);

test('of a file that was cut off anywhere, what comes before the cut is saved', async () => {
  const original = await theRecord();
  for (const part of [0.3, 0.6, 0.9]) {
    const bytes = original.bytes.subarray(0, Math.floor(original.bytes.length * part));
    const gone = new Set(
      Array.from({ length: original.bytes.length / 4096 }, (_, at) => at + 1).filter(
        (page) => page * 4096 > bytes.length,
      ),
    );
    checkArchive(salvaged(bytes), original.rows, gone);
  }
});

test('a file whose first hundred bytes were overwritten still gives every row', async () => {
  const original = await theRecord();
  const bytes = Buffer.from(original.bytes);
  bytes.fill(0xa5, 0, 100);
  const archive = salvaged(bytes);
  checkArchive(archive, original.rows, new Set());
  expect(archive).toMatchObject({ schema: null, problems: [expect.stringContaining('beginning of the file')] });
});

test('changes that stand in the log alone are saved, and without the log the rows before them', async () => {
  const original = await theRecord();
  const folder = temporaryFolder();
  const file = join(folder, 'record.db');
  writeFileSync(file, original.bytes);
  const sqlite = new BetterSqlite3(file);
  sqlite.pragma('wal_autocheckpoint = 0');
  sqlite.exec(`UPDATE accomplishment SET title = 'From the log' WHERE title LIKE 'Measure 7 %'`);
  const copy = temporaryFolder();
  cpSync(folder, copy, { recursive: true });
  sqlite.close();
  rmSync(join(copy, 'record.db-shm'), { force: true });
  const titles = (archive: Archive) => archive.tables.accomplishment?.rows.map((row) => row[1]);
  const before = folderState(copy);
  expect(titles(salvagedFile(join(copy, 'record.db')))).toContain('From the log');
  expect(folderState(copy)).toEqual(before);
  rmSync(join(copy, 'record.db-wal'));
  const without = titles(salvagedFile(join(copy, 'record.db')));
  expect(without).not.toContain('From the log');
  expect(without).toHaveLength(90);
});

test('nothing a file holds is run, and what is not of Cairn is left out and named', async () => {
  const original = await theRecord();
  const file = join(temporaryFolder(), 'record.db');
  writeFileSync(file, original.bytes);
  const sqlite = new BetterSqlite3(file);
  sqlite.exec(`
    CREATE TABLE stranger (text TEXT);
    INSERT INTO stranger VALUES ('not yours');
    CREATE TRIGGER emptied AFTER INSERT ON accomplishment BEGIN DELETE FROM accomplishment; END;
    DROP TABLE language;
    CREATE VIEW language AS WITH RECURSIVE endless(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM endless)
      SELECT max(n) AS id FROM endless;`);
  sqlite.close();
  const archive = salvagedFile(file);
  expect(archive.tables.accomplishment?.rows).toHaveLength(90);
  expect(archive.tables).not.toHaveProperty('stranger');
  expect(archive.problems.join()).toMatch(/“stranger”.*“emptied”.*left out/);
  expect(archive.tables.language).toMatchObject({ rows: [], problem: expect.stringContaining('where this table is') });
  expect(JSON.stringify(archive)).not.toContain('not yours');
});

test('a file in which every row leads through every page is read in a moment', async () => {
  const original = await theRecord();
  const bytes = Buffer.from(original.bytes);
  const file = join(temporaryFolder(), 'record.db');
  writeFileSync(file, bytes);
  const pages = openPages(file);
  // a chain through the pages of the search index, long and without an end
  const chain = Array.from({ length: pages.count - 1 }, (_, at) => at + 2).filter(
    (page) => !readBtreePage(pages, page),
  );
  for (const [at, page] of chain.entries()) bytes.writeUInt32BE(chain[(at + 1) % chain.length] ?? 0, (page - 1) * 4096);
  const leaves = Array.from({ length: pages.count - 1 }, (_, at) => at + 2).filter((page) =>
    readBtreePage(pages, page)?.cells.some((cell) => cell.overflowPage !== 0),
  );
  pages.close();
  writeFileSync(file, bytes);
  expect(chain.length).toBeGreaterThan(50);
  expect(leaves.length).toBeGreaterThan(5);
  const since = performance.now();
  const archive = salvagedFile(file);
  expect(performance.now() - since).toBeLessThan(20_000);
  expect(archive.tables.accomplishment?.problem).toMatch(/could not be read/);
}, 60_000);

test('what was deleted before does not come back', async () => {
  const original = await theRecord();
  const file = join(temporaryFolder(), 'record.db');
  writeFileSync(file, original.bytes);
  const sqlite = new BetterSqlite3(file);
  // pages given back as they are, as a program without secure_delete leaves them
  sqlite.pragma('secure_delete = OFF');
  sqlite.exec(`DELETE FROM accomplishment WHERE CAST(substr(title, 9, 2) AS INTEGER) < 60`);
  const root = sqlite
    .prepare(`SELECT rootpage FROM sqlite_schema WHERE name = 'accomplishment'`)
    .pluck()
    .get() as number;
  const left = sqlite.prepare('SELECT count(*) FROM accomplishment').pluck().get() as number;
  sqlite.close();
  const bytes = readFileSync(file);
  // without its first page the table's leaves are looked for one by one
  bytes.fill(0, (root - 1) * 4096, root * 4096);
  const { rows, problem } = salvaged(bytes).tables.accomplishment ?? expect.fail('no such table');
  expect(rows.length).toBeLessThanOrEqual(left);
  expect(rows.length).toBeGreaterThan(left / 2);
  expect(problem).not.toBeNull();
});

test('a newer record is saved with the columns it has', async () => {
  const original = await theRecord();
  const file = join(temporaryFolder(), 'record.db');
  writeFileSync(file, original.bytes);
  const sqlite = new BetterSqlite3(file);
  sqlite.exec(`ALTER TABLE accomplishment ADD COLUMN mood TEXT NOT NULL DEFAULT 'calm';
    UPDATE accomplishment SET mood = 'glad' WHERE title LIKE 'Measure 7 %'; PRAGMA user_version = ${currentSchema + 1}`);
  sqlite.close();
  const { columns, rows } = salvagedFile(file).tables.accomplishment ?? expect.fail('no such table');
  const mood = columns.indexOf('mood');
  expect(
    rows
      .map((row) => row[mood])
      .sort()
      .slice(-2),
  ).toEqual(['calm', 'glad']);
});

test.each([
  ['is empty', Buffer.alloc(0)],
  ['holds something else', Buffer.from('not a database at all '.repeat(5_000))],
  ['was overwritten all over', Buffer.alloc(200_000)],
])('a file that %s gives words and no archive', (_what, bytes) => {
  const file = join(temporaryFolder(), 'record.db');
  writeFileSync(file, bytes);
  const target = join(temporaryFolder(), 'archive.json');
  expect(() => salvage({ file, target, writtenAt: '' })).toThrow(/Nothing was changed and nothing was written/);
  expect(existsSync(target)).toBe(false);
});

test('from the recovery screen the archive goes where the person says, and the record stays as it is', async () => {
  const original = await theRecord();
  const folder = temporaryFolder();
  const spoilt = Buffer.from(original.bytes);
  spoilt.fill(0, 4096 * 40, 4096 * 60);
  writeFileSync(join(folder, 'record.db'), spoilt);
  const target = join(temporaryFolder(), 'saved.json');
  const cairn = await openCairn(folder, {
    saveFile: async ({ bytes }) => {
      if (typeof bytes !== 'function') throw new Error('The archive is written in pieces.');
      await bytes(target);
      return { fileName: 'saved.json' };
    },
  });
  const before = folderState(folder);
  const report = await cairn.call('salvageRecord', {});
  expect(report).toMatchObject({ fileName: 'saved.json' });
  const archive = JSON.parse(readFileSync(target, 'utf8')) as Archive;
  for (const { name, rows, doubtfulRows, problem } of report?.tables ?? []) {
    const table = archive.tables[name];
    expect([name, rows, doubtfulRows, problem]).toEqual([
      name,
      table?.rows.length,
      table?.doubtful.length,
      table?.problem,
    ]);
  }
  expect(folderState(folder)).toEqual(before);
  const cancelled = await openCairn(folder, { saveFile: async () => null });
  expect(await cancelled.call('salvageRecord', {})).toBeNull();
});

test('an archive that does not fit is not there at all, and the words say why', async () => {
  const original = await theRecord();
  const file = join(temporaryFolder(), 'record.db');
  writeFileSync(file, original.bytes);
  expect(() => salvage({ file, target: join(temporaryFolder(), 'no', 'such', 'place'), writtenAt: '' })).toThrow(
    /The archive was not written. The folder is not there/,
  );
});
