/** A full disk and a killed process: what was said to be saved is there. */
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { semanticDump } from '../../src-main/db/undo/undo.ts';
import { freshCairn, openCairn } from '../helpers/cairn.ts';
import { programFile } from '../helpers/programs.ts';

test('on a full disk a save is refused in words, nothing is half-written, and what was there stays', async () => {
  const cairn = await freshCairn();
  await cairn.call('logAccomplishment', { text: 'Before the disk was full' });
  const sqlite = cairn.session.profile?.sqlite ?? expect.fail('no profile is open');
  sqlite.pragma(`max_page_count = ${sqlite.pragma('page_count', { simple: true })}`);
  const before = semanticDump(sqlite);
  let refused = null;
  for (let i = 0; i < 50 && refused === null; i += 1) {
    const kept = semanticDump(sqlite);
    const result = await cairn.dispatch('logAccomplishment', { text: `${'A long story. '.repeat(3_000)}` });
    if (!result.ok) {
      refused = result.error;
      expect(semanticDump(sqlite)).toEqual(kept);
    }
  }
  // the fault must have fired, else this proves nothing
  expect(refused).toMatchObject({ code: 'DISK_FULL', message: expect.stringMatching(/not saved.*safe/s) });
  expect(before.accomplishment).toHaveLength(1);
  sqlite.pragma('max_page_count = 1000000');
  await cairn.call('logAccomplishment', { text: 'After room was made' });
  expect((await cairn.call('checkRecord', {})).problems).toEqual([]);
});

test('killed at any moment, every accomplishment that was acknowledged is there on the next opening', async () => {
  const made = await freshCairn();
  await made.close();
  let expected = 0;
  for (let round = 0; round < 8; round += 1) {
    const child = spawn(process.execPath, [programFile('log-until-killed'), made.folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    const first = new Promise<void>((started) => {
      child.stdout.on('data', (chunk) => {
        said += String(chunk);
        started();
      });
    });
    await first;
    await new Promise((later) => setTimeout(later, 5 + round * 9));
    child.kill('SIGKILL');
    await new Promise((gone) => child.on('close', gone));
    expect(said).not.toContain('refused');
    const acknowledged = said.split('\n').filter((line) => line !== '').length;
    expect(acknowledged).toBeGreaterThan(0);
    const cairn = await openCairn(made.folder);
    const { total } = await cairn.call('listAccomplishments', {});
    expect(total - expected).toBeGreaterThanOrEqual(acknowledged);
    expect(total - expected).toBeLessThanOrEqual(acknowledged + 1);
    expect((await cairn.call('checkRecord', {})).problems).toEqual([]);
    expected = total;
    await cairn.close();
  }
}, 180_000);

test('on a full disk the record still closes, and opens again whole', async () => {
  const cairn = await freshCairn();
  await cairn.call('logAccomplishment', { text: 'Before the disk was full' });
  const sqlite = cairn.session.profile?.sqlite ?? expect.fail('no profile is open');
  sqlite.pragma(`max_page_count = ${sqlite.pragma('page_count', { simple: true })}`);
  for (let i = 0; i < 30; i += 1) await cairn.dispatch('logAccomplishment', { text: 'A long story. '.repeat(3_000) });
  await cairn.close();
  expect(sqlite.open).toBe(false);
  const again = await openCairn(cairn.folder);
  expect(await again.call('getAppState', {})).toMatchObject({ state: 'open' });
  expect((await again.call('listAccomplishments', {})).rows.map((row) => row.title)).toContain(
    'Before the disk was full',
  );
});

test('a good database beside a log of another is refused, and neither is changed', async () => {
  const made = await freshCairn();
  for (let i = 0; i < 20; i += 1) await made.call('logAccomplishment', { text: `Thing ${i}` });
  const { fileName } = await made.call('backUpNow', {});
  for (let i = 0; i < 20; i += 1) await made.call('logAccomplishment', { text: `Later ${i}` });
  const log = readFileSync(join(made.folder, 'record.db-wal'));
  await made.close();
  const database = gunzipSync(readFileSync(join(made.folder, 'backups', fileName)));
  // what a person does who unpacks a backup by hand over a record that crashed
  const damaged = Buffer.from(database);
  damaged.fill(0x5a, 8_192, 40_960);
  writeFileSync(join(made.folder, 'record.db'), damaged);
  writeFileSync(join(made.folder, 'record.db-wal'), log);
  const cairn = await openCairn(made.folder);
  expect((await cairn.call('getAppState', {})).state).toBe('recovery');
  expect(readFileSync(join(made.folder, 'record.db')).equals(damaged)).toBe(true);
  expect(readFileSync(join(made.folder, 'record.db-wal')).equals(log)).toBe(true);
});
