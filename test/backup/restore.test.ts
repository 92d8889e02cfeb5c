/** A restore: cut off at any point, failing at any point, cancelled; and what is said then. */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startNodeProcess } from '../../src-main/jobs/node-process.ts';
import { freshCairn, openCairn, type TestCairn, temporaryFolder } from '../helpers/cairn.ts';
import { programFile } from '../helpers/programs.ts';
import { propertyRuns } from '../helpers/property-runs.ts';

const titles = async (cairn: TestCairn) =>
  (await cairn.call('listAccomplishments', {})).rows.map((row) => row.title).toSorted();

/** A closed profile with two accomplishments, and a backup of the first. */
async function madeWithBackup(): Promise<{ folder: string; fileName: string }> {
  const cairn = await freshCairn();
  await cairn.call('logAccomplishment', { text: 'Old' });
  const { fileName } = await cairn.call('backUpNow', {});
  await cairn.call('logAccomplishment', { text: 'New' });
  await cairn.close();
  return { folder: cairn.folder, fileName };
}

test('killed before any of its file operations, a restore leaves the old record or the new one, whole', async () => {
  const made = await madeWithBackup();
  const found: string[] = [];
  // every third with the other tests; the proof "properties" takes each
  const step = propertyRuns(3) === 3 ? 1 : 3;
  for (let killAt = 1; ; killAt += step) {
    const folder = join(temporaryFolder(), 'profile');
    cpSync(made.folder, folder, { recursive: true });
    const child = spawnSync(
      process.execPath,
      [programFile('restore-until-killed'), folder, made.fileName, String(killAt)],
      { encoding: 'utf8' },
    );
    if (child.signal === null) {
      expect(child.stdout).toBe('restored');
      break;
    }
    const cairn = await openCairn(folder);
    expect(await cairn.call('getAppState', {}), `killed before operation ${killAt}`).toMatchObject({ state: 'open' });
    const there = (await titles(cairn)).join(' and ');
    expect(['New and Old', 'Old']).toContain(there);
    found.push(there);
    expect(existsSync(join(folder, 'restore.json'))).toBe(false);
    expect(existsSync(join(folder, 'record.db.restoring'))).toBe(false);
    // nothing was saved, so there is nothing to back up
    if (cairn.session.profile) cairn.session.profile.hasChanged = false;
    await cairn.close();
  }
  expect(new Set(found)).toEqual(new Set(['New and Old', 'Old']));
}, 300_000);

test('a restored record that does not open leaves the record as it was, open, and says so', async () => {
  const made = await madeWithBackup();
  const cairn = await openCairn(made.folder);
  // SQLite can open no log where a folder stands
  let isPlanted = false;
  const plant = () => {
    const isMoved = readdirSync(made.folder).some(
      (name) => name.startsWith('replaced-') && existsSync(join(made.folder, name, 'record.db')),
    );
    if (isMoved) mkdirSync(join(made.folder, 'record.db-wal'));
    isPlanted = isMoved;
    if (!isMoved) setImmediate(plant);
  };
  plant();
  await expect(cairn.call('restoreBackup', { fileName: made.fileName })).rejects.toMatchObject({
    message: expect.stringMatching(/could not be opened.*Your record as it was is back in its place and open again/),
  });
  expect(isPlanted).toBe(true);
  expect(await titles(cairn)).toEqual(['New', 'Old']);
  await cairn.call('logAccomplishment', { text: 'After' });
  await cairn.close();
  expect(await titles(await openCairn(made.folder))).toEqual(['After', 'New', 'Old']);
});

test('a restore whose files can neither be moved on nor back leaves a note of where they are, and ends later', async () => {
  const made = await madeWithBackup();
  const { folder } = made;
  const cairn = await openCairn(folder);
  const asideOf = () => readdirSync(folder).find((name) => name.startsWith('replaced-')) ?? '';
  const inPlace = join(folder, 'record.db');
  // a folder that is not empty is in the way of the new record, and a file in the way of moving that folder aside
  const plant = () => {
    const aside = join(folder, asideOf());
    if (asideOf() === '' || !existsSync(join(aside, 'record.db'))) return void setImmediate(plant);
    mkdirSync(join(inPlace, 'obstacle'), { recursive: true });
    writeFileSync(join(aside, 'not-opened'), 'obstacle');
  };
  plant();
  const result = await cairn.dispatch('restoreBackup', { fileName: made.fileName });
  const aside = asideOf();
  expect(result).toMatchObject({ ok: false, error: { message: expect.stringContaining(`the folder “${aside}”`) } });
  expect(existsSync(join(folder, aside, 'record.db'))).toBe(true);
  expect(await cairn.call('openAgain', {})).toEqual({ isOpen: false });
  expect(await cairn.call('getAppState', {})).toMatchObject({
    state: 'recovery',
    message: expect.stringContaining(aside),
  });
  rmSync(join(folder, aside, 'not-opened'));
  expect(await cairn.call('openAgain', {})).toEqual({ isOpen: true });
  expect(await titles(cairn)).toEqual(['New', 'Old']);
  expect(readdirSync(folder).filter((name) => /^restore|restoring/.test(name))).toEqual([]);
  await cairn.call('restoreBackup', { fileName: made.fileName });
  expect(await titles(cairn)).toEqual(['Old']);
});

test('a restore that is cancelled while it reads the backup changes nothing', async () => {
  const made = await madeWithBackup();
  const cairn = await openCairn(made.folder);
  const restoring = cairn.call('restoreBackup', { fileName: made.fileName });
  expect(await cairn.call('cancelBackupWork', {})).toEqual({ wasRunning: true });
  expect(await restoring).toBeNull();
  expect(await titles(cairn)).toEqual(['New', 'Old']);
  expect(readdirSync(made.folder).filter((name) => /restor|replaced/.test(name))).toEqual([]);
  expect(await cairn.call('cancelBackupWork', {})).toEqual({ wasRunning: false });
});

test('saves and questions are answered while a backup is read for a restore, and what was saved is kept aside', async () => {
  const made = await madeWithBackup();
  const cairn = await openCairn(made.folder);
  const restoring = cairn.call('restoreBackup', { fileName: made.fileName });
  await cairn.call('logAccomplishment', { text: 'Meanwhile' });
  expect(await titles(cairn)).toEqual(['Meanwhile', 'New', 'Old']);
  await restoring;
  expect(await titles(cairn)).toEqual(['Old']);
  const [before] = await cairn.call('listBackups', {});
  expect(before).toMatchObject({ reason: 'Before a restore', accomplishments: 3 });
  await cairn.call('restoreBackup', { fileName: before?.fileName ?? '' });
  expect(await titles(cairn)).toEqual(['Meanwhile', 'New', 'Old']);
});

test('a process that dies while it reads the backup is told in words, and the record is not touched', async () => {
  const made = await madeWithBackup();
  const before = readFileSync(join(made.folder, 'record.db'));
  const cairn = await openCairn(made.folder, {
    startProcess: () => {
      const worker = startNodeProcess();
      setTimeout(() => worker.kill(), 5);
      return worker;
    },
  });
  const result = await cairn.dispatch('restoreBackup', { fileName: made.fileName });
  expect(result).toMatchObject({
    ok: false,
    error: { message: expect.stringMatching(/^The backup was not restored: .*Your record was not touched/) },
  });
  expect(before.length).toBeGreaterThan(0);
  expect(await titles(cairn)).toEqual(['New', 'Old']);
});

test('a damaged record gives way to its backup, and stands beside it', async () => {
  const made = await madeWithBackup();
  writeFileSync(join(made.folder, 'record.db'), 'not a database');
  const cairn = await openCairn(made.folder);
  expect(await cairn.call('getAppState', {})).toMatchObject({ state: 'recovery' });
  await cairn.call('restoreBackup', { fileName: made.fileName });
  expect(await titles(cairn)).toEqual(['Old']);
  const [aside = ''] = readdirSync(made.folder).filter((name) => name.startsWith('replaced-'));
  expect(readFileSync(join(made.folder, aside, 'record.db'), 'utf8')).toBe('not a database');
});

test.skipIf(process.getuid?.() === 0)('a folder that may not be written to is told in words', async () => {
  const made = await madeWithBackup();
  const cairn = await openCairn(made.folder);
  chmodSync(join(made.folder, 'backups'), 0o500);
  await expect(cairn.call('backUpNow', {})).rejects.toMatchObject({ code: 'READ_ONLY' });
  chmodSync(join(made.folder, 'backups'), 0o700);
});
