/** Role specs from their tables. */
import type { Database } from 'better-sqlite3';
import type { Requirement, RoleLadder, RoleSpec } from '../../../shared/api/role.ts';
import type { RoleContent } from '../../../shared/api/role-content.ts';
import type { Scale } from '../../../shared/api/values.ts';
import { type RoleList, roleLists } from '../../../shared/vocabulary/role-shape.ts';
import { databaseOver } from '../../db/database.ts';
import { prepared } from '../../db/statement-cache.ts';
import { columnsOf, roleColumns, tableLists, type Values, valuesOf } from './role-rows.ts';
import { scalesById } from './scales.ts';

interface StoredRole {
  readonly id: string;
  readonly title: string;
  readonly family: string | null;
  readonly stack: string;
  readonly facts: string;
  readonly sourceDocumentId: string | null;
  readonly packId: string | null;
  readonly ladderId: string | null;
  readonly createdAt: string;
  readonly deletedAt: string | null;
  readonly archivedAt: string | null;
}

/** Reads a role spec whole; undefined when there is none of that id. */
export function loadRole(sqlite: Database, id: string): RoleSpec | undefined {
  const role = readRole(sqlite, id);
  if (!role) return undefined;
  const scales = scalesById(databaseOver(sqlite));
  return {
    ...contentOf(sqlite, role, readRequirements(sqlite, id, scales)),
    id,
    source:
      (prepared(sqlite, 'SELECT name, format, url, importedAt, sha256 FROM sourceDocument WHERE id = ?').get(
        role.sourceDocumentId,
      ) as RoleSpec['source'] | undefined) ?? null,
    pack:
      (prepared(sqlite, 'SELECT id, name, author, licence, version, attribution FROM pack WHERE id = ?').get(
        role.packId,
      ) as RoleSpec['pack'] | undefined) ?? null,
    pin:
      (prepared(sqlite, 'SELECT roleSpecId AS roleId, targetOn, pinnedAt FROM pin WHERE roleSpecId = ?').get(id) as
        | RoleSpec['pin']
        | undefined) ?? null,
    createdAt: role.createdAt,
    deletedAt: role.deletedAt,
    archivedAt: role.archivedAt,
    ladderSpec: role.ladderId === null ? null : (loadLadderSpec(sqlite, role.ladderId) ?? null),
    ladder: siblings(sqlite, role),
    ownEdits: 0,
  };
}

/** The content of a role spec alone, its scales under their ids; undefined when there is none of that id. */
export function loadContent(sqlite: Database, id: string): RoleContent | undefined {
  const role = readRole(sqlite, id);
  if (!role) return undefined;
  const requirements = readRequirements(sqlite, id, new Map()).map(
    ({ id: _id, competencyId: _competencyId, scaleLevels: _scaleLevels, ...content }) => content,
  );
  return contentOf(sqlite, role, requirements);
}

/** What a document says of a ladder as a whole. */
export function loadLadderSpec(sqlite: Database, id: string): RoleLadder | undefined {
  const row = prepared(
    sqlite,
    'SELECT id, title, tagline, summary, faqs, shortRows, facts, sections FROM ladder WHERE id = ?',
  ).get(id) as (Pick<RoleLadder, 'id' | 'title' | 'tagline' | 'summary'> & Record<string, string>) | undefined;
  if (!row) return undefined;
  return {
    ...row,
    faqs: JSON.parse(row.faqs ?? '[]') as RoleLadder['faqs'],
    shortRows: JSON.parse(row.shortRows ?? '[]') as RoleLadder['shortRows'],
    facts: JSON.parse(row.facts ?? '[]') as RoleLadder['facts'],
    sections: JSON.parse(row.sections ?? '[]') as RoleLadder['sections'],
  };
}

function readRole(sqlite: Database, id: string): StoredRole | undefined {
  return prepared(sqlite, 'SELECT * FROM roleSpec WHERE id = ?').get(id) as StoredRole | undefined;
}

function contentOf<Asked>(
  sqlite: Database,
  role: StoredRole,
  requirements: Asked[],
): Omit<RoleContent, 'requirements'> & { requirements: Asked[] } {
  const lists = tableLists
    .filter((list) => list !== 'requirements')
    .map((list) => [list, readRows(sqlite, list, role.id).map((row) => valuesOf(row, columnsOf(list)))]);
  // the tables hold what the contract's schema let through, column for value
  return { ...valuesOf(role, roleColumns), ...Object.fromEntries(lists), requirements };
}

function readRequirements(sqlite: Database, id: string, scales: ReadonlyMap<string, Scale>): Requirement[] {
  return readRows(sqlite, 'requirements', id).map(
    (row) =>
      ({
        ...valuesOf(row, columnsOf('requirements')),
        id: row.id,
        competencyId: row.competencyId,
        scaleLevels: scales.get(row.scaleId as string) ?? null,
      }) as Requirement,
  );
}

function readRows(sqlite: Database, list: RoleList, roleId: string): Values[] {
  const sql = `SELECT * FROM ${roleLists[list].table} WHERE roleSpecId = ? ORDER BY rank`;
  return prepared(sqlite, sql).all(roleId) as Values[];
}

/** The other levels: of its ladder, or of its family in the same pack. */
function siblings(sqlite: Database, role: StoredRole): RoleSpec['ladder'] {
  const columns = 'SELECT id, title, levelCode FROM roleSpec WHERE id <> ? AND deletedAt IS NULL AND';
  if (role.ladderId !== null)
    return prepared(sqlite, `${columns} ladderId = ? ORDER BY levelOrder, title`).all(
      role.id,
      role.ladderId,
    ) as RoleSpec['ladder'];
  if (role.family === null) return [];
  return prepared(sqlite, `${columns} family = ? AND packId IS ? ORDER BY levelOrder, title`).all(
    role.id,
    role.family,
    role.packId,
  ) as RoleSpec['ladder'];
}
