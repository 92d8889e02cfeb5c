/** Chosen changes put into a role spec: one's own edits taken back, a newer edition taken over. */
import type { RoleContent } from '../../api/role-content.ts';
import { applyChanges, changeId, diffRoles, inverseOf, shownChanges, withPlacesOf } from './role-diff.ts';

/** `mine` with the chosen of its edits against `base` taken back; ids are those of the edits as they were shown. */
export function withoutEdits(base: RoleContent, mine: RoleContent, changeIds: Iterable<string>): RoleContent {
  const chosen = new Set(changeIds);
  const edits = diffRoles(base, mine).filter((change) => chosen.has(changeId(change)));
  return withPlacesOf(applyChanges(mine, edits.map(inverseOf)).role, base);
}

/**
 * `mine` with the chosen changes of a newer edition, as `shownChanges` told them; lines and words of the source follow
 * wherever a row now says what the edition says.
 */
export function withEdition(
  base: RoleContent,
  theirs: RoleContent,
  mine: RoleContent,
  changeIds: Iterable<string>,
): RoleContent {
  const chosen = new Set(changeIds);
  const changes = shownChanges(base, theirs, mine).filter((shown) => chosen.has(shown.id));
  const { role } = applyChanges(
    mine,
    changes.map((shown) => shown.change),
  );
  return withPlacesOf(role, theirs);
}
