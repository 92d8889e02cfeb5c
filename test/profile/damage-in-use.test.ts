/** Damage that is met while the record is open: what the person is told, and what is remembered. */
import { closeSync, copyFileSync, openSync, readFileSync, statSync, utimesSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { expect, test } from 'vitest';
import { damageIn } from '../../src-main/profile/damage-in-use.ts';
import { openCairn, type TestCairn, temporaryFolder } from '../helpers/cairn.ts';

const at = '2026-11-21T10:42:00.000Z';

/** A record with one backup, closed, and then the first page of a table or index overwritten. */
async function damagedRecord(table: string): Promise<{ folder: string; backup: string }> {
  const folder = temporaryFolder();
  const cairn = await openCairn(folder);
  await cairn.call('startFresh', { name: 'Ada' });
  await cairn.call('logAccomplishment', { text: 'Relit the beacon' });
  const { fileName: backup } = await cairn.call('backUpNow', {});
  await cairn.close();
  const file = join(folder, 'record.db');
  // looked up in a copy: SQLite would leave an empty log beside the record
  const copy = join(temporaryFolder(), 'record.db');
  copyFileSync(file, copy);
  const sqlite = new BetterSqlite3(copy);
  const page = sqlite.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(table) as number;
  sqlite.close();
  const { mtimeMs } = statSync(file);
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(4096, 0xaa), 0, 4096, (page - 1) * 4096);
  closeSync(handle);
  // as when a disk goes bad: nobody wrote, so nothing tells before the page is read
  utimesSync(file, new Date(), new Date(Math.trunc(mtimeMs)));
  return { folder, backup };
}

async function healthOf(cairn: TestCairn) {
  const state = await cairn.call('getAppState', {});
  return state.state === 'open' ? state.backups : expect.fail(`the state is ${state.state}`);
}

const damage = 'A part of the file that holds your record is damaged';
const refused = {
  ok: false,
  error: {
    code: 'PROFILE_DAMAGED',
    message: `${damage}, and this needs that part. Nothing was changed, and the backups made before are safe. Under Settings, Backups, save what can be read first, then restore a backup.`,
  },
};

test('damage that a question or a save meets is told with what to do, and stays in the state of the backups until a restore', async () => {
  const { folder, backup } = await damagedRecord('accomplishment');
  const cairn = await openCairn(folder);
  expect(await healthOf(cairn)).toMatchObject({ checkProblem: null });
  expect(await cairn.dispatch('listAccomplishments', {})).toMatchObject(refused);
  expect(await healthOf(cairn)).toMatchObject({ lastGoodAt: at, lastCheckAt: at, checkProblem: damage });
  const told = { kind: 'changed', queries: ['getAppState', 'listBackups'], undo: null };
  expect(cairn.events).toEqual([told]);
  // the window asks again and again, and is told once
  expect(await cairn.dispatch('listAccomplishments', {})).toMatchObject(refused);
  expect(await cairn.dispatch('logAccomplishment', { text: 'One more' })).toMatchObject(refused);
  expect(cairn.events).toEqual([told]);
  // what stands elsewhere is still there
  expect(await cairn.call('listRoles', {})).not.toEqual([]);
  await cairn.close();

  const again = await openCairn(folder);
  expect(await healthOf(again)).toMatchObject({ checkProblem: damage });
  await again.call('restoreBackup', { fileName: backup });
  expect(await healthOf(again)).toMatchObject({ checkProblem: null, lastFailure: null });
  expect(await again.call('listAccomplishments', {})).toMatchObject({ rows: [{ title: 'Relit the beacon' }] });
});

test('a save that meets damage first notes it too', async () => {
  const { folder } = await damagedRecord('accomplishment');
  const cairn = await openCairn(folder);
  expect(await cairn.dispatch('logAccomplishment', { text: 'One more' })).toMatchObject(refused);
  expect(await healthOf(cairn)).toMatchObject({ checkProblem: damage });
});

test('where the damage keeps the window from its first answer, the ways back are shown, and they work', async () => {
  const { folder, backup } = await damagedRecord('profile');
  const saved = join(temporaryFolder(), 'saved.json');
  const cairn = await openCairn(folder, {
    saveFile: async ({ bytes }) => {
      if (typeof bytes === 'function') await bytes(saved);
      return { fileName: 'saved.json' };
    },
  });
  expect(await cairn.call('getAppState', {})).toMatchObject({
    state: 'recovery',
    code: 'PROFILE_DAMAGED',
    message: `${damage}. Nothing was changed. Save what can be read of it, or restore a backup.`,
    backups: [{ fileName: backup }],
  });
  expect(await cairn.call('salvageRecord', {})).toMatchObject({ fileName: 'saved.json' });
  expect(readFileSync(saved, 'utf8')).toContain('Relit the beacon');
  await cairn.call('restoreBackup', { fileName: backup });
  expect(await cairn.call('getAppState', {})).toMatchObject({ state: 'open', personName: 'Ada' });
});

test.each([
  ['SQLITE_CORRUPT_VTAB', 'command', damage],
  ['SQLITE_NOTADB', 'query', damage],
  ['SQLITE_IOERR_READ', 'command', 'The disk could not read a part of the file that holds your record'],
  ['SQLITE_IOERR_FSTAT', 'query', 'The disk could not read a part of the file that holds your record'],
  // a save that the disk did not take, and what is no fault of the file
  ['SQLITE_IOERR_WRITE', 'command', null],
  ['SQLITE_FULL', 'command', null],
  ['SQLITE_CONSTRAINT_UNIQUE', 'command', null],
] as const)('what SQLite calls %s in a %s is told as %s', (code, kind, said) => {
  expect(damageIn(Object.assign(new Error('As SQLite says it'), { code }), kind)).toBe(said);
});
