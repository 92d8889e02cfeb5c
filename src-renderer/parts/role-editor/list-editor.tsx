/** One list of a role: its rows to read, open, order and take out, and a line to add to it. */
import { NumberInput } from '@mantine/core';
import { useState } from 'react';
import type { RoleContent } from '../../../shared/api/role-content.ts';
import { useSavedContent } from '../saving/use-saved-content.ts';
import { AddEntry } from './add-entry.tsx';
import type { EditField, EditList } from './edit-lists.ts';
import { EditText } from './edit-text.tsx';
import { EntryRows } from './entry-rows.tsx';
import classes from './role-editor.module.css';
import { type AnyRow, keyOf, withAdded, withOrder, withoutRow, withRow } from './role-rows.ts';

type Values = Readonly<Record<string, unknown>>;

interface ListEditorProps {
  readonly role: RoleContent;
  readonly edit: EditList;
  readonly onChange: (make: (role: RoleContent) => RoleContent) => Promise<void>;
}

/** A change whose refusal is told above the editor. */
const told = (change: Promise<void>): void => void change.catch(() => undefined);

export function ListEditor({ role, edit, onChange }: ListEditorProps) {
  const [openKey, setOpenKey] = useState<string | null>(null);
  const rows = (role[edit.list] as readonly AnyRow[]).filter(edit.holds);
  const add = (words: string) => {
    const last = rows.at(-1) as unknown as Values | undefined;
    const carried = Object.fromEntries(
      edit.carried.flatMap((key) => (last?.[key] === undefined ? [] : [[key, last[key]]])),
    );
    const row = { ...edit.begin, ...carried, [edit.typed]: words } as unknown as AnyRow;
    told(onChange((now) => withAdded(now, edit.list, row, edit.holds)));
  };
  return (
    <>
      {rows.length > 0 && (
        <EntryRows
          label={edit.title}
          entries={rows.map((row) => {
            const [words, about] = edit.words(row);
            return { key: keyOf(row), words, about };
          })}
          openKey={openKey}
          onOpen={setOpenKey}
          onReorder={(keys) => told(onChange((now) => withOrder(now, edit.list, keys)))}
          onRemove={(key) => told(onChange((now) => withoutRow(now, edit.list, key)))}
          renderFields={(key) => {
            const row = rows.find((one) => keyOf(one) === key) as unknown as Values | undefined;
            if (row === undefined) return null;
            const save = (field: string, value: unknown) =>
              onChange((now) => withRow(now, edit.list, key, { [field]: value }));
            return (
              <div className={classes.grid}>
                {edit.fields.map((field) => (
                  <RowField key={field.key} field={field} value={row[field.key]} save={save} />
                ))}
              </div>
            );
          }}
        />
      )}
      <AddEntry one={edit.one} onAdd={add} />
    </>
  );
}

interface RowFieldProps {
  readonly field: EditField;
  readonly value: unknown;
  readonly save: (field: string, value: unknown) => Promise<void>;
}

function RowField({ field, value, save }: RowFieldProps) {
  if (field.figure !== undefined) {
    return (
      <EditFigure
        label={field.label}
        value={typeof value === 'number' ? value : null}
        {...field.figure}
        onSave={(figure) => told(save(field.key, figure ?? undefined))}
      />
    );
  }
  // these texts are part of a row even when they say nothing
  const isKept = field.key === 'text' || field.key === 'answer';
  return (
    <EditText
      label={field.label}
      value={typeof value === 'string' ? value : ''}
      isLong={field.isLong === true}
      isRequired={field.isRequired === true}
      {...(field.placeholder === undefined ? {} : { placeholder: field.placeholder })}
      onSave={(text) => save(field.key, text === '' && !isKept ? undefined : text)}
    />
  );
}

interface EditFigureProps {
  readonly label: string;
  readonly value: number | null;
  readonly min: number;
  readonly max: number;
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
