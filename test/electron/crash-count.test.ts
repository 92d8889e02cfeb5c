import { expect, test } from 'vitest';
import { createCrashCount } from '../../src-main/electron/crash-count.ts';

test('a page is loaded again three times in a minute; the fourth crash is asked about', () => {
  const mayReload = createCrashCount();
  expect([0, 1_000, 2_000, 3_000].map(mayReload)).toEqual([true, true, true, false]);
});

test('crashes more than a minute apart are never asked about', () => {
  const mayReload = createCrashCount();
  for (let at = 0; at < 3_600_000; at += 30_001) expect(mayReload(at)).toBe(true);
});

test('after the question the count begins anew', () => {
  const mayReload = createCrashCount();
  expect([0, 1, 2, 3, 4, 5, 6, 7].map(mayReload)).toEqual([true, true, true, false, true, true, true, false]);
});

test('a clock that is set back does not make old crashes count', () => {
  const mayReload = createCrashCount();
  expect([1e12, 1e12, 1e12, 0, 0, 0].map(mayReload)).toEqual([true, true, true, true, true, true]);
});
