/** Ladders: the list, one with its matrix and where one stands on it, the map of careers, the matrix as CSV. */
import { AppError } from '../../shared/api/errors.ts';
import { DEFAULT_SCALE } from '../../shared/api/role-content.ts';
import { writeMatrixCsv } from '../../shared/domain/matrix-csv.ts';
import { loadCareerMap } from '../db/career-map.ts';
import { listLadders, loadLadder } from '../db/ladders.ts';
import { matchRule, readSettings } from '../db/settings.ts';
import { placeShortRow } from '../db/short-rows.ts';
import type { Context, Handlers } from '../dispatch.ts';

export const ladderHandlers: Pick<
  Handlers,
  'listLadders' | 'getLadder' | 'getCareerMap' | 'writeMatrixCsv' | 'placeShortRow'
> = {
  listLadders: ({ sqlite }) => listLadders(sqlite),

  getLadder: (context, { id }) => ladderOf(context, id),

  getCareerMap: ({ sqlite }) => loadCareerMap(sqlite),

  async writeMatrixCsv(context, { id }) {
    const ladder = await ladderOf(context, id);
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

async function ladderOf({ db, sqlite, today }: Context, id: string) {
  const ladder = loadLadder(sqlite, id, { today, rule: matchRule(await readSettings(db)) });
  if (!ladder) {
    throw new AppError(
      'NOT_FOUND',
      'That ladder is not here: a ladder is two or more roles of one family, or one that a document brought.',
    );
  }
  return ladder;
}
