/** The library in the order it is read: pinned roles first, then each family as a ladder; and as rows of one list. */

import type { RoleRow } from '../../../shared/api/role.ts';
import { compareLevels, compareNames } from '../../../shared/domain/names/name-order.ts';

export interface RoleGroup {
  readonly key: string;
  readonly label: string;
  /** The ladder page of the group. */
  readonly ladderId: string | null;
  readonly roles: readonly RoleRow[];
  /** How many levels its ladder has, those that stand under Pinned among them. */
  readonly levels: number;
}

/**
 * Pinned roles, latest pin first; then families by name, each ladder in its order, before roles of that family that
 * stand in none; then roles of no family.
 */
export function groupRoles(roles: readonly RoleRow[]): readonly RoleGroup[] {
  const pinned = roles
    .filter((role) => role.pin !== null)
    .sort((a, b) => (b.pin?.pinnedAt ?? '').localeCompare(a.pin?.pinnedAt ?? ''));
  const families = new Map<string, { label: string; ladderId: string | null; roles: RoleRow[] }>();
  const alone: RoleRow[] = [];
  const levels = new Map<string, number>();
  for (const role of roles) {
    if (role.ladderId !== null) levels.set(role.ladderId, (levels.get(role.ladderId) ?? 0) + 1);
    if (role.pin !== null) continue;
    if (role.family === null || role.family === '') {
      alone.push(role);
      continue;
    }
    const key = `${role.family}\n${role.ladderId ?? ''}`;
    const known = families.get(key);
    if (known) known.roles.push(role);
    else families.set(key, { label: role.family, ladderId: role.ladderId, roles: [role] });
  }
  const groups: RoleGroup[] = [...families]
    .map(([key, family]) => ({
      key: `group:${key}`,
      ...family,
      roles: family.roles.sort(compareLevels),
      levels: levels.get(family.ladderId ?? '') ?? 0,
    }))
    .sort((a, b) => compareNames(a.label, b.label) || Number(a.ladderId === null) - Number(b.ladderId === null));
  if (pinned.length > 0)
    groups.unshift({ key: 'group:pinned', label: 'Pinned', ladderId: null, roles: pinned, levels: 0 });
  if (alone.length > 0)
    groups.push({ key: 'group:none', label: 'No family', ladderId: null, roles: alone.sort(compareLevels), levels: 0 });
  return groups;
}

/** One row of the list: the head of a group, or a role. */
export type LibraryRow =
  | { readonly key: string; readonly group: RoleGroup; readonly role: null; readonly isOpen: boolean }
  | {
      readonly key: string;
      readonly group: RoleGroup;
      readonly role: RoleRow;
      /** From 1, among the roles of its group. */
      readonly place: number;
    };

/** Heads and roles as they stand below each other; of a closed group the head alone. */
export function rowsOf(groups: readonly RoleGroup[], closed: ReadonlySet<string>): readonly LibraryRow[] {
  return groups.flatMap((group): LibraryRow[] => {
    const isOpen = !closed.has(group.key);
    const head: LibraryRow = { key: group.key, group, role: null, isOpen };
    if (!isOpen) return [head];
    return [head, ...group.roles.map((role, index) => ({ key: role.id, group, role, place: index + 1 }))];
  });
}
