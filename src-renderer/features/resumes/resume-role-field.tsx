/** The field that chooses which role a resume is for, or none. */
import { Select } from '@mantine/core';
import type { RoleRow } from '../../../shared/api/role.ts';

/** Stands for “no role” in the list of choices, which knows texts only. */
const noRole = 'none';

interface RoleChoiceProps {
  readonly roles: readonly RoleRow[];
  readonly value: string | null;
  readonly onChange: (roleId: string | null) => void;
}

/** Pinned roles come first; what speaks to the role chosen here is proposed first. */
export function ResumeRoleField({ roles, value, onChange }: RoleChoiceProps) {
  const option = (role: RoleRow) => ({ value: role.id, label: roleLabel(role, roles) });
  const pinned = roles.filter((role) => role.pin !== null);
  const others = roles.filter((role) => role.pin === null);
  return (
    <Select
      label="For which role"
      description="Lines that speak to it are proposed first."
      searchable
      nothingFoundMessage="No role of that name"
      value={value ?? noRole}
      onChange={(next) => onChange(next === noRole ? null : next)}
      data={[
        { value: noRole, label: 'No role' },
        ...(pinned.length === 0 ? [] : [{ group: 'Pinned', items: pinned.map(option) }]),
        ...(others.length === 0
          ? []
          : [{ group: pinned.length === 0 ? 'Roles' : 'Other roles', items: others.map(option) }]),
      ]}
    />
  );
}

/** Its title, with the level or the family where two roles share it. */
function roleLabel(role: RoleRow, roles: readonly RoleRow[]): string {
  const isShared = roles.some((other) => other.id !== role.id && other.title === role.title);
  const more = [role.levelCode, role.family].filter(Boolean).join(', ');
  return isShared && more !== '' ? `${role.title} (${more})` : role.title;
}
