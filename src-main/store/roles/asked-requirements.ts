/** What roles ask, row by row, as `countedRequirements` of shared/domain/match/what-counts.ts reads it. */
import type { MatchedRequirement } from '../../../shared/api/match.ts';
import type { AskedOfRole } from '../../../shared/domain/match/what-counts.ts';
import { usualLevels } from '../../../shared/vocabulary/levels.ts';
import type { ReadableDatabase } from '../../db/database.ts';
import { compiled, oneOf, query } from '../../db/query.ts';

const requirementsOf = compiled((roleIds: readonly string[]) =>
  query
    .selectFrom('requirement')
    .leftJoin('scale', 'scale.id', 'requirement.scaleId')
    .select([
      'requirement.id',
      'roleSpecId as roleId',
      'competencyId',
      'requirement.name',
      'kind',
      'level',
      'scaleId',
      'importance',
    ])
    .select(['isMandatory', 'countsInMatch', 'category', 'blurb'])
    .select(({ fn, val }) =>
      fn.coalesce(fn<number>('json_array_length', ['scale.levels']), val(usualLevels)).as('scaleLevels'),
    )
    .where('roleSpecId', 'in', oneOf(roleIds))
    .orderBy('roleSpecId')
    .orderBy('rank'),
);

export interface AskedRequirement extends AskedOfRole {
  readonly roleId: string;
  /** What the role calls it. */
  readonly name: string;
  readonly kind: MatchedRequirement['kind'];
  readonly scaleId: string | null;
  readonly category: string | null;
  readonly blurb: string | null;
}

/** Role by role, each in its own order. */
export function readAskedRequirements(db: ReadableDatabase, roleIds: readonly string[]): AskedRequirement[] {
  return db.all(requirementsOf(roleIds)).map(({ isMandatory, countsInMatch, ...row }) => ({
    ...row,
    isMandatory: isMandatory === 1,
    countsInMatch: countsInMatch === 1,
  }));
}
