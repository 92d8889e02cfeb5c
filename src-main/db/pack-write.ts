/** Roles of the library as a pack, for others to read. */
import type { Database } from 'better-sqlite3';
import { AppError } from '../../shared/api/errors.ts';
import { DEFAULT_SCALE, type RoleContent } from '../../shared/api/role-content.ts';
import type { CompetencyContent, LadderContent, RolePack } from '../../shared/api/role-pack.ts';
import { loadContent, loadLadderSpec } from './role-load.ts';
import { scalesById } from './scales.ts';
import { prepared } from './statement-cache.ts';

type Wanted =
  | { readonly packId: string }
  | { readonly roleIds: readonly string[]; readonly name: string; readonly author: string };

type Card = Pick<RolePack, 'id' | 'name' | 'version' | 'author' | 'licence'> & Partial<RolePack>;

/**
 * A pack of one installed pack’s roles, or of chosen roles. What it holds is what is here: the user’s edits are in it.
 * A pack of one’s own states no licence but that of its author.
 */
export function composePack(sqlite: Database, wanted: Wanted, today: string): RolePack {
  const rows = (
    'packId' in wanted
      ? prepared(
          sqlite,
          'SELECT id, ladderId FROM roleSpec WHERE packId = ? AND deletedAt IS NULL ORDER BY family, levelOrder, title',
        ).all(wanted.packId)
      : wanted.roleIds.map((id) =>
          prepared(sqlite, 'SELECT id, ladderId FROM roleSpec WHERE id = ? AND deletedAt IS NULL').get(id),
        )
  ) as ({ id: string; ladderId: string | null } | undefined)[];
  const found = rows.flatMap((row) => row ?? []);
  const roles = found.flatMap((row) => loadContent(sqlite, row.id) ?? []);
  if (roles.length === 0) throw new AppError('NOT_FOUND', 'None of these roles is here any more. No file was made.');
  const used = new Set(roles.flatMap((role) => role.requirements.map((one) => one.scale)));
  return {
    format: 'cairn-rolepack',
    formatVersion: 2,
    ...('packId' in wanted ? cardOf(sqlite, wanted.packId) : ownCard(wanted, today)),
    scales: [...scalesById(sqlite).values()]
      .filter((scale) => scale.id !== DEFAULT_SCALE && used.has(scale.id))
      .map((scale) => ({ key: scale.id, name: scale.name, levels: [...scale.levels] })),
    competencies: competenciesOf(sqlite, roles),
    ladders: laddersOf(sqlite, found),
    roles,
  };
}

function cardOf(sqlite: Database, packId: string): Card {
  const card = prepared(
    sqlite,
    'SELECT id, name, version, author, licence, attribution, description FROM pack WHERE id = ?',
  ).get(packId) as Required<Pick<RolePack, 'attribution' | 'description'>> & Card;
  const { attribution, description, ...rest } = card;
  return { ...rest, ...(attribution ? { attribution } : {}), ...(description ? { description } : {}) };
}

function ownCard({ name, author }: { name: string; author: string }, today: string): Card {
  const id = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return {
    id: id.slice(0, 120) || 'roles',
    name,
    version: today,
    author: author || 'Unnamed',
    licence: 'Ask the author',
  };
}

/** The competencies the roles ask for and those above them, with aliases and parents. */
function competenciesOf(sqlite: Database, roles: readonly RoleContent[]): CompetencyContent[] {
  const names = [...new Set(roles.flatMap((role) => role.requirements.map((one) => one.competency)))];
  const rows = prepared(
    sqlite,
    `WITH RECURSIVE wanted(id) AS (
       SELECT competencyId FROM competencyName WHERE name IN (SELECT value FROM json_each(?))
       UNION SELECT c.parentId FROM wanted JOIN competency c ON c.id = wanted.id WHERE c.parentId IS NOT NULL)
     SELECT c.name, c.description, p.name AS parent,
       (SELECT json_group_array(n.name) FROM competencyName n WHERE n.competencyId = c.id AND n.isAlias) AS aliases
     FROM wanted JOIN competency c ON c.id = wanted.id LEFT JOIN competency p ON p.id = c.parentId ORDER BY c.name`,
  ).all(JSON.stringify(names)) as { name: string; description: string; parent: string | null; aliases: string }[];
  return rows.map(({ name, description, parent, aliases }) => ({
    name,
    aliases: (JSON.parse(aliases) as string[]).slice(0, 40),
    ...(parent === null ? {} : { parent }),
    ...(description ? { description } : {}),
  }));
}

/** What is said of the ladders as a whole; their matrices stand in the requirements of the roles. */
function laddersOf(sqlite: Database, rows: readonly { ladderId: string | null }[]): LadderContent[] {
  const ids = new Set(rows.flatMap((row) => row.ladderId ?? []));
  return [...ids].flatMap((id) => {
    const spec = loadLadderSpec(sqlite, id);
    const family = prepared(sqlite, 'SELECT family FROM ladder WHERE id = ?').get(id) as { family: string } | undefined;
    if (!spec || !family) return [];
    const { tagline, summary, title, faqs, shortRows, facts, sections } = spec;
    return [
      {
        ...family,
        title,
        ...(tagline === null ? {} : { tagline }),
        ...(summary === null ? {} : { summary }),
        faqs: [...faqs],
        shortRows: [...shortRows],
        facts: [...facts],
        sections: [...sections],
      },
    ];
  });
}
