/** A field that chooses one role of the library, found by typing, family by family. */

import { Select } from '@mantine/core';
import { useMemo } from 'react';
import type { RoleRow } from '../../../shared/api/role.ts';
import { compareNames } from '../../../shared/domain/names/name-order.ts';

interface RoleChoiceProps {
  readonly label: string;
  readonly placeholder?: string;
  readonly roles: readonly RoleRow[];
  readonly value: string | null;
  /** Already chosen elsewhere. */
  readonly without: readonly string[];
  readonly onChoose: (id: string) => void;
}

export function ComparedRoleField({ label, placeholder, roles, value, without, onChoose }: RoleChoiceProps) {
  const data = useMemo(() => {
    const groups = new Map<string, { value: string; label: string }[]>();
    for (const role of roles) {
      if (role.id !== value && (without.includes(role.id) || role.archivedAt !== null)) continue;
      const family = role.family ?? 'Other roles';
      const code = role.levelCode === null ? '' : `${role.levelCode} · `;
      groups.set(family, [...(groups.get(family) ?? []), { value: role.id, label: `${code}${role.title}` }]);
    }
    return [...groups].sort(([a], [b]) => compareNames(a, b)).map(([group, items]) => ({ group, items }));
  }, [roles, value, without]);
  return (
    <Select
      aria-label={label}
      placeholder={placeholder}
      searchable
      selectFirstOptionOnChange
      limit={80}
      nothingFoundMessage="No role is called that"
      value={value}
      data={data}
      onChange={(id) => {
        if (id !== null) onChoose(id);
      }}
    />
  );
}
