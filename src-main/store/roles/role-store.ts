/** Role specs into their tables. Everything here runs in the transaction of its caller. */
import type { Database } from 'better-sqlite3';
import type { RequirementContent, RoleContent } from '../../../shared/api/role-content.ts';
import { type RoleList, roleLists } from '../../../shared/vocabulary/role-shape.ts';
import { databaseOver } from '../../db/database.ts';
import { prepared } from '../../db/statement-cache.ts';
import { asParts } from '../../db/undo/undo.ts';
import { type CompetencyNamer, competencyNamer } from '../competencies/name-competency.ts';
import { columnNames, columnsOf, columnValues, insertSql, roleColumns, tableLists, updateSql } from './role-rows.ts';
import { wordsOf } from './role-words.ts';

export interface Storing {
  readonly sqlite: Database;
  readonly newId: () => string;
  readonly now: string;
}

export interface Origins {
  readonly sourceDocumentId: string | null;
  readonly packId: string | null;
  readonly ladderId: string | null;
  /** From the key a document gives a scale to the scale's id here. */
  readonly scaleId: (key: string) => string;
}

/** Stores a role document whole and answers its id. */
export function storeRole(
  storing: Storing,
  role: RoleContent,
  origins: Origins,
  nameCompetency: CompetencyNamer = competencyNamer(databaseOver(storing.sqlite), storing),
): string {
  const id = storing.newId();
  const more = ['sourceDocumentId', 'packId', 'ladderId', 'words', 'createdAt', 'updatedAt'];
  prepared(storing.sqlite, insertSql('roleSpec', ['id', ...columnNames(roleColumns), ...more])).run(
    id,
    ...columnValues(role, roleColumns),
    origins.sourceDocumentId,
    origins.packId,
    origins.ladderId,
    wordsOf(role),
    storing.now,
    storing.now,
  );
  const competencyIds = role.requirements.map((asked) => nameCompetency(asked.competency));
  asParts(storing.sqlite, id, () => {
    for (const [rank, asked] of role.requirements.entries())
      insertRequirement(storing, id, rank, asked, competencyIds[rank] ?? '', origins.scaleId);
    for (const list of plainLists) insertRows(storing, id, list, role[list]);
  });
  return id;
}

/**
 * Puts a content in the place of a role's own. A requirement that asks for the same competency keeps its id, and lists
 * that did not change are not touched.
 */
export function replaceRole(
  storing: Storing,
  roleSpecId: string,
  before: RoleContent,
  role: RoleContent,
  scaleId: (key: string) => string,
): void {
  const { sqlite, now } = storing;
  prepared(sqlite, updateSql('roleSpec', [...columnNames(roleColumns), 'words', 'updatedAt'])).run(
    ...columnValues(role, roleColumns),
    wordsOf(role),
    now,
    roleSpecId,
  );
  for (const list of plainLists) {
    if (JSON.stringify(before[list]) === JSON.stringify(role[list])) continue;
    prepared(sqlite, `DELETE FROM ${roleLists[list].table} WHERE roleSpecId = ?`).run(roleSpecId);
    insertRows(storing, roleSpecId, list, role[list]);
  }
  replaceRequirements(storing, roleSpecId, role, scaleId);
}

/** Lists whose rows have no identity beyond their role; a requirement is known by its competency. */
const plainLists = tableLists.filter((list) => list !== 'requirements');

const requirementNames = ['rank', 'competencyId', ...columnNames(columnsOf('requirements'))];

function requirementValues(
  rank: number,
  asked: RequirementContent,
  competencyId: string,
  scaleId: (key: string) => string,
): unknown[] {
  const scale = asked.level === null ? null : scaleId(asked.scale);
  return [rank, competencyId, ...columnValues({ ...asked, scale }, columnsOf('requirements'))];
}

/** Adds one requirement. */
export function insertRequirement(
  { sqlite, newId }: Storing,
  roleSpecId: string,
  rank: number,
  asked: RequirementContent,
  competencyId: string,
  scaleId: (key: string) => string,
): void {
  prepared(sqlite, insertSql('requirement', ['id', 'roleSpecId', ...requirementNames])).run(
    newId(),
    roleSpecId,
    ...requirementValues(rank, asked, competencyId, scaleId),
  );
}

function replaceRequirements(
  storing: Storing,
  roleSpecId: string,
  role: RoleContent,
  scaleId: (key: string) => string,
): void {
  const { sqlite } = storing;
  const nameCompetency = competencyNamer(databaseOver(sqlite), storing);
  const kept = new Map<string, string[]>();
  for (const row of prepared(sqlite, 'SELECT id, competencyId FROM requirement WHERE roleSpecId = ? ORDER BY rank').all(
    roleSpecId,
  ) as { id: string; competencyId: string }[])
    kept.set(row.competencyId, [...(kept.get(row.competencyId) ?? []), row.id]);
  for (const [rank, asked] of role.requirements.entries()) {
    const competencyId = nameCompetency(asked.competency);
    const id = kept.get(competencyId)?.shift();
    if (id === undefined) insertRequirement(storing, roleSpecId, rank, asked, competencyId, scaleId);
    else {
      const values = requirementValues(rank, asked, competencyId, scaleId);
      prepared(sqlite, updateSql('requirement', requirementNames)).run(...values, id);
    }
  }
  for (const id of [...kept.values()].flat()) prepared(sqlite, 'DELETE FROM requirement WHERE id = ?').run(id);
}

function insertRows({ sqlite, newId }: Storing, roleSpecId: string, list: RoleList, rows: readonly object[]): void {
  const columns = columnsOf(list);
  const insert = prepared(
    sqlite,
    insertSql(roleLists[list].table ?? '', ['id', 'roleSpecId', 'rank', ...columnNames(columns)]),
  );
  for (const [rank, row] of rows.entries()) insert.run(newId(), roleSpecId, rank, ...columnValues(row, columns));
}
