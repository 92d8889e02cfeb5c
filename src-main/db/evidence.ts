/** What the match reads from the database: only the evidence that can count for the asked competencies. */
import type { Database } from 'better-sqlite3';
import type { Kysely } from 'kysely';
import type { RoleSpec } from '../../shared/api/role.ts';
import type { Relation } from '../../shared/api/values.ts';
import { computeMatch, type MatchInput } from '../../shared/domain/match.ts';
import { loadRole } from './roles.ts';
import type { Tables } from './schema.ts';
import { matchRule, readSettings } from './settings.ts';

interface ShowingRow {
  readonly id: string;
  readonly title: string;
  readonly startedOn: string | null;
  readonly endedOn: string | null;
  readonly isOngoing: number;
  readonly competencyId: string;
  readonly level: number;
  readonly scaleLevels: number;
}

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
  // what leaves on paper names no work that is confidential or private; it still counts
  const title = isForPaper
    ? `CASE a.confidentiality WHEN 'confidential' THEN 'A confidential accomplishment' WHEN 'private' THEN 'A private accomplishment' ELSE a.title END`
    : 'a.title';
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
  const beneath = `WITH RECURSIVE asked(id) AS (SELECT competencyId FROM requirement WHERE roleSpecId = @role UNION SELECT c.id FROM competency c JOIN asked ON c.parentId = asked.id)`;
  const rows = sqlite
    .prepare(
      `${beneath} SELECT a.id, ${title} AS title, a.startedOn, a.endedOn, a.isOngoing, s.competencyId, s.level, json_array_length(sc.levels) AS scaleLevels
       FROM asked JOIN showing s ON s.competencyId = asked.id JOIN accomplishment a ON a.id = s.accomplishmentId JOIN scale sc ON sc.id = s.scaleId
       WHERE a.deletedAt IS NULL AND a.status = 'ready'`,
    )
    .all({ role: role.id }) as ShowingRow[];
  const measured = new Set(
    (
      sqlite
        .prepare('SELECT DISTINCT accomplishmentId AS id FROM metric WHERE baseline IS NOT NULL AND value IS NOT NULL')
        .all() as { id: string }[]
    ).map((row) => row.id),
  );
  const relations = new Map<string, Relation>();
  const weight = (relation: Relation) =>
    relation === 'manager' || relation === 'client' ? 2 : relation === 'peer' ? 1 : 0;
  for (const row of sqlite.prepare('SELECT accomplishmentId AS id, relation FROM witness').all() as {
    id: string;
    relation: Relation;
  }[]) {
    const known = relations.get(row.id);
    if (!known || weight(row.relation) > weight(known)) relations.set(row.id, row.relation);
  }
  const accomplishments = new Map<
    string,
    MatchInput['accomplishments'][number] & { showings: { competencyId: string; level: number; scaleLevels: number }[] }
  >();
  for (const row of rows) {
    const showing = { competencyId: row.competencyId, level: row.level, scaleLevels: row.scaleLevels };
    const known = accomplishments.get(row.id);
    if (known) known.showings.push(showing);
    else {
      accomplishments.set(row.id, {
        id: row.id,
        title: row.title,
        status: 'ready',
        startedOn: row.startedOn,
        endedOn: row.endedOn,
        isOngoing: row.isOngoing === 1,
        isMeasured: measured.has(row.id),
        relation: relations.get(row.id) ?? null,
        showings: [showing],
      });
    }
  }
  const assessed = sqlite
    .prepare('SELECT competencyId, level, scaleId FROM selfAssessment ORDER BY assessedOn')
    .all() as { competencyId: string; level: number; scaleId: string }[];
  return {
    requirements: role.requirements.map((one) => ({
      id: one.id,
      competencyId: one.competencyId,
      competency: one.competency,
      kind: one.kind,
      level: one.level,
      scaleLevels: one.level === null ? 1 : (scales.get(one.scale) ?? 5),
      importance: one.importance,
      isMandatory: one.isMandatory,
    })),
    accomplishments: [...accomplishments.values()],
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

/** The match of a role; undefined when there is no such role. */
export async function matchRole(
  db: Kysely<Tables>,
  sqlite: Database,
  roleId: string,
  today: string,
  isForPaper = false,
) {
  const role = await loadRole(db, roleId);
  if (!role || role.deletedAt) return undefined;
  return { role, report: computeMatch(await matchInput(db, sqlite, role, today, isForPaper)) };
}
