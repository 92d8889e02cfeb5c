/** Role specs into their tables. Everything here runs in the transaction of its caller. */
import type { RequirementContent, RoleContent } from '../../../shared/api/role-content.ts';
import type { RoleList } from '../../../shared/vocabulary/role-shape.ts';
import type { WritableDatabase } from '../../db/database.ts';
import { compiled, query } from '../../db/query.ts';
import { journalAsPartsOf } from '../../db/undo/undo.ts';
import { type CompetencyNamer, competencyNamer } from '../competencies/competency-namer.ts';
import { columnsOf, roleColumns, tableLists, tableOf, toColumns } from './role-columns.ts';
import { searchWordsOf } from './role-search-words.ts';

export interface Storing {
  readonly db: WritableDatabase;
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
  nameCompetency: CompetencyNamer = competencyNamer(storing.db, storing),
): string {
  const { db, newId, now } = storing;
  const id = newId();
  const { sourceDocumentId, packId, ladderId } = origins;
  const more = { sourceDocumentId, packId, ladderId, words: searchWordsOf(role), createdAt: now, updatedAt: now };
  db.run(insertRole({ id, ...toColumns(role, roleColumns), ...more }));
  const competencyIds = role.requirements.map((asked) => nameCompetency(asked.competency));
  journalAsPartsOf(db, id, () => {
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
  const { db, now } = storing;
  const set = { ...toColumns(role, roleColumns), words: searchWordsOf(role), updatedAt: now };
  db.run(query.updateTable('roleSpec').set(set).where('id', '=', roleSpecId));
  for (const list of plainLists) {
    if (JSON.stringify(before[list]) === JSON.stringify(role[list])) continue;
    db.run(query.deleteFrom(tableOf(list)).where('roleSpecId', '=', roleSpecId));
    insertRows(storing, roleSpecId, list, role[list]);
  }
  replaceRequirements(storing, roleSpecId, role, scaleId);
}

/** Lists whose rows have no identity beyond their role; a requirement is known by its competency. */
const plainLists = tableLists.filter((list) => list !== 'requirements');

/** What is to be stored has passed the contract's schema, value for value. */
const insertRole = compiled((row: object) => query.insertInto('roleSpec').values(row as never));
const inserts = new Map(
  tableLists.map((list) => [list, compiled((row: object) => query.insertInto(tableOf(list)).values(row as never))]),
);
const updateRequirement = compiled((id: string, set: Record<string, string | number | null>) =>
  query.updateTable('requirement').set(set).where('id', '=', id),
);

function requirementColumns(
  rank: number,
  asked: RequirementContent,
  competencyId: string,
  scaleId: (key: string) => string,
) {
  const scale = asked.level === null ? null : scaleId(asked.scale);
  return { rank, competencyId, ...toColumns({ ...asked, scale }, columnsOf('requirements')) };
}

/** Adds one requirement. */
export function insertRequirement(
  storing: Storing,
  roleSpecId: string,
  rank: number,
  asked: RequirementContent,
  competencyId: string,
  scaleId: (key: string) => string,
): void {
  insertRow(storing, roleSpecId, 'requirements', requirementColumns(rank, asked, competencyId, scaleId));
}

function replaceRequirements(
  storing: Storing,
  roleSpecId: string,
  role: RoleContent,
  scaleId: (key: string) => string,
): void {
  const { db } = storing;
  const nameCompetency = competencyNamer(db, storing);
  const storedIds = new Map<string, string[]>();
  const before = query.selectFrom('requirement').select(['id', 'competencyId']).where('roleSpecId', '=', roleSpecId);
  for (const row of db.all(before.orderBy('rank')))
    storedIds.set(row.competencyId, [...(storedIds.get(row.competencyId) ?? []), row.id]);
  for (const [rank, asked] of role.requirements.entries()) {
    const competencyId = nameCompetency(asked.competency);
    const id = storedIds.get(competencyId)?.shift();
    if (id === undefined) insertRequirement(storing, roleSpecId, rank, asked, competencyId, scaleId);
    else db.run(updateRequirement(id, requirementColumns(rank, asked, competencyId, scaleId)));
  }
  for (const id of [...storedIds.values()].flat()) db.run(query.deleteFrom('requirement').where('id', '=', id));
}

function insertRows(storing: Storing, roleSpecId: string, list: RoleList, rows: readonly object[]): void {
  for (const [rank, row] of rows.entries())
    insertRow(storing, roleSpecId, list, { rank, ...toColumns(row, columnsOf(list)) });
}

function insertRow({ db, newId }: Storing, roleSpecId: string, list: RoleList, columns: object): void {
  const insert = inserts.get(list);
  if (insert) db.run(insert({ id: newId(), roleSpecId, ...columns }));
}
