/** Which role the user is aiming at. */
import type { RoleRow } from '../../../shared/api/role.ts';

/** The role pinned last, or null when none is pinned. */
export function aimOf(roles: readonly RoleRow[]): RoleRow | null {
  let aim: RoleRow | null = null;
  for (const role of roles) {
    if (role.pin !== null && (aim === null || role.pin.pinnedAt > (aim.pin?.pinnedAt ?? ''))) aim = role;
  }
  return aim;
}
