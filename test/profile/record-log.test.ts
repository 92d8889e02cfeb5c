/** The write-ahead log of a record: cut off, emptied, written over or replaced, while it is open and after a crash. */
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { AppError } from '../../shared/api/errors.ts';
import { checkPlaceOfRecord } from '../../src-main/profile/record-watch.ts';
import { freshCairn, openCairn, type TestCairn, temporaryFolder } from '../helpers/cairn.ts';
import { endlessSchema } from '../helpers/endless-schema.ts';
import { crashedCopy, titlesInBackup } from '../helpers/record-files.ts';

const log = (cairn: TestCairn, text: string) => cairn.call('logAccomplishment', { text });
const titles = async (cairn: TestCairn) =>
  (await cairn.call('listAccomplishments', {})).rows.map((row) => row.title).toSorted();
const logOf = (folder: string) => join(folder, 'record.db-wal');

/** Writes into the file that stands there, as `cp` does. */
function overwrite(file: string, bytes: Buffer): void {
  truncateSync(file, 0);
  writeFileSync(file, bytes, { flag: 'r+' });
}

for (const [what, cut] of [
  ['emptied', 0],
  ['cut off', 32 + 4120],
] as const) {
  test(`a save into a record whose log was ${what} while it was open is not acknowledged, and the record stays as it is`, async () => {
    const cairn = await freshCairn();
    const { folder } = cairn;
    await cairn.call('backUpNow', {});
    for (const text of ['First', 'Second', 'Third']) await log(cairn, text);
    const bytes = readFileSync(join(folder, 'record.db'));
    truncateSync(join(folder, 'record.db-wal'), cut);
    await checkPlaceOfRecord(cairn.session);
    await expect(log(cairn, 'After')).rejects.toMatchObject({ code: 'RECORD_REPLACED' });
    expect(readFileSync(join(folder, 'record.db')).equals(bytes)).toBe(true);
    expect(await cairn.call('openAgain', {}).catch((error: AppError) => error.code)).toEqual({ isOpen: false });
    expect(await cairn.call('getAppState', {})).toMatchObject({ code: 'PROFILE_INCOMPLETE' });
  });
}

test('a write-ahead log that was cut off in the middle is told from a whole one', async () => {
  const cairn = await freshCairn();
  for (const text of ['First', 'Second', 'Third']) await log(cairn, text);
  const folder = crashedCopy(cairn);
  copyFileSync(join(cairn.folder, 'record.position'), join(folder, 'record.position'));
  const file = join(folder, 'record.db-wal');
  const whole = readFileSync(file);
  writeFileSync(file, whole.subarray(0, 32 + 4120));
  const again = await openCairn(folder);
  expect(await again.call('getAppState', {})).toMatchObject({ state: 'recovery', code: 'PROFILE_INCOMPLETE' });
  writeFileSync(file, whole);
  expect(await again.call('openAgain', {})).toEqual({ isOpen: true });
  expect(await titles(again)).toEqual(['First', 'Second', 'Third']);
});

test('a position that was written half, or by another record, says nothing', async () => {
  const cairn = await freshCairn();
  await log(cairn, 'Saved');
  const other = await freshCairn();
  for (const text of ['More', 'and more']) await log(other, text);
  const whole = (folder: string) => readFileSync(join(folder, 'record.position'), 'utf8');
  const half = whole(cairn.folder).replace(/[0-9]{4}(?= [0-9a-f]+\n)/, '9999');
  for (const position of ['', half, whole(other.folder)]) {
    const folder = crashedCopy(cairn);
    writeFileSync(join(folder, 'record.position'), position);
    expect(await titles(await openCairn(folder))).toEqual(['Saved']);
  }
});

const overwritings: readonly [string, (older: Buffer, now: Buffer) => Buffer][] = [
  ['an older copy of it', (older) => older],
  ['zeros behind its header', (_, now) => Buffer.concat([now.subarray(0, 32), Buffer.alloc(now.length - 32)])],
  ['half of it', (_, now) => now.subarray(0, now.length >> 1)],
  [
    'one byte that was changed',
    (_, now) => Buffer.concat([now.subarray(0, 5000), Buffer.from([(now[5000] ?? 0) ^ 1, 7, 7]), now.subarray(5003)]),
  ],
];

for (const [what, spoil] of overwritings) {
  for (const act of ['a save', 'closing', 'a question'] as const) {
    test(`${act} after the log was written over with ${what} moves none of it into the record`, async () => {
      const cairn = await freshCairn();
      const { folder } = cairn;
      await log(cairn, 'First');
      const older = readFileSync(logOf(folder));
      await cairn.call('backUpNow', {});
      for (const text of ['Second', 'Third', 'Fourth']) await log(cairn, text);
      const record = readFileSync(join(folder, 'record.db'));
      overwrite(logOf(folder), spoil(older, readFileSync(logOf(folder))));
      if (act === 'closing') await cairn.close();
      else {
        const answer = act === 'a save' ? log(cairn, 'After') : cairn.call('listAccomplishments', {});
        await expect(answer).rejects.toMatchObject({ code: 'RECORD_REPLACED' });
        const backup = /backup (\/.*?\.db\.gz)\./.exec(cairn.session.problem?.message ?? '')?.[1];
        if (backup !== undefined) expect(titlesInBackup(backup)).toEqual(['First', 'Fourth', 'Second', 'Third']);
      }
      expect(readFileSync(join(folder, 'record.db')).equals(record)).toBe(true);
    });
  }
}

test('a log that was only touched costs nothing', async () => {
  const cairn = await freshCairn();
  await log(cairn, 'Before');
  utimesSync(logOf(cairn.folder), new Date(), new Date(0));
  await log(cairn, 'After');
  await cairn.close();
  expect(await titles(await openCairn(cairn.folder))).toEqual(['After', 'Before']);
});

for (const saves of [1, 2, 3, 6]) {
  test(`an older log put in the place of the open one brings nothing old back after ${saves} saves and a crash`, async () => {
    const cairn = await freshCairn();
    const { folder } = cairn;
    await log(cairn, 'First');
    copyFileSync(logOf(folder), join(folder, 'older'));
    await log(cairn, 'Second');
    await cairn.call('backUpNow', {});
    await log(cairn, 'Third');
    renameSync(join(folder, 'older'), logOf(folder));
    const texts = Array.from({ length: saves }, (_, index) => `Save ${index}`);
    for (const text of texts) await log(cairn, text);
    const again = await openCairn(crashedCopy(cairn));
    if ((await again.call('getAppState', {})).state === 'recovery') await again.call('openIncomplete', {});
    expect(await titles(again)).toEqual(['First', 'Second', 'Third', ...texts].toSorted());
    expect(await again.call('checkRecord', {})).toMatchObject({ isSound: true });
  });
}

test.skipIf(process.platform === 'win32')(
  'nothing is written through a link that stands where a file of Cairn belongs',
  async () => {
    const cairn = await freshCairn();
    await cairn.close();
    const victim = join(temporaryFolder(), 'victim.txt');
    writeFileSync(victim, 'theirs');
    for (const name of ['record.position', 'record.marker.json']) {
      rmSync(join(cairn.folder, name), { force: true });
      symlinkSync(victim, join(cairn.folder, name));
    }
    const again = await openCairn(cairn.folder);
    await log(again, 'Saved');
    await again.close();
    expect(readFileSync(victim, 'utf8')).toBe('theirs');
  },
);

test.skipIf(process.platform === 'win32')(
  'a pipe that stands where a file of Cairn belongs keeps no record from opening',
  async () => {
    for (const name of [
      'record.position',
      'record.marker.json',
      'restore.json',
      'profile.json',
      'backups/status.json',
    ]) {
      const cairn = await freshCairn();
      await log(cairn, 'Saved');
      await cairn.call('backUpNow', {});
      const folder = crashedCopy(cairn);
      mkdirSync(join(folder, 'backups'), { recursive: true });
      rmSync(join(folder, name), { force: true });
      expect(spawnSync('mkfifo', [join(folder, name)]).status).toBe(0);
      const again = await openCairn(folder);
      expect(await again.call('getAppState', {})).toMatchObject({ state: expect.stringMatching(/open|recovery/) });
    }
    const cairn = await freshCairn();
    await cairn.close();
    expect(spawnSync('mkfifo', [logOf(cairn.folder)]).status).toBe(0);
    const again = await openCairn(cairn.folder);
    expect(await again.call('getAppState', {})).toMatchObject({
      code: 'PROFILE_DAMAGED',
      message: expect.stringContaining('record.db-wal'),
    });
  },
);

test('a marker that vouches for a file keeps no hostile one from being looked at', async () => {
  const cairn = await freshCairn();
  const { folder } = cairn;
  await cairn.close();
  const marker = join(folder, 'record.marker.json');
  const file = join(folder, 'record.db');
  writeFileSync(file, endlessSchema(readFileSync(file)));
  const { size, mtimeMs } = statSync(file);
  const said = JSON.parse(readFileSync(marker, 'utf8'));
  writeFileSync(marker, JSON.stringify({ ...said, left: { size, modified: Math.trunc(mtimeMs) } }));
  const again = await openCairn(folder);
  expect(await again.call('getAppState', {})).toMatchObject({
    code: 'PROFILE_DAMAGED',
    message: expect.stringContaining('list of tables'),
  });
});

test('a log that an end in the middle of closing left under another name is found again', async () => {
  const cairn = await freshCairn();
  await log(cairn, 'In the log');
  const folder = crashedCopy(cairn);
  renameSync(join(folder, 'record.db-wal'), join(folder, 'record.db-wal.closing'));
  expect(await titles(await openCairn(folder))).toEqual(['In the log']);
});

test('a second name of the log that an end in the middle of closing left does not outlive the next opening', async () => {
  const cairn = await freshCairn();
  await log(cairn, 'In the log');
  const folder = crashedCopy(cairn);
  copyFileSync(join(folder, 'record.db-wal'), join(folder, 'record.db-wal.closing'));
  const again = await openCairn(folder);
  await log(again, 'Later');
  await again.close();
  expect(existsSync(join(folder, 'record.db-wal.closing'))).toBe(false);
  expect(await titles(await openCairn(folder))).toEqual(['In the log', 'Later']);
});
