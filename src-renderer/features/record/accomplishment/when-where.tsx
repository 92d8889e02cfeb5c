/** When, in which project and in which position: one sentence, and the fields behind it. */
import { Select, Switch } from '@mantine/core';
import { useState } from 'react';
import type { Accomplishment } from '../../../../shared/api/accomplishment.ts';
import { periodText } from '../../../../shared/domain/dates/date-text.ts';
import { useAnswer } from '../../../api.ts';
import { DateField } from '../../../parts/text/date-field.tsx';
import { namePositions, type PositionName } from '../background/position-names.ts';
import { EditInPlace, type TrackSave } from './edit-in-place.tsx';
import type { SectionProps } from './use-accomplishment.ts';
import classes from './when-where.module.css';

/** “Jun to Sep 2026, in Feature store rebuild, as Senior ML Engineer at Fenlock”. */
export function whenWhereText(
  accomplishment: Pick<Accomplishment, 'startedOn' | 'endedOn' | 'isOngoing'>,
  project: string | null,
  position: Pick<PositionName, 'title' | 'employer'> | null,
): string {
  const when = periodText(accomplishment.startedOn, accomplishment.endedOn, accomplishment.isOngoing);
  const where = [
    project === null ? '' : `in ${project}`,
    position === null ? '' : `as ${position.title}${position.employer === '' ? '' : ` at ${position.employer}`}`,
  ]
    .filter(Boolean)
    .join(' ');
  if (when === '' && where === '') return 'Say when, and in which position or project';
  if (when === '') return `No date yet, ${where}`;
  return where === '' ? `${when}, outside any position` : `${when}, ${where}`;
}

export function WhenWhere({ accomplishment, change, act }: SectionProps) {
  const background = useAnswer('getBackground', {});
  const positions = background.data === undefined ? [] : namePositions(background.data);
  const projects = background.data?.projects ?? [];
  const position = positions.find((position) => position.id === accomplishment.positionId) ?? null;
  const project = projects.find((project) => project.id === accomplishment.projectId)?.name ?? null;
  const { startedOn, endedOn, isOngoing } = accomplishment;
  return (
    <EditInPlace
      label="dates, position and project"
      view={<span>{whenWhereText(accomplishment, project, position)}</span>}
    >
      {(track) => (
        <>
          <DateField
            label="Start"
            width={144}
            value={startedOn}
            onSave={(date) => track(change({ startedOn: date }))}
          />
          <DateField
            label="End"
            width={144}
            value={endedOn}
            disabled={isOngoing}
            placeholder={isOngoing ? 'now' : 'Sep 2026'}
            onSave={(date) => track(change({ endedOn: date }))}
          />
          <OngoingSwitch
            isOngoing={isOngoing}
            onSave={(next) => change({ isOngoing: next, ...(next ? { endedOn: null } : {}) })}
            track={track}
          />
          <Select
            label="Position"
            placeholder="None"
            w={260}
            clearable
            searchable
            selectFirstOptionOnChange
            limit={80}
            value={accomplishment.positionId}
            data={positions.map((choice) => ({
              value: choice.id,
              label: choice.span === '' ? choice.label : `${choice.label}, ${choice.span}`,
            }))}
            onChange={(value) => act(track(change({ positionId: value })))}
          />
          <Select
            label="Project"
            placeholder="None"
            w={220}
            clearable
            searchable
            selectFirstOptionOnChange
            limit={80}
            value={accomplishment.projectId}
            data={projects.map((choice) => ({ value: choice.id, label: choice.name || 'Untitled project' }))}
            onChange={(value) => act(track(change({ projectId: value })))}
          />
        </>
      )}
    </EditInPlace>
  );
}

interface OngoingSwitchProps {
  readonly isOngoing: boolean;
  readonly onSave: (isOngoing: boolean) => Promise<unknown>;
  readonly track: TrackSave;
}

function OngoingSwitch({ isOngoing, onSave, track }: OngoingSwitchProps) {
  const [error, setError] = useState<string | null>(null);
  return (
    <Switch
      className={classes.ongoing}
      label="Ongoing"
      checked={isOngoing}
      error={error}
      onChange={(event) => {
        setError(null);
        track(onSave(event.currentTarget.checked)).catch((refusal: unknown) =>
          setError(refusal instanceof Error ? refusal.message : 'Not saved. Try again.'),
        );
      }}
    />
  );
}
