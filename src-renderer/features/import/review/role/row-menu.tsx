/** What else can be done with a value: give it a field the source did not state, make it a value of another kind. */
import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { FieldRule } from './draft-fields.ts';
import { PLACES, type Place } from './places.ts';
import classes from './value-list.module.css';

interface RowMenuProps {
  readonly name: string;
  readonly missing: readonly FieldRule[];
  /** What it is now. */
  readonly place: Place;
  readonly onAddField: (key: string) => void;
  readonly onTurn: (place: Place) => void;
}

export function RowMenu({ name, missing, place, onAddField, onTurn }: RowMenuProps) {
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon aria-label={`More for ${name}`}>
          <IconDots size={14} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown className={classes.menu}>
        {missing.length > 0 && <Menu.Label>State</Menu.Label>}
        {missing.map(({ key, label }) => (
          <Menu.Item key={key} onClick={() => onAddField(key)}>
            {label}
          </Menu.Item>
        ))}
        <Menu.Label>Make it a</Menu.Label>
        {PLACES.filter(({ key }) => key !== place).map(({ key, label }) => (
          <Menu.Item key={key} onClick={() => onTurn(key)}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
