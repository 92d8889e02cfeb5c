/** Role specs from their tables. */

import type { Selectable } from 'kysely';
import type { Requirement, RoleLadder, RoleSpec } from '../../../shared/api/role.ts';
import type { RoleContent } from '../../../shared/api/role-content.ts';
import type { Scale } from '../../../shared/api/values.ts';
import { compareLevels } from '../../../shared/domain/names/name-order.ts';
import { commonNameHint } from '../../../shared/domain/names/shown-words.ts';
import type { RoleList } from '../../../shared/vocabulary/role-shape.ts';
import type { ReadableDatabase } from '../../db/database.ts';
import { compiled, query } from '../../db/query.ts';
import type { Tables } from '../../db/schema.ts';
import { columnsOf, roleColumns, tableLists, tableOf, type Values, valuesOf } from './role-columns.ts';
import { scalesById } from './scales.ts';

type StoredRole = Selectable<Tables['roleSpec']>;

/** Reads a role spec whole; undefined when there is none of that id. */
export function loadRole(db: ReadableDatabase, id: string): RoleSpec | undefined {
  const role = readRole(db, id);
  if (!role) return undefined;
  const scales = scalesById(db);
  const { sourceDocumentId, packId, ladderId } = role;
  return {
    ...contentOf(db, role, readRequirements(db, id, scales)),
    id,
    source: sourceDocumentId === null ? null : (db.first(sourceOf(sourceDocumentId)) ?? null),
    pack: packId === null ? null : (db.first(packOf(packId)) ?? null),
    pin: db.first(pinOf(id)) ?? null,
    createdAt: role.createdAt,
    deletedAt: role.deletedAt,
    archivedAt: role.archivedAt,
    ladderSpec: ladderId === null ? null : (loadLadderSpec(db, ladderId) ?? null),
    ladder: siblings(db, role),
    ownEdits: 0,
  };
}

/** The content of a role spec alone, its scales under their ids; undefined when there is none of that id. */
export function loadContent(db: ReadableDatabase, id: string): RoleContent | undefined {
  const role = readRole(db, id);
  if (!role) return undefined;
  const requirements = readRequirements(db, id, new Map()).map(
    ({ id: _id, competencyId: _competencyId, commonName: _commonName, scaleLevels: _scaleLevels, ...content }) =>
      content,
  );
  return contentOf(db, role, requirements);
}

/** What a document says of a ladder as a whole. */
export function loadLadderSpec(db: ReadableDatabase, id: string): RoleLadder | undefined {
  const row = db.first(ladderSpec(id));
  if (!row) return undefined;
  return {
    ...row,
    faqs: JSON.parse(row.faqs) as RoleLadder['faqs'],
    shortRows: JSON.parse(row.shortRows) as RoleLadder['shortRows'],
    facts: JSON.parse(row.facts) as RoleLadder['facts'],
    sections: JSON.parse(row.sections) as RoleLadder['sections'],
  };
}

function readRole(db: ReadableDatabase, id: string): StoredRole | undefined {
  return db.first(storedRole(id));
}

function contentOf<Asked>(
  db: ReadableDatabase,
  role: StoredRole,
  requirements: Asked[],
): Omit<RoleContent, 'requirements'> & { requirements: Asked[] } {
  const lists = tableLists
    .filter((list) => list !== 'requirements')
    .map((list) => [list, readRows(db, list, role.id).map((row) => valuesOf(row, columnsOf(list)))]);
  // the tables hold what the contract's schema let through, column for value
  return { ...valuesOf(role, roleColumns), ...Object.fromEntries(lists), requirements };
}

function readRequirements(db: ReadableDatabase, id: string, scales: ReadonlyMap<string, Scale>): Requirement[] {
  const commonNames = new Map(db.all(commonNamesOf(id)).map((row) => [row.id, row.name]));
  return readRows(db, 'requirements', id).map(
    (row) =>
      ({
        ...valuesOf(row, columnsOf('requirements')),
        id: row.id,
        competencyId: row.competencyId,
        ...hintOf(row.name as string, commonNames.get(row.competencyId as string) ?? ''),
        scaleLevels: scales.get(row.scaleId as string) ?? null,
      }) as Requirement,
  );
}

/** The common name of what a document calls otherwise. */
export function hintOf(name: string, common: string): { readonly commonName?: string } {
  const commonName = commonNameHint(name, common);
  return commonName === null ? {} : { commonName };
}

function readRows(db: ReadableDatabase, list: RoleList, roleId: string): readonly Values[] {
  const rows = rowsOf.get(list);
  return rows ? db.all(rows(roleId)) : [];
}

const rowsOf = new Map(
  tableLists.map((list) => [
    list,
    // not `=`: with an order to plan for, SQLite looks at the value and compiles the statement again at every run
    compiled((roleId: string) =>
      query.selectFrom(tableOf(list)).selectAll().where('roleSpecId', 'in', [roleId]).orderBy('rank'),
    ),
  ]),
);
const commonNamesOf = compiled((roleId: string) =>
  query
    .selectFrom('competency')
    .select(['id', 'name'])
    .where('id', 'in', query.selectFrom('requirement').select('competencyId').where('roleSpecId', 'in', [roleId])),
);
const storedRole = compiled((id: string) => query.selectFrom('roleSpec').selectAll().where('id', '=', id));
const sourceOf = compiled((id: string) =>
  query.selectFrom('sourceDocument').select(['name', 'format', 'url', 'importedAt', 'sha256']).where('id', '=', id),
);
const packOf = compiled((id: string) =>
  query.selectFrom('pack').select(['id', 'name', 'author', 'licence', 'version', 'attribution']).where('id', '=', id),
);
const pinOf = compiled((id: string) =>
  query.selectFrom('pin').select(['roleSpecId as roleId', 'targetOn', 'pinnedAt']).where('roleSpecId', '=', id),
);
const ladderSpec = compiled((id: string) =>
  query
    .selectFrom('ladder')
    .select(['id', 'title', 'tagline', 'summary', 'faqs', 'shortRows', 'facts', 'sections'])
    .where('id', '=', id),
);

/** The other levels: of its ladder, or of its family in the same pack. */
function siblings(db: ReadableDatabase, { id, ladderId, family, packId }: StoredRole): RoleSpec['ladder'] {
  const others = query
    .selectFrom('roleSpec')
    .select(['id', 'title', 'levelCode', 'levelOrder'])
    .where('id', '<>', id)
    .where('deletedAt', 'is', null);
  const inOrder = (rows: typeof others) =>
    db
      .all(rows)
      .sort(compareLevels)
      .map(({ id, title, levelCode }) => ({ id, title, levelCode }));
  if (ladderId !== null) return inOrder(others.where('ladderId', '=', ladderId));
  return family === null ? [] : inOrder(others.where('family', '=', family).where('packId', 'is', packId));
}
