/** A library of a thousand roles: the pack is read and added, listed, mapped and compared through dispatch. */
import { bigPack } from './big-pack.ts';
import { withCairn } from './cairn.ts';
import { type Bench, figure, median, ms, time } from './measure.ts';

const rounds = 7;

export const library: Bench = {
  name: 'library',
  about: 'a pack of 1,000 roles read and added; then the list, a ladder and the career map through dispatch',
  needsElectron: false,
  run: () =>
    withCairn(10_000, async ({ call }) => {
      const bytes = new TextEncoder().encode(JSON.stringify(bigPack()));
      let ids: readonly string[] = [];
      let roleIds: readonly string[] = [];
      const read = await time(async () => {
        ids = (await call('readImport', { files: [{ name: 'harbour.rolepack.json', bytes }] }))?.ids ?? [];
      });
      const added = await time(async () => {
        roleIds = (await call('applyImport', { id: ids[0] ?? '' }))?.roleIds ?? [];
      });
      const undone = await time(() => call('undo', {}));
      await call('redo', {});
      const repeated = async (work: () => Promise<unknown>) => {
        const samples: number[] = [];
        for (let round = 0; round < rounds; round += 1) samples.push(await time(work));
        return median(samples);
      };
      const list = await repeated(() => call('listRoles', {}));
      const role = await repeated(() => call('getRole', { id: roleIds[roleIds.length >> 1] ?? '' }));
      const ladder = await repeated(() => call('getLadder', { id: roleIds[roleIds.length >> 1] ?? '' }));
      const map = await repeated(() => call('getCareerMap', {}));
      const size = `${(bytes.length / 1_000_000).toFixed(1)} MB, ${roleIds.length} roles`;
      return [
        figure(
          'a pack of 1,000 roles, read and added',
          read + added,
          'ms',
          5_000,
          `${size}; read ${ms(read)}, added ${ms(added)}, undone ${ms(undone)}`,
        ),
        figure('list of 1,000 roles', list, 'ms', 50, 'listRoles'),
        figure('one role among 1,000', role, 'ms', 20, 'getRole'),
        figure('one ladder among 200', ladder, 'ms', 60, 'getLadder with its evidence, 10,000 accomplishments'),
        figure('career map of 1,000 roles', map, 'ms', 400, 'getCareerMap'),
      ];
    }),
};
