/** A record that cannot be written is read: every question, print and export works, and nothing in its folder changes. */
import { spawn } from 'node:child_process';
import {
  closeSync,
  cpSync,
  existsSync,
  openSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { Endpoint } from '../../shared/api/endpoint.ts';
import { contract } from '../../shared/api/index.ts';
import { currentSchema, migrate } from '../../src-main/db/migrate.ts';
import { migrations } from '../../src-main/db/migrations/index.ts';
import { startNodeProcess } from '../../src-main/jobs/node-process.ts';
import { openReadOnly as openToReadFile } from '../../src-main/profile/open-read-only.ts';
import { freshCairn, openCairn, type TestCairn, temporaryFolder } from '../helpers/cairn.ts';
import { emptyPdf, exportedText } from '../helpers/exported.ts';
import { folderState } from '../helpers/folder-state.ts';
import { canMakeReadOnly, canMount, makeReadOnly, smallDisk } from '../helpers/mounts.ts';
import { programFile } from '../helpers/programs.ts';

const recordIn = (folder: string) => join(folder, 'record.db');

/** A closed record with one accomplishment and one resume. */
async function closedRecord(folder?: string): Promise<{ folder: string; resumeId: string; accomplishmentId: string }> {
  const cairn = folder === undefined ? await freshCairn() : await openCairn(folder);
  if (folder !== undefined) await cairn.call('startFresh', { name: 'Test Person' });
  const { id: accomplishmentId } = await cairn.call('logAccomplishment', { text: 'Relit the northern beacon' });
  const { id: resumeId } = await cairn.call('createResume', { name: 'For the harbour', roleId: null });
  await cairn.close();
  return { folder: cairn.folder, resumeId, accomplishmentId };
}

function change(folder: string, ...sql: string[]): void {
  const sqlite = new BetterSqlite3(recordIn(folder));
  sqlite.pragma('foreign_keys = OFF');
  for (const text of sql) sqlite.exec(text);
  sqlite.close();
}

const makeNewer = (folder: string) => change(folder, `PRAGMA user_version = ${currentSchema + 1}`);

async function openToRead(cairn: TestCairn): Promise<void> {
  expect(await cairn.call('openReadOnly', {})).toEqual({ isOpen: true });
}

test('a record of a newer Cairn is read, searched, matched and exported, and not a byte, name or time in its folder changes', async () => {
  const { folder, resumeId } = await closedRecord();
  makeNewer(folder);
  const saved: string[] = [];
  const cairn = await openCairn(folder, {
    saveFile: async ({ suggestedName }) => {
      saved.push(suggestedName);
      return { fileName: suggestedName };
    },
  });
  expect(await cairn.call('getAppState', {})).toMatchObject({ state: 'recovery', code: 'PROFILE_NEWER' });
  const before = folderState(folder);
  await openToRead(cairn);
  expect(await cairn.call('getAppState', {})).toMatchObject({
    state: 'open',
    personName: 'Test Person',
    isReadOnly: { code: 'PROFILE_NEWER', message: expect.stringContaining('newer Cairn') },
  });
  expect((await cairn.call('listAccomplishments', {})).rows).toHaveLength(1);
  expect(await cairn.call('searchEverything', { text: 'beacon' })).toMatchObject([{ kind: 'accomplishment' }]);
  const [role] = await cairn.call('listRoles', {});
  expect(await cairn.call('getMatch', { roleId: role?.id ?? '' })).toMatchObject({ status: 'growing' });
  expect(JSON.parse(await exportedText(cairn.call, { kind: 'record', format: 'json-resume' }))).toHaveProperty('meta');
  expect(await cairn.call('saveExport', { kind: 'resume', format: 'json-resume', id: resumeId })).not.toBeNull();
  expect(await cairn.call('checkRecord', {})).toMatchObject({ isSound: true, problems: [] });
  expect(await cairn.call('listBackups', {})).toHaveLength(1);
  await cairn.call('getPrivacy', {});
  expect(saved).toHaveLength(1);
  await cairn.close();
  expect(folderState(folder)).toEqual(before);
});

test('every question with a plain input is answered as it is when the record can be written', async () => {
  const { folder } = await closedRecord();
  const writable = await openCairn(folder);
  const questions = Object.entries<Endpoint>(contract).filter(
    ([name, endpoint]) =>
      endpoint.kind === 'query' &&
      name !== 'getAppState' &&
      name !== 'getPrivacy' &&
      endpoint.input.safeParse({}).success,
  );
  const answers = async (cairn: TestCairn) =>
    Object.fromEntries(
      await Promise.all(questions.map(async ([name]) => [name, await cairn.dispatch(name, {})] as const)),
    );
  const expected = await answers(writable);
  await writable.close();
  makeNewer(folder);
  const cairn = await openCairn(folder);
  await openToRead(cairn);
  const given = await answers(cairn);
  expect(questions.length).toBeGreaterThan(10);
  expect({ ...given, checkRecord: null }).toEqual({ ...expected, checkRecord: null });
});

test('every command that writes is refused with the reason, and none that only exports', async () => {
  const { folder } = await closedRecord();
  makeNewer(folder);
  const cairn = await openCairn(folder);
  await openToRead(cairn);
  const before = folderState(folder);
  const refused = await cairn.dispatch('logAccomplishment', { text: 'One more' });
  expect(refused).toMatchObject({
    ok: false,
    error: {
      code: 'READ_ONLY',
      message: 'This record is open read-only, because a newer Cairn wrote it. Nothing was changed.',
    },
  });
  for (const name of ['undo', 'redo', 'backUpNow', 'saveBackupCopy', 'exploreSample', 'leaveSample'])
    expect([name, await cairn.dispatch(name, {})]).toMatchObject([name, { ok: false, error: { code: 'READ_ONLY' } }]);
  expect(await cairn.dispatch('startFresh', { name: 'Other' })).toMatchObject({ error: { code: 'READ_ONLY' } });
  const [backup] = await cairn.call('listBackups', {});
  expect(await cairn.dispatch('restoreBackup', { fileName: backup?.fileName ?? '' })).toMatchObject({
    error: { code: 'READ_ONLY' },
  });
  expect(folderState(folder)).toEqual(before);
  const writing = Object.entries<Endpoint>(contract).flatMap(([name, endpoint]) =>
    endpoint.kind === 'command' && !endpoint.writes ? [name] : [],
  );
  expect(writing.sort()).toEqual([
    'cancelBackupWork',
    'cancelImport',
    'openAddress',
    'openAgain',
    'openReadOnly',
    'openSavedFile',
    'salvageRecord',
    'saveExport',
    'showDataFolder',
  ]);
});

test('a printed resume is saved from a record that is open read-only', async () => {
  const { folder, resumeId } = await closedRecord();
  makeNewer(folder);
  const saved: string[] = [];
  const cairn = await openCairn(folder, {
    print: async () => emptyPdf,
    saveFile: async ({ suggestedName }) => {
      saved.push(suggestedName);
      return { fileName: suggestedName };
    },
  });
  await openToRead(cairn);
  expect(await cairn.call('saveExport', { kind: 'resume', format: 'pdf', id: resumeId })).toMatchObject({
    proof: { pageCount: 1 },
  });
  expect(saved).toEqual([expect.stringMatching(/harbour.*\.pdf$/i)]);
});

test('what was saved last and never indexed is found by a search', async () => {
  const cairn = await freshCairn();
  await cairn.call('logAccomplishment', { text: 'Charted the sandbank' });
  const copy = temporaryFolder();
  cpSync(cairn.folder, copy, { recursive: true });
  await cairn.close();
  const failing = await openCairn(copy);
  await failing.close();
  makeNewer(copy);
  change(copy, `INSERT OR REPLACE INTO searchStale(kind, refId) SELECT 'accomplishment', id FROM accomplishment`);
  change(copy, 'DELETE FROM searchDoc');
  const again = await openCairn(copy);
  await openToRead(again);
  expect(await again.call('searchEverything', { text: 'sandbank' })).toHaveLength(1);
});

test('changes that stand only in the log are read, and neither log nor index is touched', async () => {
  const { folder } = await closedRecord();
  const other = new BetterSqlite3(recordIn(folder));
  other.pragma('wal_autocheckpoint = 0');
  other.exec(`UPDATE accomplishment SET title = 'Only in the log'; PRAGMA user_version = ${currentSchema + 1}`);
  const copy = temporaryFolder();
  cpSync(folder, copy, { recursive: true });
  other.close();
  expect(existsSync(join(copy, 'record.db-wal'))).toBe(true);
  const cairn = await openCairn(copy);
  const before = folderState(copy);
  await openToRead(cairn);
  expect((await cairn.call('listAccomplishments', {})).rows[0]?.title).toBe('Only in the log');
  await cairn.close();
  expect(folderState(copy)).toEqual(before);
});

test('one row that points at nothing keeps the record at its old schema, is named, and all of it is read', async () => {
  const folder = temporaryFolder();
  const { folder: made } = await closedRecord();
  cpSync(made, folder, { recursive: true });
  // a record of the first schema, as an older Cairn left it
  const old = new BetterSqlite3(`${recordIn(folder)}.old`);
  old.pragma('application_id = 0x43524331');
  migrate(old, migrations.slice(0, 1));
  old.exec(`INSERT INTO accomplishment(id, title, story, isOngoing, confidentiality, status, shortWording, longWording, createdAt, updatedAt)
    VALUES ('a1', 'Mended the sluice', '', 0, 'public', 'ready', '', '', '2025-01-01', '2025-01-01')`);
  old.pragma('foreign_keys = OFF');
  old.exec(`INSERT INTO accomplishmentTag VALUES ('nothing', 'water', 1)`);
  old.close();
  renameSync(`${recordIn(folder)}.old`, recordIn(folder));
  rmSync(join(folder, 'record.marker.json'));
  const cairn = await openCairn(folder);
  expect(await cairn.call('getAppState', {})).toMatchObject({
    state: 'recovery',
    code: 'PROFILE_DAMAGED',
    message: expect.stringMatching(/one of its parts points at something that is missing.*Open it read-only/),
  });
  expect(cairn.session.problem?.details).toEqual([{ table: 'accomplishmentTag', parent: 'accomplishment', rows: 1 }]);
  const before = folderState(folder);
  await openToRead(cairn);
  expect((await cairn.call('listAccomplishments', {})).rows[0]?.title).toBe('Mended the sluice');
  await cairn.close();
  expect(folderState(folder)).toEqual(before);
  const sqlite = new BetterSqlite3(recordIn(folder), { readonly: true });
  expect(sqlite.pragma('user_version', { simple: true })).toBe(1);
  sqlite.close();
});

test('a newer record that lacks a column this build reads is refused in words', async () => {
  const { folder } = await closedRecord();
  makeNewer(folder);
  change(folder, 'ALTER TABLE language RENAME COLUMN fluency TO grade');
  const cairn = await openCairn(folder);
  await expect(cairn.call('openReadOnly', {})).rejects.toMatchObject({
    code: 'PROFILE_NEWER',
    message: expect.stringContaining('save what can be read'),
  });
  expect(await cairn.call('getAppState', {})).toMatchObject({ state: 'recovery', code: 'PROFILE_NEWER' });
});

test('when the cause is gone, trying again opens the record for writing', async () => {
  const { folder } = await closedRecord();
  makeNewer(folder);
  const cairn = await openCairn(folder);
  await openToRead(cairn);
  expect(await cairn.call('openAgain', {})).toEqual({ isOpen: false });
  expect(await cairn.call('getAppState', {})).toMatchObject({ state: 'recovery', code: 'PROFILE_NEWER' });
  await openToRead(cairn);
  change(folder, `PRAGMA user_version = ${currentSchema}`);
  expect(await cairn.call('openAgain', {})).toEqual({ isOpen: true });
  expect(await cairn.call('getAppState', {})).toMatchObject({ state: 'open', isReadOnly: null });
  await cairn.call('logAccomplishment', { text: 'Written again' });
});

test('a record another Cairn has open is read as it stands', async () => {
  const first = await freshCairn();
  await first.call('logAccomplishment', { text: 'Kept the watch' });
  const second = await openCairn(first.folder);
  expect(await second.call('getAppState', {})).toMatchObject({ state: 'recovery', code: 'PROFILE_LOCKED' });
  await openToRead(second);
  expect((await second.call('listAccomplishments', {})).rows[0]?.title).toBe('Kept the watch');
  expect(await second.dispatch('logAccomplishment', { text: 'x' })).toMatchObject({
    error: { code: 'READ_ONLY', message: expect.stringContaining('because another program has it open') },
  });
  await second.close();
  await first.call('logAccomplishment', { text: 'Went on' });
});

test('a record that another program keeps writing is opened whole or not at all', async () => {
  const { folder } = await closedRecord();
  const writer = spawn(process.execPath, [programFile('log-until-killed'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let acknowledged = 0;
  const isRunning = new Promise<void>((started) => {
    writer.stdout.on('data', (chunk: Buffer) => {
      acknowledged += String(chunk).split('\n').length - 1;
      started();
    });
  });
  const hasEnded = new Promise((ended) => writer.once('close', ended));
  try {
    await isRunning;
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const before = acknowledged;
      const reader = await openCairn(folder);
      const opened = await reader.dispatch('openReadOnly', {});
      if (opened.ok) {
        expect((await reader.call('listAccomplishments', {})).total).toBeGreaterThan(before);
        expect(await reader.call('checkRecord', {})).toMatchObject({ isSound: true });
      } else expect(opened.error.code).toBe('PROFILE_LOCKED');
      await reader.close();
    }
  } finally {
    writer.kill('SIGKILL');
    await hasEnded;
  }
  // what was left open in the middle of its work is a record like any other once nobody writes
  await new Promise((later) => setTimeout(later, 100));
  const sqlite = await openToReadFile(recordIn(folder), { startProcess: startNodeProcess });
  expect(sqlite.prepare('SELECT count(*) FROM accomplishment').pluck().get()).toBeGreaterThanOrEqual(acknowledged);
  sqlite.close();
});

test('a record that does not fit into memory is refused in words', async () => {
  const { folder } = await closedRecord();
  const bytes = 1_600 * 1024 * 1024;
  truncateSync(recordIn(folder), bytes);
  const handle = openSync(recordIn(folder), 'r+');
  const pages = Buffer.alloc(4);
  pages.writeUInt32BE(bytes / 4096);
  writeSync(handle, pages, 0, 4, 28);
  closeSync(handle);
  await expect(openToReadFile(recordIn(folder), { startProcess: startNodeProcess })).rejects.toMatchObject({
    code: 'FILE_TOO_LARGE',
    message: expect.stringContaining('Save what can be read instead'),
  });
});

test('a damaged record is not opened read-only', async () => {
  const { folder } = await closedRecord();
  truncateSync(recordIn(folder), statSync(recordIn(folder)).size - 4096);
  const cairn = await openCairn(folder);
  await expect(cairn.call('openReadOnly', {})).rejects.toMatchObject({ code: 'PROFILE_DAMAGED' });
});

test.skipIf(!canMakeReadOnly)(
  'a record in a folder that takes no writes is read and exported (needs to mount, or no root)',
  async () => {
    const { folder } = await closedRecord();
    makeReadOnly(folder);
    const before = folderState(folder);
    const cairn = await openCairn(folder);
    expect(await cairn.call('getAppState', {})).toMatchObject({ state: 'recovery', code: 'READ_ONLY' });
    await openToRead(cairn);
    expect((await cairn.call('listAccomplishments', {})).rows).toHaveLength(1);
    expect(await exportedText(cairn.call, { kind: 'record', format: 'json-resume' })).toContain('Test Person');
    await cairn.close();
    expect(folderState(folder)).toEqual(before);
  },
);

test.skipIf(!canMount)('a record on a full disk is read and exported (needs to mount)', async () => {
  const disk = smallDisk(16 * 1024 * 1024);
  const folder = join(disk.folder, 'record');
  await closedRecord(folder);
  const { blocks, bfree, bsize } = statfsSync(disk.folder);
  disk.resize((blocks - bfree) * bsize);
  const cairn = await openCairn(folder);
  expect(await cairn.call('getAppState', {})).toMatchObject({ state: 'recovery', code: 'DISK_FULL' });
  const before = folderState(folder);
  await openToRead(cairn);
  expect((await cairn.call('listAccomplishments', {})).rows).toHaveLength(1);
  await cairn.close();
  expect(folderState(folder)).toEqual(before);
});

test('a record of a newer Cairn is opened read-only without running a view, a trigger or a check of its own', async () => {
  const { folder } = await closedRecord();
  change(
    folder,
    `DROP VIEW searchSource;
     CREATE VIEW searchSource AS
       WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
       SELECT 'accomplishment' AS kind, 'x' AS refId, 'x' AS title, CAST(count(*) AS TEXT) AS body FROM n;
     CREATE TRIGGER theirs AFTER INSERT ON searchDoc BEGIN DELETE FROM accomplishment; END;
     INSERT OR REPLACE INTO searchStale(kind, refId) VALUES ('accomplishment', 'x');
     PRAGMA user_version = ${currentSchema + 1}`,
  );
  const cairn = await openCairn(folder);
  await openToRead(cairn);
  expect((await cairn.call('listAccomplishments', {})).total).toBeGreaterThan(0);
});

test('a record is checked in a process of its own before it is opened read-only, and refused in words when that dies', async () => {
  const { folder } = await closedRecord();
  const before = folderState(folder);
  const dying = () => {
    const worker = startNodeProcess();
    return { ...worker, post: () => worker.kill() };
  };
  await expect(openToReadFile(recordIn(folder), { startProcess: dying })).rejects.toMatchObject({
    code: 'PROFILE_DAMAGED',
    message: expect.stringMatching(/could not be opened read-only.*It was not changed.*save what can be read/),
  });
  expect(folderState(folder)).toEqual(before);
});
