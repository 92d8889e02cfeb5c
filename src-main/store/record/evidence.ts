/** What the match reads from the database: only the evidence that can count for the asked competencies. */
import type { RoleSpec } from '../../../shared/api/role.ts';
import { computeMatch, type MatchInput } from '../../../shared/domain/match/match.ts';
import { connectionOf, type ReadableDatabase, writesSoFar } from '../../db/database.ts';
import { compiled, query } from '../../db/query.ts';
import { matchRule, readSettings } from '../../db/settings.ts';
import { loadRole } from '../roles/role-load.ts';
import { readEvidence } from './evidence-cache.ts';

/**
 * Reads the input of a match: the role's requirements, the ready accomplishments that name an asked competency or one
 * beneath it, self-assessments, and the tree of competencies.
 */
export function matchInput(db: ReadableDatabase, role: RoleSpec, today: string, isForPaper = false): MatchInput {
  const scales = new Map(db.all(scaleHeights).map((scale) => [scale.id, scale.height]));
  const competencies = db.all(query.selectFrom('competency').select(['id', 'name', 'parentId']));
  const assessments = query.selectFrom('selfAssessment').select(['competencyId', 'level', 'scaleId']);
  const assessed = db.all(assessments.orderBy('assessedOn'));
  return {
    // skills of a matrix count through the competency above them
    requirements: role.requirements
      .filter((one) => one.countsInMatch)
      .map((one) => ({
        id: one.id,
        competencyId: one.competencyId,
        competency: one.competency,
        kind: one.kind,
        level: one.level,
        scaleLevels: one.level === null ? 1 : (scales.get(one.scale) ?? 5),
        importance: one.importance,
        isMandatory: one.isMandatory,
      })),
    accomplishments: readEvidence(db, askedCompetencies(db, role.id), scales, isForPaper),
    parents: Object.fromEntries(competencies.flatMap((one) => (one.parentId ? [[one.id, one.parentId]] : []))),
    competencyNames: Object.fromEntries(competencies.map((one) => [one.id, one.name])),
    // the latest stands last and wins
    selfAssessments: Object.fromEntries(
      assessed.map((one) => [one.competencyId, { level: one.level, scaleLevels: scales.get(one.scaleId) ?? 5 }]),
    ),
    today,
    rule: matchRule(readSettings(db)),
  };
}

const scaleHeights = query
  .selectFrom('scale')
  .select('id')
  .select(({ fn }) => fn<number>('json_array_length', ['levels']).as('height'));

const withDescendants = compiled((roleId: string) =>
  query
    .withRecursive('asked(id)', (asked) =>
      asked
        .selectFrom('requirement')
        .select('requirement.competencyId as id')
        .where('roleSpecId', '=', roleId)
        .union(
          asked.selectFrom('asked').innerJoin('competency', 'competency.parentId', 'asked.id').select('competency.id'),
        ),
    )
    .selectFrom('asked')
    .select('id'),
);

/** The competencies a role asks for, and those beneath them. */
const askedCompetencies = (db: ReadableDatabase, roleId: string) =>
  db.all(withDescendants(roleId)).map((competency) => competency.id);

interface Matched {
  readonly role: RoleSpec;
  readonly report: ReturnType<typeof computeMatch>;
}

/** The last match of each open record: Home, the match and its document ask for the same one after the other. */
const lastMatched = new WeakMap<ReadableDatabase, { readonly key: string; readonly matched: Matched }>();

/** The match of a role; undefined when there is no such role. Computed once for as long as nothing is written. */
export function matchRole(
  db: ReadableDatabase,
  roleId: string,
  today: string,
  isForPaper = false,
): Matched | undefined {
  const sqlite = connectionOf(db);
  // what was read beside a write that may yet be rolled back is not kept
  const key = sqlite.inTransaction ? null : JSON.stringify([writesSoFar(db), roleId, today, isForPaper]);
  const last = lastMatched.get(db);
  if (last && last.key === key) return last.matched;
  const role = loadRole(sqlite, roleId);
  if (!role || role.deletedAt) return undefined;
  const matched = { role, report: computeMatch(matchInput(db, role, today, isForPaper)) };
  if (key !== null) lastMatched.set(db, { key, matched });
  return matched;
}
