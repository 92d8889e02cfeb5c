/** Role specs: the library, one role, pins. */
import type { Pack, RoleRow } from '../../shared/api/role.ts';
import { loadRole } from '../db/roles.ts';
import type { Handlers } from '../dispatch.ts';
import { notFound } from '../not-found.ts';

export const roleHandlers: Pick<Handlers, 'listRoles' | 'listPacks' | 'getRole' | 'pinRole' | 'unpinRole' | 'binRole'> =
  {
    async listRoles({ db }) {
      const rows = await db
        .selectFrom('roleSpec')
        .leftJoin('pack', 'pack.id', 'roleSpec.packId')
        .leftJoin('pin', 'pin.roleSpecId', 'roleSpec.id')
        .select([
          'roleSpec.id',
          'title',
          'family',
          'levelCode',
          'levelOrder',
          'tourOfDuty',
          'pack.name as packName',
          'pin.targetOn',
          'pin.pinnedAt',
        ])
        .select((eb) =>
          eb
            .selectFrom('requirement')
            .whereRef('requirement.roleSpecId', '=', 'roleSpec.id')
            .select((inner) => inner.fn.countAll<number>().as('n'))
            .as('requirementCount'),
        )
        .where('roleSpec.deletedAt', 'is', null)
        .orderBy('family')
        .orderBy('levelOrder')
        .orderBy('title')
        .execute();
      return rows.map(
        ({ targetOn, pinnedAt, requirementCount, ...row }): RoleRow => ({
          ...row,
          requirementCount: requirementCount ?? 0,
          pin: pinnedAt ? { roleId: row.id, targetOn, pinnedAt } : null,
        }),
      );
    },

    listPacks: ({ sqlite }) =>
      sqlite
        .prepare(
          `SELECT id, name, version, author, licence, installedAt,
           (SELECT count(*) FROM roleSpec r WHERE r.packId = pack.id AND r.deletedAt IS NULL) AS roleCount
         FROM pack ORDER BY name`,
        )
        .all() as Pack[],

    async getRole({ db }, { id }) {
      const role = await loadRole(db, id);
      if (!role) throw notFound('role');
      return role;
    },

    async pinRole({ db, now }, { roleId, targetOn }) {
      const role = await db
        .selectFrom('roleSpec')
        .select('id')
        .where('id', '=', roleId)
        .where('deletedAt', 'is', null)
        .executeTakeFirst();
      if (!role) throw notFound('role');
      await db
        .insertInto('pin')
        .values({ roleSpecId: roleId, targetOn, pinnedAt: now })
        .onConflict((conflict) => conflict.column('roleSpecId').doUpdateSet({ targetOn }))
        .execute();
      return { roleId, targetOn, pinnedAt: now };
    },

    async unpinRole({ db }, { roleId }) {
      await db.deleteFrom('pin').where('roleSpecId', '=', roleId).execute();
      return { roleId };
    },

    async binRole({ db, now }, { id }) {
      const result = await db
        .updateTable('roleSpec')
        .set({ deletedAt: now })
        .where('id', '=', id)
        .where('deletedAt', 'is', null)
        .executeTakeFirst();
      if (Number(result.numUpdatedRows) === 0) throw notFound('role');
      await db.deleteFrom('pin').where('roleSpecId', '=', id).execute();
      return { id };
    },
  };
