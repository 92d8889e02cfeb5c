/** The roles as one listbox under their headings: arrows choose, Enter opens, Delete moves to the bin. */
import { IconPinned } from '@tabler/icons-react';
import { type KeyboardEvent, type RefObject, useEffect, useId } from 'react';
import type { RoleRow } from '../../../shared/api/role.ts';
import type { RoleGroup } from './group-roles.ts';
import { pinText } from './pin-words.ts';
import classes from './roles-screen.module.css';

interface RoleListProps {
  readonly groups: readonly RoleGroup[];
  readonly chosen: RoleRow;
  readonly listRef: RefObject<HTMLDivElement | null>;
  readonly onChoose: (role: RoleRow, isPointer: boolean) => void;
  readonly onOpen: (role: RoleRow) => void;
  readonly onBin: (role: RoleRow) => void;
}

export function RoleList({ groups, chosen, listRef, onChoose, onOpen, onBin }: RoleListProps) {
  const base = useId();
  const roles = groups.flatMap((group) => group.roles);
  const optionId = (role: RoleRow) => `${base}-${role.id}`;

  // biome-ignore lint/correctness/useExhaustiveDependencies: only another choice scrolls
  useEffect(() => {
    document.getElementById(optionId(chosen))?.scrollIntoView({ block: 'nearest' });
  }, [chosen.id]);

  const onKeyDown = (event: KeyboardEvent) => {
    const at = roles.findIndex((role) => role.id === chosen.id);
    const target = {
      ArrowDown: Math.min(at + 1, roles.length - 1),
      ArrowUp: Math.max(at - 1, 0),
      Home: 0,
      End: roles.length - 1,
    }[event.key];
    const role = target === undefined ? undefined : roles[target];
    if (role !== undefined) onChoose(role, false);
    else if (event.key === 'Enter') onOpen(chosen);
    else if (event.key === 'Delete') onBin(chosen);
    else return;
    event.preventDefault();
  };

  return (
    <div
      ref={listRef}
      className={classes.list}
      role="listbox"
      tabIndex={0}
      aria-label="Roles"
      aria-activedescendant={optionId(chosen)}
      onKeyDown={onKeyDown}
    >
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of options has no element of its own
        <div key={group.label} role="group" aria-label={group.label}>
          <div className={classes.groupLabel} aria-hidden>
            {group.label}
          </div>
          {group.roles.map((role) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox handles the keys for all its options
            // biome-ignore lint/a11y/useFocusableInteractive: the listbox keeps the focus and points at its option
            <div
              key={role.id}
              id={optionId(role)}
              className={classes.row}
              role="option"
              aria-selected={role.id === chosen.id}
              onClick={() => onChoose(role, true)}
              onDoubleClick={() => onOpen(role)}
            >
              <RoleRowContent role={role} />
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}

function RoleRowContent({ role }: { readonly role: RoleRow }) {
  const asks = `${role.requirementCount} ${role.requirementCount === 1 ? 'requirement' : 'requirements'}`;
  return (
    <>
      <div className={classes.rowTitle}>
        {role.levelCode !== null && <span className={classes.code}>{role.levelCode}</span>}
        <span>{role.title}</span>
      </div>
      {role.tourOfDuty !== null && role.tourOfDuty !== '' && <div className={classes.tour}>{role.tourOfDuty}</div>}
      <div className={classes.rowMeta}>
        {role.pin !== null && (
          <span className={classes.pin}>
            <IconPinned size={14} stroke={1.6} aria-hidden />
            {pinText(role.pin)}
          </span>
        )}
        <span className={classes.pack}>{role.pin === null ? packText(role) : role.family}</span>
        <span className={classes.asks}>{asks}</span>
      </div>
    </>
  );
}

/** The pack, where its name says more than the heading of the ladder does. */
function packText(role: RoleRow): string | null {
  return role.packName?.toLowerCase() === role.family?.toLowerCase() ? null : role.packName;
}
