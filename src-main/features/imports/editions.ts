/** Newer editions: which role here a draft's role is, what it would change, and putting chosen changes in. */
import type { Database } from 'better-sqlite3';
import type { Draft, EditionOffer } from '../../../shared/api/import.ts';
import type { RolePatch } from '../../../shared/api/role-change.ts';
import type { RoleContent } from '../../../shared/api/role-content.ts';
import { expandMatrix } from '../../../shared/domain/matrix.ts';
import { withEdition } from '../../../shared/domain/role-choices.ts';
import { applyChanges, diffRoles, shownChanges } from '../../../shared/domain/role-diff.ts';
import { withScaleIds } from '../../db/library-store.ts';
import { loadBase, setBase } from '../../db/role-base.ts';
import { loadContent } from '../../db/role-load.ts';
import { replaceRole, type Storing } from '../../db/role-store.ts';
import { prepared } from '../../db/statement-cache.ts';
import { notFound } from '../../not-found.ts';

/** The roles a draft would add, each as it would be stored. */
export function draftRoles(draft: Draft): readonly RoleContent[] {
  if (draft.kind === 'role') return [draft.role];
  if (draft.kind === 'patch') return [];
  return expandMatrix(draft.kind === 'pack' ? draft.pack : draft.library);
}

/** The role here that a role of a draft is an edition of; undefined for one that is new. */
export function knownEdition(
  sqlite: Database,
  draft: Draft,
  role: Pick<RoleContent, 'title' | 'family' | 'levelCode'>,
): { id: string; title: string } | undefined {
  const found = (sql: string, ...values: unknown[]) =>
    prepared(
      sqlite,
      `SELECT r.id, r.title FROM roleSpec r ${sql} AND r.deletedAt IS NULL ORDER BY r.createdAt DESC LIMIT 1`,
    ).get(...values) as { id: string; title: string } | undefined;
  const { title, family = null, levelCode = null } = role;
  if (draft.kind === 'pack') {
    const { id } = draft.pack;
    return (
      found('WHERE r.packId = ? AND r.title = ? AND r.family IS ?', id, title, family) ??
      (levelCode === null
        ? undefined
        : found('WHERE r.packId = ? AND r.family IS ? AND r.levelCode = ?', id, family, levelCode))
    );
  }
  return (
    (draft.kind === 'role' && draft.sourceUrl !== undefined
      ? found('JOIN sourceDocument d ON d.id = r.sourceDocumentId WHERE d.url = ?', draft.sourceUrl)
      : undefined) ??
    found('WHERE r.title = ? AND r.family IS ? AND r.levelCode IS ?', title, family, levelCode) ??
    found('WHERE r.title = ? AND r.family IS ?', title, family)
  );
}

/** What each role of the draft that is here already would change in it. */
export function editionOffers(sqlite: Database, draft: Draft, scaleId: (key: string) => string): EditionOffer[] {
  if (draft.kind === 'patch') {
    const known = knownEdition(sqlite, draft, draft.patch.role);
    return known ? [patchOffer(sqlite, known, draft.patch)] : [];
  }
  return draftRoles(draft).flatMap((role, index) => {
    const known = knownEdition(sqlite, draft, role);
    const mine = known && loadContent(sqlite, known.id);
    if (!known || !mine) return [];
    const base = loadBase(sqlite, known.id);
    return [
      {
        roleId: known.id,
        title: known.title,
        index,
        changes: shownChanges(base ?? mine, withScaleIds(role, scaleId), mine),
        yourEdits: base ? diffRoles(base, mine).length : 0,
      },
    ];
  });
}

/** The changes another person suggests, against the role as it stands here. */
function patchOffer(sqlite: Database, known: { id: string; title: string }, patch: RolePatch): EditionOffer {
  const mine = loadContent(sqlite, known.id);
  if (!mine) throw notFound('role');
  const { role: theirs } = applyChanges(mine, patch.changes);
  return { roleId: known.id, title: known.title, index: 0, changes: shownChanges(mine, theirs, mine), yourEdits: 0 };
}

/**
 * Puts the chosen changes of a newer edition into a role. What was not chosen, and what the user changed before, is
 * from now on their own edit against the new edition.
 */
export function takeEdition(
  storing: Storing,
  roleId: string,
  theirs: RoleContent,
  changeIds: readonly string[],
  scaleId: (key: string) => string,
): void {
  const { sqlite } = storing;
  const mine = loadContent(sqlite, roleId);
  if (!mine) throw notFound('role');
  const edition = withScaleIds(theirs, scaleId);
  const merged = withEdition(loadBase(sqlite, roleId) ?? mine, edition, mine, changeIds);
  replaceRole(storing, roleId, mine, merged, scaleId);
  setBase(sqlite, roleId, edition, merged);
}

/** Puts chosen changes of a patch into a role, as the user's own edits. */
export function takePatch(
  storing: Storing,
  roleId: string,
  patch: RolePatch,
  changeIds: readonly string[],
  scaleId: (key: string) => string,
): void {
  const { sqlite } = storing;
  const mine = loadContent(sqlite, roleId);
  if (!mine) throw notFound('role');
  const { role: theirs } = applyChanges(mine, patch.changes);
  const merged = withEdition(mine, theirs, mine, changeIds);
  replaceRole(storing, roleId, mine, merged, scaleId);
  setBase(sqlite, roleId, loadBase(sqlite, roleId) ?? mine, merged);
}
