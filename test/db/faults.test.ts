/** A full disk and a killed process: what was said to be saved is there. */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { semanticDump } from '../../src-main/db/undo.ts';
import { freshCairn, openCairn } from '../helpers/cairn.ts';

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
    const child = spawn(
      process.execPath,
      [resolve(import.meta.dirname, '../helpers/log-until-killed.ts'), made.folder],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
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
}, 60_000);
