/** The fields of a requirement: name, level on its scale, importance, mandatory, and what the document says of it. */
import { Checkbox, NativeSelect } from '@mantine/core';
import type { RequirementContent } from '../../../shared/api/role-content.ts';
import type { Importance, Scale } from '../../../shared/api/values.ts';
import { kindsOf, roleGroups, roleLists } from '../../../shared/vocabulary/role-shape.ts';
import { DetailsEditor } from './details-editor.tsx';
import { EditFigure } from './edit-figure.tsx';
import { EditName, EditText } from './edit-text.tsx';
import classes from './role-editor.module.css';
import { ignoreRefusal } from './use-role-draft.ts';

const kinds = kindsOf('requirements').map((value) => ({ value, label: roleGroups[value].word }));
const shapes = roleLists.requirements.columns;

const importances = [
  { value: '', label: 'Not stated' },
  { value: 'critical', label: 'Critical' },
  { value: 'important', label: 'Important' },
  { value: 'optional', label: 'Optional' },
];

interface RequirementFieldsProps {
  readonly asked: RequirementContent;
  readonly scales: readonly Scale[];
  readonly known: readonly string[];
  readonly onSave: (patch: object) => Promise<void>;
  readonly onDetails: (make: (now: RequirementContent['details']) => RequirementContent['details']) => Promise<void>;
}

export function RequirementFields({ asked, scales, known, onSave, onDetails }: RequirementFieldsProps) {
  const scale = scales.find((scale) => scale.id === asked.scale);
  const levels = scale?.levels ?? Array.from({ length: 5 }, (_, index) => ({ ordinal: index + 1, label: '' }));
  const highest = levels.length;
  const text = (key: 'tier' | 'category' | 'importanceNote' | 'blurb') => (
    <EditText
      label={shapes[key]?.label ?? ''}
      owner={asked.competency}
      value={asked[key] ?? ''}
      isLong={shapes[key]?.kind === 'prose'}
      onSave={(value) => onSave({ [key]: value === '' ? undefined : value })}
    />
  );
  return (
    <div className={classes.grid}>
      <EditName
        label="Name"
        owner={asked.competency}
        value={asked.competency}
        known={known}
        isRequired
        onSave={(competency) => onSave({ competency })}
      />
      <NativeSelect
        size="xs"
        className={classes.field}
        label="Level"
        aria-label={`Level of ${asked.competency}`}
        value={asked.level === null ? '' : String(asked.level)}
        data={[
          { value: '', label: 'None, only that it is shown' },
          ...levels.map(({ ordinal, label }) => ({
            value: String(ordinal),
            label: label === '' || label === String(ordinal) ? `Level ${ordinal}` : `${ordinal}, ${label}`,
          })),
          ...(asked.level !== null && asked.level > highest
            ? [{ value: String(asked.level), label: `Level ${asked.level}` }]
            : []),
        ]}
        onChange={(event) =>
          ignoreRefusal(onSave({ level: event.currentTarget.value === '' ? null : Number(event.currentTarget.value) }))
        }
      />
      <NativeSelect
        size="xs"
        className={classes.field}
        label="Scale"
        aria-label={`Scale of ${asked.competency}`}
        value={asked.scale}
        data={scaleChoices(scales, asked.scale)}
        onChange={(event) => {
          const next = scales.find((candidate) => candidate.id === event.currentTarget.value);
          const most = next?.levels.length ?? highest;
          ignoreRefusal(
            onSave({ scale: event.currentTarget.value, level: asked.level && Math.min(asked.level, most) }),
          );
        }}
      />
      <NativeSelect
        size="xs"
        className={classes.field}
        label="Importance"
        aria-label={`Importance of ${asked.competency}`}
        value={asked.importance ?? ''}
        data={importances}
        onChange={(event) =>
          ignoreRefusal(onSave({ importance: (event.currentTarget.value || null) as Importance | null }))
        }
      />
      <NativeSelect
        size="xs"
        className={classes.field}
        label="Kind"
        aria-label={`Kind of ${asked.competency}`}
        value={asked.kind}
        data={kinds}
        onChange={(event) => ignoreRefusal(onSave({ kind: event.currentTarget.value }))}
      />
      <div className={classes.checks}>
        <Checkbox
          label="Mandatory"
          aria-label={`${asked.competency} is mandatory`}
          checked={asked.isMandatory}
          onChange={(event) => ignoreRefusal(onSave({ isMandatory: event.currentTarget.checked }))}
        />
        <Checkbox
          label="Counts in the match"
          aria-label={`${asked.competency} counts in the match`}
          checked={asked.countsInMatch}
          onChange={(event) => ignoreRefusal(onSave({ countsInMatch: event.currentTarget.checked }))}
        />
      </div>
      {text('tier')}
      {text('category')}
      {text('importanceNote')}
      <EditFigure
        label={shapes.keyRank?.label ?? ''}
        value={asked.keyRank ?? null}
        {...shapes.keyRank?.range}
        onSave={(keyRank) => ignoreRefusal(onSave({ keyRank: keyRank ?? undefined }))}
      />
      {text('blurb')}
      <DetailsEditor asked={asked} onSave={onDetails} />
    </div>
  );
}

function scaleChoices(scales: readonly Scale[], chosen: string) {
  const known = scales.map((scale) => ({ value: scale.id, label: `${scale.name}, ${scale.levels.length} levels` }));
  return known.some(({ value }) => value === chosen) ? known : [{ value: chosen, label: chosen }, ...known];
}
