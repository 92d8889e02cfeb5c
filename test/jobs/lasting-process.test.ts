/** The process for work on databases that the tests ask again and again. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runJob } from '../../src-main/jobs/run-job.ts';
import { temporaryFolder } from '../helpers/cairn.ts';
import { startLastingProcess } from '../helpers/lasting-process.ts';

/** A file's hash, and the exits of the process that were heard. */
async function hashIn(file: string) {
  const exits: number[] = [];
  const startProcess = () => {
    const process = startLastingProcess();
    process.onExit((code) => exits.push(code));
    return process;
  };
  const hash = await runJob({ startProcess }, 'hashOf', { file }, { timeoutMs: 30_000 });
  return { hash, exits };
}

test('it answers one after the other, a refusal in between, and its end is heard each time', async () => {
  const file = join(temporaryFolder(), 'a file');
  writeFileSync(file, 'words');
  const first = await hashIn(file);
  await expect(hashIn(join(file, 'nowhere'))).rejects.toThrow();
  const third = await hashIn(file);
  expect(third.hash).toBe(first.hash);
  await expect.poll(() => [first.exits, third.exits]).toEqual([[0], [0]]);
});

test('what has not answered yet is killed, as in the app', async () => {
  const stopping = new AbortController();
  const codes: number[] = [];
  const startProcess = () => {
    const process = startLastingProcess();
    process.onExit((code) => codes.push(code));
    return process;
  };
  const file = join(temporaryFolder(), 'a file');
  const options = { timeoutMs: 30_000, signal: stopping.signal };
  const hashing = runJob({ startProcess }, 'hashOf', { file }, options);
  stopping.abort(new Error('no longer wanted'));
  await expect(hashing).rejects.toThrow('no longer wanted');
  expect(codes).toEqual([1]);
});
