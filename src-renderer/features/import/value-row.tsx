/** One typed value with its fields, what is asked of it, its line of the source, and a way to take it out. */
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { RequirementContent, RoleContent } from '../../../shared/api/role-content.ts';
import { DateField } from '../../components/date-field.tsx';
import { AskedFields } from './asked-fields.tsx';
import { isRequiredField, withAsked, withField, withoutRow } from './change-draft.ts';
import type { DraftValue } from './draft-values.ts';
import { ValueField } from './value-field.tsx';
import classes from './value-list.module.css';

interface ValueRowProps {
  readonly value: DraftValue;
  /** The requirement behind the value, if it is one. */
  readonly asked: RequirementContent | undefined;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly onChange: (make: (role: RoleContent) => RoleContent) => Promise<void>;
}

export function ValueRow({ value, asked, isChosen, onChoose, onChange }: ValueRowProps) {
  const { where } = value;
  const name = value.fields[0]?.value || value.group;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: focusing or clicking any of its fields chooses the row
    // biome-ignore lint/a11y/useKeyWithClickEvents: the fields in it take the keys
    <div
      className={classes.row}
      data-value={value.id}
      data-chosen={isChosen || undefined}
      onFocus={onChoose}
      onClick={onChoose}
    >
      <span className={classes.line}>{value.line === null ? '' : `line ${value.line}`}</span>
      <div className={classes.fields}>
        {value.fields.map((field) =>
          field.key === 'effectiveOn' ? (
            <div key={field.key} className={classes.field}>
              <span className={classes.label}>{field.label}</span>
              <DateField
                label={field.label}
                hideLabel
                value={field.value === '' ? null : field.value}
                onSave={(date) => onChange((role) => withField(role, where, field.key, date ?? ''))}
              />
            </div>
          ) : (
            <ValueField
              key={field.key}
              label={field.label}
              owner={'field' in where ? '' : name}
              value={field.value}
              isRequired={isRequiredField(where, field.key)}
              onSave={(text) => onChange((role) => withField(role, where, field.key, text))}
            />
          ),
        )}
        {asked !== undefined && 'list' in where && (
          <AskedFields
            asked={asked}
            onChange={(change) => void onChange((role) => withAsked(role, where.index, change)).catch(() => undefined)}
          />
        )}
      </div>
      {'list' in where && (
        <Tooltip label="Take out of the draft">
          <ActionIcon
            aria-label={`Take out ${name}`}
            onClick={(event) => {
              event.stopPropagation();
              void onChange((role) => withoutRow(role, where.list, where.index)).catch(() => undefined);
            }}
          >
            <IconX size={14} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      )}
    </div>
  );
}
