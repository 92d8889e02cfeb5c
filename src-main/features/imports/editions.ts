/** Newer editions: which role here a draft's role is, what it would change, and putting chosen changes in. */
import type { Draft, EditionOffer } from '../../../shared/api/import.ts';
import type { RolePatch } from '../../../shared/api/role-change.ts';
import type { RoleContent } from '../../../shared/api/role-content.ts';
import { expandMatrix } from '../../../shared/domain/ladder/matrix.ts';
import { applyChanges, diffRoles, shownChanges } from '../../../shared/domain/role/role-diff.ts';
import { withEdition } from '../../../shared/domain/role/role-editions.ts';
import type { ReadableDatabase } from '../../db/database.ts';
import { query } from '../../db/query.ts';
import { notFound } from '../../store/not-found.ts';
import { withScaleIds } from '../../store/packs/store-library.ts';
import { checkedRole } from '../../store/roles/checked-role.ts';
import { loadContent } from '../../store/roles/load-role.ts';
import { changeBase, loadBase } from '../../store/roles/role-base.ts';
import { replaceRole, type Storing } from '../../store/roles/store-role.ts';

/** The same roles as they were read, before any correction. */
export function rolesAsRead(draft: Draft): readonly RoleContent[] {
  if (draft.kind === 'role') return [draft.asRead ?? draft.role];
  if (draft.kind === 'ladder' && draft.asRead) return expandMatrix(draft.asRead);
  return draftRoles(draft);
}

/** The roles a draft would add, each as it would be stored. */
export function draftRoles(draft: Draft): readonly RoleContent[] {
  if (draft.kind === 'role') return [draft.role];
  if (draft.kind === 'patch') return [];
  return expandMatrix(draft.kind === 'pack' ? draft.pack : draft.library);
}

type Named = Pick<RoleContent, 'title' | 'family' | 'levelCode'>;

interface KnownRole {
  readonly id: string;
  readonly title: string;
  readonly family: string | null;
  readonly levelCode: string | null;
  readonly url: string | null;
  /** The same three as they were read, of a role the user has edited. */
  readonly readTitle: string | null;
  readonly readFamily: string | null;
  readonly readLevelCode: string | null;
}

/**
 * The role here that each role of a draft is an edition of, by its place; null for one that is new. A role is an edition
 * of one draft role at most: the same address first, then the same title, family and level, then less of it. What the
 * user renamed is known by what it was called when it was read.
 */
export function knownEditions(
  db: ReadableDatabase,
  draft: Draft,
  roles: readonly Named[],
): (Pick<KnownRole, 'id' | 'title'> | null)[] {
  const packId = draft.kind === 'pack' ? draft.pack.id : null;
  const stored = query
    .selectFrom('roleSpec')
    .leftJoin('roleBase', 'roleBase.roleSpecId', 'roleSpec.id')
    .leftJoin('sourceDocument', 'sourceDocument.id', 'roleSpec.sourceDocumentId')
    .select(['roleSpec.id', 'title', 'family', 'levelCode', 'url'])
    .select(({ fn, val }) => [
      fn<string | null>('json_extract', ['content', val('$.title')]).as('readTitle'),
      fn<string | null>('json_extract', ['content', val('$.family')]).as('readFamily'),
      fn<string | null>('json_extract', ['content', val('$.levelCode')]).as('readLevelCode'),
    ])
    .where('deletedAt', 'is', null)
    .orderBy('createdAt', 'desc')
    .orderBy('roleSpec.id', 'desc');
  const installedRoles: readonly KnownRole[] = db.all(packId === null ? stored : stored.where('packId', '=', packId));
  const url = draft.kind === 'role' ? draft.sourceUrl : undefined;
  const rules: ((known: KnownRole) => string | null)[] = [
    (known) => (url !== undefined && known.url === url ? 'address' : null),
    (known) => namedKey(known.title, known.family, known.levelCode),
    (known) => (known.readTitle === null ? null : namedKey(known.readTitle, known.readFamily, known.readLevelCode)),
    (known) => namedKey(known.title, known.family),
    (known) => (known.readTitle === null ? null : namedKey(known.readTitle, known.readFamily)),
    ...(packId === null
      ? []
      : [(known: KnownRole) => (known.levelCode === null ? null : namedKey('', known.family, known.levelCode))]),
  ];
  const asked: ((role: Named) => string | null)[] = [
    () => (url === undefined ? null : 'address'),
    (role) => namedKey(role.title, role.family, role.levelCode),
    (role) => namedKey(role.title, role.family, role.levelCode),
    (role) => namedKey(role.title, role.family),
    (role) => namedKey(role.title, role.family),
    (role) => (role.levelCode === undefined ? null : namedKey('', role.family, role.levelCode)),
  ];
  const found: (Pick<KnownRole, 'id' | 'title'> | null)[] = roles.map(() => null);
  const taken = new Set<string>();
  for (const [step, rule] of rules.entries()) {
    const byKey = new Map<string, KnownRole[]>();
    for (const known of installedRoles) {
      const key = taken.has(known.id) ? null : rule(known);
      if (key !== null) byKey.set(key, [...(byKey.get(key) ?? []), known]);
    }
    for (const [index, role] of roles.entries()) {
      const key = found[index] ? null : (asked[step]?.(role) ?? null);
      const match = key === null ? undefined : byKey.get(key)?.shift();
      if (!match) continue;
      taken.add(match.id);
      found[index] = { id: match.id, title: match.title };
    }
  }
  return found;
}

function namedKey(title: string, family: string | null | undefined, levelCode?: string | null | undefined): string {
  return JSON.stringify([title, family ?? null, levelCode ?? null]);
}

/** What each role of the draft that is here already would change in it. */
export function editionOffers(db: ReadableDatabase, draft: Draft, scaleId: (key: string) => string): EditionOffer[] {
  if (draft.kind === 'patch') {
    const [known] = knownEditions(db, draft, [draft.patch.role]);
    return known ? [patchOffer(db, known, draft.patch)] : [];
  }
  const roles = draftRoles(draft);
  const editions = knownEditions(db, draft, roles);
  return roles.flatMap((role, index) => {
    const known = editions[index];
    const mine = known && loadContent(db, known.id);
    if (!known || !mine) return [];
    const base = loadBase(db, known.id);
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
function patchOffer(db: ReadableDatabase, known: { id: string; title: string }, patch: RolePatch): EditionOffer {
  const mine = loadContent(db, known.id);
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
  asRead: RoleContent = theirs,
): void {
  const { db } = storing;
  const mine = loadContent(db, roleId);
  if (!mine) throw notFound('role');
  const edition = withScaleIds(theirs, scaleId);
  const merged = withEdition(loadBase(db, roleId) ?? mine, edition, mine, changeIds);
  replaceRole(storing, roleId, mine, checkedRole(db, merged), scaleId);
  changeBase(db, roleId, withScaleIds(asRead, scaleId), merged);
}

/** Puts chosen changes of a patch into a role, as the user's own edits. */
export function takePatch(
  storing: Storing,
  roleId: string,
  patch: RolePatch,
  changeIds: readonly string[],
  scaleId: (key: string) => string,
): void {
  const { db } = storing;
  const mine = loadContent(db, roleId);
  if (!mine) throw notFound('role');
  const { role: theirs } = applyChanges(mine, patch.changes);
  const merged = withEdition(mine, theirs, mine, changeIds);
  replaceRole(storing, roleId, mine, checkedRole(db, merged), scaleId);
  changeBase(db, roleId, loadBase(db, roleId) ?? mine, merged);
}
