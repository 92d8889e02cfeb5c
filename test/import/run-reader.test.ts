/** The reader in its thread: the same drafts, the same errors, and an end to everything. */
import { describe, expect, it } from 'vitest';
import { AppError } from '../../shared/api/errors.ts';
import { readDrafts } from '../../src-main/import/read.ts';
import { runReader } from '../../src-main/import/run-reader.ts';
import { bytesOf, fixture } from './read-text.ts';

/** As much work as the limits of size allow. */
const slow = bytesOf(
  JSON.stringify(
    Array.from({ length: 90 }, () => ({ title: { rendered: 'A' }, content: { rendered: '<p>a</p>'.repeat(660) } })),
  ),
);

describe('the reader in a thread', () => {
  it('answers what the reader itself answers, and leaves the bytes to the caller', async () => {
    const bytes = fixture('blueprint-post.json');
    const drafts = await runReader([{ name: 'post.json', bytes }]);
    expect(drafts).toEqual(readDrafts('post.json', bytes));
    expect(bytes.byteLength).toBeGreaterThan(10_000);
  });

  it('reads several files at once', async () => {
    const names = ['blueprint-post.json', 'competency-page.txt', 'small.rolepack.json'];
    const drafts = await Promise.all(names.map((name) => runReader([{ name, bytes: fixture(name) }])));
    expect(drafts.map(([draft]) => draft?.format)).toEqual(['wordpress-post', 'competency-page', 'role-pack']);
  });

  it('reads one file after another in the same thread', async () => {
    let started = 0;
    const count = () => {
      started += 1;
    };
    process.on('worker', count);
    try {
      for (const name of ['blueprint-post.json', 'competency-page.txt', 'competency-page.txt', 'small.rolepack.json']) {
        expect(await runReader([{ name, bytes: fixture(name) }])).toEqual(readDrafts(name, fixture(name)));
      }
      expect(started).toBeLessThanOrEqual(1);
      // One with a memory of its own is not kept: the count can rise.
      await runReader([{ name: 'page.txt', bytes: fixture('competency-page.txt') }], { memoryMb: 256 });
      await runReader([{ name: 'page.txt', bytes: fixture('competency-page.txt') }], { memoryMb: 256 });
      expect(started).toBeGreaterThanOrEqual(2);
    } finally {
      process.off('worker', count);
    }
  });

  it('hands over its errors as they are', async () => {
    const error = await runReader([{ name: 'x.json', bytes: bytesOf('{"a":1') }]).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ code: 'FILE_UNREADABLE', name: 'AppError' });
  });

  it('is stopped when time is up, and reads the next file', async () => {
    const began = performance.now();
    const error = await runReader([{ name: 'slow.json', bytes: slow }], { timeoutMs: 40 }).catch(
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({ code: 'TIMED_OUT' });
    expect((error as AppError).message).toContain('was not read within 40 milliseconds');
    expect(performance.now() - began).toBeLessThan(3_000);
    expect(await runReader([{ name: 'page.txt', bytes: fixture('competency-page.txt') }])).toHaveLength(1);
  }, 20_000);

  it('is stopped when it is no longer wanted', async () => {
    const control = new AbortController();
    const reading = runReader([{ name: 'slow.json', bytes: slow }], { signal: control.signal });
    control.abort(new Error('no longer wanted'));
    await expect(reading).rejects.toThrow('no longer wanted');
    await expect(runReader([{ name: 'slow.json', bytes: slow }], { signal: control.signal })).rejects.toThrow(
      'no longer wanted',
    );
  });

  it('refuses by size before a thread is asked', async () => {
    await expect(runReader([{ name: 'huge', bytes: new Uint8Array(20 * 1024 * 1024 + 1) }])).rejects.toMatchObject({
      code: 'FILE_TOO_LARGE',
    });
  });

  it('says that it gave up when a file takes more memory than it may have, and reads the next one', async () => {
    const rows = `<tr><td colspan="60">${'x'.repeat(20)}</td></tr>`.repeat(28_000);
    const bomb = bytesOf(JSON.stringify({ title: { rendered: 'A' }, content: { rendered: `<table>${rows}</table>` } }));
    const error = await runReader([{ name: 'bomb.json', bytes: bomb }], { timeoutMs: 20_000, memoryMb: 24 }).catch(
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({ code: 'FILE_UNREADABLE' });
    expect((error as AppError).message).toContain('The reader gave up under “bomb.json”');
    expect(await runReader([{ name: 'page.txt', bytes: fixture('competency-page.txt') }])).toHaveLength(1);
  }, 30_000);
});
