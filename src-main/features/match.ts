/** The match of one role. */

import type { Handlers } from '../app/context.ts';
import { notFound } from '../store/not-found.ts';
import { matchRole } from '../store/record/evidence.ts';

export const matchHandlers: Pick<Handlers, 'getMatch'> = {
  getMatch({ db, today }, { roleId }) {
    const matched = matchRole(db, roleId, today);
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
