/** Rows of a matrix whose document did not say which level is blank: placed by the user, they become requirements. */
import { AppError } from '../../../shared/api/errors.ts';
import type { RequirementContent } from '../../../shared/api/role-content.ts';
import type { ShortRow } from '../../../shared/api/role-pack.ts';
import { readPlacedCells } from '../../../shared/domain/ladder/short-row.ts';
import { query } from '../../db/query.ts';
import { competencyNamer } from '../competencies/competency-namer.ts';
import { findLadder } from '../ladders/ladders.ts';
import { notFound } from '../not-found.ts';
import { storeBaseOnce } from './role-base.ts';
import { scalesById } from './scales.ts';
import { insertRequirement, type Storing } from './store-role.ts';

interface Placing {
  readonly ladderId: string;
  readonly skill: string;
  /** A printed value or null for each level. */
  readonly cells: readonly (string | null)[];
  /** Id of the scale of ladders that state none. */
  readonly defaultScale: string;
}

/** Stores a requirement for every placed value and takes the row off the list. Runs in the transaction of its caller. */
export function placeShortRow(storing: Storing, { ladderId, skill, cells, defaultScale }: Placing): void {
  const { db, now } = storing;
  const found = findLadder(db, ladderId);
  const stored = found?.stored;
  if (!found || !stored) throw notFound('ladder');
  const rows = JSON.parse(stored.shortRows) as ShortRow[];
  const place = rows.findIndex((row) => row.skill === skill);
  const row = rows[place];
  if (!row) throw new AppError('NOT_FOUND', `“${skill}” is placed already, or is not a row of this matrix.`);
  if (cells.length > found.levels.length) {
    throw new AppError('INVALID_INPUT', `This ladder has ${found.levels.length} levels. Nothing was changed.`);
  }
  const scaleId = stored.scaleId ?? defaultScale;
  const scale = scalesById(db).get(scaleId);
  const read = scale && readPlacedCells(cells, scale);
  if (!read) {
    throw new AppError(
      'INVALID_INPUT',
      `The values of “${skill}” are not all levels of the scale. Nothing was changed.`,
    );
  }
  if (read.every((cell) => cell === null)) {
    throw new AppError('INVALID_INPUT', `No value of “${skill}” was placed. Nothing was changed.`);
  }
  const competencyId = competencyNamer(db, storing)(skill);
  for (const [at, cell] of read.entries()) {
    const roleId = found.levels[at]?.roleId;
    if (!cell || roleId === undefined) continue;
    // what the user places is theirs: a newer edition does not take it out
    storeBaseOnce(db, roleId);
    const { words } = db.one(query.selectFrom('roleSpec').select('words').where('id', '=', roleId));
    const set = { words: words.includes(skill) ? words : `${words}\n${skill}`, updatedAt: now };
    db.run(query.updateTable('roleSpec').set(set).where('id', '=', roleId));
    const requirements = query.selectFrom('requirement').where('roleSpecId', '=', roleId);
    // what a role asks in words of its own stands
    if (db.first(requirements.select('id').where('competencyId', '=', competencyId))) {
      const same = query.updateTable('requirement').set({ category: row.category ?? null });
      const asked = same.where('roleSpecId', '=', roleId).where('competencyId', '=', competencyId);
      db.run(asked.where('category', 'is', null));
      continue;
    }
    const asked: RequirementContent = {
      competency: skill,
      kind: 'skill',
      level: cell.level,
      scale: scaleId,
      importance: null,
      isMandatory: cell.isMandatory,
      category: row.category,
      countsInMatch: stored.countsThroughParents === 0,
      details: [],
      line: row.line,
      words: row.words,
    };
    const { last } = db.one(requirements.select(({ fn }) => fn.max('rank').as('last')));
    insertRequirement(storing, roleId, (last ?? -1) + 1, asked, competencyId, (key) => key);
  }
  const left = rows.filter((_, other) => other !== place);
  db.run(
    query
      .updateTable('ladder')
      .set({ shortRows: JSON.stringify(left) })
      .where('id', '=', stored.id),
  );
}
