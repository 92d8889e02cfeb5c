/** What the undo journal gives back: any value in any table, whatever happened to its row within a step. */
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { databaseOver } from '../../../src-main/db/database.ts';
import { migrate } from '../../../src-main/db/migrate.ts';
import { beginStep, endStep, forgetStep, replayStep } from '../../../src-main/db/undo/undo.ts';
import { createUndoTriggers } from '../../../src-main/db/undo/undo-triggers.ts';
import { propertyRuns } from '../../helpers/property-runs.ts';

/** Tables that are harder than those of a record, beside them. */
const hardTables = `
  CREATE TABLE plain (id TEXT PRIMARY KEY NOT NULL, words TEXT, whole INTEGER, part REAL, twice TEXT AS (words || words) STORED) STRICT;
  CREATE TABLE pair (a TEXT NOT NULL, b INTEGER NOT NULL, words TEXT, PRIMARY KEY (a, b)) STRICT;
  CREATE TABLE marked (id TEXT PRIMARY KEY NOT NULL, mark TEXT UNIQUE, place INTEGER, side TEXT, words TEXT, UNIQUE (place, side)) STRICT;
  CREATE TABLE folded (id TEXT PRIMARY KEY NOT NULL, name TEXT, isGone INTEGER) STRICT;
  CREATE UNIQUE INDEX foldedByName ON folded(lower(name)) WHERE isGone = 0;
  CREATE TABLE "odd ""name' --" ("a ""b'" TEXT PRIMARY KEY NOT NULL, "select" TEXT) STRICT;`;
const columnsOf = {
  plain: ['id', 'words', 'whole', 'part'],
  pair: ['a', 'b', 'words'],
  marked: ['id', 'mark', 'place', 'side', 'words'],
  folded: ['id', 'name', 'isGone'],
  '"odd ""name\' --"': ['"a ""b\'"', '"select"'],
} as const;
type Table = keyof typeof columnsOf;
const tables = Object.keys(columnsOf) as Table[];

const emptyHard = (() => {
  const sqlite = new Database(':memory:');
  migrate(sqlite);
  sqlite.exec(hardTables);
  return sqlite.serialize();
})();

function openHard(bytes: Buffer = emptyHard) {
  const sqlite = new Database(bytes);
  createUndoTriggers(sqlite);
  return sqlite;
}

/** Every value of the tables, told apart by type and by byte. */
function exactDump(sqlite: Database.Database): unknown {
  return tables.map((table) =>
    sqlite
      .prepare(
        `SELECT ${columnsOf[table].map((column) => `typeof(${column}) || quote(${column}) || hex(${column})`).join(` || '|' || `)} AS row FROM ${table} ORDER BY row`,
      )
      .pluck()
      .all(),
  );
}

const fewKeys = fc.constantFrom('k', 'l', 'm', 'n\0', '', 'O’Neill', "'); DROP TABLE plain; --");
const anyText = fc.oneof(
  fewKeys,
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom('\0', 'a\0b', '\ud800', '\u2028"\\\x01\x7f\ufeff', '[1,{"a":null}]', '1', '1.0', 'null'),
);
const anyWhole = fc.oneof(
  fc.integer({ min: -1, max: 2 }).map(BigInt),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  fc.constantFrom(2n ** 53n + 1n, -(2n ** 63n), 2n ** 63n - 1n),
);
const anyPart = fc.oneof(
  fc.double({ noNaN: true }),
  fc.constantFrom(-0, 0, 1, 2 ** 53, 1e21, 4.9e-324, 1.7976931348623157e308, Number.POSITIVE_INFINITY, 0.1 + 0.2),
);
/** Texts that are no UTF-8, as a damaged file may hold. */
const anyBytes = fc.uint8Array({ maxLength: 8 }).map((bytes) => Buffer.from(bytes));

const change = fc.record({
  act: fc.constantFrom('insert', 'insert', 'update', 'update', 'update', 'move', 'delete', 'garble'),
  table: fc.constantFrom(...tables),
  nth: fc.nat(5),
  texts: fc.array(fc.option(anyText, { nil: null, freq: 8 }), { minLength: 5, maxLength: 5 }),
  key: fewKeys,
  whole: fc.option(anyWhole, { nil: null }),
  part: fc.option(anyPart, { nil: null }),
  bytes: anyBytes,
});
type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never;

/** Does one change to the nth row; one that the table refuses changes nothing, as in any statement. */
function make(sqlite: Database.Database, { act, table, nth, texts, key, whole, part, bytes }: Change): void {
  const columns = columnsOf[table];
  const anyFor = (column: string, at: number) => {
    if (['whole', 'b', 'place'].includes(column)) return whole;
    if (column === 'isGone') return nth % 2;
    if (column === 'part') return part;
    return texts[at] ?? null;
  };
  const rowid = sqlite.prepare(`SELECT rowid FROM ${table} ORDER BY rowid LIMIT 1 OFFSET ?`).pluck().get(nth);
  const [first] = columns;
  const last = columns.at(-1);
  try {
    if (act === 'insert') {
      const values = columns.map((column, at) => (column === first ? key : anyFor(column, at)));
      sqlite.prepare(`INSERT INTO ${table}(${columns}) VALUES (${columns.map(() => '?')})`).run(values);
    } else if (act === 'delete') sqlite.prepare(`DELETE FROM ${table} WHERE rowid = ?`).run(rowid);
    else if (act === 'move') sqlite.prepare(`UPDATE ${table} SET ${first} = ? WHERE rowid = ?`).run(key, rowid);
    else if (act === 'garble')
      sqlite.prepare(`UPDATE ${table} SET ${last} = CAST(? AS TEXT) WHERE rowid = ?`).run(bytes, rowid);
    else
      for (const [at, column] of columns.slice(1).entries())
        sqlite.prepare(`UPDATE ${table} SET ${column} = ? WHERE rowid = ?`).run(anyFor(column, at + 1), rowid);
  } catch (error) {
    if (!String((error as { code?: string }).code).startsWith('SQLITE_CONSTRAINT')) throw error;
  }
}

const step = fc.record({
  changes: fc.array(change, { minLength: 1, maxLength: 12 }),
  mergeKey: fc.constantFrom('typing', 'typing', null),
  end: fc.constantFrom('saved', 'saved', 'saved', 'rolled back', 'partly rolled back', 'opened again'),
});

test('any values changed in any order come back byte for byte, and go again, through merged steps, rollbacks and restarts', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), (steps) => {
      let sqlite = openHard();
      const dumps = [{ id: 'start', dump: exactDump(sqlite) }];
      for (const [at, { changes, mergeKey, end }] of steps.entries()) {
        const before = exactDump(sqlite);
        sqlite.exec('BEGIN');
        const id = beginStep(sqlite, { id: `step ${at}`, label: 'Changed', mergeKey, at: '2026-11-21T10:42:00Z' });
        for (const made of changes) make(sqlite, made);
        if (end === 'rolled back') {
          sqlite.exec('ROLLBACK');
          forgetStep(sqlite);
          expect(exactDump(sqlite)).toEqual(before);
          continue;
        }
        if (end === 'partly rolled back') {
          sqlite.exec('SAVEPOINT part');
          for (const made of changes.toReversed()) make(sqlite, made);
          sqlite.exec('ROLLBACK TO part; RELEASE part');
          for (const made of changes) make(sqlite, { ...made, nth: made.nth + 1 });
        }
        const hasChanged = endStep(sqlite, id);
        sqlite.exec('COMMIT');
        const dump = exactDump(sqlite);
        if (!hasChanged) expect(dump).toEqual(before);
        else if (dumps.at(-1)?.id === id) dumps.splice(-1, 1, { id, dump });
        else dumps.push({ id, dump });
        if (end === 'opened again') {
          const bytes = sqlite.serialize();
          sqlite.close();
          sqlite = openHard(bytes);
        }
      }
      const take = (stack: 'undo' | 'redo', id: string) =>
        replayStep(databaseOver(sqlite), stack, { id, at: '2026-11-21T10:50:00Z' });
      for (let round = 0; round < 2; round += 1) {
        for (const [at, { dump }] of dumps.slice(0, -1).toReversed().entries()) {
          take('undo', `undo ${round} ${at}`);
          expect(exactDump(sqlite)).toEqual(dump);
        }
        for (const [at, { dump }] of dumps.slice(1).entries()) {
          take('redo', `redo ${round} ${at}`);
          expect(exactDump(sqlite)).toEqual(dump);
        }
      }
      expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
      sqlite.close();
    }),
    { numRuns: propertyRuns(60) },
  );
}, 120_000);

test('a row that is changed again and again within a step is noted once', () => {
  const sqlite = openHard();
  sqlite.exec(`INSERT INTO plain(id, words) VALUES ('k', 'before'), ('l', 'other')`);
  sqlite.exec('BEGIN');
  const id = beginStep(sqlite, { id: 'a', label: 'Typed', mergeKey: null, at: '2026-11-21T10:42:00Z' });
  for (let at = 0; at < 40; at += 1) sqlite.prepare(`UPDATE plain SET words = ?`).run(`words ${at}`);
  endStep(sqlite, id);
  sqlite.exec('COMMIT');
  expect(sqlite.prepare('SELECT old FROM undoEntry').pluck().all()).toEqual([
    '["k","before",null,null]',
    '["l","other",null,null]',
  ]);
});

test('two rows that exchange what must be unique are exchanged back', () => {
  const sqlite = openHard();
  sqlite.exec(`INSERT INTO marked(id, mark) VALUES ('k', 'one'), ('l', 'two')`);
  const before = exactDump(sqlite);
  sqlite.exec('BEGIN');
  const id = beginStep(sqlite, { id: 'a', label: 'Exchanged', mergeKey: null, at: '2026-11-21T10:42:00Z' });
  for (const [row, mark] of [
    ['k', 'three'],
    ['l', 'one'],
    ['k', 'two'],
  ])
    sqlite.prepare('UPDATE marked SET mark = ? WHERE id = ?').run(mark, row);
  endStep(sqlite, id);
  sqlite.exec('COMMIT');
  replayStep(databaseOver(sqlite), 'undo', { id: 'b', at: '2026-11-21T10:43:00Z' });
  expect(exactDump(sqlite)).toEqual(before);
});

test.each([
  ['holds bytes', 'CREATE TABLE odd (id TEXT PRIMARY KEY NOT NULL, bytes BLOB) STRICT'],
  ['takes any value', 'CREATE TABLE odd (id TEXT PRIMARY KEY NOT NULL, words TEXT)'],
  ['has no key', 'CREATE TABLE odd (words TEXT) STRICT'],
])('a table that %s is refused, for its rows could not be given back', (_, sql) => {
  const sqlite = new Database(':memory:');
  migrate(sqlite);
  sqlite.exec(sql);
  expect(() => createUndoTriggers(sqlite)).toThrow(expect.objectContaining({ code: 'PROFILE_DAMAGED' }));
});
