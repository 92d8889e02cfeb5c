/** What the match reads from the database: only the evidence that can count for the asked competencies. */
import type { Database } from 'better-sqlite3';
import type { Kysely } from 'kysely';
import type { RoleSpec } from '../../../shared/api/role.ts';
import { computeMatch, type MatchInput } from '../../../shared/domain/match/match.ts';
import type { Tables } from '../../db/schema.ts';
import { matchRule, readSettings } from '../../db/settings.ts';
import { prepared } from '../../db/statement-cache.ts';
import { loadRole } from '../roles/role-load.ts';
import { readEvidence } from './evidence-cache.ts';

/**
 * Reads the input of a match: the role's requirements, the ready accomplishments that name an asked competency or one
 * beneath it, self-assessments, and the tree of competencies.
 */
export async function matchInput(
  db: Kysely<Tables>,
  sqlite: Database,
  role: RoleSpec,
  today: string,
  isForPaper = false,
): Promise<MatchInput> {
  const scales = new Map(
    (sqlite.prepare('SELECT id, json_array_length(levels) AS n FROM scale').all() as { id: string; n: number }[]).map(
      (row) => [row.id, row.n],
    ),
  );
  const competencies = sqlite.prepare('SELECT id, name, parentId FROM competency').all() as {
    id: string;
    name: string;
    parentId: string | null;
  }[];
  const asked = prepared(
    sqlite,
    `WITH RECURSIVE asked(id) AS (SELECT competencyId FROM requirement WHERE roleSpecId = ?
       UNION SELECT c.id FROM asked JOIN competency c ON c.parentId = asked.id) SELECT id FROM asked`,
  ).all(role.id) as { id: string }[];
  const assessed = sqlite
    .prepare('SELECT competencyId, level, scaleId FROM selfAssessment ORDER BY assessedOn')
    .all() as { competencyId: string; level: number; scaleId: string }[];
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
    accomplishments: readEvidence(
      sqlite,
      asked.map((one) => one.id),
      scales,
      isForPaper,
    ),
    parents: Object.fromEntries(competencies.flatMap((one) => (one.parentId ? [[one.id, one.parentId]] : []))),
    competencyNames: Object.fromEntries(competencies.map((one) => [one.id, one.name])),
    // the latest stands last and wins
    selfAssessments: Object.fromEntries(
      assessed.map((one) => [one.competencyId, { level: one.level, scaleLevels: scales.get(one.scaleId) ?? 5 }]),
    ),
    today,
    rule: matchRule(await readSettings(db)),
  };
}

interface Matched {
  readonly role: RoleSpec;
  readonly report: ReturnType<typeof computeMatch>;
}

/** The last match of each open record: Home, the match and its document ask for the same one after the other. */
const lastMatched = new WeakMap<Database, { readonly key: string; readonly matched: Matched }>();

/** The match of a role; undefined when there is no such role. Computed once for as long as nothing is written. */
export async function matchRole(
  db: Kysely<Tables>,
  sqlite: Database,
  roleId: string,
  today: string,
  isForPaper = false,
): Promise<Matched | undefined> {
  const key = () => JSON.stringify([writesSoFar(sqlite), roleId, today, isForPaper]);
  const before = sqlite.inTransaction ? null : key();
  const last = lastMatched.get(sqlite);
  if (last && last.key === before) return last.matched;
  const role = loadRole(sqlite, roleId);
  if (!role || role.deletedAt) return undefined;
  const matched = { role, report: computeMatch(await matchInput(db, sqlite, role, today, isForPaper)) };
  // what was read beside a write that may yet be rolled back is not kept
  if (!sqlite.inTransaction && key() === before) lastMatched.set(sqlite, { key: before, matched });
  return matched;
}

function writesSoFar(sqlite: Database): number {
  return (prepared(sqlite, 'SELECT total_changes() AS n').get() as { n: number }).n;
}
