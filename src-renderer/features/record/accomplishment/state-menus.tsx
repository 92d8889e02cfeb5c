/** The two badges of an accomplishment that are menus: whether it counts, and who may see it. */
import { Menu, UnstyledButton } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Accomplishment } from '../../../../shared/api/accomplishment.ts';
import type { Confidentiality } from '../../../../shared/api/values.ts';
import { ConfidentialityBadge, DraftBadge, ReadyBadge } from '../../../ui/badges.tsx';
import classes from './state-menus.module.css';

interface BadgeMenuProps<Value extends string> {
  readonly label: string;
  readonly badge: ReactNode;
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly label: string; readonly note: string }[];
  readonly onChoose: (value: Value) => void;
}

function BadgeMenu<Value extends string>({ label, badge, value, choices, onChoose }: BadgeMenuProps<Value>) {
  return (
    <Menu withInitialFocusPlaceholder={false} position="bottom-start" width={280}>
      <Menu.Target>
        <UnstyledButton className={classes.badge}>
          <span className="cn-aside">{label}: </span>
          {badge}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {choices.map((choice) => (
          <Menu.Item
            key={choice.value}
            onClick={() => onChoose(choice.value)}
            rightSection={choice.value === value ? <IconCheck size={16} stroke={1.6} aria-label="chosen" /> : null}
          >
            {choice.label}
            <div className="cn-quiet cn-meta">{choice.note}</div>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

interface StatusMenuProps {
  readonly status: Accomplishment['status'];
  readonly missing: string | null;
  readonly onChoose: (status: Accomplishment['status']) => void;
}

export function StatusMenu({ status, missing, onChoose }: StatusMenuProps) {
  return (
    <BadgeMenu
      label="Status"
      badge={status === 'ready' ? <ReadyBadge /> : <DraftBadge missing={missing} />}
      value={status}
      choices={[
        { value: 'ready', label: 'Ready', note: 'Counts in matches, may stand in resumes' },
        { value: 'draft', label: 'Draft', note: 'Not used yet: counts once it is ready' },
      ]}
      onChoose={onChoose}
    />
  );
}

export const audiences: readonly { readonly value: Confidentiality; readonly label: string; readonly note: string }[] =
  [
    { value: 'public', label: 'Public', note: 'Anyone may read it' },
    { value: 'employer', label: 'Employer', note: 'For employers you apply to' },
    { value: 'confidential', label: 'Confidential', note: 'Only where the resume is cleared for it' },
    { value: 'private', label: 'Private', note: 'For you alone' },
  ];

interface ConfidentialityMenuProps {
  readonly value: Confidentiality;
  readonly onChoose: (value: Confidentiality) => void;
}

export function ConfidentialityMenu({ value, onChoose }: ConfidentialityMenuProps) {
  return (
    <BadgeMenu
      label="Who may see it"
      badge={<ConfidentialityBadge value={value} />}
      value={value}
      choices={audiences}
      onChoose={onChoose}
    />
  );
}
