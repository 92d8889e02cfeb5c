/** Documents of several roles into their tables: ladders, packs. Runs in the transaction of its caller. */

import type { RoleContent } from '../../../shared/api/role-content.ts';
import type { LadderContent, RoleLibrary, RolePack } from '../../../shared/api/role-pack.ts';
import { expandMatrix, rolesOfLadder } from '../../../shared/domain/ladder/matrix.ts';
import { comparedForm } from '../../../shared/domain/names/compared-form.ts';
import type { ReadableDatabase, WritableDatabase } from '../../db/database.ts';
import { compiled, query } from '../../db/query.ts';
import { isBeneath } from '../competencies/competency-identity.ts';
import { addAliasOf, competencyNamer } from '../competencies/competency-namer.ts';
import { storeScales } from '../roles/scales.ts';
import { type Storing, storeRole } from '../roles/store-role.ts';

interface LibraryOrigins {
  readonly sourceDocumentId: string | null;
  readonly packId: string | null;
  /** Roles of the library that go into ones already here, by their place: they are not stored again. */
  readonly leftOut?: ReadonlySet<number>;
  /** Ladders that are here already, by family: the document refers to those. */
  readonly ladderIds?: ReadonlyMap<string, string>;
  /** Leaves what is said of those ladders as it is. */
  readonly keepsLadders?: boolean;
}

/** Tells how far it is, and may wait; throws to stop. */
export type ReportPace = (done: number, total: number) => Promise<void>;

/** Stores ladders, competencies and roles; answers the ids of the roles in their order (null for one left out). */
export async function storeLibrary(
  storing: Storing,
  library: RoleLibrary,
  origins: LibraryOrigins,
  pace: ReportPace = async () => undefined,
): Promise<(string | null)[]> {
  const { db } = storing;
  const scaleId = storeScales(db, library.scales);
  const nameCompetency = competencyNamer(db, storing);
  storeCompetencies(db, library, nameCompetency);
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
export function storePackCard({ db, now }: Storing, pack: RolePack): void {
  const { name, version, author, licence, attribution = '', description = '' } = pack;
  const card = { name, version, author, licence, attribution, description, installedAt: now };
  db.run(
    query
      .insertInto('pack')
      .values({ ...card, id: pack.id })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(card)),
  );
}

const readCompetency = compiled((id: string) =>
  query.selectFrom('competency').select(['description', 'parentId']).where('id', '=', id),
);
const writeCompetency = compiled((id: string, columns: { description: string; parentId: string | null }) =>
  query.updateTable('competency').set(columns).where('id', '=', id),
);

/** Names, aliases, parents and descriptions; what the user has already is not overwritten. */
function storeCompetencies(db: WritableDatabase, library: RoleLibrary, nameCompetency: (name: string) => string): void {
  for (const competency of library.competencies) {
    const id = nameCompetency(competency.name);
    for (const alias of competency.aliases) addAliasOf(db, id, alias);
    const known = db.one(readCompetency(id));
    const wanted = competency.parent === undefined ? null : nameCompetency(competency.parent);
    const parentId = known.parentId ?? (wanted !== null && !isBeneath(db, wanted, id) ? wanted : null);
    db.run(writeCompetency(id, { description: known.description || (competency.description ?? ''), parentId }));
  }
}

function storeLadder(
  { db, newId, now }: Storing,
  ladder: LadderContent,
  origins: LibraryOrigins,
  scaleId: (key: string) => string,
): string {
  // a newer edition refers to the ladder that is here
  const { family } = ladder;
  const { packId, sourceDocumentId } = origins;
  const inPack = db.first(
    query.selectFrom('ladder').select('id').where('packId', '=', packId).where('family', '=', family),
  );
  const known = origins.ladderIds?.get(family) ?? inPack?.id;
  const values = {
    family,
    title: ladder.title ?? family,
    tagline: ladder.tagline ?? null,
    summary: ladder.summary ?? null,
    faqs: JSON.stringify(ladder.faqs),
    shortRows: JSON.stringify(known === undefined ? ladder.shortRows : notPlacedYet(db, known, ladder.shortRows)),
    sections: JSON.stringify(ladder.sections),
    facts: JSON.stringify(ladder.facts),
    scaleId: ladder.matrix ? scaleId(ladder.matrix.scale) : null,
    countsThroughParents: ladder.matrix?.countsThroughParents ? 1 : 0,
  };
  if (known !== undefined) {
    if (origins.keepsLadders) return known;
    db.run(query.updateTable('ladder').set(values).where('id', '=', known));
    return known;
  }
  const id = newId();
  db.run(query.insertInto('ladder').values({ id, ...values, sourceDocumentId, packId, createdAt: now }));
  return id;
}

/** Short rows but for those whose skill the ladder asks for already: the user has placed them. */
function notPlacedYet(
  db: ReadableDatabase,
  ladderId: string,
  rows: LadderContent['shortRows'],
): LadderContent['shortRows'] {
  const asked = db.all(
    query
      .selectFrom('competencyName')
      .innerJoin('requirement', 'requirement.competencyId', 'competencyName.competencyId')
      .innerJoin('roleSpec', 'roleSpec.id', 'requirement.roleSpecId')
      .select('form')
      .distinct()
      .where('ladderId', '=', ladderId),
  );
  const forms = new Set(asked.map((name) => name.form));
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
    requirements: role.requirements.map((requirement) => ({
      ...requirement,
      scale: requirement.level === null ? requirement.scale : scaleId(requirement.scale),
    })),
  };
}
