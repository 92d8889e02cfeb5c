/** Rows of a matrix whose document did not say which level is blank: placed by the user, they become requirements. */
import type { Database } from 'better-sqlite3';
import { AppError } from '../../../shared/api/errors.ts';
import type { RequirementContent } from '../../../shared/api/role-content.ts';
import type { ShortRow } from '../../../shared/api/role-pack.ts';
import { readPlacedCells } from '../../../shared/domain/ladder/short-row.ts';
import { databaseOver } from '../../db/database.ts';
import { prepared } from '../../db/statement-cache.ts';
import { competencyNamer } from '../competencies/name-competency.ts';
import { findLadder } from '../ladders/ladders.ts';
import { notFound } from '../not-found.ts';
import { keepWhatWasRead } from './role-base.ts';
import { insertRequirement } from './role-store.ts';
import { scalesById } from './scales.ts';

interface Placing {
  readonly ladderId: string;
  readonly skill: string;
  /** A printed value or null for each level. */
  readonly cells: readonly (string | null)[];
  /** Id of the scale of ladders that state none. */
  readonly defaultScale: string;
}

/** Stores a requirement for every placed value and takes the row off the list. Runs in the transaction of its caller. */
export function placeShortRow(
  context: { readonly sqlite: Database; readonly newId: () => string; readonly now: string },
  { ladderId, skill, cells, defaultScale }: Placing,
): void {
  const { sqlite, now } = context;
  const found = findLadder(databaseOver(sqlite), ladderId);
  const stored = found?.stored;
  if (!found || !stored) throw notFound('ladder');
  const rows = JSON.parse(stored.shortRows) as ShortRow[];
  const place = rows.findIndex((row) => row.skill === skill);
  const row = rows[place];
  if (!row) throw new AppError('NOT_FOUND', `“${skill}” is placed already, or is not a row of this matrix.`);
  if (cells.length > found.levels.length) {
    throw new AppError('INVALID_INPUT', `This ladder has ${found.levels.length} levels. Nothing was changed.`);
  }
  const { scaleId, countsThroughParents } = prepared(
    sqlite,
    'SELECT coalesce(scaleId, ?) AS scaleId, countsThroughParents FROM ladder WHERE id = ?',
  ).get(defaultScale, stored.id) as { scaleId: string; countsThroughParents: number };
  const scale = scalesById(databaseOver(sqlite)).get(scaleId);
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
  const competencyId = competencyNamer(databaseOver(sqlite), context)(skill);
  const known = prepared(sqlite, 'SELECT 1 FROM requirement WHERE roleSpecId = ? AND competencyId = ?');
  const categorise = prepared(
    sqlite,
    'UPDATE requirement SET category = ? WHERE roleSpecId = ? AND competencyId = ? AND category IS NULL',
  );
  const nextRank = prepared(sqlite, 'SELECT coalesce(max(rank), -1) + 1 FROM requirement WHERE roleSpecId = ?').pluck();
  const touch = prepared(
    sqlite,
    `UPDATE roleSpec SET words = CASE WHEN instr(words, ?) THEN words ELSE words || char(10) || ? END, updatedAt = ? WHERE id = ?`,
  );
  for (const [at, cell] of read.entries()) {
    const roleId = found.levels[at]?.roleId;
    if (!cell || roleId === undefined) continue;
    // what the user places is theirs: a newer edition does not take it out
    keepWhatWasRead(sqlite, roleId);
    touch.run(skill, skill, now, roleId);
    // what a role asks in words of its own stands
    if (known.get(roleId, competencyId)) {
      categorise.run(row.category ?? null, roleId, competencyId);
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
      countsInMatch: !countsThroughParents,
      details: [],
      line: row.line,
      words: row.words,
    };
    insertRequirement(context, roleId, nextRank.get(roleId) as number, asked, competencyId, (key) => key);
  }
  const left = rows.filter((_, other) => other !== place);
  prepared(sqlite, 'UPDATE ladder SET shortRows = ? WHERE id = ?').run(JSON.stringify(left), stored.id);
}
