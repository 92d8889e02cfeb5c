/** What the match reads from the database: only the evidence that can count for the asked competencies. */
import type { MatchReport, MatchRule } from '../../../shared/api/match.ts';
import type { RoleSpec } from '../../../shared/api/role.ts';
import { matchRequirements, requirementsOfRole, type SelfAssessments } from '../../../shared/domain/match/match.ts';
import { countedRequirements } from '../../../shared/domain/match/what-counts.ts';
import { usualLevels } from '../../../shared/vocabulary/levels.ts';
import { connectionOf, type ReadableDatabase, writesSoFar } from '../../db/database.ts';
import { compiled, oneOf, query } from '../../db/query.ts';
import { matchRule, readSettings } from '../../db/settings.ts';
import { loadRole } from '../roles/load-role.ts';
import { readEvidence } from './evidence-cache.ts';

/** By which day and rule the record is judged, and whether what is confidential in it must not be named. */
export interface MatchTerms {
  readonly today: string;
  readonly rule: MatchRule;
  readonly isForPaper?: boolean;
}

const scaleHeights = compiled(() =>
  query
    .selectFrom('scale')
    .select('id')
    .select(({ fn }) => fn<number>('json_array_length', ['levels']).as('height')),
);

const withDescendants = compiled((ids: readonly string[]) =>
  query
    .withRecursive('asked(id)', (asked) =>
      asked
        .selectFrom('competency')
        .select('competency.id')
        .where('competency.id', 'in', oneOf(ids))
        .union(
          asked.selectFrom('asked').innerJoin('competency', 'competency.parentId', 'asked.id').select('competency.id'),
        ),
    )
    .selectFrom('asked')
    .innerJoin('competency', 'competency.id', 'asked.id')
    .select(['competency.id', 'name', 'parentId', 'description']),
);

const assessments = compiled(() =>
  query.selectFrom('selfAssessment').select(['competencyId', 'level', 'scaleId']).orderBy('assessedOn'),
);

/** What the record says of these competencies, and of all beneath them. */
export function readEvidenceFor(
  db: ReadableDatabase,
  competencyIds: readonly string[],
  { today, rule, isForPaper = false }: MatchTerms,
) {
  const scales = new Map(db.all(scaleHeights()).map(({ id, height }) => [id, height]));
  const competencies = db.all(withDescendants(competencyIds));
  const evidence = readEvidence(db, {
    competencyIds: competencies.map(({ id }) => id),
    parents: Object.fromEntries(competencies.flatMap(({ id, parentId }) => (parentId ? [[id, parentId]] : []))),
    competencyNames: Object.fromEntries(competencies.map(({ id, name }) => [id, name])),
    scales,
    today,
    rule,
    isForPaper,
  });
  // the latest stands last and wins
  const selfAssessments: SelfAssessments = Object.fromEntries(
    db
      .all(assessments())
      .map(({ competencyId, level, scaleId }) => [
        competencyId,
        { level, scaleLevels: scales.get(scaleId) ?? usualLevels },
      ]),
  );
  return { competencies, evidence, selfAssessments };
}

interface Matched {
  readonly role: RoleSpec;
  readonly report: MatchReport;
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
  // what was read beside a write that may yet be rolled back is not kept
  const key = connectionOf(db).inTransaction ? null : JSON.stringify([writesSoFar(db), roleId, today, isForPaper]);
  const last = lastMatched.get(db);
  if (last && last.key === key) return last.matched;
  const role = loadRole(db, roleId);
  if (!role || role.deletedAt) return undefined;
  const rule = matchRule(readSettings(db));
  const asked = countedRequirements(requirementsOfRole(role));
  const competencyIds = asked.map(({ competencyId }) => competencyId);
  const { evidence, selfAssessments } = readEvidenceFor(db, competencyIds, { today, rule, isForPaper });
  const matched = { role, report: matchRequirements(evidence, asked, selfAssessments, rule) };
  if (key !== null) lastMatched.set(db, { key, matched });
  return matched;
}
