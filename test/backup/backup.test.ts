/** Backups: verified when made, refused when damaged, thinned by rule. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sequenceOf } from '../../src-main/backup/backup-list.ts';
import { backupsToRemove } from '../../src-main/backup/backup-rotation.ts';
import { backupHealth } from '../../src-main/backup/backup-status.ts';
import { semanticDump } from '../../src-main/db/undo/undo.ts';
import { adoptionDone } from '../../src-main/profile/adopt-in-background.ts';
import { runHistories } from '../helpers/backup-histories.ts';
import { freshCairn, openCairn, type TestCairn } from '../helpers/cairn.ts';

const dump = (cairn: TestCairn) => semanticDump(cairn.session.profile?.sqlite ?? expect.fail('no profile is open'));

/** The list once everything that was put into the folder has been looked at. */
async function listedWithFound(cairn: TestCairn) {
  await cairn.call('listBackups', {});
  await adoptionDone(cairn.folder);
  return cairn.call('listBackups', {});
}

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

test('a flipped bit in a backup is noticed wherever it is, and the record is not touched', async () => {
  const cairn = await freshCairn();
  const made = await cairn.call('backUpNow', {});
  const path = join(cairn.folder, 'backups', made.fileName);
  const good = readFileSync(path);
  const before = dump(cairn);
  for (let i = 0; i < 12; i += 1) {
    const bad = Buffer.from(good);
    const at = Math.floor((i / 12) * bad.length);
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

test('over many histories with clocks that jump, no backup goes that must stay, and the rule of before is found out', () => {
  expect(runHistories({ seed: 1, count: 300 })).toEqual({ tried: 300, failures: [] });
  expect(runHistories({ seed: 1, count: 30, isBroken: true }).failures.length).toBeGreaterThan(20);
});

/** Two a day for 400 days, of a record of 1,000 rows. */
const longHistory = Array.from({ length: 800 }, (_, index) => ({
  fileName: `${String(index + 1).padStart(6, '0')}-x.db.gz`,
  sequence: index + 1,
  madeAt: new Date(Date.parse('2025-10-01T08:00:00Z') + index * 12 * 3_600_000).toISOString(),
  reason: 'On closing',
  rows: 1_000,
}));
const after = (history: typeof longHistory, madeAt: string, rows = 1_000) => {
  const sequence = (history.at(-1)?.sequence ?? 0) + 1;
  return [...history, { fileName: `${sequence}-x.db.gz`, sequence, madeAt, reason: 'On closing', rows }];
};

test('backups of two days, fourteen days, eight weeks and twelve months stay of two a day for a year', () => {
  const left = longHistory.length - backupsToRemove(longHistory).length;
  expect(left).toBeGreaterThanOrEqual(14 + 6 + 10);
  expect(left).toBeLessThanOrEqual(10 + 14 + 8 + 12);
});

test('a history thinned at every backup still reaches back a year', () => {
  let history: typeof longHistory = [];
  for (const backup of longHistory) {
    const gone = new Set(backupsToRemove([...history, backup]));
    history = [...history, backup].filter(({ fileName }) => !gone.has(fileName));
  }
  const oldest = Date.parse(history[0]?.madeAt ?? '');
  expect(Date.parse(longHistory.at(-1)?.madeAt ?? '') - oldest).toBeGreaterThan(290 * 86_400_000);
});

test.each(['2099-01-01T00:00:00Z', '1970-01-02T00:00:00Z'])(
  'a closing with the clock at %s removes nothing, and the next with a right clock hardly more than usual',
  (wrong) => {
    const usual = backupsToRemove(longHistory);
    const thinned = longHistory.filter(({ fileName }) => !usual.includes(fileName));
    const jumped = after(thinned, wrong);
    expect(backupsToRemove(jumped)).toEqual([]);
    const twice = after(jumped, new Date(Date.parse(wrong) + 1_800_000).toISOString());
    expect(backupsToRemove(twice).length).toBeLessThanOrEqual(6);
    const back = after(twice, '2026-11-05T08:00:00Z');
    expect(backupsToRemove(back)).toEqual([]);
    const next = after(back, '2026-11-05T20:00:00Z');
    expect(backupsToRemove(next).length).toBeLessThanOrEqual(10);
  },
);

test('an emptied record pushes nothing out, also when its backup is not the first of it', () => {
  let history = longHistory;
  for (const minute of [10, 20, 30, 40, 50]) {
    history = after(history, `2026-11-05T20:${minute}:00Z`, 5);
    expect(backupsToRemove(history)).toEqual([]);
  }
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
  const listed = await listedWithFound(cairn);
  expect(listed.map((backup) => backup.fileName).sort()).toEqual([made.fileName, 'Cairn-2026-11-21.db.gz'].sort());
  expect(await cairn.call('listRefusedBackups', {})).toEqual([
    { fileName: 'half.db.gz', why: 'it is cut off or damaged' },
    { fileName: 'holiday.db.gz', why: 'it is cut off or damaged' },
  ]);
  expect(listed.find((backup) => backup.reason === 'Added by hand')).toMatchObject({ accomplishments: 1, roles: 5 });
  await cairn.call('logAccomplishment', { text: 'After the copy' });
  await cairn.call('restoreBackup', { fileName: 'Cairn-2026-11-21.db.gz' });
  expect((await cairn.call('listAccomplishments', {})).rows.map((row) => row.title)).toEqual(['In the copy']);
});

test('whatever numbers files put into the folder bear, the next backup is the newest in the list and stays', async () => {
  const cairn = await freshCairn();
  const before = await cairn.call('backUpNow', {});
  const folder = join(cairn.folder, 'backups');
  const bytes = readFileSync(join(folder, before.fileName));
  const names = ['999999999-x', '999999999-20990101T000000Z-v1', '999999999999-20990101T000000Z-v1', '7-copy'];
  for (const name of names) writeFileSync(join(folder, `${name}.db.gz`), bytes);
  const made: string[] = [];
  for (const text of ['One', 'Two', 'Three']) {
    await cairn.call('logAccomplishment', { text });
    made.unshift((await cairn.call('backUpNow', {})).fileName);
  }
  const ours = (await listedWithFound(cairn)).filter(({ reason }) => reason !== 'Added by hand');
  expect(ours.map(({ fileName }) => fileName)).toEqual([...made, before.fileName]);
  expect(new Set(ours.map(sequenceOf)).size).toBe(4);
});

test('a backup added by hand counts as that also where an older version listed it', async () => {
  const cairn = await freshCairn();
  const made = await cairn.call('backUpNow', {});
  const listFile = join(cairn.folder, 'backups', 'manifest.json');
  const [entry] = JSON.parse(readFileSync(listFile, 'utf8')) as Record<string, unknown>[];
  writeFileSync(listFile, JSON.stringify([{ ...entry, reason: 'Put here' }]));
  expect(await cairn.call('listBackups', {})).toMatchObject([{ fileName: made.fileName, reason: 'Added by hand' }]);
  expect(backupHealth(cairn.folder).lastGoodAt).toBeNull();
});

test('backups asked for at the same moment are made one after the other', async () => {
  const cairn = await freshCairn();
  const made = await Promise.all([1, 2, 3].map(() => cairn.call('backUpNow', {})));
  expect(new Set(made.map((backup) => backup.fileName)).size).toBe(3);
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

test('however many backups follow a mass deletion, the newest that holds about all of it stays', () => {
  const start = Date.parse('2026-11-01T08:00:00Z');
  const backups = Array.from({ length: 41 }, (_, index) => ({
    fileName: `${index + 1}`,
    sequence: index + 1,
    madeAt: new Date(start + (index < 40 ? index * 1_800_000 : 5 * 86_400_000)).toISOString(),
    reason: 'Regular',
    rows: index < 20 ? 100 : 3,
  }));
  const gone = new Set(backupsToRemove(backups));
  expect(gone.size).toBeGreaterThan(0);
  expect(gone.has('20')).toBe(false);
});
