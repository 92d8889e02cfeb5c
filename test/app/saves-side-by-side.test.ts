import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { freshCairn } from '../helpers/cairn.ts';

const advert = readFileSync(join(import.meta.dirname, '..', 'fixtures', 'job-advert.txt'), 'utf8');

test('saves asked for while an import is added are all acknowledged and all there', async () => {
  const cairn = await freshCairn();
  const read = await cairn.call('readPastedImport', { text: advert });
  const id = read?.ids[0] ?? expect.fail('Nothing was read.');
  const numbers = Array.from({ length: 12 }, (_, number) => number);
  const log = (number: number) => cairn.dispatch('logAccomplishment', { text: `Accomplishment number ${number}` });
  // what waits in its handler keeps its transaction open while the answers before it are on their way
  const results = await Promise.all([
    ...numbers.slice(0, 6).map(log),
    cairn.dispatch('applyImport', { id }),
    ...numbers.slice(6).map(log),
    cairn.dispatch('undo', {}),
    cairn.dispatch('redo', {}),
  ]);
  expect(results.filter(({ ok }) => !ok)).toEqual([]);
  expect((await cairn.call('listAccomplishments', {})).total).toBe(numbers.length);
});
