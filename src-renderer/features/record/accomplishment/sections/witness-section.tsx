/** Who confirms an accomplishment, when and in what words. */
import { Box, Flex, Select, Stack, UnstyledButton } from '@mantine/core';
import type { Witness } from '../../../../../shared/api/accomplishment.ts';
import type { Relation } from '../../../../../shared/api/values.ts';
import { partialDateText } from '../../../../../shared/domain/dates/date-text.ts';
import { DateField } from '../../../../parts/text/date-field.tsx';
import { WitnessBadge } from '../../../../ui/badges.tsx';
import { HangingSection } from '../../../../ui/pane.tsx';
import { relationWords } from '../../accomplishment-row.tsx';
import { AddAct } from '../../add-act.tsx';
import { usePendingRows } from '../../pending-rows.ts';
import { useAskedFor } from '../../use-asked-for.ts';
import { InPlace } from '../in-place.tsx';
import { SavedField } from '../saved-field.tsx';
import { TakeOut } from '../take-out.tsx';
import { type Change, type SectionProps, withoutRow, withRow } from '../use-accomplishment.ts';
import classes from './witness-section.module.css';

const blank = (id: string): Witness => ({ id, name: '', relation: 'peer', title: '', confirmedOn: null, words: '' });

export function WitnessSection({ accomplishment, change, act }: SectionProps) {
  const { rows, begin, drop } = usePendingRows(accomplishment.witnesses, blank);
  useAskedFor('witness', begin);
  return (
    <HangingSection label="Witness" action={<AddAct label="Add witness" onClick={begin} />}>
      {rows.length === 0 ? (
        <UnstyledButton className="cn-small cn-quiet cn-hover cn-invite" onClick={begin}>
          Who can confirm it? A manager or client weighs as much as a second accomplishment.
        </UnstyledButton>
      ) : null}
      <Stack gap={12}>
        {rows.map(({ row, id, isNew }) => (
          <WitnessItem
            key={id}
            witness={row}
            id={id}
            isNew={isNew}
            change={change}
            act={act}
            onClosed={() => drop(id)}
            accomplishmentId={accomplishment.id}
          />
        ))}
      </Stack>
    </HangingSection>
  );
}

interface WitnessItemProps {
  readonly witness: Witness;
  readonly id: string;
  readonly isNew: boolean;
  readonly change: Change;
  readonly act: SectionProps['act'];
  readonly onClosed: () => void;
  readonly accomplishmentId: string;
}

function WitnessItem({ witness, id, isNew, change, act, onClosed, accomplishmentId }: WitnessItemProps) {
  const { name, relation, title, confirmedOn, words } = witness;
  const save = (patch: Partial<Witness>) =>
    change((now) => ({
      witnesses: withRow(now.witnesses, { ...(now.witnesses.find((one) => one.id === id) ?? blank(id)), ...patch }),
    }));
  const aside = [title, confirmedOn === null ? '' : partialDateText(confirmedOn)].filter(Boolean).join(', ');
  const keepKey = `accomplishment:${accomplishmentId}:witness:${id}`;
  return (
    <InPlace
      label="witness"
      startOpen={isNew}
      onClosed={onClosed}
      view={
        <>
          <Flex component="span" align="center" wrap="wrap" gap="0.125rem 0.5rem">
            <WitnessBadge relation={relation} />
            <Box component="span" className="cn-strong" c="var(--cn-text)">
              {name || 'Without a name'}
            </Box>
            <span className="cn-small cn-quiet">{aside}</span>
          </Flex>
          {words === '' ? null : <span className={classes.words}>“{words}”</span>}
        </>
      }
      acts={
        isNew ? null : (
          <TakeOut
            label="Take witness out"
            act={act}
            onTakeOut={() => change((now) => ({ witnesses: withoutRow(now.witnesses, id) }))}
          />
        )
      }
    >
      {(track) => (
        <>
          <SavedField
            label="Name"
            value={name}
            width={200}
            track={track}
            keepKey={`${keepKey}:name`}
            onSave={(text) => save({ name: text.trim() })}
          />
          <Select
            label="Relation"
            w={120}
            value={relation}
            data={Object.entries(relationWords).map(([value, label]) => ({ value, label }))}
            onChange={(value) => value !== null && act(track(save({ relation: value as Relation })))}
          />
          <SavedField
            label="Title"
            value={title}
            width={200}
            placeholder="Engineering manager"
            track={track}
            keepKey={`${keepKey}:title`}
            onSave={(text) => save({ title: text.trim() })}
          />
          <DateField
            label="Confirmed"
            value={confirmedOn}
            width={120}
            onSave={(date) => track(save({ confirmedOn: date }))}
          />
          <SavedField
            label="In their words"
            multiline
            width="100%"
            value={words}
            track={track}
            keepKey={`${keepKey}:words`}
            onSave={(text) => save({ words: text.trim() })}
          />
        </>
      )}
    </InPlace>
  );
}
