/** Random acts with restarts, imports and text of every kind, undone to the start and done again. */
import { runRandomActs } from '../../helpers/random-acts.ts';
import type { Proof } from '../proof.ts';

export const randomUndo: Proof = {
  name: 'random-undo',
  promise:
    'Whatever was done, undoing it gives back every value as it was, and doing it again gives the same once more.',
  unavailable: () => null,
  async run(size, say) {
    const seeds = size === 'full' ? 200 : 3;
    const acts = size === 'full' ? 100 : 25;
    let tried = 0;
    let failed = 0;
    let control = 0;
    const failures: string[] = [];
    for (let seed = 1; seed <= seeds; seed += 1) {
      const run = await runRandomActs({ seed, acts });
      tried += run.tried;
      failed += run.failures.length;
      failures.push(...run.failures.map((failure) => `seed ${seed}: ${failure}`));
      if (seed % 20 === 0) say(`${seed} seeds`);
    }
    // one note taken out of the journal must show
    for (let seed = 1; seed <= Math.max(2, seeds / 10); seed += 1)
      if ((await runRandomActs({ seed, acts: 12, breaksUndo: true })).failures.length > 0) control += 1;
    return { tried, failed, control, failures: failures.slice(0, 50), figures: { seeds } };
  },
};
