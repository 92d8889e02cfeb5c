import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cacheFolder, verifyIntegrity, withLock } from '../../scripts/cache.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cairn-cache-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('the cache follows XDG_CACHE_HOME and is in the home folder without it', () => {
  expect(cacheFolder({ XDG_CACHE_HOME: '/elsewhere' })).toBe(join('/elsewhere', 'cairn'));
  expect(cacheFolder({})).toBe(join(homedir(), '.cache', 'cairn'));
});

test('a file with the pinned hash is accepted and kept', async () => {
  const file = join(folder, 'good');
  await writeFile(file, 'as expected');
  await verifyIntegrity(file, `sha512-${createHash('sha512').update('as expected').digest('base64')}`);
  expect(existsSync(file)).toBe(true);
});

test('a file with any other hash is refused and removed', async () => {
  const file = join(folder, 'bad');
  await writeFile(file, 'tampered with');
  const expected = `sha512-${createHash('sha512').update('as expected').digest('base64')}`;
  await expect(verifyIntegrity(file, expected)).rejects.toThrow(/not what was expected/);
  expect(existsSync(file)).toBe(false);
});

test.runIf(process.platform === 'linux')('two holders of one lock take turns, and a failure releases it', async () => {
  const name = `test-${process.pid}`;
  const events: string[] = [];
  const hold = (who: string) =>
    withLock(name, async () => {
      events.push(`${who} in`);
      await delay(20);
      events.push(`${who} out`);
    });
  await Promise.all([hold('first'), hold('second')]);
  expect(events).toEqual(['first in', 'first out', 'second in', 'second out']);
  const failing = withLock(name, async () => {
    throw new Error('on purpose');
  });
  await expect(failing).rejects.toThrow('on purpose');
  await hold('third');
  expect(events.at(-1)).toBe('third out');
});
