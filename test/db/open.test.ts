/** Opening a record: settings asserted, damage and newer files refused untouched, never an empty first run over data. */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { expect, test } from 'vitest';
import { currentSchema, migrate, schemaOf } from '../../src-main/db/migrate.ts';
import { freshCairn, openCairn, temporaryFolder } from '../helpers/cairn.ts';

const file = (folder: string) => join(folder, 'record.db');
const hash = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

async function closedProfile(): Promise<string> {
  const cairn = await freshCairn();
  await cairn.call('logAccomplishment', { text: 'Kept the record' });
  await cairn.close();
  return cairn.folder;
}

test('every setting of the connection is as the durability of the record needs it', async () => {
  const { session } = await freshCairn();
  const sqlite = session.profile?.sqlite;
  const read = (name: string) => sqlite?.pragma(name, { simple: true });
  expect({
    journal: read('journal_mode'),
    synchronous: read('synchronous'),
    locking: read('locking_mode'),
    keys: read('foreign_keys'),
    trusted: read('trusted_schema'),
    cells: read('cell_size_check'),
    secure: read('secure_delete'),
    temp: read('temp_store'),
    mmap: read('mmap_size'),
  }).toEqual({
    journal: 'wal',
    synchronous: 2,
    locking: 'exclusive',
    keys: 1,
    trusted: 0,
    cells: 1,
    secure: 1,
    temp: 2,
    mmap: 0,
  });
});

test('the settings hold on the second opening too, where this build of SQLite would fall back', async () => {
  const cairn = await openCairn(await closedProfile());
  expect(cairn.session.profile?.sqlite.pragma('synchronous', { simple: true })).toBe(2);
});

test('SQLite is past the version that could corrupt a write-ahead log', () => {
  const db = new BetterSqlite3(':memory:');
  const { v } = db.prepare('SELECT sqlite_version() AS v').get() as { v: string };
  db.close();
  const [major = 0, minor = 0, patch = 0] = v.split('.').map(Number);
  expect(major * 1_000_000 + minor * 1_000 + patch).toBeGreaterThanOrEqual(3_051_003);
});

test.each([
  ['an empty file', (path: string) => truncateSync(path, 0)],
  ['a file of one byte', (path: string) => truncateSync(path, 1)],
  ['a file cut off in the middle', (path: string) => truncateSync(path, Math.floor(statSync(path).size * 0.4))],
  ['a file of something else', (path: string) => writeFileSync(path, 'not a database at all'.repeat(500))],
  ['a missing file', (path: string) => rmSync(path)],
  [
    'a database of another program',
    (path: string) => {
      rmSync(path);
      const other = new BetterSqlite3(path);
      other.exec('CREATE TABLE notes (text TEXT)');
      other.close();
    },
  ],
])('%s is refused with a recovery screen and stays as it is', async (_what, damage) => {
  const folder = await closedProfile();
  damage(file(folder));
  const before = existsSync(file(folder)) ? hash(file(folder)) : null;
  const cairn = await openCairn(folder);
  const state = await cairn.call('getAppState', {});
  expect(state).toMatchObject({ state: 'recovery', code: 'PROFILE_DAMAGED' });
  expect(state.state === 'recovery' && state.backups.length).toBe(1);
  await expect(cairn.call('startFresh', { name: '' })).rejects.toMatchObject({ code: 'PROFILE_DAMAGED' });
  expect(existsSync(file(folder)) ? hash(file(folder)) : null).toBe(before);
});

test('a damaged record is put back from its backup, and the damaged file is kept', async () => {
  const folder = await closedProfile();
  truncateSync(file(folder), 5_000);
  const cairn = await openCairn(folder);
  const [backup] = await cairn.call('listBackups', {});
  await cairn.call('restoreBackup', { fileName: backup?.fileName ?? '' });
  expect((await cairn.call('listAccomplishments', {})).rows[0]?.title).toBe('Kept the record');
  const aside = readdirSync(folder).find((name) => name.startsWith('replaced-'));
  expect(statSync(join(folder, aside ?? '', 'record.db')).size).toBe(5_000);
});

test('a record of a newer Cairn is refused and not a byte of it changes', async () => {
  const folder = await closedProfile();
  const sqlite = new BetterSqlite3(file(folder));
  sqlite.pragma('journal_mode = DELETE');
  sqlite.pragma(`user_version = ${currentSchema + 1}`);
  sqlite.close();
  const before = hash(file(folder));
  const cairn = await openCairn(folder);
  expect(await cairn.call('getAppState', {})).toMatchObject({ state: 'recovery', code: 'PROFILE_NEWER' });
  await cairn.close();
  expect(hash(file(folder))).toBe(before);
});

test('a record another Cairn has open is refused at once and can be tried again', async () => {
  const first = await freshCairn();
  const second = await openCairn(first.folder);
  expect(await second.call('getAppState', {})).toMatchObject({ state: 'recovery', code: 'PROFILE_LOCKED' });
  await expect(second.call('listRoles', {})).rejects.toMatchObject({ code: 'PROFILE_LOCKED' });
  await first.close();
  await second.call('openAgain', {});
  expect(await second.call('getAppState', {})).toMatchObject({ state: 'open', personName: 'Test Person' });
});

test('nothing there is a first run, and a first run writes nothing', async () => {
  const folder = join(temporaryFolder(), 'not yet');
  const cairn = await openCairn(folder);
  expect(await cairn.call('getAppState', {})).toMatchObject({ state: 'first-run', folder });
  expect(existsSync(folder)).toBe(false);
  await expect(cairn.call('listRoles', {})).rejects.toMatchObject({ code: 'NO_PROFILE' });
});

test('a migration that throws leaves the schema as it was and can be run again', () => {
  const sqlite = new BetterSqlite3(':memory:');
  const first = { version: 1, sql: 'CREATE TABLE a (id TEXT) STRICT' };
  const bad = { version: 2, sql: `CREATE TABLE b (id TEXT) STRICT; INSERT INTO nowhere VALUES (1)` };
  const good = { version: 2, sql: 'CREATE TABLE b (id TEXT) STRICT' };
  migrate(sqlite, [first]);
  expect(() => migrate(sqlite, [first, bad])).toThrow(/nowhere/);
  expect(schemaOf(sqlite)).toBe(1);
  expect(sqlite.pragma('foreign_keys', { simple: true })).toBe(1);
  expect(migrate(sqlite, [first, good])).toBe(1);
  expect(schemaOf(sqlite)).toBe(2);
  sqlite.close();
});

test('files and folders of the record are for their owner only', async () => {
  const umask = process.umask(0o077);
  try {
    const folder = await closedProfile();
    const modes = [folder, file(folder), join(folder, 'backups')].map((path) =>
      (statSync(path).mode & 0o077).toString(8),
    );
    expect(modes).toEqual(['0', '0', '0']);
  } finally {
    process.umask(umask);
  }
});

test.each(['with spaces and ünïcode ✓', `${'long'.repeat(30)}`, "quote's & semicolon;", '..dots..'])(
  'a profile may live in a folder called “%s”',
  async (name) => {
    const folder = join(temporaryFolder(), name);
    mkdirSync(folder);
    const cairn = await openCairn(folder);
    await cairn.call('startFresh', { name: 'A' });
    await cairn.close();
    expect(await (await openCairn(folder)).call('getAppState', {})).toMatchObject({ state: 'open', personName: 'A' });
  },
);

test('a record whose switch to its log was cut short is taken back by its journal and opens', async () => {
  const folder = await closedProfile();
  const sqlite = new BetterSqlite3(file(folder));
  sqlite.pragma('journal_mode = DELETE');
  // so few pages in memory that the changed ones reach the file, and what they were before the journal
  sqlite.pragma('cache_size = 1');
  sqlite.exec(`BEGIN; UPDATE requirement SET name = name || ' changed'; UPDATE accomplishment SET title = 'Half done'`);
  const [half, journal] = [readFileSync(file(folder)), readFileSync(`${file(folder)}-journal`)];
  sqlite.exec('ROLLBACK');
  sqlite.close();
  writeFileSync(file(folder), half);
  writeFileSync(`${file(folder)}-journal`, journal);
  writeFileSync(`${file(folder)}-wal`, 'the first bytes of a log');
  const cairn = await openCairn(folder);
  expect(await cairn.call('getAppState', {})).toMatchObject({ state: 'open' });
  expect((await cairn.call('listAccomplishments', {})).rows[0]?.title).toBe('Kept the record');
});
