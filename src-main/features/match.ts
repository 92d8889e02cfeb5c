/** The match of one role. */

import type { Handlers } from '../app/context.ts';
import { notFound } from '../store/not-found.ts';
import { matchRole } from '../store/record/evidence.ts';

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
