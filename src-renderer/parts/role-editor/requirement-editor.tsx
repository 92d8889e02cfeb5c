/** The requirements of one kind: name, level on its scale, importance, mandatory, and what the document says of each. */
import { Checkbox, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { RequirementContent, RoleContent } from '../../../shared/api/role-content.ts';
import type { Importance, Scale } from '../../../shared/api/values.ts';
import { LevelTile } from '../../ui/figures/level-tile.tsx';
import { AddEntry } from './add-entry.tsx';
import { DetailsEditor } from './details-editor.tsx';
import { EditName, EditText } from './edit-text.tsx';
import { EntryRows } from './entry-rows.tsx';
import { EditFigure } from './list-editor.tsx';
import classes from './role-editor.module.css';
import { keyOf, withAdded, withOrder, withoutRow, withRow } from './role-rows.ts';

interface RequirementEditorProps {
  readonly role: RoleContent;
  readonly kind: RequirementContent['kind'];
  readonly title: string;
  readonly one: string;
  readonly scales: readonly Scale[];
  /** Names of competencies that are here already. */
  readonly known: readonly string[];
  readonly onChange: (make: (role: RoleContent) => RoleContent) => Promise<void>;
}

/** The scale of whatever states none. */
const USUAL_SCALE = 'five-levels';

const told = (change: Promise<void>): void => void change.catch(() => undefined);

const KINDS = [
  { value: 'competency', label: 'Competency' },
  { value: 'skill', label: 'Skill' },
  { value: 'softSkill', label: 'Soft skill' },
];

const IMPORTANCE = [
  { value: '', label: 'Not stated' },
  { value: 'critical', label: 'Critical' },
  { value: 'important', label: 'Important' },
  { value: 'optional', label: 'Optional' },
];

export function RequirementEditor({ role, kind, title, one, scales, known, onChange }: RequirementEditorProps) {
  const [openKey, setOpenKey] = useState<string | null>(null);
  const rows = role.requirements.filter((asked) => asked.kind === kind);
  const levelsOf = (asked: RequirementContent) => scales.find((scale) => scale.id === asked.scale)?.levels ?? [];
  const add = (competency: string) => {
    const last = rows.at(-1);
    const row: RequirementContent = {
      competency,
      kind,
      level: null,
      scale: last?.scale ?? USUAL_SCALE,
      importance: null,
      isMandatory: false,
      countsInMatch: true,
      details: [],
      ...(last?.tier === undefined ? {} : { tier: last.tier }),
      ...(last?.category === undefined ? {} : { category: last.category }),
    };
    told(
      onChange((now) => withAdded(now, 'requirements', row, (other) => (other as RequirementContent).kind === kind)),
    );
  };
  return (
    <>
      {rows.length > 0 && (
        <EntryRows
          label={title}
          entries={rows.map((asked) => ({
            key: keyOf(asked),
            words: asked.competency,
            about: [
              asked.importance ?? '',
              asked.isMandatory ? 'mandatory' : '',
              asked.tier ?? '',
              asked.category ?? '',
              asked.blurb ?? '',
            ]
              .filter(Boolean)
              .join(' · '),
            sign: (
              <span className={classes.sign}>
                {asked.level === null ? (
                  <span className={classes.noLevel} aria-hidden>
                    –
                  </span>
                ) : (
                  <LevelTile level={asked.level} of={Math.max(asked.level, levelsOf(asked).length || 5)} />
                )}
              </span>
            ),
          }))}
          openKey={openKey}
          onOpen={setOpenKey}
          onReorder={(keys) => told(onChange((now) => withOrder(now, 'requirements', keys)))}
          onRemove={(key) => told(onChange((now) => withoutRow(now, 'requirements', key)))}
          renderFields={(key) => {
            const asked = rows.find((row) => keyOf(row) === key);
            return asked === undefined ? null : (
              <RequirementFields
                asked={asked}
                scales={scales}
                known={known}
                onSave={(patch) => onChange((now) => withRow(now, 'requirements', key, patch))}
                onDetails={(make) =>
                  onChange((now) => {
                    const row = now.requirements.find((one) => keyOf(one) === key);
                    return row === undefined ? now : withRow(now, 'requirements', key, { details: make(row.details) });
                  })
                }
              />
            );
          }}
        />
      )}
      <AddEntry one={one} known={known} onAdd={add} />
    </>
  );
}

interface RequirementFieldsProps {
  readonly asked: RequirementContent;
  readonly scales: readonly Scale[];
  readonly known: readonly string[];
  readonly onSave: (patch: object) => Promise<void>;
  readonly onDetails: (make: (now: RequirementContent['details']) => RequirementContent['details']) => Promise<void>;
}

function RequirementFields({ asked, scales, known, onSave, onDetails }: RequirementFieldsProps) {
  const scale = scales.find((one) => one.id === asked.scale);
  const levels = scale?.levels ?? Array.from({ length: 5 }, (_, index) => ({ ordinal: index + 1, label: '' }));
  const highest = levels.length;
  const text = (key: 'tier' | 'category' | 'importanceNote' | 'blurb', label: string, isLong = false) => (
    <EditText
      label={label}
      owner={asked.competency}
      value={asked[key] ?? ''}
      isLong={isLong}
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
          told(onSave({ level: event.currentTarget.value === '' ? null : Number(event.currentTarget.value) }))
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
          const next = scales.find((one) => one.id === event.currentTarget.value);
          const most = next?.levels.length ?? highest;
          told(onSave({ scale: event.currentTarget.value, level: asked.level && Math.min(asked.level, most) }));
        }}
      />
      <NativeSelect
        size="xs"
        className={classes.field}
        label="Importance"
        aria-label={`Importance of ${asked.competency}`}
        value={asked.importance ?? ''}
        data={IMPORTANCE}
        onChange={(event) => told(onSave({ importance: (event.currentTarget.value || null) as Importance | null }))}
      />
      <NativeSelect
        size="xs"
        className={classes.field}
        label="Kind"
        aria-label={`Kind of ${asked.competency}`}
        value={asked.kind}
        data={KINDS}
        onChange={(event) => told(onSave({ kind: event.currentTarget.value }))}
      />
      <div className={classes.checks}>
        <Checkbox
          label="Mandatory"
          aria-label={`${asked.competency} is mandatory`}
          checked={asked.isMandatory}
          onChange={(event) => told(onSave({ isMandatory: event.currentTarget.checked }))}
        />
        <Checkbox
          label="Counts in the match"
          aria-label={`${asked.competency} counts in the match`}
          checked={asked.countsInMatch}
          onChange={(event) => told(onSave({ countsInMatch: event.currentTarget.checked }))}
        />
      </div>
      {text('tier', 'Tier')}
      {text('category', 'Category')}
      {text('importanceNote', 'Note on importance')}
      <EditFigure
        label="Among the few that matter most"
        value={asked.keyRank ?? null}
        min={1}
        max={99}
        onSave={(keyRank) => told(onSave({ keyRank: keyRank ?? undefined }))}
      />
      {text('blurb', 'What it looks like here', true)}
      <DetailsEditor asked={asked} onSave={onDetails} />
    </div>
  );
}

function scaleChoices(scales: readonly Scale[], chosen: string) {
  const known = scales.map((scale) => ({ value: scale.id, label: `${scale.name}, ${scale.levels.length} levels` }));
  return known.some(({ value }) => value === chosen) ? known : [{ value: chosen, label: chosen }, ...known];
}
