/** Questions and saves while a backup is restored that then does not open. */
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openCairn, temporaryFolder } from '../helpers/cairn.ts';

const isReplaced = (folder: string) =>
  readdirSync(folder).some((name) => name.startsWith('replaced-') && existsSync(join(folder, name, 'record.db')));

/** Restores a backup whose opening fails, asked for the state, to open again and to save all the while; answers what was acknowledged and what is there. */
async function restoreInVain(): Promise<{ acknowledged: string[]; found: string[]; state: string }> {
  const folder = temporaryFolder();
  const cairn = await openCairn(folder);
  await cairn.call('startFresh', { name: 'Ada' });
  const acknowledged: string[] = [];
  const save = async (text: string) => {
    const result = await cairn.dispatch('logAccomplishment', { text });
    if (result.ok) acknowledged.push(text);
  };
  await save('Before');
  const { fileName } = await cairn.call('backUpNow', {});
  // no log can be opened where a folder stands, so what is put in place does not open
  const plant = () => (isReplaced(folder) ? mkdirSync(join(folder, 'record.db-wal')) : setImmediate(plant));
  plant();
  let isRestoring = true;
  const restoring = cairn.dispatch('restoreBackup', { fileName }).finally(() => {
    isRestoring = false;
  });
  for (let turn = 0; isRestoring; turn += 1) {
    await Promise.all([cairn.dispatch('getAppState', {}), cairn.dispatch('openAgain', {}), save(`During ${turn}`)]);
    await new Promise((done) => setImmediate(done));
  }
  expect(await restoring).toMatchObject({ ok: false });
  await cairn.dispatch('openAgain', {});
  for (let turn = 0; turn < 5; turn += 1) await save(`After ${turn}`);
  await cairn.close();
  const again = await openCairn(folder);
  const { rows } = await again.call('listAccomplishments', { limit: 500 });
  const found = rows.map((row) => row.title);
  return { acknowledged, found, state: (await again.call('getAppState', {})).state };
}

test('what is saved while and after a restore fails is in the record, however often it is asked meanwhile', async () => {
  const { acknowledged, found, state } = await restoreInVain();
  expect(state).toBe('open');
  expect(acknowledged).toContain('After 4');
  expect(found.toSorted()).toEqual(acknowledged.toSorted());
});

test('what is saved while a restore is prepared is in the backup of what was open before', async () => {
  const cairn = await openCairn(temporaryFolder());
  await cairn.call('startFresh', { name: 'Ada' });
  const { fileName } = await cairn.call('backUpNow', {});
  const acknowledged: string[] = [];
  let isRestoring = true;
  const restoring = cairn.call('restoreBackup', { fileName }).finally(() => {
    isRestoring = false;
  });
  for (let turn = 0; isRestoring; turn += 1) {
    const result = await cairn.dispatch('logAccomplishment', { text: `During ${turn}` });
    // what is answered once the restored record is open went into that
    if (result.ok && isRestoring) acknowledged.push(`During ${turn}`);
    await new Promise((done) => setImmediate(done));
  }
  await restoring;
  const [before] = (await cairn.call('listBackups', {})).filter(({ reason }) => reason === 'Before a restore');
  await cairn.call('restoreBackup', { fileName: before?.fileName ?? '' });
  const { rows } = await cairn.call('listAccomplishments', { limit: 500 });
  const found = new Set(rows.map((row) => row.title));
  expect(acknowledged.length).toBeGreaterThan(0);
  expect(acknowledged.filter((text) => !found.has(text))).toEqual([]);
});
