/** Cairn in a terminal: JSON out, exit status, a new profile when there is none, and the open app when there is one. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { decode, encode, reachApp } from '../../src-main/terminal/socket.ts';
import { createTerminalListener } from '../../src-main/terminal/terminal-listener.ts';
import { freshCairn, temporaryFolder } from '../helpers/cairn.ts';
import { folderState } from '../helpers/folder-state.ts';
import { canMakeReadOnly, makeReadOnly } from '../helpers/mounts.ts';
import { programFile } from '../helpers/programs.ts';

const root = resolve(import.meta.dirname, '../..');

function cairn(folder: string, ...words: string[]) {
  const done = spawnSync(process.execPath, [programFile('cli'), ...words, '--data', folder], {
    encoding: 'utf8',
  });
  return {
    status: done.status,
    said: done.stderr,
    answer: done.stdout ? (JSON.parse(done.stdout) as unknown) : null,
  };
}

/** The folder of a fresh record; one that a terminal makes has all twelve ladders, which each command would pay for. */
async function closedRecord(): Promise<string> {
  const { folder, close } = await freshCairn();
  await close();
  return folder;
}

test('a record is made where there is none', () => {
  const folder = join(temporaryFolder(), 'record');
  expect(cairn(folder, 'log', 'Cut the cold start', '#serving').answer).toMatchObject({ understood: ['Tag: serving'] });
  expect(cairn(folder, 'list', 'accomplishments').answer).toMatchObject([{ title: 'Cut the cold start' }]);
}, 120_000);

test('what is logged is listed, shown, found and exported', async () => {
  const folder = await closedRecord();
  expect(cairn(folder, 'log', 'Cut the cold start', '#serving').answer).toMatchObject({ understood: ['Tag: serving'] });
  const [row] = cairn(folder, 'list', 'accomplishments').answer as { id: string }[];
  expect(cairn(folder, 'show', row?.id ?? '').answer).toMatchObject({ title: 'Cut the cold start', tags: ['serving'] });
  expect(cairn(folder, 'search', 'cold st').answer).toMatchObject({ 0: { kind: 'accomplishment' } });
  const elsewhere = temporaryFolder();
  const file = join(elsewhere, 'resume.json');
  expect(cairn(folder, 'export', 'json-resume', file).status).toBe(0);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toHaveProperty('meta');
  expect(cairn(folder, 'check').answer).toMatchObject({ isSound: true });
  expect(cairn(folder, 'backup', join(elsewhere, 'copy.gz')).status).toBe(0);
  expect(existsSync(join(elsewhere, 'copy.gz'))).toBe(true);
}, 120_000);

test('whatever search finds is shown by its id, and every kind of thing is listed', async () => {
  const folder = await closedRecord();
  const item = { kind: 'employer', values: { name: 'Fenlock Water', place: 'Ely', website: '', description: '' } };
  const { id } = cairn(folder, 'call', 'addBackgroundItem', JSON.stringify({ item })).answer as { id: string };
  expect(cairn(folder, 'search', 'Fenlock').answer).toMatchObject([{ kind: 'employer', id }]);
  expect(cairn(folder, 'show', id).answer).toMatchObject({ id, ...item.values });
  expect(cairn(folder, 'list', 'employers').answer).toMatchObject([{ id, name: 'Fenlock Water' }]);
  const [pack] = cairn(folder, 'list', 'packs').answer as { id: string }[];
  expect(cairn(folder, 'show', pack?.id ?? '').answer).toMatchObject({ id: pack?.id });
}, 120_000);

test('an export or a backup named as the record itself is refused, and the record is as it was', async () => {
  const folder = await closedRecord();
  cairn(folder, 'log', 'Cut the cold start');
  const database = join(folder, 'record.db');
  for (const words of [
    ['export', 'json-resume', database],
    ['backup', database],
  ]) {
    expect(cairn(folder, ...words)).toMatchObject({ status: 1, answer: { error: { code: 'INVALID_INPUT' } } });
  }
  expect(cairn(folder, 'check').answer).toMatchObject({ isSound: true });
  expect(cairn(folder, 'list', 'accomplishments').answer).toMatchObject([{ title: 'Cut the cold start' }]);
}, 120_000);

test('a document is reported without being added, and added with --yes', async () => {
  const folder = await closedRecord();
  const fixture = join(root, 'test/fixtures/competency-page.txt');
  const reported = cairn(folder, 'import', fixture);
  expect(reported.answer).toMatchObject({ applied: false, drafts: [{ kind: 'role', format: 'competency-page' }] });
  expect(cairn(folder, 'list', 'imports').answer).toEqual([]);
  const before = (cairn(folder, 'list', 'roles').answer as unknown[]).length;
  const added = cairn(folder, 'import', fixture, '--yes').answer as { applied: boolean; ids: string[] };
  expect(added).toMatchObject({ applied: true });
  expect(added.ids).toHaveLength(1);
  expect((cairn(folder, 'list', 'roles').answer as unknown[]).length).toBe(before + 1);
  expect(cairn(folder, 'match', added.ids[0] ?? '').answer).toMatchObject({
    status: 'growing',
    requirements: expect.arrayContaining([expect.objectContaining({ accomplishments: [] })]),
  });
}, 120_000);

test('what is refused exits with 1 and a code, what is misused with 2', async () => {
  const folder = await closedRecord();
  expect(cairn(folder, 'show', 'nothing')).toMatchObject({ status: 1, answer: { error: { code: 'NOT_FOUND' } } });
  expect(cairn(folder, 'import', join(folder, 'not-there.json'))).toMatchObject({
    status: 1,
    answer: { error: { code: 'FILE_UNREADABLE' } },
  });
  expect(cairn(folder, 'import', folder)).toMatchObject({ status: 1, answer: { error: { code: 'FILE_UNREADABLE' } } });
  const empty = join(folder, 'empty.json');
  writeFileSync(empty, '');
  expect(cairn(folder, 'import', empty)).toMatchObject({ status: 1, answer: { error: { code: 'FILE_EMPTY' } } });
  expect(cairn(folder, 'call', 'noSuchThing', '{}')).toMatchObject({
    status: 1,
    answer: { error: { code: 'UNKNOWN_ENDPOINT' } },
  });
  expect(cairn(folder, 'juggle')).toMatchObject({ status: 2, answer: null });
  expect(cairn(folder, 'show')).toMatchObject({ status: 2, answer: null });
}, 120_000);

test.skipIf(!canMakeReadOnly)(
  'a record in a folder that takes no writes is listed, checked and exported, and refuses what writes (needs to mount, or no root)',
  async () => {
    const made = await freshCairn();
    await made.call('logAccomplishment', { text: 'Relit the beacon' });
    await made.close();
    makeReadOnly(made.folder);
    const before = folderState(made.folder);
    const listed = cairn(made.folder, 'list', 'accomplishments');
    expect(listed).toMatchObject({ status: 0, answer: [{ title: 'Relit the beacon' }] });
    expect(listed.said).toContain('The record was opened read-only.');
    expect(cairn(made.folder, 'check').answer).toMatchObject({ isSound: true });
    const file = join(temporaryFolder(), 'resume.json');
    expect(cairn(made.folder, 'export', 'json-resume', file).status).toBe(0);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toHaveProperty('meta');
    expect(cairn(made.folder, 'log', 'One more')).toMatchObject({
      status: 1,
      answer: { error: { code: 'READ_ONLY' } },
    });
    expect(cairn(made.folder, 'call', 'searchEverything', '{"text":"beacon","limit":5}')).toMatchObject({ status: 0 });
    expect(cairn(made.folder, 'call', 'logAccomplishment', '{"text":"One more"}')).toMatchObject({
      status: 1,
      answer: { error: { code: 'READ_ONLY' } },
    });
    expect(folderState(made.folder)).toEqual(before);
  },
  120_000,
);

test('what can be read of a damaged record is saved as a file', async () => {
  const made = await freshCairn();
  await made.call('logAccomplishment', { text: 'Relit the beacon' });
  await made.close();
  const record = join(made.folder, 'record.db');
  truncateSync(record, statSync(record).size - 4096);
  const before = folderState(made.folder);
  const file = join(temporaryFolder(), 'saved.json');
  const { status, answer } = cairn(made.folder, 'salvage', file);
  expect(status).toBe(0);
  expect(answer).toMatchObject({
    file,
    tables: expect.arrayContaining([expect.objectContaining({ name: 'accomplishment', rows: 1 })]),
  });
  expect(readFileSync(file, 'utf8')).toContain('Relit the beacon');
  expect(folderState(made.folder)).toEqual(before);
  const empty = join(temporaryFolder(), 'none');
  expect(cairn(empty, 'salvage', join(temporaryFolder(), 'x.json'))).toMatchObject({
    status: 1,
    answer: { error: { code: 'PROFILE_DAMAGED' } },
  });
}, 120_000);

test('while the app has the record open, a terminal is answered by the app', async () => {
  const app = await freshCairn();
  const listener = createTerminalListener(app.folder, app.dispatch);
  onTestFinished(listener.close);
  expect(await listener.open()).toBe(true);
  const reached = (await reachApp(app.folder)) ?? expect.fail('the app was not reached');
  expect(await reached.call('logAccomplishment', { text: 'From a terminal' })).toMatchObject({ ok: true });
  expect(await reached.call('nonsense', {})).toMatchObject({ ok: false, error: { code: 'UNKNOWN_ENDPOINT' } });
  reached.end();
  expect((await app.call('listAccomplishments', {})).rows[0]?.title).toBe('From a terminal');
});

test('nobody answers where no app is open', async () => {
  expect(await reachApp(temporaryFolder())).toBeNull();
});

test('bytes travel through the socket as they are', () => {
  const bytes = new Uint8Array([0, 1, 2, 253, 254, 255]);
  expect(decode(encode({ name: 'x', input: { bytes } }))).toEqual({ name: 'x', input: { bytes } });
  expect(decode(encode({ bytes: Buffer.from(bytes) }))).toEqual({ bytes });
});

test('a pack is checked without a record: what it holds, its advice, and faults with their places', () => {
  const folder = join(temporaryFolder(), 'record');
  const file = join(root, 'test/fixtures/small.rolepack.json');
  expect(cairn(folder, 'pack', 'check', file)).toMatchObject({ status: 0, answer: { faults: 0, formatVersion: 1 } });
  const pack = JSON.parse(readFileSync(file, 'utf8')) as { roles: { scorecard?: unknown }[] };
  const [role] = pack.roles;
  if (role) role.scorecard = [{ dimension: 'Calm', weight: 40 }];
  const broken = join(temporaryFolder(), 'broken.json');
  writeFileSync(broken, JSON.stringify(pack));
  expect(cairn(folder, 'pack', 'check', broken)).toMatchObject({
    status: 1,
    answer: { error: { code: 'INVALID_INPUT', message: expect.stringContaining('sum to 40') } },
  });
  expect(existsSync(folder)).toBe(false);
});
