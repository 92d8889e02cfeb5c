/** A record of a hundred thousand accomplishments: backed up, checked, restored, searched and closed. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Backup } from '../../../shared/api/app.ts';
import { inFolder } from '../../bench/cairn.ts';
import { copyRecord } from '../../bench/record.ts';
import type { Proof } from '../proof.ts';
import { proofCairn } from './cairn.ts';
import { Tally } from './tally.ts';

const count = 100_000;
/** By how much the memory of main may grow during a backup, against before. */
const mostGrowth = 1.5;

export const large: Proof = {
  name: 'large',
  promise: `A record of ${count.toLocaleString('en')} accomplishments is backed up, checked, restored and closed, and a backup needs little memory of main.`,
  unavailable: () =>
    process.platform === 'linux' ? null : 'The most memory a process ever had is read from the /proc of Linux.',
  isFullOnly: true,
  run: (_size, say) =>
    inFolder(async (folder) => {
      const tally = new Tally();
      await copyRecord(count, folder);
      const cairn = await proofCairn(folder, { now: () => new Date() });
      /** Tries an act; remembers how long it took and how much memory main had at most, against before. */
      const step = async <T>(what: string, act: () => Promise<T>): Promise<{ value: T | null; growth: number }> => {
        const before = memory();
        forgetMost();
        const since = performance.now();
        try {
          const value = await act();
          tally.add([]);
          return { value, growth: memory().most / before.now };
        } catch (error) {
          tally.add([`${what}: ${(error as Error).message}`]);
          return { value: null, growth: 0 };
        } finally {
          const { most } = memory();
          tally.most(`${what} ms`, performance.now() - since);
          tally.most(`${what} MB`, most);
          say(`${what}: ${Math.round(performance.now() - since)} ms, ${Math.round(most)} MB at most`);
        }
      };
      await step('search', () => cairn.call('searchEverything', { text: 'data' }));
      await step('list', () => cairn.call('listAccomplishments', { limit: 100 }));
      await step('capture', () => cairn.call('logAccomplishment', { text: 'One more of them' }));
      const backup = await step<Backup>('backup', () => cairn.call('backUpNow', {}));
      tally.most('backup memory, % of before', backup.growth * 100);
      if (backup.growth > mostGrowth) tally.fail(`a backup took main to ${backup.growth.toFixed(2)} × its memory`);
      await step('check', () => cairn.call('checkRecord', {}));
      const fileName = backup.value?.fileName ?? '';
      await step('restore', () => cairn.call('restoreBackup', { fileName }));
      const state = await cairn.call('getAppState', {});
      const restored = state.state === 'open' ? state.counts.accomplishments : 0;
      tally.add(restored === count + 1 ? [] : [`after the restore there are ${restored} accomplishments`]);
      // a backup that holds the whole record in memory would be noticed
      const whole = await step('control: the whole record in memory', async () =>
        [1, 2, 3].map(() => readFileSync(join(folder, 'record.db'))),
      );
      tally.control('the whole record in memory', whole.growth > mostGrowth);
      await step('close', cairn.close);
      return tally.outcome();
    }),
};

/** Megabytes that this process has, and the most it had since that was last forgotten. */
function memory(): { readonly now: number; readonly most: number } {
  const status = readFileSync('/proc/self/status', 'utf8');
  const megabytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0) / 1024;
  return { now: megabytes('VmRSS'), most: megabytes('VmHWM') };
}

function forgetMost(): void {
  writeFileSync('/proc/self/clear_refs', '5');
}
