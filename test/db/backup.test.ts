/** Backups: verified when made, refused when damaged, thinned by rule. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { backupsToRemove } from '../../src-main/db/backup-rotation.ts';
import { semanticDump } from '../../src-main/db/undo.ts';
import { freshCairn, openCairn, type TestCairn } from '../helpers/cairn.ts';

const dump = (cairn: TestCairn) => semanticDump(cairn.session.profile?.sqlite ?? expect.fail('no profile is open'));

test('a clean exit backs up what changed, and an exit without a change makes no backup', async () => {
  const first = await freshCairn();
  await first.call('logAccomplishment', { text: 'Changed something' });
  await first.close();
  const second = await openCairn(first.folder);
  expect(await second.call('listBackups', {})).toMatchObject([{ reason: 'On closing', accomplishments: 1, roles: 5 }]);
  await second.close();
  const third = await openCairn(first.folder);
  expect(await third.call('listBackups', {})).toHaveLength(1);
});

test('a backup put back gives the very record it was made of, and what was there before is kept', async () => {
  const cairn = await freshCairn();
  await cairn.call('logAccomplishment', { text: 'Before the backup' });
  const before = dump(cairn);
  const made = await cairn.call('backUpNow', {});
  await cairn.call('logAccomplishment', { text: 'After the backup' });
  await cairn.call('restoreBackup', { fileName: made.fileName });
  expect(dump(cairn)).toEqual(before);
  expect((await cairn.call('listBackups', {}))[0]?.reason).toBe('Before a restore');
  await cairn.call('logAccomplishment', { text: 'The record goes on' });
  expect((await cairn.call('checkRecord', {})).problems).toEqual([]);
});

test('every flipped bit in a backup is noticed, and the record is not touched', async () => {
  const cairn = await freshCairn();
  const made = await cairn.call('backUpNow', {});
  const path = join(cairn.folder, 'backups', made.fileName);
  const good = readFileSync(path);
  const before = dump(cairn);
  for (let i = 0; i < 60; i += 1) {
    const bad = Buffer.from(good);
    const at = Math.floor((i / 60) * bad.length);
    bad[at] = (bad[at] ?? 0) ^ (1 << (i % 8));
    writeFileSync(path, bad);
    await expect(cairn.call('restoreBackup', { fileName: made.fileName })).rejects.toMatchObject({
      code: 'BACKUP_DAMAGED',
    });
  }
  expect(dump(cairn)).toEqual(before);
  expect(readdirSync(cairn.folder).filter((name) => name.includes('restoring'))).toEqual([]);
});

test('a file that is no backup of this record cannot be named', async () => {
  const cairn = await freshCairn();
  for (const fileName of ['../record.db', '/etc/passwd', 'nothing.db.gz', '..', 'a/b']) {
    const result = await cairn.dispatch('restoreBackup', { fileName });
    expect(result).toMatchObject({ ok: false });
  }
});

const history = fc.array(
  fc.record({ hours: fc.integer({ min: 0, max: 24 * 500 }), rows: fc.integer({ min: 0, max: 500 }) }),
  { minLength: 1, maxLength: 60 },
);

test('rotation keeps the newest ten, all of two days, and nothing goes after a mass deletion', async () => {
  const now = new Date('2026-11-21T12:00:00Z');
  await fc.assert(
    fc.property(history, (made) => {
      const backups = made
        .sort((a, b) => b.hours - a.hours)
        .map(({ hours, rows }, index) => ({
          fileName: `${String(index + 1).padStart(6, '0')}-x.db.gz`,
          madeAt: new Date(now.getTime() - hours * 3_600_000).toISOString(),
          reason: 'Regular',
          rows,
        }));
      const gone = new Set(backupsToRemove(backups, now));
      const newest = backups.slice(-10);
      expect(newest.some((one) => gone.has(one.fileName))).toBe(false);
      expect(
        backups
          .filter((one) => Date.parse(one.madeAt) >= now.getTime() - 48 * 3_600_000)
          .some((one) => gone.has(one.fileName)),
      ).toBe(false);
      const [last, previous] = [backups.at(-1), backups.at(-2)];
      if (last && previous && last.rows < previous.rows * 0.8) expect(gone.size).toBe(0);
      expect(backups.length - gone.size).toBeLessThanOrEqual(Math.max(10, backups.length));
    }),
    { numRuns: 300 },
  );
});

test('a clock set back by years does not let backups go astray', () => {
  const backups = Array.from({ length: 30 }, (_, i) => ({
    fileName: `${String(i).padStart(6, '0')}-x`,
    madeAt: '2076-01-01T00:00:00Z',
    reason: 'Regular',
    rows: 10,
  }));
  expect(backupsToRemove(backups, new Date('1970-01-02T00:00:00Z'))).toEqual([]);
});

test('a copy of a backup put into the folder is checked, counted and offered; what is none is not', async () => {
  const cairn = await freshCairn();
  await cairn.call('logAccomplishment', { text: 'In the copy' });
  const made = await cairn.call('backUpNow', {});
  const folder = join(cairn.folder, 'backups');
  const copy = readFileSync(join(folder, made.fileName));
  writeFileSync(join(folder, 'Cairn-2026-11-21.db.gz'), copy);
  writeFileSync(join(folder, 'holiday.db.gz'), 'not a backup');
  writeFileSync(join(folder, 'half.db.gz'), copy.subarray(0, copy.length / 2));
  const listed = await cairn.call('listBackups', {});
  expect(listed.map((one) => one.fileName).sort()).toEqual([made.fileName, 'Cairn-2026-11-21.db.gz'].sort());
  expect(listed.find((one) => one.reason === 'Put here')).toMatchObject({ accomplishments: 1, roles: 5 });
  await cairn.call('logAccomplishment', { text: 'After the copy' });
  await cairn.call('restoreBackup', { fileName: 'Cairn-2026-11-21.db.gz' });
  expect((await cairn.call('listAccomplishments', {})).rows.map((row) => row.title)).toEqual(['In the copy']);
});

test('backups asked for at the same moment are made one after the other', async () => {
  const cairn = await freshCairn();
  const made = await Promise.all([1, 2, 3].map(() => cairn.call('backUpNow', {})));
  expect(new Set(made.map((one) => one.fileName)).size).toBe(3);
  expect(await cairn.call('listBackups', {})).toHaveLength(3);
});

test('what is saved while a backup is made is in the one at closing', async () => {
  const cairn = await freshCairn();
  const backup = cairn.call('backUpNow', {});
  for (let i = 0; i < 5; i += 1) await cairn.call('logAccomplishment', { text: `Meanwhile ${i}` });
  await backup;
  await cairn.close();
  const again = await openCairn(cairn.folder);
  expect((await again.call('listBackups', {}))[0]).toMatchObject({ reason: 'On closing', accomplishments: 5 });
});
