/** Files made to do harm, put beside the backups or in the place of the record. */
import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { expect, test } from 'vitest';
import { adoptBackups } from '../../src-main/backup/backup-adoption.ts';
import { listBackups } from '../../src-main/backup/backup-list.ts';
import { changeStatus, listRefused, readStatus } from '../../src-main/backup/backup-status.ts';
import { expectedSchema } from '../../src-main/db/inspect/expected-schema.ts';
import { startNodeProcess } from '../../src-main/jobs/node-process.ts';
import { adoptionDone } from '../../src-main/profile/adopt-in-background.ts';
import { freshCairn, openCairn, temporaryFolder } from '../helpers/cairn.ts';
import { hostileBackups } from '../helpers/hostile-backups.ts';

const schemaHash = (version: number) =>
  createHash('sha256')
    .update(JSON.stringify([...expectedSchema(version)].sort()))
    .digest('hex');

const quick = [
  'trigger-replaced',
  'view-for-table',
  'check-removed',
  'shared-pages',
  'tree-in-itself',
  'endless-schema',
  'bomb',
  'huge-value',
  'huge-setting',
  'huge-story',
];

test('what a hostile file beside the backups holds is never run, and the reason it is refused for is given', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'backups'));
  const written = [...hostileBackups(temporaryFolder())]
    .filter(({ name }) => quick.includes(name))
    .map((hostile) => hostile.write(join(folder, 'backups')));
  expect(written).toHaveLength(quick.length);
  let started = 0;
  const host = {
    startProcess: () => {
      started += 1;
      return startNodeProcess();
    },
  };
  const never = new AbortController().signal;
  expect(await adoptBackups(folder, host, never)).toBe(true);
  expect(listBackups(folder)).toEqual([]);
  const refused = listRefused(folder);
  expect(refused.map(({ fileName }) => fileName).sort()).toEqual(written.sort());
  for (const { why } of refused) expect(why).toMatch(/^(its|it|Cairn) [^\n]{5,100}[^.\n]$/);
  expect(readdirSync(join(folder, 'backups')).filter((name) => name.startsWith('.'))).toEqual([]);

  // known by name, size and time, and by content when only the time changed
  const before = started;
  expect(await adoptBackups(folder, host, never)).toBe(false);
  expect(started).toBe(before);
  utimesSync(join(folder, 'backups', 'bomb.db.gz'), new Date(1), new Date(1));
  expect(await adoptBackups(folder, host, never)).toBe(true);
  expect(started).toBe(before + 1);
}, 120_000);

test('a hundred files that were refused before do not keep the others from being looked at, and those gone are forgotten', async () => {
  const folder = temporaryFolder();
  const backups = join(folder, 'backups');
  mkdirSync(backups);
  const known = Array.from({ length: 120 }, (_, index) => {
    const fileName = `a${index}.db.gz`;
    writeFileSync(join(backups, fileName), 'no backup');
    const { size, mtimeMs } = lstatSync(join(backups, fileName));
    return { fileName, size, modifiedMs: mtimeMs, sha256: null, why: 'it is damaged' };
  });
  const gone = { fileName: 'gone.db.gz', size: 1, modifiedMs: 1, sha256: null, why: 'it is damaged' };
  await changeStatus(folder, () => ({ refused: [...known, gone] }));
  writeFileSync(join(backups, 'zebra.db.gz'), 'no backup either');
  expect(await adoptBackups(folder, { startProcess: startNodeProcess }, new AbortController().signal)).toBe(true);
  const refused = readStatus(folder).refused.map(({ fileName }) => fileName);
  expect(refused.toSorted()).toEqual([...known.map(({ fileName }) => fileName), 'zebra.db.gz'].toSorted());
});

test('a process that takes too much memory over a file ends, and the file is refused for it', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'backups'));
  writeFileSync(join(folder, 'backups', 'greedy.db.gz'), 'anything');
  const dying = {
    startProcess: () => {
      const worker = startNodeProcess();
      return { ...worker, post: () => worker.kill() };
    },
  };
  await adoptBackups(folder, dying, new AbortController().signal);
  expect(listRefused(folder)).toEqual([
    { fileName: 'greedy.db.gz', why: 'reading it needed too much memory or failed' },
  ]);
});

test('a folder that another Cairn has open is not written to, whatever was put beside the backups', async () => {
  const owner = await freshCairn();
  await owner.call('backUpNow', {});
  const backups = join(owner.folder, 'backups');
  writeFileSync(join(backups, 'holiday.db.gz'), 'not a backup');
  const contents = () => readdirSync(backups).map((name) => [name, readFileSync(join(backups, name), 'latin1')]);
  const before = contents();
  const second = await openCairn(owner.folder);
  expect(await second.call('getAppState', {})).toMatchObject({ state: 'recovery', code: 'PROFILE_LOCKED' });
  expect(await second.call('listBackups', {})).toHaveLength(1);
  await adoptionDone(owner.folder);
  expect(contents()).toEqual(before);
  await second.call('openReadOnly', {});
  await second.call('listBackups', {});
  await second.call('getAppState', {});
  await adoptionDone(owner.folder);
  expect(contents()).toEqual(before);
});

test('the list of backups answers at once, and says by an event what was found in the folder', async () => {
  const cairn = await freshCairn();
  await cairn.call('backUpNow', {});
  for (const hostile of hostileBackups(temporaryFolder()))
    if (hostile.name === 'view-endless') hostile.write(join(cairn.folder, 'backups'));
  expect(await cairn.call('listBackups', {})).toHaveLength(1);
  expect(await cairn.call('listRefusedBackups', {})).toEqual([]);
  await adoptionDone(cairn.folder);
  expect(cairn.events).toContainEqual({
    kind: 'changed',
    queries: ['listBackups', 'listRefusedBackups'],
    undo: null,
  });
  expect(await cairn.call('listRefusedBackups', {})).toEqual([
    { fileName: 'view-endless.db.gz', why: 'Cairn did not make its view “endless”' },
  ]);
});

test('steps to undo that came with a file of another are not taken over when it is restored', async () => {
  const cairn = await freshCairn();
  await cairn.call('logAccomplishment', { text: 'Mine' });
  mkdirSync(join(cairn.folder, 'backups'), { recursive: true });
  for (const hostile of hostileBackups(temporaryFolder()))
    if (hostile.name === 'forged-journal') hostile.write(join(cairn.folder, 'backups'));
  await cairn.call('listBackups', {});
  await adoptionDone(cairn.folder);
  await cairn.call('restoreBackup', { fileName: 'forged-journal.db.gz' });
  expect(await cairn.call('getUndoState', {})).toMatchObject({ undo: null, redo: null });
  await cairn.call('logAccomplishment', { text: 'New' });
  expect((await cairn.call('getUndoState', {})).undo).not.toBeNull();
});

test('a record with a trigger that Cairn did not make is not opened, and says so', async () => {
  const made = await freshCairn();
  await made.call('logAccomplishment', { text: 'Mine' });
  await made.close();
  const file = join(made.folder, 'record.db');
  const sqlite = new BetterSqlite3(file);
  sqlite.exec('CREATE TRIGGER evil AFTER INSERT ON accomplishment BEGIN DELETE FROM accomplishment; END');
  sqlite.pragma('wal_checkpoint(TRUNCATE)');
  sqlite.close();
  const before = readFileSync(file);
  const cairn = await openCairn(made.folder);
  expect(await cairn.call('getAppState', {})).toMatchObject({
    state: 'recovery',
    code: 'PROFILE_DAMAGED',
    message: expect.stringMatching(/not as Cairn wrote it: Cairn did not make its trigger “evil”.*Restore a backup/),
  });
  expect(readFileSync(file).equals(before)).toBe(true);
});

test('a record that tools of SQLite have gathered figures about is still opened', async () => {
  const made = await freshCairn();
  await made.close();
  const sqlite = new BetterSqlite3(join(made.folder, 'record.db'));
  sqlite.exec('ANALYZE');
  sqlite.close();
  const cairn = await openCairn(made.folder);
  expect((await cairn.call('getAppState', {})).state).toBe('open');
  await cairn.call('backUpNow', {});
});

test('the schema of a released version is what it was: with other words every record of it would be refused', () => {
  const sizes = [1, 2].map((version) => expectedSchema(version).size);
  expect(sizes).toEqual([...new Set(sizes)]);
  expect([1, 2].map(schemaHash)).toMatchInlineSnapshot(`
    [
      "9f56094285fbbd0fb2aefabede26ffe5a6273cfd3c9deafba0384062f2924575",
      "26a2bb1fe4738c0f147cdf707e1e80325ff079f0d8ee5a78caf58fd225c8572d",
    ]
  `);
});
