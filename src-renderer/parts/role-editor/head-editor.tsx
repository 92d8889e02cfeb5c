/** The single values of a role: how it is called, where it stands, what it is for, whose words it is in. */
import { TagsInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { RoleContent } from '../../../shared/api/role-content.ts';
import { type RoleField, roleFieldNames, roleFields } from '../../../shared/vocabulary/role-shape.ts';
import { DateField } from '../text/date-field.tsx';
import { withField } from './edit-content.ts';
import { EditFigure } from './edit-figure.tsx';
import { EditText } from './edit-text.tsx';
import classes from './role-editor.module.css';

interface HeadEditorProps {
  readonly role: RoleContent;
  readonly onChange: (make: (role: RoleContent) => RoleContent) => Promise<void>;
  /** Puts something around each field, such as its line of the source. */
  readonly frame?: (field: RoleField, input: ReactNode) => ReactNode;
}

export function HeadEditor({ role, onChange, frame }: HeadEditorProps) {
  const fields = roleFieldNames.map((field) => {
    const input = (
      <HeadField
        key={field}
        field={field}
        value={role[field]}
        onSave={(value) => onChange((now) => withField(now, field, value))}
      />
    );
    return frame === undefined ? input : frame(field, input);
  });
  return frame === undefined ? <div className={classes.grid}>{fields}</div> : fields;
}

interface HeadFieldProps {
  readonly field: RoleField;
  readonly value: RoleContent[RoleField];
  readonly onSave: (value: RoleContent[RoleField]) => Promise<void>;
}

function HeadField({ field, value, onSave }: HeadFieldProps) {
  const { kind, label, range, isRequired = false } = roleFields[field];
  // what is refused is told above the editor
  const save = (next: RoleContent[RoleField]) => void onSave(next).catch(() => undefined);
  switch (kind) {
    case 'number':
      return (
        <EditFigure
          label={label}
          value={typeof value === 'number' ? value : null}
          {...range}
          onSave={(figure) => save(figure ?? undefined)}
        />
      );
    case 'date':
      return (
        <div className={classes.field}>
          <DateField
            label={label}
            width="100%"
            value={typeof value === 'string' ? value : null}
            onSave={(date) => onSave(date ?? undefined)}
          />
        </div>
      );
    case 'lines':
      return (
        <TagsInput
          className={classes.wide}
          label={label}
          description="One technology each; Enter adds it."
          clearable={false}
          maxTags={100}
          value={Array.isArray(value) ? value : []}
          onChange={save}
        />
      );
    default: {
      const isLong = kind === 'prose';
      return (
        <EditText
          label={label}
          value={typeof value === 'string' ? value : ''}
          isLong={isLong}
          isWide={isLong || field === 'title'}
          isRequired={isRequired}
          onSave={onSave}
        />
      );
    }
  }
}
