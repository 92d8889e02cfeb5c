/** One list of a role, or its rows of one kind: to read, open, order and take out, and a line to add to it. */
import { useState } from 'react';
import type { RoleContent } from '../../../shared/api/role-content.ts';
import type { Scale } from '../../../shared/api/values.ts';
import { type RoleGroupId, roleGroups } from '../../../shared/vocabulary/role-shape.ts';
import { AddEntry } from './add-entry.tsx';
import { type AnyRow, keyOf, rowPlaceOf, withAdded, withOrder, withoutRow, withRowAt } from './edit-content.ts';
import { newRow, rowsOfGroup, wordOf } from './edit-lists.ts';
import { EntryRows } from './entry-rows.tsx';
import { entryOf } from './row-entry.tsx';
import { RowFields } from './row-fields.tsx';
import { ignoreRefusal } from './use-role-draft.ts';

interface ListEditorProps {
  readonly role: RoleContent;
  readonly group: Exclude<RoleGroupId, 'sections'>;
  readonly scales: readonly Scale[];
  /** Names of competencies that are here already. */
  readonly known: readonly string[];
  readonly onChange: (make: (role: RoleContent) => RoleContent) => Promise<void>;
}

export function ListEditor({ role, group, scales, known, onChange }: ListEditorProps) {
  const { list, title } = roleGroups[group];
  const [openKey, setOpenKey] = useState<string | null>(null);
  if (list === 'sections') return null;
  const rows = rowsOfGroup<AnyRow>(group, role[list]);
  const add = (words: string) => {
    const row = newRow(group, words, rows.at(-1));
    ignoreRefusal(onChange((now) => withAdded(now, list, row, (other) => rowsOfGroup(group, [other]).length > 0)));
  };
  return (
    <>
      {rows.length > 0 && (
        <EntryRows
          label={title}
          entries={rows.map((row) => ({ key: keyOf(row), ...entryOf(list, row, scales) }))}
          openKey={openKey}
          onOpen={setOpenKey}
          onReorder={(keys) => ignoreRefusal(onChange((now) => withOrder(now, list, keys)))}
          onRemove={(key) => ignoreRefusal(onChange((now) => withoutRow(now, list, key)))}
          renderFields={(key) => {
            const row = rows.find((other) => keyOf(other) === key);
            return row === undefined ? null : (
              <RowFields
                list={list}
                row={row}
                scales={scales}
                known={known}
                onSave={(make) => onChange((now) => withRowAt(now, list, rowPlaceOf(now, list, key), make))}
              />
            );
          }}
        />
      )}
      <AddEntry noun={wordOf(group)} known={list === 'requirements' ? known : undefined} onAdd={add} />
    </>
  );
}
