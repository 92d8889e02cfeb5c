/** A dialog that waits for a person while the record is restored, left or saved into by somebody else. */
import { EventEmitter, once } from 'node:events';
import { existsSync, readdirSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import type { EndpointName } from '../../shared/api/index.ts';
import { writeChosenFile } from '../../src-main/files/write-chosen-file.ts';
import type { Host } from '../../src-main/host.ts';
import { freshCairn, type TestCairn, temporaryFolder } from '../helpers/cairn.ts';
import { emptyPdf } from '../helpers/exported.ts';

/** A Cairn whose dialogs are answered when the test says so. */
async function withDialogs(over: Partial<Host> = {}) {
  const dialogs = new EventEmitter();
  const file = join(temporaryFolder(), 'saved');
  const host: Partial<Host> = {
    saveFile: async ({ bytes, beforeWriting }) => {
      dialogs.emit('asked');
      const [answer] = await once(dialogs, 'answer');
      if (answer === 'Cancel') return null;
      await beforeWriting?.();
      await writeChosenFile(file, bytes, cairn.folder);
      return { fileName: 'saved' };
    },
    pickFile: async () => {
      dialogs.emit('asked');
      await once(dialogs, 'answer');
      return { name: 'notes.txt', bytes: new TextEncoder().encode('Skills\nRepairing engines\n') };
    },
    print: async () => emptyPdf,
    ...over,
  };
  const cairn: TestCairn = await freshCairn(host);
  await cairn.call('logAccomplishment', { text: 'Ran the failover drill' });
  const { fileName: backup } = await cairn.call('backUpNow', {});
  return {
    cairn,
    file,
    backup,
    /** Asks for what shows a dialog; comes when it is open. */
    open: async (name: EndpointName, input: unknown) => {
      const asked = once(dialogs, 'asked');
      const result = cairn.dispatch(name, input);
      await asked;
      return { result };
    },
    answer: (text = 'Save') => dialogs.emit('answer', text),
  };
}

/** What shows a dialog for a file to be written. */
async function savings(cairn: TestCairn): Promise<[EndpointName, unknown][]> {
  const [ladder] = await cairn.call('listLadders', {});
  const [role] = await cairn.call('listRoles', {});
  return [
    ['saveExport', { kind: 'record', format: 'json-resume' }],
    ['saveExport', { kind: 'ladder', format: 'csv', id: ladder?.id }],
    ['saveExport', { kind: 'roles', format: 'role-pack', ids: [role?.id], name: 'Roles', author: '' }],
    ['saveExport', { kind: 'role', format: 'pdf', id: role?.id }],
    ['saveExport', { kind: 'ladder', format: 'pdf', id: ladder?.id }],
    ['saveBackupCopy', {}],
  ];
}

const replaced = {
  ok: false,
  error: {
    code: 'CONFLICT',
    message:
      'Another record was opened while the dialog was open. Nothing was saved. Look at which record is open now, then do it again.',
  },
};

test('a restore does not wait for dialogs, nor does what is asked after it; what was to be saved then is refused and not written', async () => {
  const { cairn, file, backup, open, answer } = await withDialogs();
  const opened = [];
  for (const [name, input] of await savings(cairn)) opened.push({ name, ...(await open(name, input)) });
  expect(await cairn.call('restoreBackup', { fileName: backup })).toEqual({ fileName: backup });
  expect(await cairn.call('getAppState', {})).toMatchObject({ state: 'open', counts: { accomplishments: 1 } });
  answer();
  for (const { name, result } of opened) expect([name, await result]).toEqual([name, replaced]);
  expect(readdirSync(dirname(file))).toEqual([]);
  // the record that is open now stays open and takes what is saved
  await cairn.call('logAccomplishment', { text: 'After' });
  expect((await cairn.call('listAccomplishments', {})).total).toBe(2);
});

test('a dialog that is cancelled after a restore says that another record is open', async () => {
  const { cairn, backup, open, answer } = await withDialogs();
  const { result } = await open('saveExport', { kind: 'record', format: 'json-resume' });
  await cairn.call('restoreBackup', { fileName: backup });
  answer('Cancel');
  expect(await result).toMatchObject(replaced);
});

test('a file chosen for the record before goes into no other', async () => {
  const { cairn, backup, open, answer } = await withDialogs();
  const { result } = await open('pickImport', {});
  await cairn.call('restoreBackup', { fileName: backup });
  answer();
  expect(await result).toMatchObject({
    error: { code: 'CONFLICT', message: expect.stringMatching(/^Another record was opened .* nothing was added\./) },
  });
  expect(await cairn.call('listImportDrafts', {})).toEqual([]);
});

test('where the same record is open all the while, saves go on beside the dialog and the file is written', async () => {
  const { cairn, file, open, answer } = await withDialogs();
  for (const [name, input] of await savings(cairn)) {
    const { result } = await open(name, input);
    await cairn.call('logAccomplishment', { text: `Beside ${name}` });
    answer();
    expect([name, await result]).toMatchObject([name, { ok: true }]);
    expect([name, existsSync(file)]).toEqual([name, true]);
  }
  const { result } = await open('pickImport', {});
  answer();
  expect(await result).toMatchObject({ ok: true });
});

test('a change of profile waits for a file that is being written', async () => {
  const disk = new EventEmitter();
  const order: string[] = [];
  const { cairn } = await withDialogs({
    saveFile: async ({ beforeWriting }) => {
      await beforeWriting?.();
      disk.emit('writing');
      await once(disk, 'written');
      order.push('written');
      return { fileName: 'saved' };
    },
  });
  const writing = once(disk, 'writing');
  const saving = cairn.call('saveExport', { kind: 'record', format: 'json-resume' });
  await writing;
  const opening = cairn.call('openAgain', {}).then(() => order.push('opened'));
  await new Promise((later) => setImmediate(later));
  disk.emit('written');
  await Promise.all([saving, opening]);
  expect(order).toEqual(['written', 'opened']);
});

test('Cairn ends with a dialog open, and its answer then writes nothing', async () => {
  const { cairn, file, open, answer } = await withDialogs();
  const { result } = await open('saveExport', { kind: 'record', format: 'json-resume' });
  await cairn.close();
  answer();
  expect(await result).toMatchObject({
    error: { code: 'CONFLICT', message: expect.stringMatching(/^The record was closed while the dialog was open\./) },
  });
  expect(existsSync(file)).toBe(false);
});

test('a record whose file was taken away while the dialog was open says that, and nothing is written', async () => {
  const { cairn, file, open, answer } = await withDialogs();
  const { result } = await open('saveExport', { kind: 'record', format: 'json-resume' });
  renameSync(join(cairn.folder, 'record.db'), join(cairn.folder, 'away.db'));
  expect(await cairn.dispatch('logAccomplishment', { text: 'Lost?' })).toMatchObject({
    error: { code: 'RECORD_REPLACED' },
  });
  answer();
  expect(await result).toMatchObject({ ok: false, error: { code: 'RECORD_REPLACED' } });
  expect(existsSync(file)).toBe(false);
});
