/** Roles of the library as a pack, for others to read. */
import type { Database } from 'better-sqlite3';
import { AppError } from '../../shared/api/errors.ts';
import { DEFAULT_SCALE, type RoleContent } from '../../shared/api/role-content.ts';
import { type CompetencyContent, type LadderContent, RolePack } from '../../shared/api/role-pack.ts';
import { comparedForm } from '../../shared/domain/compared-form.ts';
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
  const ladders = laddersOf(sqlite, found);
  const used = new Set([
    ...roles.flatMap((role) => role.requirements.map((one) => one.scale)),
    ...ladders.flatMap((ladder) => ladder.matrix?.scale ?? []),
  ]);
  return {
    format: 'cairn-rolepack',
    formatVersion: 2,
    ...('packId' in wanted ? cardOf(sqlite, wanted.packId) : ownCard(wanted, today)),
    scales: [...scalesById(sqlite).values()]
      .filter((scale) => scale.id !== DEFAULT_SCALE && used.has(scale.id))
      .map((scale) => ({ key: scale.id, name: scale.name, levels: [...scale.levels] })),
    competencies: competenciesOf(
      sqlite,
      found.map((row) => row.id),
      roles,
    ),
    ladders,
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

/**
 * The competencies the roles ask for and those above them, as the packs the roles came from define them. What the user
 * added to a competency (aliases, a place under another, words of their own) is of their record and stays out.
 */
function competenciesOf(
  sqlite: Database,
  roleIds: readonly string[],
  roles: readonly RoleContent[],
): CompetencyContent[] {
  const sources = prepared(
    sqlite,
    `SELECT DISTINCT b.bytes FROM roleSpec r JOIN sourceDocument d ON d.id = r.sourceDocumentId
     JOIN sourceBytes b ON b.sha256 = d.sha256 WHERE d.format = 'role-pack' AND r.id IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify(roleIds)) as { bytes: Buffer }[];
  const defined = new Map<string, CompetencyContent>();
  for (const { bytes } of sources) {
    const pack = RolePack.safeParse(JSON.parse(bytes.toString('utf8')));
    for (const one of pack.success ? pack.data.competencies : []) defined.set(comparedForm(one.name), one);
  }
  const wanted = new Map<string, CompetencyContent>();
  const add = (name: string) => {
    const form = comparedForm(name);
    if (wanted.has(form)) return;
    const one = defined.get(form) ?? { name, aliases: [] };
    wanted.set(form, one);
    if (one.parent !== undefined) add(one.parent);
  };
  for (const role of roles) for (const asked of role.requirements) add(asked.competency);
  return [...wanted.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** What is said of the ladders as a whole; the cells of their matrices stand in the requirements of the roles. */
function laddersOf(sqlite: Database, rows: readonly { ladderId: string | null }[]): LadderContent[] {
  const ids = new Set(rows.flatMap((row) => row.ladderId ?? []));
  return [...ids].flatMap((id) => {
    const spec = loadLadderSpec(sqlite, id);
    const stored = prepared(sqlite, 'SELECT family, scaleId, countsThroughParents FROM ladder WHERE id = ?').get(id) as
      | { family: string; scaleId: string | null; countsThroughParents: number }
      | undefined;
    if (!spec || !stored) return [];
    const { family, scaleId, countsThroughParents } = stored;
    const { tagline, summary, title, faqs, shortRows, facts, sections } = spec;
    return [
      {
        family,
        title,
        ...(scaleId === null
          ? {}
          : { matrix: { scale: scaleId, countsThroughParents: countsThroughParents === 1, skills: [] } }),
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
