/** Names that read alike: which competency a new name may be, which two may be one, and what was decided. */
import type { LikePair } from '../../../shared/api/competency.ts';
import type { JoinOffer } from '../../../shared/api/import.ts';
import { comparedForm } from '../../../shared/domain/names/compared-form.ts';
import { alikeFrom, indexNames, likePairs, type NamedThing } from '../../../shared/domain/names/name-likeness.ts';
import { isSameName } from '../../../shared/domain/names/shown-words.ts';
import type { ReadableDatabase, WritableDatabase } from '../../db/database.ts';
import { compiled, oneOf, query } from '../../db/query.ts';

const competencyByForm = compiled((form: string) =>
  query.selectFrom('competencyName').select('competencyId').where('form', '=', form),
);
const competencyNamed = compiled((id: string) =>
  query.selectFrom('competency').select(['id', 'name']).where('id', '=', id),
);

/**
 * For each name that no competency here has, the competencies whose name or alias reads much like it, most alike first. Names that are
 * known, and those nothing is like, are left out.
 */
export function joinOffers(db: ReadableDatabase, names: readonly string[]): JoinOffer[] {
  const unknown = new Map<string, string>();
  for (const name of names) {
    const form = comparedForm(name) || name.trim();
    if (!unknown.has(form) && db.first(competencyByForm(form)) === undefined) unknown.set(form, name);
  }
  if (unknown.size === 0) return [];
  const index = indexNames(allNames(db));
  return [...unknown.values()].flatMap((name) => {
    const candidates = index(name, { limit: 3 }).map(({ id, name: known, likeness }) => {
      const competency = db.one(competencyNamed(id));
      return { ...competency, ...(isSameName(known, competency.name) ? {} : { alias: known }), likeness };
    });
    return candidates.length === 0 ? [] : [{ name, candidates }];
  });
}

/** As many pairs as are looked through for those worth asking about. */
const mostPairs = 5_000;

/**
 * Pairs of competencies that read alike, most alike first; with `roleIds` only among those these roles ask for. Left out are
 * pairs the user keeps apart, those of which one stands right beneath the other, and those one author asks for side by
 * side: a user who writes both means two things.
 */
export function likeCompetencies(
  db: ReadableDatabase,
  { roleIds, limit }: { readonly roleIds?: readonly string[] | undefined; readonly limit: number },
): LikePair[] {
  const decided = new Set(decidedPairs(db).map(({ aId, bId }) => `${aId} ${bId}`));
  const authors = authorsByCompetency(db);
  const haveOneAuthor = (aId: string, bId: string) => {
    const theirs = authors.get(bId);
    return theirs !== undefined && [...(authors.get(aId) ?? [])].some((author) => theirs.has(author));
  };
  return likePairs(allNames(db, roleIds), { min: alikeFrom, limit: mostPairs })
    .filter(({ aId, bId }) => !decided.has(`${aId} ${bId}`) && !haveOneAuthor(aId, bId))
    .slice(0, limit)
    .map(({ aId, bId, likeness }) => ({
      a: db.one(competencyNamed(aId)),
      b: db.one(competencyNamed(bId)),
      likeness,
    }));
}

/** Pairs that are kept apart, or of which one stands beneath the other; the lower id first. */
function decidedPairs(db: ReadableDatabase) {
  const nested = query
    .selectFrom('competency')
    .where('parentId', 'is not', null)
    .select(({ fn }) => [
      fn<string>('min', ['id', 'parentId']).as('aId'),
      fn<string>('max', ['id', 'parentId']).as('bId'),
    ]);
  return db.all(query.selectFrom('keptApart').select(['aId', 'bId']).unionAll(nested));
}

/** Who asks for each competency: the author of a pack, or a document of its own. */
function authorsByCompetency(db: ReadableDatabase): Map<string, Set<string>> {
  const rows = db.all(
    query
      .selectFrom('requirement')
      .innerJoin('roleSpec', 'roleSpec.id', 'requirement.roleSpecId')
      .leftJoin('pack', 'pack.id', 'roleSpec.packId')
      .where('roleSpec.deletedAt', 'is', null)
      .select('competencyId')
      .select(({ fn }) => fn.coalesce('pack.author', 'roleSpec.sourceDocumentId', 'roleSpec.id').as('author'))
      .distinct(),
  );
  const authors = new Map<string, Set<string>>();
  for (const { competencyId, author } of rows)
    authors.set(competencyId, (authors.get(competencyId) ?? new Set()).add(author));
  return authors;
}

/** Every name and alias, of all competencies or of those some roles ask for. */
function allNames(db: ReadableDatabase, roleIds?: readonly string[]): NamedThing[] {
  const names = query.selectFrom('competencyName').select(['competencyId as id', 'name']);
  if (roleIds === undefined) return db.all(names);
  const asked = query.selectFrom('requirement').select('competencyId').where('roleSpecId', 'in', oneOf(roleIds));
  return db.all(names.where('competencyId', 'in', asked));
}

/** Remembers that two competencies are two things; nothing happens when it is known, or when they are one. */
export function keepApart(db: WritableDatabase, id: string, otherId: string): void {
  if (id === otherId) return;
  const [aId, bId] = id < otherId ? [id, otherId] : [otherId, id];
  db.run(
    query
      .insertInto('keptApart')
      .values({ aId, bId })
      .onConflict((conflict) => conflict.doNothing()),
  );
}
