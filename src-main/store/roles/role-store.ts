/** Role specs into their tables. Everything here runs in the transaction of its caller. */

import type { Database } from 'better-sqlite3';
import type { RequirementContent, RoleContent } from '../../../shared/api/role-content.ts';
import { databaseOver } from '../../db/database.ts';
import { prepared } from '../../db/statement-cache.ts';
import { asParts } from '../../db/undo/undo.ts';
import { type CompetencyNamer, competencyNamer } from '../competencies/name-competency.ts';
import {
  columnValues,
  insertSql,
  originColumns,
  type PlainListName,
  plainListNames,
  plainLists,
  roleColumns,
} from './role-rows.ts';
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
  const columns = [
    ...roleColumns,
    'stack',
    'facts',
    'sourceDocumentId',
    'packId',
    'ladderId',
    'words',
    'createdAt',
    'updatedAt',
  ];
  prepared(storing.sqlite, insertSql('roleSpec', ['id', ...columns])).run(
    id,
    ...columnValues(role, roleColumns),
    JSON.stringify(role.stack),
    JSON.stringify(role.facts),
    origins.sourceDocumentId,
    origins.packId,
    origins.ladderId,
    wordsOf(role),
    storing.now,
    storing.now,
  );
  const competencyIds = role.requirements.map((one) => nameCompetency(one.competency));
  asParts(storing.sqlite, id, () => {
    for (const [rank, one] of role.requirements.entries())
      insertRequirement(storing, id, rank, one, competencyIds[rank] ?? '', origins.scaleId);
    for (const list of plainListNames) insertPlainList(storing, id, list, role[list]);
    insertSections(storing, id, role);
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
  const columns = [...roleColumns, 'stack', 'facts', 'words', 'updatedAt'];
  prepared(sqlite, `UPDATE roleSpec SET ${columns.map((column) => `"${column}" = ?`).join(', ')} WHERE id = ?`).run(
    ...columnValues(role, roleColumns),
    JSON.stringify(role.stack),
    JSON.stringify(role.facts),
    wordsOf(role),
    now,
    roleSpecId,
  );
  for (const list of plainListNames) {
    if (JSON.stringify(before[list]) === JSON.stringify(role[list])) continue;
    prepared(sqlite, `DELETE FROM ${plainLists[list].table} WHERE roleSpecId = ?`).run(roleSpecId);
    insertPlainList(storing, roleSpecId, list, role[list]);
  }
  if (JSON.stringify(before.sections) !== JSON.stringify(role.sections)) {
    prepared(sqlite, 'DELETE FROM section WHERE roleSpecId = ?').run(roleSpecId);
    insertSections(storing, roleSpecId, role);
  }
  replaceRequirements(storing, roleSpecId, role, scaleId);
}

const requirementColumns = [
  'rank',
  'competencyId',
  'name',
  'kind',
  'level',
  'scaleId',
  'importance',
  'importanceNote',
  'isMandatory',
  'category',
  'countsInMatch',
  'tier',
  'blurb',
  'keyRank',
  'details',
  ...originColumns,
] as const;

function requirementValues(
  rank: number,
  one: RequirementContent,
  competencyId: string,
  scaleId: (key: string) => string,
): unknown[] {
  return [
    rank,
    competencyId,
    one.competency,
    one.kind,
    one.level,
    one.level === null ? null : scaleId(one.scale),
    one.importance,
    one.importanceNote ?? null,
    one.isMandatory ? 1 : 0,
    one.category ?? null,
    one.countsInMatch ? 1 : 0,
    one.tier ?? null,
    one.blurb ?? null,
    one.keyRank ?? null,
    JSON.stringify(one.details),
    ...columnValues(one, originColumns),
  ];
}

/** Adds one requirement and answers its id. */
export function insertRequirement(
  { sqlite, newId }: Storing,
  roleSpecId: string,
  rank: number,
  one: RequirementContent,
  competencyId: string,
  scaleId: (key: string) => string,
): string {
  const id = newId();
  prepared(sqlite, insertSql('requirement', ['id', 'roleSpecId', ...requirementColumns])).run(
    id,
    roleSpecId,
    ...requirementValues(rank, one, competencyId, scaleId),
  );
  return id;
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
  const update = `UPDATE requirement SET ${requirementColumns.map((column) => `"${column}" = ?`).join(', ')} WHERE id = ?`;
  for (const [rank, one] of role.requirements.entries()) {
    const competencyId = nameCompetency(one.competency);
    const id = kept.get(competencyId)?.shift();
    if (id === undefined) insertRequirement(storing, roleSpecId, rank, one, competencyId, scaleId);
    else prepared(sqlite, update).run(...requirementValues(rank, one, competencyId, scaleId), id);
  }
  for (const id of [...kept.values()].flat()) prepared(sqlite, 'DELETE FROM requirement WHERE id = ?').run(id);
}

function insertPlainList(
  { sqlite, newId }: Storing,
  roleSpecId: string,
  list: PlainListName,
  rows: readonly object[],
): void {
  const { table, columns } = plainLists[list];
  const all = [...columns, ...originColumns];
  const insert = prepared(sqlite, insertSql(table, ['id', 'roleSpecId', 'rank', ...all]));
  for (const [rank, one] of rows.entries()) insert.run(newId(), roleSpecId, rank, ...columnValues(one, all));
}

function insertSections({ sqlite, newId }: Storing, roleSpecId: string, role: RoleContent): void {
  const insert = prepared(
    sqlite,
    insertSql('section', ['id', 'roleSpecId', 'rank', 'depth', 'number', 'heading', 'qualifier', 'blocks']),
  );
  for (const [rank, one] of role.sections.entries())
    insert.run(
      newId(),
      roleSpecId,
      rank,
      one.depth,
      one.number ?? null,
      one.heading,
      one.qualifier ?? null,
      JSON.stringify(one.blocks),
    );
}
