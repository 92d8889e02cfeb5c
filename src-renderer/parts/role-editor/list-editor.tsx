/** One list of a role: its rows to read, open, order and take out, and a line to add to it. */
import { NumberInput } from '@mantine/core';
import { useState } from 'react';
import type { RoleContent } from '../../../shared/api/role-content.ts';
import { type RoleGroupId, roleGroups, type ValueShape } from '../../../shared/vocabulary/role-shape.ts';
import { useSavedContent } from '../saving/use-saved-content.ts';
import { AddEntry } from './add-entry.tsx';
import { editFields, entryWords, labelOf, newRow, rowsOfGroup, wordOf } from './edit-lists.ts';
import { EditText } from './edit-text.tsx';
import { EntryRows } from './entry-rows.tsx';
import classes from './role-editor.module.css';
import { type AnyRow, keyOf, withAdded, withOrder, withoutRow, withRow } from './role-rows.ts';

type Values = Readonly<Record<string, unknown>>;

interface ListEditorProps {
  readonly role: RoleContent;
  readonly group: RoleGroupId;
  readonly onChange: (make: (role: RoleContent) => RoleContent) => Promise<void>;
}

/** A change whose refusal is told above the editor. */
const told = (change: Promise<void>): void => void change.catch(() => undefined);

export function ListEditor({ role, group, onChange }: ListEditorProps) {
  const { list, title } = roleGroups[group];
  const [openKey, setOpenKey] = useState<string | null>(null);
  const rows = rowsOfGroup<AnyRow>(group, role[list]);
  const add = (words: string) => {
    const row = newRow(group, words, rows.at(-1));
    told(onChange((now) => withAdded(now, list, row, (other) => rowsOfGroup(group, [other]).length > 0)));
  };
  return (
    <>
      {rows.length > 0 && (
        <EntryRows
          label={title}
          entries={rows.map((row) => {
            const [words, about] = entryWords(list, row);
            return { key: keyOf(row), words, about };
          })}
          openKey={openKey}
          onOpen={setOpenKey}
          onReorder={(keys) => told(onChange((now) => withOrder(now, list, keys)))}
          onRemove={(key) => told(onChange((now) => withoutRow(now, list, key)))}
          renderFields={(key) => {
            const row = rows.find((other) => keyOf(other) === key);
            if (row === undefined) return null;
            const save = (field: string, value: unknown) =>
              onChange((now) => withRow(now, list, key, { [field]: value }));
            return (
              <div className={classes.grid}>
                {editFields(list).map(([name, shape]) => (
                  <RowField
                    key={name}
                    shape={shape}
                    value={(row as Values)[name]}
                    save={(value) => save(name, value)}
                  />
                ))}
              </div>
            );
          }}
        />
      )}
      <AddEntry one={wordOf(group)} onAdd={add} />
    </>
  );
}

interface RowFieldProps {
  readonly shape: ValueShape;
  readonly value: unknown;
  readonly save: (value: unknown) => Promise<void>;
}

function RowField({ shape, value, save }: RowFieldProps) {
  const label = labelOf(shape);
  if (shape.kind === 'number') {
    return (
      <EditFigure
        label={label}
        value={typeof value === 'number' ? value : null}
        {...shape.range}
        onSave={(figure) => told(save(figure ?? undefined))}
      />
    );
  }
  return (
    <EditText
      label={label}
      value={typeof value === 'string' ? value : ''}
      isLong={shape.kind === 'prose'}
      isRequired={shape.isRequired === true}
      {...(shape.suggestion === undefined ? {} : { placeholder: shape.suggestion })}
      onSave={(text) => save(text === '' && !shape.isKept ? undefined : text)}
    />
  );
}

interface EditFigureProps {
  readonly label: string;
  readonly value: number | null;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  readonly onSave: (value: number | null) => void;
}

/** The figure that was typed so far, such as 1 for `1.`; null for none. */
function figureOf(typed: number | string): number | null {
  const figure = typed === '' ? Number.NaN : Number(typed);
  return Number.isFinite(figure) ? figure : null;
}

/** A figure, or none. */
export function EditFigure({ label, value, min, max, step = 1, onSave }: EditFigureProps) {
  const { content, change, flush, leave } = useSavedContent<number | string>({
    saved: value ?? '',
    pauseMs: null,
    isSame: (a, b) => figureOf(a) === figureOf(b),
    save: (typed) => onSave(figureOf(typed)),
  });
  return (
    <NumberInput
      className={classes.field}
      label={label}
      value={content}
      min={min}
      max={max}
      step={step}
      clampBehavior="strict"
      hideControls
      onChange={(next) => {
        change(next);
        void flush();
      }}
      onBlur={() => void leave()}
    />
  );
}
