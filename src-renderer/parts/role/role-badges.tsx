/** The state of a role in badges: pinned for when, and in how many places the user made it their own. */
import { UnstyledButton } from '@mantine/core';
import { IconArchive, IconGitFork, IconPinned } from '@tabler/icons-react';
import type { RoleSpec } from '../../../shared/api/role.ts';
import { CairnBadge } from '../../ui/badges.tsx';
import { pinText } from './pin-words.ts';
import classes from './role-badges.module.css';

interface RoleBadgesProps {
  readonly role: Pick<RoleSpec, 'pin' | 'ownEdits' | 'archivedAt'>;
  readonly onShowEdits: () => void;
}

export function RoleBadges({ role, onShowEdits }: RoleBadgesProps) {
  return (
    <>
      {role.pin !== null && (
        <CairnBadge tone="tint" icon={IconPinned}>
          {pinText(role.pin)}
        </CairnBadge>
      )}
      {role.ownEdits > 0 && (
        <UnstyledButton className={classes.badgeButton} aria-haspopup="dialog" onClick={onShowEdits}>
          <CairnBadge tone="info" icon={IconGitFork}>
            {editsText(role.ownEdits)}
          </CairnBadge>
        </UnstyledButton>
      )}
      {role.archivedAt !== null && <CairnBadge icon={IconArchive}>Archived</CairnBadge>}
    </>
  );
}

/** Whether a role has any badge at all. */
export const hasBadges = (role: RoleBadgesProps['role']): boolean =>
  role.pin !== null || role.ownEdits > 0 || role.archivedAt !== null;

export const editsText = (count: number): string =>
  count === 1 ? 'Yours differs in 1 place' : `Yours differs in ${count} places`;
