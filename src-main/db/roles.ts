/** Role specs to and from their tables. */
import type { Kysely } from 'kysely';
import type { Requirement, RoleSpec } from '../../shared/api/role.ts';
import {
  type Block,
  DEFAULT_SCALE,
  type ListItem,
  type RoleContent,
  type RolePack,
} from '../../shared/api/role-content.ts';
import { addAlias, competencyFinder, readScales } from './competencies.ts';
import type { Tables } from './schema.ts';

interface Storing {
  readonly db: Kysely<Tables>;
  readonly newId: () => string;
  readonly now: string;
}

interface Origins {
  readonly sourceDocumentId: string | null;
  readonly packId: string | null;
  /** Prefix of the pack's own scale keys, so that two packs may use one key for different scales. */
  readonly scaleId: (key: string) => string;
}

/** Stores a role document whole and answers its id. */
export async function storeRole(
  storing: Storing,
  role: RoleContent,
  origins: Origins,
  find = competencyFinder(storing.db, storing),
): Promise<string> {
  const { db, newId, now } = storing;
  const roleSpecId = newId();
  await db
    .insertInto('roleSpec')
    .values({
      id: roleSpecId,
      title: role.title,
      family: role.family ?? null,
      levelCode: role.levelCode ?? null,
      levelOrder: role.levelOrder ?? null,
      mission: role.mission ?? null,
      tourOfDuty: role.tourOfDuty ?? null,
      summary: role.summary ?? null,
      effectiveOn: role.effectiveOn ?? null,
      sourceDocumentId: origins.sourceDocumentId,
      packId: origins.packId,
      words: wordsOf(role),
      createdAt: now,
      updatedAt: now,
      deletedAt: null,
    })
    .execute();
  const row = (
    rank: number,
    origin: { section?: number | undefined; line?: number | undefined; words?: string | undefined },
  ) => ({
    id: newId(),
    roleSpecId,
    rank,
    section: origin.section ?? null,
    line: origin.line ?? null,
    words: origin.words ?? null,
  });
  for (const [rank, one] of role.requirements.entries()) {
    await db
      .insertInto('requirement')
      .values({
        ...row(rank, one),
        competencyId: await find(one.competency),
        name: one.competency,
        kind: one.kind,
        level: one.level,
        scaleId: one.level === null ? null : origins.scaleId(one.scale),
        importance: one.importance,
        isMandatory: one.isMandatory ? 1 : 0,
        tier: one.tier ?? null,
        blurb: one.blurb ?? null,
        keyRank: one.keyRank ?? null,
        details: JSON.stringify(one.details),
      })
      .execute();
  }
  for (const [rank, one] of role.responsibilities.entries()) {
    await db
      .insertInto('responsibility')
      .values({
        ...row(rank, one),
        group: one.group ?? null,
        number: one.number ?? null,
        lead: one.lead ?? null,
        text: one.text,
      })
      .execute();
  }
  for (const [rank, one] of role.kpis.entries()) {
    const { name, category = null, measures = null, why = null, target = null, frequency = null } = one;
    await db
      .insertInto('kpi')
      .values({ ...row(rank, one), name, category, measures, why, target, frequency })
      .execute();
  }
  for (const [rank, one] of role.tools.entries()) {
    const { name, category = null, use = null, adoption = null } = one;
    await db
      .insertInto('tool')
      .values({ ...row(rank, one), name, category, use, adoption })
      .execute();
  }
  for (const [rank, one] of role.milestones.entries()) {
    await db
      .insertInto('milestone')
      .values({ ...row(rank, one), horizon: one.horizon, text: one.text })
      .execute();
  }
  for (const [rank, one] of role.links.entries()) {
    const { kind, title, family = null, levelCode = null, tourOfDuty = null, note = null } = one;
    await db
      .insertInto('roleLink')
      .values({ ...row(rank, one), kind, title, family, levelCode, tourOfDuty, note })
      .execute();
  }
  for (const [rank, one] of role.gapPairs.entries()) {
    await db
      .insertInto('gapPair')
      .values({ ...row(rank, one), theme: one.theme ?? null, from: one.from, to: one.to })
      .execute();
  }
  for (const [rank, one] of role.sections.entries()) {
    await db
      .insertInto('section')
      .values({
        id: newId(),
        roleSpecId,
        rank,
        depth: one.depth,
        number: one.number ?? null,
        heading: one.heading,
        qualifier: one.qualifier ?? null,
        blocks: JSON.stringify(one.blocks),
      })
      .execute();
  }
  return roleSpecId;
}

/** Stores a pack: its scales, its competencies with aliases and parents, its roles. Answers the ids of the roles. */
export async function storePack(storing: Storing, pack: RolePack, sourceDocumentId: string | null): Promise<string[]> {
  const { db } = storing;
  const find = competencyFinder(db, storing);
  const scaleId = (key: string) =>
    key === DEFAULT_SCALE || !pack.scales.some((scale) => scale.key === key) ? DEFAULT_SCALE : `${pack.id}/${key}`;
  for (const scale of pack.scales) {
    const values = { name: scale.name, levels: JSON.stringify(scale.levels) };
    await db
      .insertInto('scale')
      .values({ id: `${pack.id}/${scale.key}`, ...values })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
  }
  for (const one of pack.competencies) {
    const id = await find(one.name);
    for (const alias of one.aliases) await addAlias(db, id, alias);
    const known = await db
      .selectFrom('competency')
      .select(['description', 'parentId'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const parentId = one.parent && known.parentId === null ? await find(one.parent) : known.parentId;
    const description = known.description || (one.description ?? '');
    await db
      .updateTable('competency')
      .set({ description, parentId: parentId === id ? null : parentId })
      .where('id', '=', id)
      .execute();
  }
  const card = {
    name: pack.name,
    version: pack.version,
    author: pack.author,
    licence: pack.licence,
    attribution: pack.attribution ?? '',
    installedAt: storing.now,
  };
  await db
    .insertInto('pack')
    .values({ id: pack.id, ...card })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(card))
    .execute();
  const ids: string[] = [];
  for (const role of pack.roles)
    ids.push(await storeRole(storing, role, { sourceDocumentId, packId: pack.id, scaleId }, find));
  return ids;
}

/** Reads a role spec whole; undefined when there is none of that id. */
export async function loadRole(db: Kysely<Tables>, id: string): Promise<RoleSpec | undefined> {
  const role = await db.selectFrom('roleSpec').selectAll().where('id', '=', id).executeTakeFirst();
  if (!role) return undefined;
  const rowsOf = <Table extends 'responsibility' | 'kpi' | 'tool' | 'milestone' | 'roleLink' | 'gapPair' | 'section'>(
    table: Table,
  ) =>
    db
      .selectFrom(table as 'responsibility')
      .selectAll()
      .where('roleSpecId', '=', id)
      .orderBy('rank')
      .execute() as unknown as Promise<Stored<Table>[]>;
  const [responsibilities, kpis, tools, milestones, links, gapPairs, sections, requirements, scales, pin] = [
    await rowsOf('responsibility'),
    await rowsOf('kpi'),
    await rowsOf('tool'),
    await rowsOf('milestone'),
    await rowsOf('roleLink'),
    await rowsOf('gapPair'),
    await rowsOf('section'),
    await db.selectFrom('requirement').selectAll().where('roleSpecId', '=', id).orderBy('rank').execute(),
    await readScales(db),
    await db.selectFrom('pin').selectAll().where('roleSpecId', '=', id).executeTakeFirst(),
  ];
  const source = role.sourceDocumentId
    ? await db.selectFrom('sourceDocument').selectAll().where('id', '=', role.sourceDocumentId).executeTakeFirst()
    : undefined;
  const pack = role.packId
    ? await db.selectFrom('pack').selectAll().where('id', '=', role.packId).executeTakeFirst()
    : undefined;
  const ladder = role.family
    ? await db
        .selectFrom('roleSpec')
        .select(['id', 'title', 'levelCode'])
        .where('family', '=', role.family)
        .where('id', '!=', role.id)
        .where('deletedAt', 'is', null)
        .where('packId', role.packId ? '=' : 'is', role.packId)
        .orderBy('levelOrder')
        .orderBy('title')
        .execute()
    : [];
  const withoutKeys = <Row extends object>(row: Row) => withoutNulls(row, ['id', 'roleSpecId', 'rank']);
  return {
    ...(withoutNulls(role, [
      'id',
      'createdAt',
      'updatedAt',
      'deletedAt',
      'words',
      'sourceDocumentId',
      'packId',
    ]) as unknown as Pick<RoleContent, 'title'>),
    id: role.id,
    requirements: requirements.map(
      (row): Requirement => ({
        ...(withoutNulls(row, [
          'roleSpecId',
          'rank',
          'name',
          'scaleId',
          'level',
          'importance',
          'isMandatory',
          'details',
        ]) as unknown as Requirement),
        competency: row.name,
        level: row.level,
        scale: row.scaleId ?? DEFAULT_SCALE,
        scaleLevels: row.scaleId ? (scales.get(row.scaleId) ?? null) : null,
        importance: row.importance,
        isMandatory: row.isMandatory === 1,
        details: JSON.parse(row.details) as Requirement['details'],
      }),
    ),
    responsibilities: responsibilities.map(withoutKeys) as unknown as RoleContent['responsibilities'],
    kpis: kpis.map(withoutKeys) as unknown as RoleContent['kpis'],
    tools: tools.map(withoutKeys) as unknown as RoleContent['tools'],
    milestones: milestones.map(withoutKeys) as unknown as RoleContent['milestones'],
    links: links.map(withoutKeys) as unknown as RoleContent['links'],
    gapPairs: gapPairs.map(withoutKeys) as unknown as RoleContent['gapPairs'],
    sections: sections.map((row) => ({
      ...withoutKeys(row),
      blocks: JSON.parse(row.blocks) as Block[],
    })) as unknown as RoleContent['sections'],
    source: source
      ? {
          name: source.name,
          format: source.format,
          url: source.url,
          importedAt: source.importedAt,
          sha256: source.sha256,
        }
      : null,
    pack: pack
      ? { id: pack.id, name: pack.name, author: pack.author, licence: pack.licence, version: pack.version }
      : null,
    pin: pin ? { roleId: pin.roleSpecId, targetOn: pin.targetOn, pinnedAt: pin.pinnedAt } : null,
    createdAt: role.createdAt,
    deletedAt: role.deletedAt,
    ladder,
  };
}

type Stored<Table extends keyof Tables> = { [Column in keyof Tables[Table]]: Tables[Table][Column] };

/** A row without its keys and without what is not there: in the contract an absent value is absent. */
function withoutNulls<Row extends object>(row: Row, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).filter(([key, value]) => value !== null && !keys.includes(key)));
}

/** Every word of the document, once, for search. */
function wordsOf(role: RoleContent): string {
  const listWords = (items: readonly ListItem[]): string[] =>
    items.flatMap((item) => [item.inlines.map((inline) => inline.text).join(''), ...listWords(item.items ?? [])]);
  const blockWords = (block: Block): string[] => {
    if (block.kind === 'list') return listWords(block.items);
    if (block.kind === 'table') return [...block.head, ...block.rows.flat()];
    return [block.inlines.map((inline) => inline.text).join('')];
  };
  const prose = role.sections.flatMap((section) => [section.heading, ...section.blocks.flatMap(blockWords)]);
  const typed = [
    ...role.requirements.flatMap((one) => [
      one.competency,
      one.blurb ?? '',
      ...one.details.map((detail) => detail.text),
    ]),
    ...role.responsibilities.map((one) => `${one.lead ?? ''} ${one.text}`),
    ...role.kpis.flatMap((one) => [one.name, one.measures ?? '', one.why ?? '', one.target ?? '']),
    ...role.tools.flatMap((one) => [one.name, one.use ?? '']),
    ...role.milestones.map((one) => one.text),
    ...role.links.flatMap((one) => [one.title, one.note ?? '', one.tourOfDuty ?? '']),
    ...role.gapPairs.flatMap((one) => [one.theme ?? '', one.from, one.to]),
  ];
  const seen = new Set(
    [role.mission ?? '', role.tourOfDuty ?? '', role.summary ?? '', ...prose, ...typed]
      .map((text) => text.trim())
      .filter(Boolean),
  );
  return [...seen].join('\n').slice(0, 400_000);
}
