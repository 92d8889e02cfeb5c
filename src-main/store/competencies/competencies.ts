/** Names that read alike: which competency a new name may be, which two may be one, and what was decided. */
import type { Database } from 'better-sqlite3';
import type { LikePair } from '../../../shared/api/competency.ts';
import type { JoinOffer } from '../../../shared/api/import.ts';
import { comparedForm } from '../../../shared/domain/names/compared-form.ts';
import { ALIKE, indexNames, likePairs, type Named } from '../../../shared/domain/names/name-likeness.ts';
import { prepared } from '../../db/statement-cache.ts';

/**
 * For each name nobody here bears, the competencies whose name or alias reads much like it, likest first. Names that are
 * known, and those nothing is like, are left out.
 */
export function joinOffers(sqlite: Database, names: readonly string[]): JoinOffer[] {
  const find = prepared(sqlite, 'SELECT 1 FROM competencyName WHERE form = ?');
  const unknown = new Map<string, string>();
  for (const name of names) {
    const form = comparedForm(name) || name.trim();
    if (!unknown.has(form) && find.get(form) === undefined) unknown.set(form, name);
  }
  if (unknown.size === 0) return [];
  const index = indexNames(allNames(sqlite));
  const mainName = prepared(sqlite, 'SELECT name FROM competency WHERE id = ?');
  return [...unknown.values()].flatMap((name) => {
    const candidates = index(name, { limit: 3 }).map(({ id, likeness }) => ({
      id,
      name: (mainName.get(id) as { name: string }).name,
      likeness,
    }));
    return candidates.length === 0 ? [] : [{ name, candidates }];
  });
}

/** As many pairs as are looked through for those worth asking about. */
const mostPairs = 5_000;

/**
 * Pairs of competencies that read alike, likest first; with `roleIds` only among those these roles ask for. Left out are
 * pairs the user keeps apart, those of which one stands right beneath the other, and those one author asks for side by
 * side: whoever writes both means two things.
 */
export function likeCompetencies(
  sqlite: Database,
  { roleIds, limit }: { readonly roleIds?: readonly string[] | undefined; readonly limit: number },
): LikePair[] {
  const decided = new Set(
    (
      prepared(
        sqlite,
        `SELECT aId, bId FROM keptApart
         UNION ALL SELECT min(id, parentId), max(id, parentId) FROM competency WHERE parentId IS NOT NULL`,
      ).all() as { aId: string; bId: string }[]
    ).map(({ aId, bId }) => `${aId} ${bId}`),
  );
  const authors = authorsByCompetency(sqlite);
  const haveOneAuthor = (aId: string, bId: string) => {
    const theirs = authors.get(bId);
    return theirs !== undefined && [...(authors.get(aId) ?? [])].some((author) => theirs.has(author));
  };
  const mainName = prepared(sqlite, 'SELECT name FROM competency WHERE id = ?');
  const named = (id: string) => ({ id, name: (mainName.get(id) as { name: string }).name });
  return likePairs(allNames(sqlite, roleIds), { min: ALIKE, limit: mostPairs })
    .filter(({ aId, bId }) => !decided.has(`${aId} ${bId}`) && !haveOneAuthor(aId, bId))
    .slice(0, limit)
    .map(({ aId, bId, likeness }) => ({ a: named(aId), b: named(bId), likeness }));
}

/** Who asks for each competency: the author of a pack, or a document of its own. */
function authorsByCompetency(sqlite: Database): Map<string, Set<string>> {
  const rows = prepared(
    sqlite,
    `SELECT DISTINCT r.competencyId, coalesce(p.author, o.sourceDocumentId, o.id) AS author
     FROM requirement r JOIN roleSpec o ON o.id = r.roleSpecId LEFT JOIN pack p ON p.id = o.packId
     WHERE o.deletedAt IS NULL`,
  ).all() as { competencyId: string; author: string }[];
  const authors = new Map<string, Set<string>>();
  for (const { competencyId, author } of rows)
    authors.set(competencyId, (authors.get(competencyId) ?? new Set()).add(author));
  return authors;
}

/** Every name and alias, of all competencies or of those some roles ask for. */
function allNames(sqlite: Database, roleIds?: readonly string[]): Named[] {
  if (roleIds === undefined) {
    return prepared(sqlite, 'SELECT competencyId AS id, name FROM competencyName').all() as Named[];
  }
  return prepared(
    sqlite,
    `SELECT competencyId AS id, name FROM competencyName WHERE competencyId IN
       (SELECT competencyId FROM requirement WHERE roleSpecId IN (SELECT value FROM json_each(?)))`,
  ).all(JSON.stringify(roleIds)) as Named[];
}

/** Remembers that two competencies are two things; nothing happens when it is known, or when they are one. */
export function keepApart(sqlite: Database, aId: string, bId: string): void {
  if (aId === bId) return;
  prepared(sqlite, 'INSERT INTO keptApart (aId, bId) VALUES (?, ?) ON CONFLICT DO NOTHING').run(
    aId < bId ? aId : bId,
    aId < bId ? bId : aId,
  );
}
