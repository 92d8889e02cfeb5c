/** What a row of the library shows: the head of a family with the way to its ladder, or a role. */
import { Box, Flex } from '@mantine/core';
import { IconCheck, IconChevronDown, IconChevronRight, IconGitFork, IconPinned } from '@tabler/icons-react';
import type { MouseEvent } from 'react';
import type { RoleRow } from '../../../shared/api/role.ts';
import { pinText } from '../../parts/role/pin-words.ts';
import type { RoleGroup } from './group-roles.ts';
import { sourceText } from './library-query.ts';
import classes from './role-list.module.css';

interface FamilyRowContentProps {
  readonly group: RoleGroup;
  readonly isOpen: boolean;
  readonly onToggle: (groupKey: string, isOpen: boolean) => void;
  readonly onOpen: () => void;
}

/** The signs are for the pointer; the tree has a key for each of them. */
export function FamilyRowContent({ group, isOpen, onToggle, onOpen }: FamilyRowContentProps) {
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  const alone = (act: () => void) => (event: MouseEvent) => {
    event.stopPropagation();
    act();
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Left and Right do the same */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Left and Right do the same */}
      <span className={classes.toggle} onClick={alone(() => onToggle(group.key, !isOpen))}>
        <Chevron size={14} stroke={1.6} aria-hidden />
      </span>
      <span className={classes.family}>{group.label}</span>
      {group.ladderId === null ? (
        <span className={classes.headCount}>{group.roles.length}</span>
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: Enter does the same
        // biome-ignore lint/a11y/useKeyWithClickEvents: Enter does the same
        <span className={classes.ladder} title="Open the ladder, Enter" onClick={alone(onOpen)}>
          {group.levels === 1 ? 'Ladder' : `Ladder of ${group.levels}`}
          <IconChevronRight size={14} stroke={1.6} aria-hidden />
        </span>
      )}
    </>
  );
}

interface RoleRowContentProps {
  readonly role: RoleRow;
  readonly group: RoleGroup;
  readonly isMarked: boolean;
  readonly onMark: (role: RoleRow) => void;
}

export function RoleRowContent({ role, group, isMarked, onMark }: RoleRowContentProps) {
  const asks = `${role.requirementCount} ${role.requirementCount === 1 ? 'requirement' : 'requirements'}`;
  // among the pinned ones no head tells the family
  const where = role.pin === null ? sourceText(role) : role.family;
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Space does the same */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Space does the same */}
      <span
        className={classes.mark}
        data-on={isMarked || undefined}
        title="Mark to compare, Space"
        onClick={(event) => {
          event.stopPropagation();
          onMark(role);
        }}
        onDoubleClick={(event) => event.stopPropagation()}
      >
        <span className={classes.box}>{isMarked && <IconCheck size={12} stroke={2.2} aria-hidden />}</span>
      </span>
      <Box component="span" className="cn-small cn-breaks cn-quiet cn-figures" flex="none" miw={24} maw={56}>
        {role.levelCode ?? ''}
      </Box>
      <Flex component="span" className="cn-fill" direction="column">
        <span className={classes.title}>{role.title}</span>
        <Flex component="span" className="cn-meta cn-quiet" wrap="wrap" gap="0 0.625rem" mt={2}>
          {role.pin !== null && (
            <span className={classes.pin}>
              <IconPinned size={14} stroke={1.6} aria-hidden />
              {pinText(role.pin)}
            </span>
          )}
          {role.isForked && (
            <span className={classes.fork} title="Differs from what was read">
              <IconGitFork size={14} stroke={1.6} aria-hidden />
              Yours
            </span>
          )}
          {/* the head says it already where pack and family are called alike */}
          {where !== null && where.toLowerCase() !== group.label.toLowerCase() && (
            <span className="cn-breaks">{where}</span>
          )}
          <Box component="span" className="cn-figures" flex="none">
            {asks}
          </Box>
        </Flex>
      </Flex>
    </>
  );
}
