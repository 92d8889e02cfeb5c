/** The name of the list that is open in the record, and the way to its other parts. */
import { Menu, UnstyledButton } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { useLocation } from 'wouter';
import classes from './record-switch.module.css';

const parts = [
  { name: 'Accomplishments', to: '/record' },
  { name: 'Profile and positions', to: '/background' },
  { name: 'Competencies', to: '/competencies' },
  { name: 'Bin', to: '/bin' },
] as const;

export type RecordPart = (typeof parts)[number]['name'];

export function RecordSwitch({ current }: { readonly current: RecordPart }) {
  const [, navigate] = useLocation();
  return (
    <Menu withInitialFocusPlaceholder={false} position="bottom-start" width={220}>
      <Menu.Target>
        <UnstyledButton className={classes.switch} aria-label={`${current}: open another part of the record`}>
          <h1 className={classes.name}>{current}</h1>
          <IconChevronDown size={16} stroke={1.6} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {parts.map((part) => (
          <Menu.Item
            key={part.to}
            onClick={() => navigate(part.to)}
            aria-current={part.name === current || undefined}
            rightSection={part.name === current ? <IconCheck size={16} stroke={1.6} aria-hidden /> : null}
          >
            {part.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
