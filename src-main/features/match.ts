/** The match of one role. */
import { matchRole } from '../db/evidence.ts';
import type { Handlers } from '../dispatch.ts';
import { notFound } from '../not-found.ts';

export const matchHandlers: Pick<Handlers, 'getMatch'> = {
  async getMatch({ db, sqlite, today }, { roleId }) {
    const matched = await matchRole(db, sqlite, roleId, today);
    if (!matched) throw notFound('role');
    const { role, report } = matched;
    return {
      ...report,
      role: {
        id: role.id,
        title: role.title,
        family: role.family ?? null,
        levelCode: role.levelCode ?? null,
        targetOn: role.pin?.targetOn ?? null,
      },
      computedOn: today,
    };
  },
};
