/** Ladders: the list, one with its matrix and where one stands on it, the map of careers. */
import { defaultScale } from '../../shared/vocabulary/role-shape.ts';
import type { Handlers } from '../app/context.ts';
import { ladderAsOfToday } from '../app/ladder-as-of-today.ts';
import { loadCareerMap } from '../store/ladders/career-map.ts';
import { listLadders } from '../store/ladders/ladders.ts';
import { placeShortRow } from '../store/roles/short-rows.ts';

export const ladderHandlers: Pick<Handlers, 'listLadders' | 'getLadder' | 'getCareerMap' | 'placeShortRow'> = {
  listLadders: ({ db }) => listLadders(db),

  getLadder: (context, { id }) => ladderAsOfToday(context, id),

  getCareerMap: ({ db }) => loadCareerMap(db),

  placeShortRow({ db, host, now }, { ladderId, skill, cells }) {
    placeShortRow({ db, newId: host.newId, now }, { ladderId, skill, cells, defaultScale });
    return { id: ladderId };
  },
};
