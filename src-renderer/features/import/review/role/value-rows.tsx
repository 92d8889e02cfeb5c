/** Typed values of a draft in the fields of the role editor, each with its line of the source and ways to move it. */
import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { RoleContent } from '../../../../../shared/api/role-content.ts';
import type { Scale } from '../../../../../shared/api/values.ts';
import { rowTexts } from '../../../../../shared/domain/role/role-texts.ts';
import { groupOf } from '../../../../../shared/vocabulary/role-shape.ts';
import { type AnyRow, withoutRowAt, withRowAt } from '../../../../parts/role-editor/edit-content.ts';
import { EntryRow } from '../../../../parts/role-editor/entry-rows.tsx';
import { HeadEditor } from '../../../../parts/role-editor/head-editor.tsx';
import { entryOf } from '../../../../parts/role-editor/row-entry.tsx';
import { RowFields } from '../../../../parts/role-editor/row-fields.tsx';
import { type DraftList, placeChoices, type ValuePlace } from './draft-fields.ts';
import type { DraftValue } from './draft-values.ts';
import { withRowConverted } from './place-words.ts';
import classes from './value-list.module.css';

interface ValueRowsProps {
  readonly role: RoleContent;
  readonly values: readonly DraftValue[];
  readonly scales: readonly Scale[];
  readonly chosenId: string | null;
  readonly openId: string | null;
  readonly onChoose: (value: DraftValue) => void;
  readonly onOpen: (id: string | null) => void;
  readonly onChange: (make: (role: RoleContent) => RoleContent) => Promise<void>;
  /** A value has become one of another kind. */
  readonly onTurned?: (id: string, line: number | null) => void;
}

/** The head of the role, where its fields are among the values, and the rows. */
export function ValueRows(props: ValueRowsProps) {
  const { role, values, chosenId, onChoose, onChange } = props;
  const ofField = new Map(
    values.flatMap((value) => ('field' in value.where ? [[value.where.field, value] as const] : [])),
  );
  return (
    <>
      {ofField.size > 0 && (
        <HeadEditor
          role={role}
          onChange={onChange}
          frame={(field, input) => {
            const value = ofField.get(field);
            return value === undefined ? null : (
              <ValueFrame key={field} value={value} isChosen={value.id === chosenId} onChoose={onChoose}>
                {input}
              </ValueFrame>
            );
          }}
        />
      )}
      {values.map((value) =>
        'list' in value.where ? <ValueRow key={value.id} {...props} value={value} {...value.where} /> : null,
      )}
    </>
  );
}

interface ValueRowProps extends ValueRowsProps {
  readonly value: DraftValue;
  readonly list: DraftList;
  readonly index: number;
}

function ValueRow(props: ValueRowProps) {
  const { role, value, list, index, scales, chosenId, openId, onChoose, onOpen, onChange, onTurned } = props;
  const row = (role[list] as readonly AnyRow[])[index];
  if (row === undefined) return null;
  const isOpen = value.id === openId;
  const entry = entryOf(list, row, scales);
  const more = rowTexts(list, row).filter((text) => text !== entry.words && !entry.about.includes(text));
  // what is refused is told above the panes
  const change = (make: (now: RoleContent) => RoleContent) => void onChange(make).catch(() => undefined);
  const turn = (place: ValuePlace) => {
    change((now) => withRowConverted(now, list, index, place).role);
    onTurned?.(withRowConverted(role, list, index, place).id, value.line);
  };
  return (
    <ValueFrame value={value} isChosen={value.id === chosenId} onChoose={onChoose}>
      <EntryRow
        entry={{ ...entry, key: value.id, about: [entry.about, ...more].filter(Boolean).join(' · '), isWhole: true }}
        isOpen={isOpen}
        onToggle={() => onOpen(isOpen ? null : value.id)}
        onRemove={() => {
          if (openId !== null) onOpen(null);
          change((now) => withoutRowAt(now, list, index));
        }}
        acts={<ConvertMenu name={entry.words} place={groupOf(list, row) as ValuePlace} onTurn={turn} />}
      >
        {isOpen && (
          <RowFields
            list={list}
            row={row}
            scales={scales}
            known={[]}
            onSave={(make) => onChange((now) => withRowAt(now, list, index, make))}
          />
        )}
      </EntryRow>
    </ValueFrame>
  );
}

interface ValueFrameProps {
  readonly value: DraftValue;
  readonly isChosen: boolean;
  readonly onChoose: (value: DraftValue) => void;
  readonly children: ReactNode;
}

function ValueFrame({ value, isChosen, onChoose, children }: ValueFrameProps) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: focusing or clicking any of its fields chooses the row
    // biome-ignore lint/a11y/useKeyWithClickEvents: the fields in it take the keys
    <div
      className={classes.row}
      data-value={value.id}
      data-line={value.line ?? undefined}
      data-chosen={isChosen || undefined}
      onFocus={() => onChoose(value)}
      onClick={() => onChoose(value)}
    >
      <span className={classes.line}>{value.line === null ? '' : `line ${value.line}`}</span>
      <div className={classes.fields}>{children}</div>
    </div>
  );
}

interface TurnMenuProps {
  readonly name: string;
  /** What it is now. */
  readonly place: ValuePlace;
  readonly onTurn: (place: ValuePlace) => void;
}

/** Makes a value one of another kind. */
function ConvertMenu({ name, place, onTurn }: TurnMenuProps) {
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon aria-label={`More for ${name}`}>
          <IconDots size={14} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown className={classes.menu}>
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
