/** Random lives of backups, with clocks that jump: the backup that matters is still there. */
import { runHistories } from '../../helpers/backup-histories.ts';
import type { Proof } from '../proof.ts';

/** So many at a time, so that the run can be followed. */
const atOnce = 500;

export const rotation: Proof = {
  name: 'rotation',
  promise:
    'However the clock jumps and whatever is put in or emptied, no backup goes that the rule promises to leave in place.',
  unavailable: () => null,
  async run(size, say) {
    const count = size === 'full' ? 10_000 : 300;
    let tried = 0;
    const failures: string[] = [];
    for (let seed = 1; seed <= count; seed += atOnce) {
      const lived = runHistories({ seed, count: Math.min(atOnce, count + 1 - seed) });
      tried += lived.tried;
      failures.push(...lived.failures);
      if (size === 'full') say(`${tried} histories`);
    }
    const control = runHistories({ seed: 1, count: count / 10, isBroken: true }).failures.length;
    return { tried, failed: failures.length, control, failures: failures.slice(0, 50) };
  },
};
