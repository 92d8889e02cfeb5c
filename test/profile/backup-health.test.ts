/** Backups that fail, records that nobody checks, and work that must wait: what the window is told. */
import { EventEmitter, once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeBackup } from '../../src-main/backup/backup.ts';
import { inTransaction, transactionsEnded } from '../../src-main/db/open-transaction.ts';
import { query } from '../../src-main/db/query.ts';
import { startNodeProcess } from '../../src-main/jobs/node-process.ts';
import { runDueMaintenance } from '../../src-main/profile/regular-maintenance.ts';
import { freshCairn, openCairn, type TestCairn, temporaryFolder } from '../helpers/cairn.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

async function healthOf(cairn: TestCairn) {
  const state = await cairn.call('getAppState', {});
  return state.state === 'open' ? state.backups : expect.fail('no record is open');
}

/** A Cairn whose clock is set by hand and whose processes may be made to die. */
async function withClock() {
  const world = { now: Date.parse('2026-11-21T10:00:00Z'), isDying: false };
  const host = {
    now: () => new Date(world.now),
    startProcess: () => {
      const worker = startNodeProcess();
      return world.isDying ? { ...worker, post: () => worker.kill() } : worker;
    },
  };
  return { world, host, cairn: await freshCairn(host) };
}

test('a backup that fails is told with when and why, also after a restart, until the next good one', async () => {
  const { world, host, cairn } = await withClock();
  expect(await healthOf(cairn)).toEqual({ lastGoodAt: null, lastFailure: null, lastCheckAt: null, checkProblem: null });
  await cairn.call('logAccomplishment', { text: 'One' });
  world.isDying = true;
  await expect(cairn.call('backUpNow', {})).rejects.toMatchObject({
    message: expect.stringMatching(/^The backup was not made: .*Your record and the backups before it are safe/),
  });
  const failure = { at: '2026-11-21T10:00:00.000Z', message: expect.stringMatching(/^The backup was not made/) };
  expect(await healthOf(cairn)).toMatchObject({ lastGoodAt: null, lastFailure: failure });
  // at closing it fails again, and says nothing
  world.now += minute;
  await cairn.close();
  const again = await openCairn(cairn.folder, host);
  expect(await healthOf(again)).toMatchObject({ lastFailure: { ...failure, at: '2026-11-21T10:01:00.000Z' } });
  world.isDying = false;
  await again.call('backUpNow', {});
  expect(await healthOf(again)).toEqual({
    lastGoodAt: '2026-11-21T10:01:00.000Z',
    lastFailure: null,
    lastCheckAt: '2026-11-21T10:01:00.000Z',
    checkProblem: null,
  });
});

test('what changed is backed up every half hour, and a failure of that is told too', async () => {
  const { world, cairn } = await withClock();
  await cairn.call('logAccomplishment', { text: 'One' });
  await runDueMaintenance(cairn.session);
  expect(await cairn.call('listBackups', {})).toEqual([]);
  world.now += 31 * minute;
  world.isDying = true;
  await runDueMaintenance(cairn.session);
  expect((await healthOf(cairn)).lastFailure).not.toBeNull();
  expect(cairn.events).toContainEqual({ kind: 'changed', queries: ['getAppState', 'listBackups'], undo: null });
  world.now += 31 * minute;
  world.isDying = false;
  await runDueMaintenance(cairn.session);
  expect(await cairn.call('listBackups', {})).toMatchObject([{ reason: 'Regular', accomplishments: 1 }]);
  expect((await healthOf(cairn)).lastFailure).toBeNull();
});

test('a record that nobody changes is read through once a week when Cairn is idle, and damage is told', async () => {
  const { world, cairn } = await withClock();
  await cairn.call('backUpNow', {});
  const checkedAt = (await healthOf(cairn)).lastCheckAt;
  world.now += 8 * day;
  // somebody works just now
  await cairn.call('listAccomplishments', {});
  await runDueMaintenance(cairn.session);
  expect((await healthOf(cairn)).lastCheckAt).toBe(checkedAt);
  world.now += 6 * minute;
  await runDueMaintenance(cairn.session);
  expect(await healthOf(cairn)).toMatchObject({ lastCheckAt: new Date(world.now).toISOString(), checkProblem: null });

  const sqlite = cairn.session.profile?.sqlite ?? expect.fail('no record is open');
  sqlite.pragma('foreign_keys = OFF');
  sqlite.exec(`INSERT INTO pin VALUES ('nowhere', NULL, '2026')`);
  world.now += 8 * day;
  await runDueMaintenance(cairn.session);
  expect(await healthOf(cairn)).toMatchObject({
    lastCheckAt: new Date(world.now).toISOString(),
    checkProblem: 'Some parts point at nothing',
  });
  expect(await cairn.call('listBackups', {})).toHaveLength(1);
  // no copy stays behind
  expect(readdirSync(join(cairn.folder, 'backups')).filter((name) => name.startsWith('.'))).toEqual([]);
});

test('a backup of a damaged record is refused, and says so in the state of the backups', async () => {
  const { cairn } = await withClock();
  const sqlite = cairn.session.profile?.sqlite ?? expect.fail('no record is open');
  sqlite.pragma('foreign_keys = OFF');
  sqlite.exec(`INSERT INTO pin VALUES ('nowhere', NULL, '2026')`);
  await expect(cairn.call('backUpNow', {})).rejects.toMatchObject({ code: 'BACKUP_DAMAGED' });
  expect(await healthOf(cairn)).toMatchObject({ lastGoodAt: null, checkProblem: 'Some parts point at nothing' });
});

test('a backup asked for in the midst of a transaction waits for it and holds what it wrote', async () => {
  const cairn = await freshCairn();
  const { profile } = cairn.session;
  if (!profile) expect.fail('no record is open');
  let isCommitted = false;
  const writing = inTransaction(profile.db, async () => {
    profile.db.run(query.insertInto('pack').values({ ...pack, id: 'slow' }));
    await new Promise((later) => setTimeout(later, 300));
    isCommitted = true;
  });
  await new Promise((later) => setTimeout(later, 50));
  expect(isCommitted).toBe(false);
  const made = await cairn.call('backUpNow', {});
  expect(isCommitted).toBe(true);
  await writing;
  await cairn.call('restoreBackup', { fileName: made.fileName });
  expect((await cairn.call('listPacks', {})).map(({ id }) => id)).toContain('slow');
});

const pack = {
  name: 'Slow',
  version: '1.0.0',
  author: '',
  licence: '',
  attribution: '',
  installedAt: '2026-11-21T10:00:00Z',
  description: '',
};

test('whoever waits for the end of a transaction can be stopped, and does not wait for ever', async () => {
  const { profile } = (await freshCairn()).session;
  if (!profile) expect.fail('no record is open');
  let end: () => void = () => expect.fail('it has begun');
  const writing = inTransaction(profile.db, () => new Promise<void>((resolve) => (end = resolve)));
  await new Promise((later) => setImmediate(later));
  const stop = new AbortController();
  const waiting = transactionsEnded(profile.sqlite, { signal: stop.signal });
  stop.abort(new Error('Stopped'));
  await expect(waiting).rejects.toThrow('Stopped');
  await expect(transactionsEnded(profile.sqlite, { limitMs: 20 })).rejects.toMatchObject({ code: 'TIMED_OUT' });
  end();
  await writing;
  await transactionsEnded(profile.sqlite);
});

test('where the open file is not the one in its place, the open connection makes the copy, with everything in it', async () => {
  const cairn = await freshCairn();
  const { profile } = cairn.session;
  if (!profile) expect.fail('no record is open');
  await cairn.call('logAccomplishment', { text: 'In the log' });
  const made = await makeBackup({ ...profile, file: null }, cairn.session.host, 'Rescued');
  expect(made).toMatchObject({ reason: 'Rescued', accomplishments: 1, roles: 5 });
});

test('a copy of a backup is saved piece by piece, and a restart leaves nothing of a backup that was cut off', async () => {
  const saved = join(temporaryFolder(), 'saved.db.gz');
  const cairn = await freshCairn({
    saveFile: async ({ suggestedName, bytes }) => {
      if (bytes instanceof Uint8Array) expect.fail('all at once');
      await bytes(saved);
      return { fileName: suggestedName };
    },
  });
  expect(await cairn.call('saveBackupCopy', {})).toEqual({ fileName: 'Cairn-2026-11-21.db.gz' });
  const [made] = await cairn.call('listBackups', {});
  expect(readFileSync(saved).equals(readFileSync(join(cairn.folder, 'backups', made?.fileName ?? '')))).toBe(true);
  const cutOff = join(cairn.folder, 'backups', '.999999999.000009-x.db.gz.part');
  writeFileSync(cutOff, 'half');
  await cairn.call('backUpNow', {});
  expect(() => readFileSync(cutOff)).toThrow();
});

test('a copy of a backup can be cancelled while the backup for it is still being made', async () => {
  const cairn = await freshCairn({ saveFile: () => expect.fail('it asked for a place') });
  const saving = cairn.call('saveBackupCopy', {});
  while (!cairn.session.backupWork) await new Promise((later) => setImmediate(later));
  expect(await cairn.call('cancelBackupWork', {})).toEqual({ wasRunning: true });
  expect(await saving).toBeNull();
  expect(await cairn.call('listBackups', {})).toEqual([]);
  expect((await healthOf(cairn)).lastFailure).toBeNull();
  // also where the record is open to read only, there is just nothing to cancel
  const second = await openCairn(cairn.folder);
  expect(await second.call('openReadOnly', {})).toEqual({ isOpen: true });
  expect(await second.call('cancelBackupWork', {})).toEqual({ wasRunning: false });
});

test.each(['backUpNow', 'checkRecord'] as const)(
  'closing Cairn does not wait for %s',
  async (name) => {
    const world = { isHanging: true, isStarted: false };
    const cairn = await freshCairn({
      startProcess: () => {
        const worker = startNodeProcess();
        world.isStarted = true;
        return world.isHanging ? { ...worker, post: () => undefined } : worker;
      },
    });
    const asked = cairn.dispatch(name, {});
    while (!world.isStarted) await new Promise((later) => setTimeout(later, 5));
    world.isHanging = false;
    await cairn.close();
    expect(await asked).toMatchObject({ ok: false, error: { code: 'CONFLICT', message: 'Cairn was closed.' } });
  },
  30_000,
);

test('a list of backups that cannot be written lets the backup fail and the ones before it stay', async () => {
  const cairn = await freshCairn();
  const made = await cairn.call('backUpNow', {});
  const list = join(cairn.folder, 'backups', 'manifest.json');
  const before = readFileSync(list);
  rmSync(list);
  mkdirSync(list);
  await expect(cairn.call('backUpNow', {})).rejects.toMatchObject({ code: expect.any(String) });
  rmSync(list, { recursive: true });
  writeFileSync(list, before);
  expect((await cairn.call('listBackups', {})).map(({ fileName }) => fileName)).toEqual([made.fileName]);
});

/** A Cairn whose processes hang while `isHanging`; `started` comes when the next one is started. */
async function withHangingProcesses() {
  const world = { now: Date.parse('2026-11-21T10:00:00Z'), isHanging: false };
  const processes = new EventEmitter();
  const cairn = await freshCairn({
    now: () => new Date(world.now),
    startProcess: () => {
      const worker = startNodeProcess();
      processes.emit('started');
      return world.isHanging ? { ...worker, post: () => undefined } : worker;
    },
  });
  return { world, cairn, started: () => once(processes, 'started') };
}

test.each([
  ['a backup', 'openAgain'],
  ['a check', 'openAgain'],
  ['a backup', 'restoreBackup'],
  ['a check', 'exploreSample'],
] as const)(
  '%s that nobody asked for gives way to %s, which is no failure, and is due as before',
  async (what, change) => {
    const { world, cairn, started } = await withHangingProcesses();
    const { fileName } = await cairn.call('backUpNow', {});
    await runDueMaintenance(cairn.session);
    if (what === 'a backup') await cairn.call('logAccomplishment', { text: 'One' });
    world.now += 8 * day;
    world.isHanging = true;
    const begins = started();
    const due = runDueMaintenance(cairn.session);
    await begins;
    world.isHanging = false;
    const changing = cairn.call(change, change === 'restoreBackup' ? { fileName } : {});
    await Promise.all([due, changing]);
    expect((await healthOf(cairn)).lastFailure).toBeNull();
    expect(readdirSync(join(cairn.folder, 'backups')).filter((name) => name.startsWith('.'))).toEqual([]);
    if (change !== 'openAgain') return;
    world.now += 6 * minute;
    await runDueMaintenance(cairn.session);
    expect((await healthOf(cairn)).lastCheckAt).toBe(new Date(world.now).toISOString());
    expect(await cairn.call('listBackups', {})).toHaveLength(what === 'a backup' ? 2 : 1);
  },
);

test('no backup that nobody asked for is begun beside a restore', async () => {
  const { world, cairn, started } = await withHangingProcesses();
  const { fileName } = await cairn.call('backUpNow', {});
  await cairn.call('logAccomplishment', { text: 'One' });
  await runDueMaintenance(cairn.session);
  world.now += 31 * minute;
  const begins = started();
  const restoring = cairn.call('restoreBackup', { fileName });
  await begins;
  await runDueMaintenance(cairn.session);
  await restoring;
  const reasons = (await cairn.call('listBackups', {})).map(({ reason }) => reason);
  expect(reasons).toEqual(['Before a restore', 'Asked for']);
});
