/** The roles to compare with, pinned ones first, narrowed by typing. */

import { Box, TextInput } from '@mantine/core';
import { IconPinned, IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { Link } from 'wouter';
import type { RoleRow } from '../../../shared/api/role.ts';
import { foldSearch } from '../../../shared/domain/names/fold.ts';
import { compareRoles } from '../../../shared/domain/names/name-order.ts';
import classes from './match-role-list.module.css';

interface RoleChoicesProps {
  readonly roles: readonly RoleRow[];
  /** The one shown now. */
  readonly currentId?: string;
  readonly onChosen?: () => void;
}

const byPinThenName = (a: RoleRow, b: RoleRow): number =>
  (b.pin?.pinnedAt ?? '').localeCompare(a.pin?.pinnedAt ?? '') || compareRoles(a, b);

export function MatchRoleList({ roles, currentId, onChosen }: RoleChoicesProps) {
  const [words, setWords] = useState('');
  const list = useRef<HTMLUListElement>(null);
  const sought = foldSearch(words.trim()).split(/\s+/);
  const shown = [...roles]
    .sort(byPinThenName)
    .filter((role) =>
      sought.every((word) => foldSearch(`${role.title} ${role.family ?? ''} ${role.levelCode ?? ''}`).includes(word)),
    );

  /** Arrows go through the links, and up from the first back into the field. */
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const links = [...(list.current?.querySelectorAll<HTMLElement>('a') ?? [])];
    const at = links.indexOf(document.activeElement as HTMLElement);
    const next = links[at + (event.key === 'ArrowDown' ? 1 : -1)];
    event.preventDefault();
    if (next !== undefined) next.focus();
    else if (event.key === 'ArrowUp') event.currentTarget.querySelector('input')?.focus();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows move between the field and the links, which take the focus
    <div onKeyDown={onKeyDown}>
      <TextInput
        aria-label="Find a role"
        placeholder="Find a role"
        leftSection={<IconSearch size={16} stroke={1.6} aria-hidden />}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        data-autofocus
      />
      <ul ref={list} className={classes.list}>
        {shown.map((role) => (
          <li key={role.id}>
            <Link
              to={`/match/${role.id}`}
              className={classes.row}
              aria-current={role.id === currentId ? 'page' : undefined}
              {...(onChosen === undefined ? {} : { onClick: onChosen })}
            >
              <span className="cn-breaks cn-strong">{role.title}</span>
              <span className={classes.meta}>
                {[role.family, role.levelCode].filter(Boolean).join(', ')}
                {role.pin !== null && <IconPinned size={14} stroke={1.6} role="img" aria-label="Pinned" />}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {shown.length === 0 && (
        <Box component="p" className="cn-quiet" py="sm" px={10}>{`No role is called “${words.trim()}”.`}</Box>
      )}
    </div>
  );
}
