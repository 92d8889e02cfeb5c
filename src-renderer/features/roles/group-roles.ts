/** The library in the order it is read: pinned roles first, then each family as a ladder. */
import type { RoleRow } from '../../../shared/api/role.ts';

export interface RoleGroup {
  readonly label: string;
  readonly roles: readonly RoleRow[];
}

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether every word of the filter begins or stands somewhere in what the row shows. */
export function matchesFilter(role: RoleRow, filter: string): boolean {
  const shown = fold(
    [role.title, role.family, role.levelCode, role.tourOfDuty, role.packName].filter(Boolean).join(' '),
  );
  return fold(filter)
    .split(/\s+/)
    .every((word) => shown.includes(word));
}

const byLadder = (one: RoleRow, other: RoleRow): number =>
  (one.levelOrder ?? Number.POSITIVE_INFINITY) - (other.levelOrder ?? Number.POSITIVE_INFINITY) ||
  (one.levelCode ?? '').localeCompare(other.levelCode ?? '', undefined, { numeric: true }) ||
  one.title.localeCompare(other.title);

/** Pinned roles, latest pin first; then families by name, each in ladder order; then roles of no family. */
export function groupRoles(roles: readonly RoleRow[], filter: string): readonly RoleGroup[] {
  const shown = roles.filter((role) => matchesFilter(role, filter));
  const pinned = shown
    .filter((role) => role.pin !== null)
    .sort((one, other) => (other.pin?.pinnedAt ?? '').localeCompare(one.pin?.pinnedAt ?? ''));
  const families = new Map<string, RoleRow[]>();
  const alone: RoleRow[] = [];
  for (const role of shown) {
    if (role.pin !== null) continue;
    if (role.family === null || role.family === '') alone.push(role);
    else families.set(role.family, [...(families.get(role.family) ?? []), role]);
  }
  const groups: RoleGroup[] = [...families]
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([label, members]) => ({ label, roles: members.sort(byLadder) }));
  if (pinned.length > 0) groups.unshift({ label: 'Pinned', roles: pinned });
  if (alone.length > 0) groups.push({ label: 'No family', roles: alone.sort(byLadder) });
  return groups;
}
