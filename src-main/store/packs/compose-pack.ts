/** Roles of the library as a pack, for others to read. */

import { AppError } from '../../../shared/api/errors.ts';
import type { RoleContent } from '../../../shared/api/role-content.ts';
import { type CompetencyContent, type LadderContent, RolePack } from '../../../shared/api/role-pack.ts';
import { comparedForm } from '../../../shared/domain/names/compared-form.ts';
import { foldLetters } from '../../../shared/domain/names/fold.ts';
import { defaultScale } from '../../../shared/vocabulary/role-shape.ts';
import type { ReadableDatabase } from '../../db/database.ts';
import { oneOf, query } from '../../db/query.ts';
import { loadContent, loadLadderSpec } from '../roles/load-role.ts';
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
export function composePack(db: ReadableDatabase, wanted: Wanted, today: string): RolePack {
  const stored = query.selectFrom('roleSpec').select(['id', 'ladderId']).where('deletedAt', 'is', null);
  const found =
    'packId' in wanted
      ? db.all(stored.where('packId', '=', wanted.packId).orderBy('family').orderBy('levelOrder').orderBy('title'))
      : wanted.roleIds.flatMap((id) => db.first(stored.where('id', '=', id)) ?? []);
  const roles = found.flatMap((row) => loadContent(db, row.id) ?? []);
  if (roles.length === 0) throw new AppError('NOT_FOUND', 'None of these roles is here any more. No file was made.');
  const sources = sourcesOf(
    db,
    found.map((row) => row.id),
  );
  const ladders = laddersOf(db, found);
  const used = new Set([
    ...roles.flatMap((role) => role.requirements.map((requirement) => requirement.scale)),
    ...ladders.flatMap((ladder) => ladder.matrix?.scale ?? []),
  ]);
  return {
    format: 'cairn-rolepack',
    formatVersion: 2,
    ...('packId' in wanted ? installedCard(db, wanted.packId, { sources, roles }, today) : ownCard(wanted, today)),
    scales: [...scalesById(db).values()]
      .filter((scale) => scale.id !== defaultScale && used.has(scale.id))
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
function installedCard(db: ReadableDatabase, packId: string, composed: Composed, today: string): Card {
  const { attribution, description, ...rest } = db.one(
    query
      .selectFrom('pack')
      .select(['id', 'name', 'version', 'author', 'licence', 'attribution', 'description'])
      .where('id', '=', packId),
  );
  const descriptionIfAny = description ? { description } : {};
  if (!isChanged(db, packId, composed))
    return { ...rest, ...(attribution ? { attribution } : {}), ...descriptionIfAny };
  const { id, name, version, author, licence } = rest;
  const who = db.one(query.selectFrom('profile').select('name')).name || 'Unnamed';
  return {
    id: `${id.slice(0, 80)}-changed-by-${slugOf(who).slice(0, 27) || 'unnamed'}`,
    name: `${name.slice(0, 480)} (changed)`,
    version: `${version.slice(0, 29)}+${today}`,
    author: `${who.slice(0, 120)}, based on ${name.slice(0, 160)} by ${author}`.slice(0, 500),
    licence,
    attribution: `${attribution || `${name} ${version} · ${author} · ${licence}.`} Changed by ${who} on ${today}.`,
    ...descriptionIfAny,
  };
}

/** Whether a pack is not as it was read: a role was edited or taken out. What the user calls a competency is not in it. */
function isChanged(db: ReadableDatabase, packId: string, { sources, roles }: Composed): boolean {
  const edited = db.first(
    query
      .selectFrom('roleSpec')
      .leftJoin('roleBase', 'roleBase.roleSpecId', 'roleSpec.id')
      .select('id')
      .where('packId', '=', packId)
      .where(({ or, eb }) => or([eb('deletedAt', 'is not', null), eb('roleBase.roleSpecId', 'is not', null)]))
      .limit(1),
  );
  return edited !== undefined || sources.some((source) => source.id === packId && source.roles.length > roles.length);
}

/** Letters and figures joined by hyphens, as the id of a pack is written. */
function slugOf(name: string): string {
  return foldLetters(name)
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
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
function sourcesOf(db: ReadableDatabase, roleIds: readonly string[]): RolePack[] {
  const sources = db.all(
    query
      .selectFrom('roleSpec')
      .innerJoin('sourceDocument', 'sourceDocument.id', 'roleSpec.sourceDocumentId')
      .innerJoin('sourceBytes', 'sourceBytes.sha256', 'sourceDocument.sha256')
      .select('bytes')
      .distinct()
      .where('format', '=', 'role-pack')
      .where('roleSpec.id', 'in', oneOf(roleIds)),
  );
  return sources.flatMap(({ bytes }) => {
    const pack = RolePack.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8')));
    return pack.success ? [pack.data] : [];
  });
}

/**
 * The competencies the roles ask for and those above them, as the packs the roles came from define them. What the user
 * added to a competency (aliases, a place under another, words of their own) is of their record and stays out.
 */
function competenciesOf(sources: readonly RolePack[], roles: readonly RoleContent[]): CompetencyContent[] {
  // a role may ask for it by an alias; a name goes before another's alias
  const all = sources.flatMap(({ competencies }) => competencies);
  const defined = new Map([
    ...all.flatMap((competency) => competency.aliases.map((alias) => [comparedForm(alias), competency] as const)),
    ...all.map((competency) => [comparedForm(competency.name), competency] as const),
  ]);
  const wanted = new Map<string, CompetencyContent>();
  const add = (name: string) => {
    const competency = defined.get(comparedForm(name)) ?? { name, aliases: [] };
    const form = comparedForm(competency.name);
    if (wanted.has(form)) return;
    wanted.set(form, competency);
    if (competency.parent !== undefined) add(competency.parent);
  };
  for (const role of roles) for (const asked of role.requirements) add(asked.competency);
  return [...wanted.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** What is said of the ladders as a whole; the cells of their matrices stand in the requirements of the roles. */
function laddersOf(db: ReadableDatabase, rows: readonly { ladderId: string | null }[]): LadderContent[] {
  const ids = new Set(rows.flatMap((row) => row.ladderId ?? []));
  return [...ids].flatMap((id) => {
    const spec = loadLadderSpec(db, id);
    const stored = db.first(
      query.selectFrom('ladder').select(['family', 'scaleId', 'countsThroughParents']).where('id', '=', id),
    );
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
