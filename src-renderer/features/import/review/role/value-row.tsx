/** One typed value with its fields, what is asked of it, its line of the source, and ways to move it or take it out. */
import { ActionIcon, NativeSelect, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { RequirementContent, RoleContent, ScaleContent } from '../../../../../shared/api/role-content.ts';
import { groupOf, kindsOf, roleGroups } from '../../../../../shared/vocabulary/role-shape.ts';
import { DateField } from '../../../../parts/text/date-field.tsx';
import { AskedFields } from './asked-fields.tsx';
import { fieldProblem, withAsked, withField, withoutRow } from './change-draft.ts';
import type { Place } from './draft-fields.ts';
import { type AnyRow, type DraftField, type DraftValue, fieldOf } from './draft-values.ts';
import { RowMenu } from './row-menu.tsx';
import { ValueField } from './value-field.tsx';
import classes from './value-list.module.css';

interface ValueRowProps {
  readonly value: DraftValue;
  /** The row behind the value; undefined for a field of the head. */
  readonly row: AnyRow | undefined;
  readonly scales: readonly ScaleContent[];
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly onChange: (make: (role: RoleContent) => RoleContent) => Promise<void>;
  readonly onTurn: (value: DraftValue, place: Place) => void;
}

export function ValueRow({ value, row, scales, isChosen, onChoose, onChange, onTurn }: ValueRowProps) {
  const { where } = value;
  const [added, setAdded] = useState<string | null>(null);
  const name = value.name || value.group;
  const extra = value.missing.filter(({ key }) => key === added).map((rule) => fieldOf(rule, ''));
  const isRequirement = 'list' in where && where.list === 'requirements';
  // What is refused is told above the panes.
  const save = (make: (role: RoleContent) => RoleContent) => void onChange(make).catch(() => undefined);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: focusing or clicking any of its fields chooses the row
    // biome-ignore lint/a11y/useKeyWithClickEvents: the fields in it take the keys
    <div
      className={classes.row}
      data-value={value.id}
      data-line={value.line ?? undefined}
      data-chosen={isChosen || undefined}
      onFocus={onChoose}
      onClick={onChoose}
    >
      <span className={classes.line}>{value.line === null ? '' : `line ${value.line}`}</span>
      <div className={classes.fields}>
        {[...value.fields, ...extra].map((field) => (
          <OneField
            key={field.key}
            field={field}
            owner={'field' in where ? '' : name}
            isNew={field.key === added}
            problem={(text) => fieldProblem(where, field.key, text)}
            onSave={(text) => onChange((role) => withField(role, where, field.key, text))}
          />
        ))}
        {isRequirement && row !== undefined && (
          <AskedFields
            asked={row as unknown as RequirementContent}
            scales={scales}
            isChosen={isChosen}
            onChange={(change) => save((role) => withAsked(role, where.index, change))}
          />
        )}
      </div>
      {'list' in where && (
        <div className={classes.rowActs}>
          {isChosen && row !== undefined && (
            <RowMenu
              name={name}
              missing={value.missing}
              place={groupOf(where.list, row) as Place}
              onAddField={setAdded}
              onTurn={(place) => onTurn(value, place)}
            />
          )}
          <Tooltip label="Take out of the draft">
            <ActionIcon
              aria-label={`Take out ${name}`}
              onClick={(event) => {
                event.stopPropagation();
                save((role) => withoutRow(role, where.list, where.index));
              }}
            >
              <IconX size={14} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        </div>
      )}
    </div>
  );
}

interface OneFieldProps {
  readonly field: DraftField;
  readonly owner: string;
  readonly isNew: boolean;
  readonly problem: (text: string) => string | null;
  readonly onSave: (text: string) => Promise<void>;
}

function OneField({ field, owner, isNew, problem, onSave }: OneFieldProps) {
  if (field.kind === 'date') {
    return (
      <div className={classes.field}>
        <span className={classes.label}>{field.label}</span>
        <DateField
          label={field.label}
          hideLabel
          value={field.value === '' ? null : field.value}
          onSave={(date) => onSave(date ?? '')}
        />
      </div>
    );
  }
  if (field.kind === 'choice') {
    return (
      <div className={classes.field}>
        <span className={classes.label}>{field.label}</span>
        <NativeSelect
          size="xs"
          className={classes.choice}
          aria-label={`${field.label} of ${owner}`}
          value={field.value}
          data={kindsOf('links').map((kind) => ({ value: kind, label: roleGroups[kind].word }))}
          onChange={(event) => void onSave(event.currentTarget.value).catch(() => undefined)}
        />
      </div>
    );
  }
  return (
    <ValueField label={field.label} owner={owner} value={field.value} isNew={isNew} problem={problem} onSave={onSave} />
  );
}
