/** A record of a hundred thousand accomplishments: backed up, checked, restored, searched and closed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../../scripts/run-program.ts';
import type { Backup } from '../../../shared/api/profile/backup.ts';
import { inFolder } from '../../bench/cairn.ts';
import type { Proof } from '../proof.ts';
import { proofCairn } from './cairn.ts';
import { cannotMeasure, measure } from './meter.ts';
import { startTally } from './tally.ts';

const count = 100_000;
/** By how much the memory of main may grow during a backup, against before. */
const mostGrowth = 1.5;

export const large: Proof = {
  name: 'large',
  promise: `A record of ${count.toLocaleString('en')} accomplishments is backed up, checked, restored and closed, and a backup needs little memory of main.`,
  unavailable: cannotMeasure,
  isFullOnly: true,
  run: (_size, say) =>
    inFolder(async (folder) => {
      const tally = startTally();
      const made = await run(process.execPath, [join(import.meta.dirname, 'make-record.ts'), String(count), folder]);
      if (made !== 0) throw new Error('The record could not be made.');
      const cairn = await proofCairn(folder, { now: () => new Date() });
      const refused: { readonly error: unknown } = { error: null };
      const step = async <T>(what: string, act: () => Promise<T>) => {
        const { value, milliseconds, before, most, child } = await measure<T | typeof refused>(() =>
          act().catch((error: unknown) => {
            tally.fail(`${what}: ${String(error)}`);
            return refused;
          }),
        );
        tally.add([]);
        tally.most(`${what} ms`, milliseconds);
        tally.most(`${what} MB`, most);
        if (child > 0) tally.most(`${what} MB in a process of its own`, child);
        say(`${what}: ${Math.round(milliseconds)} ms, ${Math.round(before)} to ${Math.round(most)} MB`);
        return { value: value === refused ? null : (value as T), growth: most / before };
      };
      await step('search', () => cairn.call('searchEverything', { text: 'data' }));
      await step('list', () => cairn.call('listAccomplishments', { limit: 100 }));
      await step('capture', () => cairn.call('logAccomplishment', { text: 'One more of them' }));
      const backup = await step<Backup>('backup', () => cairn.call('backUpNow', {}));
      tally.most('backup memory, % of before', backup.growth * 100);
      if (backup.growth > mostGrowth) tally.fail(`a backup took main to ${backup.growth.toFixed(2)} × its memory`);
      await step('check', () => cairn.call('checkRecord', {}));
      await step('restore', () => cairn.call('restoreBackup', { fileName: backup.value?.fileName ?? '' }));
      const state = await cairn.call('getAppState', {});
      const restored = state.state === 'open' ? state.counts.accomplishments : 0;
      tally.add(restored === count + 1 ? [] : [`after the restore there are ${restored} accomplishments`]);
      await step('close', cairn.close);
      // a backup that holds the whole record in memory would be noticed
      const { before, most } = await measure(() => [1, 2, 3].map(() => readFileSync(join(folder, 'record.db'))));
      tally.control('the whole record in memory', most / before > mostGrowth);
      return tally.outcome();
    }),
};
