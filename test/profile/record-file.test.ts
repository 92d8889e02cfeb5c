/** The file of the record: moved, replaced, or without its newest changes. */
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { AppError } from '../../shared/api/errors.ts';
import { checkpoint } from '../../src-main/db/checkpoint.ts';
import { checkPlaceOfRecord } from '../../src-main/profile/record-watch.ts';
import { freshCairn, openCairn, type TestCairn, temporaryFolder } from '../helpers/cairn.ts';
import { crashedCopy, titlesInBackup } from '../helpers/record-files.ts';

const log = (cairn: TestCairn, text: string) => cairn.call('logAccomplishment', { text });
const titles = async (cairn: TestCairn) =>
  (await cairn.call('listAccomplishments', {})).rows.map((row) => row.title).toSorted();

test('after a crash the record opens with everything that was saved', async () => {
  const cairn = await freshCairn();
  await log(cairn, 'First');
  await log(cairn, 'Second');
  const again = await openCairn(crashedCopy(cairn));
  expect(await titles(again)).toEqual(['First', 'Second']);
});

test('a record whose write-ahead log is gone is not opened as if nothing were missing, and stays as it was', async () => {
  const cairn = await freshCairn();
  await log(cairn, 'Only in the log');
  const folder = crashedCopy(cairn);
  rmSync(join(folder, 'record.db-wal'));
  const bytes = readFileSync(join(folder, 'record.db'));
  const again = await openCairn(folder);
  expect(await again.call('getAppState', {})).toMatchObject({ state: 'recovery', code: 'PROFILE_INCOMPLETE' });
  expect(readFileSync(join(folder, 'record.db')).equals(bytes)).toBe(true);
  // the log put back, everything is there
  copyFileSync(join(cairn.folder, 'record.db-wal'), join(folder, 'record.db-wal'));
  expect(await again.call('openAgain', {})).toEqual({ isOpen: true });
  expect(await titles(again)).toEqual(['Only in the log']);
});

test('a start that refuses the record leaves the backup that is being unpacked for it, and one that opens it does not', async () => {
  const cairn = await freshCairn();
  await log(cairn, 'Lost');
  const folder = crashedCopy(cairn);
  rmSync(join(folder, 'record.db-wal'));
  const staged = join(folder, 'record.db.restoring');
  writeFileSync(staged, 'half of a backup');
  const again = await openCairn(folder);
  expect(await again.call('getAppState', {})).toMatchObject({ state: 'recovery', code: 'PROFILE_INCOMPLETE' });
  expect(existsSync(staged)).toBe(true);
  expect(await again.call('openIncomplete', {})).toEqual({ isOpen: true });
  expect(existsSync(staged)).toBe(false);
});

test('an older copy put in the place of the record is told from the record', async () => {
  const cairn = await freshCairn();
  const { folder } = cairn;
  await cairn.close();
  const old = readFileSync(join(folder, 'record.db'));
  const later = await openCairn(folder);
  await log(later, 'Newer');
  await later.close();
  writeFileSync(join(folder, 'record.db'), old);
  const again = await openCairn(folder);
  expect(await again.call('getAppState', {})).toMatchObject({ state: 'recovery', code: 'PROFILE_INCOMPLETE' });
});

test('continuing without the newest changes keeps a backup of what was there, and is asked once', async () => {
  const cairn = await freshCairn();
  await log(cairn, 'Lost');
  const folder = crashedCopy(cairn);
  rmSync(join(folder, 'record.db-wal'));
  const again = await openCairn(folder);
  expect(await again.call('openIncomplete', {})).toEqual({ isOpen: true });
  expect((await again.call('listBackups', {})).map(({ reason }) => reason)).toContain(
    'Before continuing without the newest changes',
  );
  await log(again, 'After');
  await again.close();
  expect(await titles(await openCairn(folder))).toEqual(['After']);
});

test('a record from elsewhere is opened without the steps that somebody else could undo', async () => {
  const cairn = await freshCairn();
  await log(cairn, 'Theirs');
  const { folder } = cairn;
  await cairn.close();
  const elsewhere = await freshCairn();
  await elsewhere.close();
  copyFileSync(join(folder, 'record.db'), join(elsewhere.folder, 'record.db'));
  const again = await openCairn(elsewhere.folder);
  expect(await titles(again)).toEqual(['Theirs']);
  expect(await again.call('getUndoState', {})).toMatchObject({ undo: null, redo: null });
});

const losses: readonly [string, (folder: string) => void][] = [
  ['removed', (folder) => unlinkSync(join(folder, 'record.db'))],
  [
    'replaced by another file',
    (folder) => {
      const other = join(folder, 'other');
      copyFileSync(join(folder, 'record.db'), other);
      renameSync(other, join(folder, 'record.db'));
    },
  ],
  ['renamed', (folder) => renameSync(join(folder, 'record.db'), join(folder, 'record.old'))],
  ['moved with its folder', (folder) => renameSync(folder, `${folder}.moved`)],
  [
    'moved with its folder, and another folder stands there',
    (folder) => {
      renameSync(folder, `${folder}.moved`);
      mkdirSync(folder);
    },
  ],
];

for (const [what, lose] of losses) {
  test(`a save into a record that was ${what} is not acknowledged, and what was saved is in a backup`, async () => {
    const cairn = await freshCairn();
    const { folder } = cairn;
    await log(cairn, 'Before');
    lose(folder);
    const refusal = await log(cairn, 'After').then(
      () => null,
      (error: AppError) => error,
    );
    expect(refusal?.code).toBe('RECORD_REPLACED');
    const file = /backup (\/.*\.db\.gz)\./.exec(refusal?.message ?? '')?.[1] ?? '';
    expect(titlesInBackup(file)).toEqual(['Before']);
    expect(await cairn.call('getAppState', {})).toMatchObject({ state: 'recovery', code: 'RECORD_REPLACED' });
    // the window is told, and shows what happened
    expect(cairn.events.at(-1)).toMatchObject({ kind: 'changed', queries: expect.arrayContaining(['getAppState']) });
    await expect(log(cairn, 'Too late')).rejects.toMatchObject({ code: 'RECORD_REPLACED' });
    for (const left of [`${folder}.moved`, `${folder}.rescued`]) rmSync(left, { recursive: true, force: true });
  });
}

/** Writes into the file that stands there, as `cp` does. */
const overwrite = (file: string, bytes: Buffer) => writeFileSync(file, bytes, { flag: 'r+' });

const overwritings: readonly [string, (bytes: Buffer, older: Buffer) => Buffer][] = [
  ['an older copy of it', (_, older) => older],
  ['a file that is no database', (bytes) => Buffer.alloc(bytes.length, 'x')],
  [
    'one page that was changed',
    (bytes) => Buffer.concat([bytes.subarray(0, 8192), Buffer.alloc(4096, 1), bytes.subarray(12_288)]),
  ],
];

for (const [what, spoil] of overwritings) {
  test(`a save into a record that another program wrote over with ${what} is not acknowledged, and that file stays`, async () => {
    const cairn = await freshCairn();
    const { folder } = cairn;
    await log(cairn, 'Before');
    const file = join(folder, 'record.db');
    const older = readFileSync(file);
    // what is in the log is moved into the file, as it is for every backup
    await cairn.call('backUpNow', {});
    await log(cairn, 'Between');
    const put = spoil(readFileSync(file), older);
    overwrite(file, put);
    await expect(log(cairn, 'After')).rejects.toMatchObject({
      code: 'RECORD_REPLACED',
      message: expect.stringContaining('wrote over'),
    });
    expect(cairn.session.profile).toBeNull();
    await expect(log(cairn, 'Too late')).rejects.toMatchObject({ code: 'RECORD_REPLACED' });
    expect(readFileSync(file).subarray(0, put.length).equals(put)).toBe(true);
    expect(existsSync(join(folder, 'record.db-wal'))).toBe(false);
    // the pages that were read before are in memory, those in the log are there: all of a small record
    const backup = /backup (\/.*\.db\.gz)\./.exec(cairn.session.problem?.message ?? '')?.[1];
    const aside = /file (\/.*)\. Restore/.exec(cairn.session.problem?.message ?? '')?.[1];
    if (backup !== undefined) expect(titlesInBackup(backup)).toEqual(['Before', 'Between']);
    else expect(existsSync(aside ?? '')).toBe(true);
  });
}

test('a record that was written over is noticed within half a minute, and when the app is closed', async () => {
  const cairn = await freshCairn();
  const file = join(cairn.folder, 'record.db');
  const bytes = readFileSync(file);
  overwrite(file, bytes);
  await checkPlaceOfRecord(cairn.session);
  expect(await cairn.call('getAppState', {})).toMatchObject({ state: 'recovery', code: 'RECORD_REPLACED' });
  const other = await freshCairn();
  await log(other, 'Only in the log');
  const copy = readFileSync(join(other.folder, 'record.db'));
  overwrite(join(other.folder, 'record.db'), copy);
  await other.close();
  expect(readFileSync(join(other.folder, 'record.db')).equals(copy)).toBe(true);
  expect(existsSync(join(other.folder, 'record.db-wal'))).toBe(false);
});

test('what Cairn itself moves from the log into the record, in the midst of work, is not taken for somebody else’s', async () => {
  const cairn = await freshCairn();
  const file = join(cairn.folder, 'record.db');
  const before = statSync(file).mtimeMs;
  for (let part = 0; part < 60; part += 1)
    await cairn.call('keepUnsaved', { key: `part ${part}`, text: String(part % 10).repeat(150_000) });
  expect(statSync(file).mtimeMs).toBeGreaterThan(before);
  expect(statSync(join(cairn.folder, 'record.db-wal')).size).toBeLessThan(20_000_000);
  await cairn.call('backUpNow', {});
  await log(cairn, 'After');
  expect(await titles(await openCairn(crashedCopy(cairn)))).toEqual(['After']);
});

test('a record that is put back opens again with everything', async () => {
  const cairn = await freshCairn();
  const { folder } = cairn;
  await log(cairn, 'Before');
  renameSync(folder, `${folder}.moved`);
  await expect(log(cairn, 'After')).rejects.toMatchObject({ code: 'RECORD_REPLACED' });
  renameSync(`${folder}.moved`, folder);
  expect(await cairn.call('openAgain', {})).toEqual({ isOpen: true });
  expect(await titles(cairn)).toEqual(['Before']);
  rmSync(`${folder}.rescued`, { recursive: true });
});

test('the log of another record that took the place is not removed', async () => {
  const other = await freshCairn();
  await log(other, 'In another log');
  const copy = crashedCopy(other);
  const cairn = await freshCairn();
  const { folder } = cairn;
  await log(cairn, 'Mine');
  for (const name of ['record.db', 'record.db-wal', 'record.marker.json'])
    renameSync(join(copy, name), join(folder, name));
  await expect(log(cairn, 'Mine too')).rejects.toMatchObject({ code: 'RECORD_REPLACED' });
  await cairn.call('openAgain', {});
  expect(await titles(cairn)).toEqual(['In another log']);
});

test('a record that was moved away is noticed within half a minute, without a save', async () => {
  const cairn = await freshCairn();
  await checkPlaceOfRecord(cairn.session);
  expect(cairn.session.profile).not.toBeNull();
  unlinkSync(join(cairn.folder, 'record.db'));
  await checkPlaceOfRecord(cairn.session);
  expect(await cairn.call('getAppState', {})).toMatchObject({ state: 'recovery', code: 'RECORD_REPLACED' });
  expect(cairn.events.at(-1)).toMatchObject({ kind: 'changed', queries: expect.arrayContaining(['getAppState']) });
});

test('a write-ahead log that was removed under the open record costs nothing', async () => {
  const cairn = await freshCairn();
  await log(cairn, 'In the log');
  unlinkSync(join(cairn.folder, 'record.db-wal'));
  await checkPlaceOfRecord(cairn.session);
  expect(existsSync(join(cairn.folder, 'record.db-wal'))).toBe(true);
  await log(cairn, 'After');
  expect(await titles(await openCairn(crashedCopy(cairn)))).toEqual(['After', 'In the log']);
});

test('a first start that is ended half-way leaves no record without its packs', async () => {
  const folder = temporaryFolder();
  const cairn = await openCairn(folder, {}, temporaryFolder());
  // the packs are not where they should be, so the start fails in the middle
  await expect(cairn.call('startFresh', { name: 'Ada' })).rejects.toThrow();
  expect(existsSync(join(folder, 'record.db'))).toBe(false);
  expect(await cairn.call('getAppState', {})).toMatchObject({ state: 'first-run' });
  writeFileSync(join(folder, '.record.999999999.1.new'), 'left by a start that was killed');
  const again = await openCairn(folder);
  await again.call('startFresh', { name: 'Ada' });
  expect(existsSync(join(folder, '.record.999999999.1.new'))).toBe(false);
  expect((await again.call('listPacks', {})).length).toBeGreaterThan(0);
});

test.skipIf(process.platform === 'win32')(
  'a profile folder that others could read is its owner’s alone once it was opened',
  async () => {
    const cairn = await freshCairn();
    await cairn.close();
    chmodSync(cairn.folder, 0o755);
    chmodSync(join(cairn.folder, 'record.db'), 0o644);
    const again = await openCairn(cairn.folder);
    expect(again.session.profile).not.toBeNull();
    expect(statSync(cairn.folder).mode & 0o777).toBe(0o700);
    expect(statSync(join(cairn.folder, 'record.db')).mode & 0o777).toBe(0o600);
  },
);

test('closing gives back the space of what was deleted', async () => {
  const cairn = await freshCairn();
  const file = join(cairn.folder, 'record.db');
  const keep = 40;
  for (let part = 0; part < keep; part += 1)
    await cairn.call('keepUnsaved', { key: `part ${part}`, text: 'x'.repeat(199_000) + String(part) });
  for (let part = 0; part < keep * 3; part += 1)
    await cairn.call('keepUnsaved', { key: `more ${part}`, text: 'y'.repeat(199_000) + String(part) });
  await cairn.close();
  const large = statSync(file).size;
  const again = await openCairn(cairn.folder);
  for (let part = 0; part < keep * 3; part += 1) await again.call('keepUnsaved', { key: `more ${part}`, text: '' });
  await again.close();
  expect(statSync(file).size).toBeLessThan(large / 2);
  const last = await openCairn(cairn.folder);
  expect((await last.call('getUnsaved', { key: 'part 7' })).text).toHaveLength(199_001);
});

test('a record that could not be noted as closed is not taken for one that lost its newest changes', async () => {
  const cairn = await freshCairn();
  await log(cairn, 'Saved before the disk failed');
  cairn.session.profile?.sqlite.pragma('query_only = ON');
  await cairn.close();
  const again = await openCairn(cairn.folder);
  expect(await again.call('getAppState', {})).toMatchObject({ state: 'open' });
  expect(await titles(again)).toEqual(['Saved before the disk failed']);
});

test('saves asked for at the very moment the record is moved away are refused or in its backup', async () => {
  const cairn = await freshCairn();
  await log(cairn, 'Before');
  unlinkSync(join(cairn.folder, 'record.db'));
  const texts = Array.from({ length: 20 }, (_, index) => `Save ${index}`);
  const results = await Promise.all(texts.map((text) => cairn.dispatch('logAccomplishment', { text })));
  for (const result of results) expect(result).toMatchObject({ ok: false, error: { code: 'RECORD_REPLACED' } });
  const { problem } = cairn.session;
  const file = /backup (\/.*\.db\.gz)\./.exec(problem?.message ?? '')?.[1] ?? '';
  expect(titlesInBackup(file)).toContain('Before');
});

test('exploring and leaving the sample removes nothing that somebody else put into a folder of its name', async () => {
  const cairn = await freshCairn();
  const theirs = join(cairn.folder, 'sample', 'thesis.txt');
  mkdirSync(join(cairn.folder, 'sample'));
  writeFileSync(theirs, 'theirs');
  await cairn.call('exploreSample', {});
  await cairn.call('leaveSample', {});
  expect(readFileSync(theirs, 'utf8')).toBe('theirs');
  expect(await cairn.call('getAppState', {})).toMatchObject({ state: 'open', isSample: false });
});

test('a save whose write-ahead log was removed is in the record itself before it is acknowledged', async () => {
  const cairn = await freshCairn();
  unlinkSync(join(cairn.folder, 'record.db-wal'));
  await log(cairn, 'Without a log');
  const folder = temporaryFolder();
  for (const name of ['record.db', 'profile.json', 'record.marker.json'])
    copyFileSync(join(cairn.folder, name), join(folder, name));
  const again = await openCairn(folder);
  await again.call('openIncomplete', {});
  expect(await titles(again)).toEqual(['Without a log']);
});

for (const [what, spoil] of [
  ['cut to nothing', () => Buffer.alloc(0)],
  ['cut to its header', (bytes: Buffer) => bytes.subarray(0, 32)],
  ['all zeros', (bytes: Buffer) => Buffer.alloc(bytes.length)],
] as const) {
  test(`a write-ahead log that is ${what} is a lost one`, async () => {
    const cairn = await freshCairn();
    await log(cairn, 'Only in the log');
    const folder = crashedCopy(cairn);
    const file = join(folder, 'record.db-wal');
    writeFileSync(file, spoil(readFileSync(file)));
    expect(await (await openCairn(folder)).call('getAppState', {})).toMatchObject({ code: 'PROFILE_INCOMPLETE' });
  });
}

test('a record whose log and marker are both gone is not opened as if nothing were missing', async () => {
  const cairn = await freshCairn();
  await log(cairn, 'Only in the log');
  const folder = temporaryFolder();
  for (const name of ['record.db', 'profile.json']) copyFileSync(join(cairn.folder, name), join(folder, name));
  expect(await (await openCairn(folder)).call('getAppState', {})).toMatchObject({ code: 'PROFILE_INCOMPLETE' });
});

test('a copy from before the record was closed is told from the record', async () => {
  const cairn = await freshCairn();
  const { folder } = cairn;
  if (cairn.session.profile) checkpoint(cairn.session.profile, 'FULL');
  const before = readFileSync(join(folder, 'record.db'));
  await log(cairn, 'After the copy');
  await cairn.close();
  writeFileSync(join(folder, 'record.db'), before);
  expect(await (await openCairn(folder)).call('getAppState', {})).toMatchObject({ code: 'PROFILE_INCOMPLETE' });
});
