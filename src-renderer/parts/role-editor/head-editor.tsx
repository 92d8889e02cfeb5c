/** The single values of a role: how it is called, where it stands, what it is for, whose words it is in. */
import { TagsInput } from '@mantine/core';
import type { RoleContent } from '../../../shared/api/role-content.ts';
import { DateField } from '../text/date-field.tsx';
import { EditText } from './edit-text.tsx';
import { EditFigure } from './list-editor.tsx';
import classes from './role-editor.module.css';
import { withField } from './role-rows.ts';

type TextField =
  | 'title'
  | 'tagline'
  | 'family'
  | 'functionName'
  | 'levelCode'
  | 'levelLabel'
  | 'mission'
  | 'tourOfDuty'
  | 'summary'
  | 'focus'
  | 'standard'
  | 'nature'
  | 'credit';

interface HeadEditorProps {
  readonly role: RoleContent;
  readonly onChange: (make: (role: RoleContent) => RoleContent) => Promise<void>;
}

export function HeadEditor({ role, onChange }: HeadEditorProps) {
  const text = (field: TextField, label: string, extra: { isLong?: true; isWide?: true; isRequired?: true } = {}) => (
    <EditText
      label={label}
      value={role[field] ?? ''}
      {...extra}
      onSave={(value) => onChange((now) => withField(now, field, value))}
    />
  );
  return (
    <div className={classes.grid}>
      {text('title', 'Title', { isWide: true, isRequired: true })}
      {text('tagline', 'Tagline', { isLong: true })}
      {text('family', 'Family')}
      {text('functionName', 'Function')}
      {text('levelLabel', 'Level in words')}
      {text('levelCode', 'Level code')}
      <EditFigure
        label="Place in its ladder"
        value={role.levelOrder ?? null}
        min={1}
        max={30}
        onSave={(place) =>
          void onChange((now) => withField(now, 'levelOrder', place ?? undefined)).catch(() => undefined)
        }
      />
      <div className={classes.field}>
        <DateField
          label="Effective"
          width="100%"
          value={role.effectiveOn ?? null}
          onSave={(date) => onChange((now) => withField(now, 'effectiveOn', date ?? undefined))}
        />
      </div>
      {text('mission', 'Mission', { isLong: true })}
      {text('tourOfDuty', 'Tour of duty', { isLong: true })}
      {text('summary', 'Summary', { isLong: true })}
      {text('focus', 'Focus', { isLong: true })}
      <TagsInput
        className={classes.wide}
        label="Stack"
        description="One technology each; Enter adds it."
        clearable={false}
        maxTags={100}
        value={role.stack}
        onChange={(stack) => void onChange((now) => withField(now, 'stack', stack)).catch(() => undefined)}
      />
      {text('standard', 'Standard')}
      {text('nature', 'Nature')}
      {text('credit', 'Credit line', { isLong: true })}
    </div>
  );
}
