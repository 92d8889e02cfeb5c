/** Undo over random acts with restarts, imports and texts that hold anything; `npm run prove` runs many more of them. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { propertyRuns } from '../../helpers/property-runs.ts';
import { runRandomActs, runScript, scripts } from '../../helpers/random-acts.ts';

test('random acts undone to the start and done again to the end pass through the same records', async () => {
  await fc.assert(
    fc.asyncProperty(scripts({ min: 1, max: 25 }), async (script) => {
      const { failures } = await runScript(script);
      expect(failures).toEqual([]);
    }),
    { seed: 20261121, numRuns: propertyRuns(8) },
  );
}, 240_000);

test('a journal that has lost one note fails the same test', async () => {
  for (const seed of [1, 2, 3]) {
    expect((await runRandomActs({ seed, acts: 12 })).failures).toEqual([]);
    expect((await runRandomActs({ seed, acts: 12, breaksUndo: true })).failures).not.toEqual([]);
  }
}, 120_000);
