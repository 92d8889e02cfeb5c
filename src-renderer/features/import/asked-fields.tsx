/** What is asked of a requirement in a draft: its level, how much it matters, whether it is mandatory. */
import { Checkbox, NativeSelect } from '@mantine/core';
import type { RequirementContent } from '../../../shared/api/role-content.ts';
import classes from './value-list.module.css';

/** Drafts of a single role are read on the scale of five. */
const LEVELS = [1, 2, 3, 4, 5];

const IMPORTANCE = [
  { value: '', label: 'not stated' },
  { value: 'critical', label: 'Critical' },
  { value: 'important', label: 'Important' },
  { value: 'optional', label: 'Optional' },
];

type Asked = Partial<Pick<RequirementContent, 'level' | 'importance' | 'isMandatory'>>;

interface AskedFieldsProps {
  readonly asked: RequirementContent;
  readonly onChange: (change: Asked) => void;
}

export function AskedFields({ asked, onChange }: AskedFieldsProps) {
  const highest = Math.max(5, asked.level ?? 0);
  const levels = highest === 5 ? LEVELS : Array.from({ length: highest }, (_, index) => index + 1);
  return (
    <div className={classes.asked}>
      <NativeSelect
        size="xs"
        aria-label={`Level of ${asked.competency}`}
        value={asked.level === null ? '' : String(asked.level)}
        data={[
          { value: '', label: 'no level' },
          ...levels.map((level) => ({ value: String(level), label: `Level ${level}` })),
        ]}
        onChange={(event) =>
          onChange({ level: event.currentTarget.value === '' ? null : Number(event.currentTarget.value) })
        }
      />
      <NativeSelect
        size="xs"
        aria-label={`Importance of ${asked.competency}`}
        value={asked.importance ?? ''}
        data={IMPORTANCE}
        onChange={(event) =>
          onChange({
            importance:
              event.currentTarget.value === ''
                ? null
                : (event.currentTarget.value as 'critical' | 'important' | 'optional'),
          })
        }
      />
      <Checkbox
        label="Mandatory"
        aria-label={`${asked.competency} is mandatory`}
        checked={asked.isMandatory}
        onChange={(event) => onChange({ isMandatory: event.currentTarget.checked })}
      />
    </div>
  );
}
