/** Files made to do harm when they are put beside the backups: each is refused, and nothing it holds is run. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import BetterSqlite3, { type Database } from 'better-sqlite3';
import { applicationId } from '../../src-main/db/inspect/file-header.ts';
import { migrate } from '../../src-main/db/migrate.ts';
import { migrations } from '../../src-main/db/migrations/index.ts';
import { endlessSchema } from './endless-schema.ts';

export interface HostileBackup {
  readonly name: string;
  /** What it would do, or what is wrong with it. */
  readonly why: string;
  /** Whether its contents may be taken in, with what it is hostile by left out. */
  readonly isAdopted: boolean;
  /** Writes it into the folder and answers the name of the file. */
  readonly write: (folder: string) => string;
}

/** Every kind there is. `scratch` is a folder for what is made on the way. */
export function* hostileBackups(scratch: string): Iterable<HostileBackup> {
  const make = (name: string, why: string, bytes: () => Uint8Array, isAdopted = false): HostileBackup => ({
    name,
    why,
    isAdopted,
    write: (folder) => {
      writeFileSync(join(folder, `${name}.db.gz`), bytes());
      return `${name}.db.gz`;
    },
  });
  const sql = (name: string, why: string, statements: string) =>
    make(name, why, () => packed(changed(scratch, (sqlite) => sqlite.exec(statements))));
  const schema = (name: string, why: string, change: (sqlite: Database) => void) =>
    make(name, why, () =>
      packed(
        changed(scratch, (sqlite) => {
          sqlite.unsafeMode(true);
          sqlite.pragma('writable_schema = ON');
          change(sqlite);
        }),
      ),
    );
  const bytes = (name: string, why: string, change: (database: Buffer) => Buffer) =>
    make(name, why, () => gzipSync(change(soundDatabase(scratch)), { level: 1 }));

  // what would run
  yield sql(
    'trigger-deletes',
    'a trigger deletes everything at the next capture',
    `CREATE TRIGGER evil AFTER INSERT ON accomplishment BEGIN DELETE FROM accomplishment; END`,
  );
  yield sql(
    'trigger-like-ours',
    'a trigger of ours by its name, on another table',
    `DROP TRIGGER searchDocInserted; CREATE TRIGGER searchDocInserted AFTER INSERT ON setting BEGIN DELETE FROM accomplishment; END`,
  );
  yield sql(
    'trigger-replaced',
    'a trigger of ours with one more statement',
    `DROP TRIGGER searchDocDeleted; CREATE TRIGGER searchDocDeleted AFTER DELETE ON searchDoc BEGIN
       INSERT INTO searchWords(searchWords, rowid, title, body) VALUES ('delete', old.id, old.title, old.body);
       INSERT INTO searchParts(searchParts, rowid, title) VALUES ('delete', old.id, old.title);
       DELETE FROM accomplishment;
     END`,
  );
  yield sql(
    'view-endless',
    'a view counts for ever',
    `CREATE VIEW endless AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x FROM c`,
  );
  yield schema('view-for-table', 'a view that counts for ever stands in the place of a table', (sqlite) => {
    sqlite.pragma('foreign_keys = OFF');
    sqlite.exec(
      `DROP TABLE resumeChoice; DROP TABLE resume;
       CREATE VIEW resume AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x AS id, NULL AS deletedAt FROM c`,
    );
  });
  yield sql(
    'view-search-source',
    'the view that feeds the search index never ends',
    `DROP VIEW searchSource; CREATE VIEW searchSource AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c)
       SELECT 'accomplishment' AS kind, x AS refId, 'a' AS title, 'b' AS body FROM c`,
  );
  yield schema('check-bomb', 'a CHECK that needs two gigabytes for each row', (sqlite) => {
    sqlite.exec(`CREATE TABLE bomb (a CHECK (length(hex(zeroblob(900000000 + a * 0))) > 0))`);
    sqlite.pragma('ignore_check_constraints = ON');
    sqlite.exec(
      `WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c LIMIT 200) INSERT INTO bomb SELECT x FROM c`,
    );
  });
  yield sql(
    'generated-column',
    'a generated column computes for long',
    `ALTER TABLE tool ADD COLUMN slow TEXT GENERATED ALWAYS AS (hex(zeroblob(100000000))) VIRTUAL`,
  );
  yield sql(
    'index-expression',
    'an index over an expression',
    `CREATE INDEX evil ON accomplishment(hex(zeroblob(1000)))`,
  );
  yield sql(
    'index-partial',
    'a partial index hides rows from queries',
    `DROP INDEX accomplishmentDrafts; CREATE INDEX accomplishmentDrafts ON accomplishment(createdAt DESC) WHERE 0`,
  );
  yield sql('virtual-table', 'a virtual table of another module', `CREATE VIRTUAL TABLE evil USING rtree(id, a, b)`);
  yield sql(
    'default-value',
    'a column with a default that is computed',
    `ALTER TABLE kpi ADD COLUMN evil TEXT DEFAULT 'x'`,
  );

  // what is another schema
  yield sql('extra-table', 'a table more', `CREATE TABLE extra (a)`);
  yield sql('extra-index', 'an index more', `CREATE INDEX extra ON accomplishment(title)`);
  yield sql('extra-column', 'a column more', `ALTER TABLE accomplishment ADD COLUMN extra TEXT`);
  yield sql('missing-index', 'an index less', `DROP INDEX accomplishmentBin`);
  yield sql('missing-trigger', 'a trigger less: new words are never found', `DROP TRIGGER searchDocInserted`);
  yield schema('missing-setting', 'no table for settings', (sqlite) => sqlite.exec('DROP TABLE setting'));
  yield schema('renamed-table', 'a table under another name', (sqlite) =>
    sqlite.exec('ALTER TABLE pin RENAME TO pins'),
  );
  yield rewritten(
    'whitespace',
    'one blank more in the text of a table',
    `replace(sql, 'CREATE TABLE pin (', 'CREATE TABLE pin  (')`,
  );
  yield rewritten('check-removed', 'a CHECK is gone', `replace(sql, ' CHECK (json_valid(value))', '')`);
  yield rewritten('strict-removed', 'a table that takes values of every type', `replace(sql, ') STRICT', ')')`);
  yield rewritten(
    'collation',
    'a column compares in another way',
    `replace(sql, 'form TEXT PRIMARY KEY', 'form TEXT COLLATE NOCASE PRIMARY KEY')`,
  );
  yield rewritten('not-null-removed', 'a column that may be empty', `replace(sql, 'name TEXT NOT NULL', 'name TEXT')`);
  yield rewritten('cascade-changed', 'parts that do not go with their whole', `replace(sql, ' ON DELETE CASCADE', '')`);
  yield rewritten('nonsense', 'text that is no SQL', `'not sql'`);
  yield schema('tbl-name', 'an index said to belong to another table', (sqlite) =>
    sqlite.exec(`UPDATE sqlite_schema SET tbl_name = 'setting' WHERE name = 'accomplishmentBin'`),
  );
  yield sql('newer', 'of a newer Cairn', `PRAGMA user_version = 999`);
  yield sql('negative', 'of a version before the first', `PRAGMA user_version = -1`);
  yield sql('version-zero', 'of no version', `PRAGMA user_version = 0`);
  yield sql('other-program', 'of another program', `PRAGMA application_id = 7`);
  yield make('utf16', 'in another encoding', () =>
    packed(fresh(scratch, (sqlite) => sqlite.pragma(`encoding = 'UTF-16le'`))),
  );
  yield make('page-size', 'with other pages', () =>
    packed(fresh(scratch, (sqlite) => sqlite.pragma('page_size = 8192'))),
  );
  yield make('auto-vacuum', 'with pages that move', () =>
    packed(fresh(scratch, (sqlite) => sqlite.pragma('auto_vacuum = FULL'))),
  );

  // what the rows say
  yield make(
    'forged-journal',
    'steps to undo that were never made, and counters at their end',
    () =>
      packed(
        changed(scratch, (sqlite) => {
          const columns = sqlite.pragma('table_info(undoStep)') as { name: string; type: string }[];
          const values = columns.map(({ name, type }) =>
            name === 'stack' ? `'undo'` : name === 'seq' ? '9223372036854775807' : type === 'INTEGER' ? '1' : `'evil'`,
          );
          sqlite.exec(`INSERT INTO undoStep VALUES (${values.join(',')})`);
        }),
      ),
    true,
  );
  yield sql('nobody', 'without the row that says whose record it is', `DELETE FROM profile`);
  yield sql(
    'dangling',
    'with parts of roles that are not there',
    `PRAGMA foreign_keys = OFF; INSERT INTO pin VALUES ('nowhere', NULL, '2026')`,
  );
  yield sql(
    'many-dangling',
    'with a hundred thousand of them',
    `PRAGMA foreign_keys = OFF;
    WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c LIMIT 100000) INSERT INTO pin SELECT 'nowhere' || x, NULL, '2026' FROM c`,
  );
  yield sql(
    'bad-json',
    'with a setting that is no JSON',
    `PRAGMA ignore_check_constraints = ON; INSERT OR REPLACE INTO setting VALUES ('closedCleanly', 'not json')`,
  );
  yield schema('index-of-search', 'with a search index that lacks its words', (sqlite) =>
    sqlite.exec('DELETE FROM searchWords_data WHERE id > 10'),
  );

  // what is no whole file
  yield make('nothing', 'no byte', () => new Uint8Array());
  yield make('no-gzip', 'plain text', () => Buffer.from('not a backup'));
  yield make('plain-database', 'a database that is not packed', () => soundDatabase(scratch));
  yield make('cut-off', 'the first half of a backup', () => {
    const whole = packed(soundDatabase(scratch));
    return whole.subarray(0, whole.length >> 1);
  });
  yield bytes('truncated', 'a database without its end', (database) => database.subarray(0, database.length - 8_192));
  yield bytes('trailing', 'a database with something behind it', (database) =>
    Buffer.concat([database, Buffer.alloc(4_096, 1)]),
  );
  yield bytes('zeros', 'zeros', (database) => Buffer.alloc(database.length));
  yield bytes('header-only', 'the first hundred bytes', (database) => database.subarray(0, 100));
  yield bytes('zeros-behind-header', 'a header and zeros', (database) =>
    Buffer.concat([database.subarray(0, 100), Buffer.alloc(database.length - 100)]),
  );
  yield bytes('noise', 'noise behind the header', (database) => {
    const noise = Buffer.from(database);
    for (let at = 100; at < noise.length; at += 1) noise[at] = (at * 2_654_435_761) >>> 13;
    return noise;
  });
  yield bytes('huge-claim', 'a header that claims sixteen terabytes', (database) => {
    const claims = Buffer.from(database);
    claims.writeUInt32BE(0xffffffff, 28);
    return claims;
  });
  yield bytes('free-list-cycle', 'a list of free pages that leads back to itself', (database) => {
    const cyclic = Buffer.from(database);
    const last = cyclic.length / 4_096;
    cyclic.writeUInt32BE(last, 32);
    cyclic.writeUInt32BE(1_000, 36);
    cyclic.writeUInt32BE(last, (last - 1) * 4_096);
    return cyclic;
  });
  yield bytes('shared-pages', 'every branch of its trees leads to the same pages, over and over', (database) => {
    const tangled = Buffer.from(database);
    for (let page = 1; page < tangled.length / 4_096; page += 1) {
      const start = page * 4_096;
      // an interior page of a table: all its children become its first
      if (tangled[start] !== 5) continue;
      const cells = tangled.readUInt16BE(start + 3);
      const first = tangled.readUInt16BE(start + 12);
      const child = tangled.readUInt32BE(start + first);
      for (let cell = 0; cell < cells; cell += 1)
        tangled.writeUInt32BE(child, start + tangled.readUInt16BE(start + 12 + 2 * cell));
      tangled.writeUInt32BE(child, start + 8);
    }
    return tangled;
  });
  yield bytes('tree-in-itself', 'the tree of the schema contains itself', (database) => {
    const cyclic = Buffer.from(database);
    // page 1 becomes an interior page whose children are page 1
    cyclic[100] = 5;
    cyclic.writeUInt16BE(1, 103);
    cyclic.writeUInt16BE(4_000, 105);
    cyclic.writeUInt32BE(1, 108);
    cyclic.writeUInt16BE(4_000, 112);
    cyclic.writeUInt32BE(1, 4_000);
    cyclic[4_004] = 1;
    return cyclic;
  });
  yield bytes('long-records', 'rows that claim to be gigabytes long', (database) => {
    const long = Buffer.from(database);
    for (let page = 1; page < long.length / 4_096; page += 1) {
      const start = page * 4_096;
      if (long[start] !== 13 || long.readUInt16BE(start + 3) === 0) continue;
      const cell = start + long.readUInt16BE(start + 8);
      if (cell < start + 4_080) long.set([0xff, 0xff, 0xff, 0xff, 0x7f], cell);
    }
    return long;
  });
  yield bytes('log-mode', 'in the mode with a log, which is missing', (database) => {
    const log = Buffer.from(database);
    log[18] = 2;
    log[19] = 2;
    // a table's page is noise
    log.fill(0x5a, 5 * 4_096, 6 * 4_096);
    return log;
  });

  // what is far larger than it looks
  yield make('bomb', 'four gigabytes of zeros in four megabytes', () => {
    const member = gzipSync(Buffer.alloc(64 * 1024 ** 2), { level: 9 });
    return Buffer.concat(Array.from({ length: 60 }, () => member));
  });
  yield make('bomb-behind-database', 'a sound database with a bomb behind it', () => {
    const member = gzipSync(Buffer.alloc(64 * 1024 ** 2), { level: 9 });
    return Buffer.concat([packed(soundDatabase(scratch)), ...Array.from({ length: 60 }, () => member)]);
  });
  yield make('bomb-as-database', 'a database that says it is four gigabytes of zeros', () => {
    const start = Buffer.from(soundDatabase(scratch).subarray(0, 4_096));
    start.writeUInt32BE(1024 ** 2, 28);
    const member = gzipSync(Buffer.alloc(64 * 1024 ** 2), { level: 9 });
    return Buffer.concat([gzipSync(start), ...Array.from({ length: 63 }, () => member)]);
  });
  yield sql('huge-value', 'one value of 300 MB', `INSERT INTO sourceBytes VALUES ('x', zeroblob(300000000))`);
  yield sql(
    'huge-setting',
    'a setting of 16 MB, read at every start',
    `INSERT INTO setting VALUES ('x', json_quote(hex(zeroblob(8000000))))`,
  );
  yield sql(
    'huge-story',
    'stories of 2 MB each',
    `UPDATE accomplishment SET story = hex(zeroblob(1000000)) WHERE id IN ('a1', 'a2', 'a3')`,
  );
  yield bytes('endless-schema', 'a list of tables whose every page leads to the next 300 times', endlessSchema);

  function rewritten(name: string, why: string, expression: string): HostileBackup {
    return schema(name, why, (sqlite) => {
      const { changes } = sqlite
        .prepare(
          `UPDATE sqlite_schema SET sql = ${expression} WHERE sql <> ${expression} AND type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' AND name = (SELECT name FROM sqlite_schema WHERE sql <> ${expression} AND type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' LIMIT 1)`,
        )
        .run();
      if (changes !== 1) throw new Error(`${name}: nothing was rewritten`);
    });
  }
}

/** A sound, empty record. */
export function soundDatabase(scratch: string): Buffer {
  return fresh(scratch, () => undefined);
}

function fresh(scratch: string, before: (sqlite: Database) => void): Buffer {
  const file = join(scratch, 'fresh.db');
  rmSync(file, { force: true });
  const sqlite = new BetterSqlite3(file);
  before(sqlite);
  sqlite.pragma('journal_mode = DELETE');
  sqlite.pragma(`application_id = ${applicationId}`);
  migrate(sqlite, migrations);
  sqlite.exec(
    `INSERT INTO setting VALUES ('closedCleanly', 'true');
     INSERT INTO searchDoc(kind, refId, title, body) VALUES ('accomplishment', 'a1', 'Title', 'Story of many words');
     WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c LIMIT 2000)
       INSERT INTO accomplishment SELECT 'a' || x, 'Title ' || x, 'Story', NULL, NULL, 0, NULL, NULL, 'public', 'ready', '', '', '2026', '2026', NULL FROM c`,
  );
  sqlite.close();
  return readFileSync(file);
}

function changed(scratch: string, change: (sqlite: Database) => void): Buffer {
  const file = join(scratch, 'changed.db');
  writeFileSync(file, soundDatabase(scratch));
  const sqlite = new BetterSqlite3(file);
  try {
    change(sqlite);
  } finally {
    sqlite.close();
  }
  return readFileSync(file);
}

const packed = (database: Uint8Array) => gzipSync(database, { level: 1 });
