/** What is asked of a requirement in a draft: its level and scale, how much it matters, whether it is mandatory, a key one, counted. */
import { Checkbox, NativeSelect } from '@mantine/core';
import type { RequirementContent, ScaleContent } from '../../../../../shared/api/role-content.ts';
import type { Asked } from './change-draft.ts';
import { levelName, levelsOfScale } from './draft-scales.ts';
import classes from './value-list.module.css';

const IMPORTANCE = [
  { value: '', label: 'Importance not stated' },
  { value: 'critical', label: 'Critical' },
  { value: 'important', label: 'Important' },
  { value: 'optional', label: 'Optional' },
];

interface AskedFieldsProps {
  readonly asked: RequirementContent;
  readonly scales: readonly ScaleContent[];
  /** Whether all that can be said is shown, or only what matters at a glance. */
  readonly isChosen: boolean;
  readonly onChange: (change: Asked) => void;
}

export function AskedFields({ asked, scales, isChosen, onChange }: AskedFieldsProps) {
  const levels = levelsOfScale(asked.scale, scales, asked.level ?? 0);
  const hasScales = scales.some((scale) => scale.key !== 'five-levels');
  return (
    <div className={classes.asked}>
      <NativeSelect
        size="xs"
        aria-label={`Level of ${asked.competency}`}
        value={asked.level === null ? '' : String(asked.level)}
        data={[
          { value: '', label: 'No level' },
          ...levels.map((level) => ({ value: String(level.ordinal), label: levelName(level) })),
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
          onChange({ importance: event.currentTarget.value === '' ? null : importanceOf(event.currentTarget.value) })
        }
      />
      <Checkbox
        label="Mandatory"
        aria-label={`${asked.competency} is mandatory`}
        checked={asked.isMandatory}
        onChange={(event) => onChange({ isMandatory: event.currentTarget.checked })}
      />
      {(isChosen || asked.keyRank !== undefined) && (
        <Checkbox
          label="Key"
          aria-label={`${asked.competency} is one of those that matter most`}
          checked={asked.keyRank !== undefined}
          onChange={(event) => onChange({ keyRank: event.currentTarget.checked ? 0 : undefined })}
        />
      )}
      {(isChosen || !asked.countsInMatch) && (
        <Checkbox
          label="Counts in the match"
          aria-label={`${asked.competency} counts in the match`}
          checked={asked.countsInMatch}
          onChange={(event) => onChange({ countsInMatch: event.currentTarget.checked })}
        />
      )}
      {isChosen && hasScales && (
        <NativeSelect
          size="xs"
          aria-label={`Scale of ${asked.competency}`}
          value={asked.scale}
          data={[
            { value: 'five-levels', label: 'Five levels' },
            ...scales
              .filter(({ key }) => key !== 'five-levels')
              .map(({ key, name, levels: of }) => ({ value: key, label: `${name}, ${of.length} levels` })),
          ]}
          onChange={(event) => onChange({ scale: event.currentTarget.value })}
        />
      )}
    </div>
  );
}

const importanceOf = (value: string): 'critical' | 'important' | 'optional' =>
  value === 'critical' || value === 'important' ? value : 'optional';
