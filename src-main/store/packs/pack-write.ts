/** Roles of the library as a pack, for others to read. */
import type { Database } from 'better-sqlite3';
import { AppError } from '../../../shared/api/errors.ts';
import { DEFAULT_SCALE, type RoleContent } from '../../../shared/api/role-content.ts';
import { type CompetencyContent, type LadderContent, RolePack } from '../../../shared/api/role-pack.ts';
import { comparedForm } from '../../../shared/domain/names/compared-form.ts';
import { prepared } from '../../db/statement-cache.ts';
import { loadContent, loadLadderSpec } from '../roles/role-load.ts';
import { scalesById } from '../roles/scales.ts';

type Wanted =
  | { readonly packId: string }
  | { readonly roleIds: readonly string[]; readonly name: string; readonly author: string };

type Card = Pick<RolePack, 'id' | 'name' | 'version' | 'author' | 'licence'> & Partial<RolePack>;

/**
 * A pack of one installed pack’s roles, or of chosen roles. What it holds is what is here: the user’s edits are in it, and
 * an installed pack that was changed says so, under an id and an author of its own. A pack of one’s own states no licence
 * but that of its author.
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
  const sources = sourcesOf(
    sqlite,
    found.map((row) => row.id),
  );
  const ladders = laddersOf(sqlite, found);
  const used = new Set([
    ...roles.flatMap((role) => role.requirements.map((one) => one.scale)),
    ...ladders.flatMap((ladder) => ladder.matrix?.scale ?? []),
  ]);
  return {
    format: 'cairn-rolepack',
    formatVersion: 2,
    ...('packId' in wanted ? installedCard(sqlite, wanted.packId, { sources, roles }, today) : ownCard(wanted, today)),
    scales: [...scalesById(sqlite).values()]
      .filter((scale) => scale.id !== DEFAULT_SCALE && used.has(scale.id))
      .map((scale) => ({ key: scale.id, name: scale.name, levels: [...scale.levels] })),
    competencies: competenciesOf(sources, roles),
    ladders,
    roles,
  };
}

interface Composed {
  /** The packs its roles were read from, as they were read. */
  readonly sources: readonly RolePack[];
  readonly roles: readonly RoleContent[];
}

/** The card of an installed pack; of one that was changed here, a card that says who did and keeps licence and credit. */
function installedCard(sqlite: Database, packId: string, composed: Composed, today: string): Card {
  const card = prepared(
    sqlite,
    'SELECT id, name, version, author, licence, attribution, description FROM pack WHERE id = ?',
  ).get(packId) as Required<Pick<RolePack, 'attribution' | 'description'>> & Card;
  const { attribution, description, ...rest } = card;
  const said = description ? { description } : {};
  if (!isChanged(sqlite, packId, composed)) return { ...rest, ...(attribution ? { attribution } : {}), ...said };
  const { id, name, version, author, licence } = rest;
  const who = (prepared(sqlite, `SELECT name FROM profile WHERE id = 'me'`).pluck().get() as string) || 'Unnamed';
  return {
    id: `${id.slice(0, 80)}-changed-by-${slugOf(who).slice(0, 27) || 'unnamed'}`,
    name: `${name.slice(0, 480)} (changed)`,
    version: `${version.slice(0, 29)}+${today}`,
    author: `${who.slice(0, 120)}, based on ${name.slice(0, 160)} by ${author}`.slice(0, 500),
    licence,
    attribution: `${attribution || `${name} ${version} · ${author} · ${licence}.`} Changed by ${who} on ${today}.`,
    ...said,
  };
}

/** Whether a pack is not as it was read: a role was edited or taken out. What the user calls a competency is not in it. */
function isChanged(sqlite: Database, packId: string, { sources, roles }: Composed): boolean {
  const edited = prepared(
    sqlite,
    `SELECT 1 FROM roleSpec r WHERE packId = ?
       AND (deletedAt IS NOT NULL OR EXISTS (SELECT 1 FROM roleBase b WHERE b.roleSpecId = r.id)) LIMIT 1`,
  ).get(packId);
  return edited !== undefined || sources.some((source) => source.id === packId && source.roles.length > roles.length);
}

/** Letters and figures joined by hyphens, as the id of a pack is written. */
function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}

function ownCard({ name, author }: { name: string; author: string }, today: string): Card {
  return {
    id: slugOf(name).slice(0, 120) || 'roles',
    name,
    version: today,
    author: author || 'Unnamed',
    licence: 'Ask the author',
  };
}

/** The packs that roles were read from. */
function sourcesOf(sqlite: Database, roleIds: readonly string[]): RolePack[] {
  const sources = prepared(
    sqlite,
    `SELECT DISTINCT b.bytes FROM roleSpec r JOIN sourceDocument d ON d.id = r.sourceDocumentId
     JOIN sourceBytes b ON b.sha256 = d.sha256 WHERE d.format = 'role-pack' AND r.id IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify(roleIds)) as { bytes: Buffer }[];
  return sources.flatMap(({ bytes }) => {
    const pack = RolePack.safeParse(JSON.parse(bytes.toString('utf8')));
    return pack.success ? [pack.data] : [];
  });
}

/**
 * The competencies the roles ask for and those above them, as the packs the roles came from define them. What the user
 * added to a competency (aliases, a place under another, words of their own) is of their record and stays out.
 */
function competenciesOf(sources: readonly RolePack[], roles: readonly RoleContent[]): CompetencyContent[] {
  const defined = new Map<string, CompetencyContent>();
  for (const { competencies } of sources) for (const one of competencies) defined.set(comparedForm(one.name), one);
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
