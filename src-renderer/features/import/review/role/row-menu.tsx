/** What else can be done with a value: give it a field the source did not state, make it a value of another kind. */
import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { labelOf } from '../../../../parts/role-editor/edit-lists.ts';
import { type FieldRule, type Place, placeChoices } from './draft-fields.ts';
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
        {missing.map((rule) => (
          <Menu.Item key={rule.key} onClick={() => onAddField(rule.key)}>
            {labelOf(rule)}
          </Menu.Item>
        ))}
        <Menu.Label>Make it a</Menu.Label>
        {placeChoices
          .filter(({ value }) => value !== place)
          .map(({ value, label }) => (
            <Menu.Item key={value} onClick={() => onTurn(value)}>
              {label}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  );
}
