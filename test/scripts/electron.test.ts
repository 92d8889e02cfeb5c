import { expect, test } from 'vitest';
import { chooseElectron, runsPrebuiltSqlite } from '../../scripts/electron.ts';
import { missingLibraries } from '../../scripts/linux-needs.ts';

const found = (path: string) => async () => ({ path, version: '1.0.0' });
const nothing = async () => undefined;

test('the Electron that was given comes before the official one, and that before the cached one', async () => {
  const all = { override: found('given'), installed: found('official'), cached: found('cached') };
  expect(await chooseElectron(all)).toMatchObject({ path: 'given', origin: 'override' });
  expect(await chooseElectron({ ...all, override: nothing })).toMatchObject({ path: 'official', origin: 'package' });
  expect(await chooseElectron({ ...all, override: nothing, installed: nothing })).toMatchObject({
    path: 'cached',
    origin: 'cache',
  });
});

test('nothing is fetched for the cache when there is an official Electron', async () => {
  let asked = false;
  const cached = async () => {
    asked = true;
    return undefined;
  };
  await chooseElectron({ override: nothing, installed: found('official'), cached });
  expect(asked).toBe(false);
});

test('no source at all is no Electron', async () => {
  expect(await chooseElectron({ override: nothing, installed: nothing, cached: nothing })).toBeUndefined();
});

test('the prebuilt better-sqlite3 is used from Electron 35 on', () => {
  expect(['33.2.1', '34.9.9', '35.0.0', '45.4.1'].map(runsPrebuiltSqlite)).toEqual([false, false, true, true]);
});

test('the libraries that ldd did not find are named', () => {
  const output = '\tlibc.so.6 => /lib/libc.so.6 (0x00)\n\tlibnss3.so => not found\n\tlibgbm.so.1 => not found\n';
  expect(missingLibraries(output)).toEqual(['libnss3.so', 'libgbm.so.1']);
  expect(missingLibraries('\tlibc.so.6 => /lib/libc.so.6 (0x00)\n')).toEqual([]);
});
