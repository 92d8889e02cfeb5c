/** Documents of several roles into their tables: ladders, packs. Runs in the transaction of its caller. */
import type { Database } from 'better-sqlite3';
import type { RoleContent } from '../../../shared/api/role-content.ts';
import type { LadderContent, RoleLibrary, RolePack } from '../../../shared/api/role-pack.ts';
import { expandMatrix, rolesOfLadder } from '../../../shared/domain/ladder/matrix.ts';
import { comparedForm } from '../../../shared/domain/names/compared-form.ts';
import { prepared } from '../../db/statement-cache.ts';
import { addAliasOf, competencyNamer } from '../competencies/name-competency.ts';
import { insertSql } from '../roles/role-rows.ts';
import { type Storing, storeRole } from '../roles/role-store.ts';
import { storeScales } from '../roles/scales.ts';

interface LibraryOrigins {
  readonly sourceDocumentId: string | null;
  readonly packId: string | null;
  /** Roles of the library that go into ones already here, by their place: they are not stored again. */
  readonly leftOut?: ReadonlySet<number>;
  /** Ladders that are here already, by family: the document speaks of those. */
  readonly ladderIds?: ReadonlyMap<string, string>;
  /** Leaves what is said of those ladders as it is. */
  readonly keepsLadders?: boolean;
}

/** Tells how far it is, and may wait; throws to stop. */
export type Pace = (done: number, total: number) => Promise<void>;

/** Stores ladders, competencies and roles; answers the ids of the roles in their order (null for one left out). */
export async function storeLibrary(
  storing: Storing,
  library: RoleLibrary,
  origins: LibraryOrigins,
  pace: Pace = async () => undefined,
): Promise<(string | null)[]> {
  const { sqlite } = storing;
  const scaleId = storeScales(sqlite, library.scales);
  const nameCompetency = competencyNamer(sqlite, storing);
  storeCompetencies(sqlite, library, nameCompetency);
  const ladderIds = new Map(
    library.ladders.map((ladder) => [ladder.family, storeLadder(storing, ladder, origins, scaleId)]),
  );
  const ids: (string | null)[] = [];
  const roles = withLevelOrder(expandMatrix(library), library);
  for (const [index, role] of roles.entries()) {
    await pace(index, roles.length);
    if (origins.leftOut?.has(index)) ids.push(null);
    else {
      const ladderId = ladderIds.get(role.family ?? '') ?? null;
      ids.push(storeRole(storing, role, { ...origins, ladderId, scaleId }, nameCompetency));
    }
  }
  await pace(roles.length, roles.length);
  return ids;
}

/** Stores the card of a pack, or brings it up to date. */
export function storePackCard({ sqlite, now }: Storing, pack: RolePack): void {
  const card = [
    pack.name,
    pack.version,
    pack.author,
    pack.licence,
    pack.attribution ?? '',
    pack.description ?? '',
    now,
  ];
  prepared(
    sqlite,
    `INSERT INTO pack (name, version, author, licence, attribution, description, installedAt, id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, version = excluded.version, author = excluded.author,
       licence = excluded.licence, attribution = excluded.attribution, description = excluded.description, installedAt = excluded.installedAt`,
  ).run(...card, pack.id);
}

/** Names, aliases, parents and descriptions; what the user has already is not overwritten. */
function storeCompetencies(sqlite: Database, library: RoleLibrary, nameCompetency: (name: string) => string): void {
  const read = prepared(sqlite, 'SELECT description, parentId FROM competency WHERE id = ?');
  const write = prepared(sqlite, 'UPDATE competency SET description = ?, parentId = ? WHERE id = ?');
  for (const one of library.competencies) {
    const id = nameCompetency(one.name);
    for (const alias of one.aliases) addAliasOf(sqlite, id, alias);
    const known = read.get(id) as { description: string; parentId: string | null };
    const wanted = one.parent === undefined ? null : nameCompetency(one.parent);
    const parentId = known.parentId ?? (wanted !== null && !isBeneath(sqlite, wanted, id) ? wanted : null);
    write.run(known.description || (one.description ?? ''), parentId, id);
  }
}

/** Whether a competency is another one or stands somewhere beneath it. */
export function isBeneath(sqlite: Database, id: string, above: string): boolean {
  return (
    prepared(
      sqlite,
      `WITH RECURSIVE up(id) AS (SELECT ? UNION SELECT c.parentId FROM up JOIN competency c ON c.id = up.id WHERE c.parentId IS NOT NULL)
       SELECT 1 FROM up WHERE id = ?`,
    ).get(id, above) !== undefined
  );
}

function storeLadder(
  { sqlite, newId, now }: Storing,
  ladder: LadderContent,
  origins: LibraryOrigins,
  scaleId: (key: string) => string,
): string {
  // a newer edition speaks of the ladder that is here
  const inPack = prepared(sqlite, 'SELECT id FROM ladder WHERE packId = ? AND family = ?').get(
    origins.packId,
    ladder.family,
  ) as { id: string } | undefined;
  const known = origins.ladderIds?.get(ladder.family) ?? inPack?.id;
  const values = {
    family: ladder.family,
    title: ladder.title ?? ladder.family,
    tagline: ladder.tagline ?? null,
    summary: ladder.summary ?? null,
    faqs: JSON.stringify(ladder.faqs),
    shortRows: JSON.stringify(known === undefined ? ladder.shortRows : notPlacedYet(sqlite, known, ladder.shortRows)),
    sections: JSON.stringify(ladder.sections),
    facts: JSON.stringify(ladder.facts),
    scaleId: ladder.matrix ? scaleId(ladder.matrix.scale) : null,
    countsThroughParents: ladder.matrix?.countsThroughParents ? 1 : 0,
  };
  const columns = Object.keys(values);
  if (known !== undefined) {
    if (origins.keepsLadders) return known;
    const sets = columns.map((column) => `${column} = ?`).join(', ');
    prepared(sqlite, `UPDATE ladder SET ${sets} WHERE id = ?`).run(...Object.values(values), known);
    return known;
  }
  const id = newId();
  prepared(sqlite, insertSql('ladder', ['id', ...columns, 'sourceDocumentId', 'packId', 'createdAt'])).run(
    id,
    ...Object.values(values),
    origins.sourceDocumentId,
    origins.packId,
    now,
  );
  return id;
}

/** Short rows but for those whose skill the ladder asks for already: the user has placed them. */
function notPlacedYet(
  sqlite: Database,
  ladderId: string,
  rows: LadderContent['shortRows'],
): LadderContent['shortRows'] {
  const asked = prepared(
    sqlite,
    `SELECT DISTINCT n.form FROM competencyName n JOIN requirement q ON q.competencyId = n.competencyId
     JOIN roleSpec r ON r.id = q.roleSpecId WHERE r.ladderId = ?`,
  ).all(ladderId) as { form: string }[];
  const forms = new Set(asked.map((one) => one.form));
  return rows.filter((row) => !forms.has(comparedForm(row.skill)));
}

/** Roles of a ladder that states no order get that in which they are written, so that every list shows it. */
function withLevelOrder(roles: readonly RoleContent[], library: RoleLibrary): RoleContent[] {
  const orders = new Map<RoleContent, number>();
  for (const { family } of library.ladders)
    for (const [index, role] of rolesOfLadder(family, roles).entries()) orders.set(role, index + 1);
  return roles.map((role) => {
    const order = role.levelOrder ?? orders.get(role);
    return order === undefined || order > 30 ? role : { ...role, levelOrder: order };
  });
}

/** The roles of a document with their scales under the ids of here, to be compared with those that are here. */
export function withScaleIds(role: RoleContent, scaleId: (key: string) => string): RoleContent {
  return {
    ...role,
    requirements: role.requirements.map((one) => ({
      ...one,
      scale: one.level === null ? one.scale : scaleId(one.scale),
    })),
  };
}
