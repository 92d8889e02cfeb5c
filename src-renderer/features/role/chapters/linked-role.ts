/** Which role of the library a career link refers to. */

import type { RoleRow } from '../../../../shared/api/role.ts';
import type { RoleLinkContent } from '../../../../shared/api/role-content.ts';

const fold = (text: string | null | undefined): string => (text ?? '').trim().toLowerCase();

/** The role of the same title, in the family the link names or else in the one it is named from; null when it is not here. */
export function findLinkedRole(
  link: Pick<RoleLinkContent, 'title' | 'family'>,
  library: readonly RoleRow[],
  from: { readonly id: string; readonly family?: string | undefined },
): RoleRow | null {
  const sameTitle = library.filter((role) => role.id !== from.id && fold(role.title) === fold(link.title));
  if (link.family !== undefined && link.family !== '') {
    const sameFamily = sameTitle.find((role) => fold(role.family) === fold(link.family));
    if (sameFamily !== undefined) return sameFamily;
  }
  return sameTitle.find((role) => fold(role.family) === fold(from.family)) ?? sameTitle[0] ?? null;
}
