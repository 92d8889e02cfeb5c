/** Which role the user aims at. */

/** The role that was pinned last, or null when none is pinned; the order of the roles changes nothing. */
export function aimOf<Role extends { readonly id: string; readonly pin: { readonly pinnedAt: string } | null }>(
  roles: readonly Role[],
): Role | null {
  const pinned = roles.flatMap((role) => (role.pin === null ? [] : [{ role, key: `${role.pin.pinnedAt} ${role.id}` }]));
  return (
    pinned.reduce<(typeof pinned)[number] | null>((last, next) => (last && last.key > next.key ? last : next), null)
      ?.role ?? null
  );
}
