/** Ladders: the list, one with its matrix and where one stands on it, the map of careers, the matrix as CSV. */
import { DEFAULT_SCALE } from '../../shared/api/role-content.ts';
import { writeMatrixCsv } from '../../shared/domain/ladder/matrix-csv.ts';
import type { Handlers } from '../app/context.ts';
import { ladderToday } from '../app/ladder-today.ts';
import { loadCareerMap } from '../store/ladders/career-map.ts';
import { listLadders } from '../store/ladders/ladders.ts';
import { placeShortRow } from '../store/roles/short-rows.ts';

export const ladderHandlers: Pick<
  Handlers,
  'listLadders' | 'getLadder' | 'getCareerMap' | 'writeMatrixCsv' | 'placeShortRow'
> = {
  listLadders: ({ sqlite }) => listLadders(sqlite),

  getLadder: (context, { id }) => ladderToday(context, id),

  getCareerMap: ({ sqlite }) => loadCareerMap(sqlite),

  async writeMatrixCsv(context, { id }) {
    const ladder = await ladderToday(context, id);
    const name =
      ladder.title
        .replace(/[^\p{L}\p{N} .-]+/gu, ' ')
        .trim()
        .slice(0, 80) || 'Skill matrix';
    return { fileName: `${name}.csv`, csv: writeMatrixCsv(ladder) };
  },

  placeShortRow({ sqlite, host, now }, { ladderId, skill, cells }) {
    placeShortRow({ sqlite, newId: host.newId, now }, { ladderId, skill, cells, defaultScale: DEFAULT_SCALE });
    return { id: ladderId };
  },
};
