/** Ladders: the list, one with its matrix and where one stands on it. */
import { defaultScale } from '../../shared/vocabulary/role-shape.ts';
import type { Handlers } from '../app/context.ts';
import { ladderAsOfToday } from '../app/ladder-as-of-today.ts';
import { listLadders } from '../store/ladders/ladders.ts';
import { placeShortRow } from '../store/roles/short-rows.ts';

export const ladderHandlers: Pick<Handlers, 'listLadders' | 'getLadder' | 'placeShortRow'> = {
  listLadders: ({ db }) => listLadders(db),

  getLadder: (context, { id }) => ladderAsOfToday(context, id),

  placeShortRow({ db, host, now }, { ladderId, skill, cells }) {
    placeShortRow({ db, newId: host.newId, now }, { ladderId, skill, cells, defaultScale });
    return { id: ladderId };
  },
};
