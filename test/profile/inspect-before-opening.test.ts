/** What is not known to be as Cairn left it is read in a process that can be ended, before it is opened. */
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { expect, test } from 'vitest';
import { startNodeProcess } from '../../src-main/jobs/node-process.ts';
import { inspectBeforeOpening } from '../../src-main/profile/inspect-before-opening.ts';
import { freshCairn, openCairn, temporaryFolder } from '../helpers/cairn.ts';
import { endlessSchema } from '../helpers/endless-schema.ts';
import { folderState } from '../helpers/folder-state.ts';

const recordIn = (folder: string) => join(folder, 'record.db');

/** The files, their bytes and times; the folder itself is written to when SQLite makes its index there, which is gone after. */
function filesIn(folder: string): Record<string, string> {
  const { '.': _folder, ...files } = folderState(folder);
  return files;
}

async function closedRecord(): Promise<string> {
  const cairn = await freshCairn();
  await cairn.call('logAccomplishment', { text: 'Ran the failover drill' });
  await cairn.close();
  return cairn.folder;
}

/** A folder as a crash leaves it: copied while the record is open, with what was saved last in the log. */
async function crashedRecord(): Promise<string> {
  const cairn = await freshCairn();
  await cairn.call('logAccomplishment', { text: 'Ran the failover drill' });
  await cairn.call('searchEverything', { text: 'failover' });
  const folder = temporaryFolder();
  cpSync(cairn.folder, folder, { recursive: true, filter: (name) => !/\.sock$|-shm$/.test(name) });
  return folder;
}

/** Opens the folder and counts the processes that are started meanwhile. */
async function openCounting(folder: string) {
  let started = 0;
  const startProcess = () => {
    started += 1;
    return startNodeProcess();
  };
  const cairn = await openCairn(folder, { startProcess });
  return { cairn, started };
}

function makeEndless(folder: string): void {
  const file = recordIn(folder);
  const sqlite = new BetterSqlite3(file);
  sqlite.pragma('journal_mode = DELETE');
  sqlite.close();
  writeFileSync(file, endlessSchema(readFileSync(file)));
}

test('a record whose list of tables never ends is refused, and is not changed', async () => {
  const folder = await closedRecord();
  makeEndless(folder);
  rmSync(join(folder, 'record.marker.json'));
  const before = filesIn(folder);
  const cairn = await openCairn(folder);
  expect(await cairn.call('getAppState', {})).toMatchObject({
    state: 'recovery',
    code: 'PROFILE_DAMAGED',
    message: expect.stringMatching(/leads back into itself.*not opened and not changed.*Restore a backup/),
  });
  await expect(cairn.call('openReadOnly', {})).rejects.toMatchObject({
    code: 'PROFILE_DAMAGED',
    message: expect.stringContaining('leads back into itself'),
  });
  expect(filesIn(folder)).toEqual(before);
});

test('a check that does not end is ended at its limit, and everything else goes on meanwhile', async () => {
  const folder = await closedRecord();
  makeEndless(folder);
  // with a journal beside it the pages mean nothing yet, so SQLite itself is the first to follow them
  writeFileSync(`${recordIn(folder)}-journal`, 'no journal');
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
  }, 10);
  try {
    await expect(
      inspectBeforeOpening(recordIn(folder), { startProcess: startNodeProcess }, 3_000),
    ).rejects.toMatchObject({
      code: 'PROFILE_DAMAGED',
      message: expect.stringMatching(/took far longer than it should.*not opened and not changed/),
    });
  } finally {
    clearInterval(timer);
  }
  expect(turns).toBeGreaterThan(10);
  expect(existsSync(`${recordIn(folder)}-shm`)).toBe(false);
});

test('a check whose process dies refuses the record in words', async () => {
  const folder = await crashedRecord();
  const before = filesIn(folder);
  const dying = () => {
    const worker = startNodeProcess();
    return { ...worker, post: () => worker.kill() };
  };
  const cairn = await openCairn(folder, { startProcess: dying });
  expect(await cairn.call('getAppState', {})).toMatchObject({
    state: 'recovery',
    code: 'PROFILE_DAMAGED',
    message: expect.stringMatching(/could not be checked.*not opened and not changed.*Try again/),
  });
  expect(filesIn(folder)).toEqual(before);
});

test('a record that was closed is opened at once; after a crash, or put there by hand, it is read elsewhere first', async () => {
  const closed = await openCounting(await closedRecord());
  expect([closed.started, closed.cairn.session.problem]).toEqual([0, null]);

  const crashed = await openCounting(await crashedRecord());
  expect([crashed.started, crashed.cairn.session.problem]).toEqual([1, null]);
  expect((await crashed.cairn.call('listAccomplishments', {})).rows[0]?.title).toBe('Ran the failover drill');

  const folder = temporaryFolder();
  cpSync(recordIn(await closedRecord()), recordIn(folder));
  const put = await openCounting(folder);
  expect([put.started, put.cairn.session.problem]).toEqual([1, null]);
});

test('what the check reads is left as it was, log and all', async () => {
  const crashed = await crashedRecord();
  const before = filesIn(crashed);
  await inspectBeforeOpening(recordIn(crashed), { startProcess: startNodeProcess });
  expect(filesIn(crashed)).toEqual(before);

  const closed = await closedRecord();
  const beforeClosed = filesIn(closed);
  await inspectBeforeOpening(recordIn(closed), { startProcess: startNodeProcess });
  expect(filesIn(closed)).toEqual(beforeClosed);
});

test.each([
  ['pages', `UPDATE sqlite_schema SET rootpage = 2 WHERE name = 'pin'`],
  ['a search index that lacks its words', 'DELETE FROM searchWords_data WHERE id > 10'],
  ['rows that point at nothing', `INSERT INTO pin VALUES ('nowhere', NULL, '2026')`],
])('after a crash a record with damage in it (%s) is refused, and its log stays beside it', async (_what, damage) => {
  const folder = await crashedRecord();
  const sqlite = new BetterSqlite3(recordIn(folder));
  sqlite.unsafeMode(true);
  sqlite.pragma('writable_schema = ON');
  sqlite.pragma('foreign_keys = OFF');
  sqlite.exec(damage);
  const left = temporaryFolder();
  cpSync(folder, left, { recursive: true });
  sqlite.close();
  rmSync(`${recordIn(left)}-shm`);
  const before = filesIn(left);
  const cairn = await openCairn(left);
  expect(await cairn.call('getAppState', {})).toMatchObject({ state: 'recovery', code: 'PROFILE_DAMAGED' });
  expect(filesIn(left)).toEqual(before);
  expect(existsSync(`${recordIn(left)}-wal`)).toBe(true);
});
