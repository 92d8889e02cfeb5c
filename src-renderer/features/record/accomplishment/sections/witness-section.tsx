/** Who confirms an accomplishment, when and in what words. */
import { Box, Flex, Select, Stack } from '@mantine/core';
import type { Witness } from '../../../../../shared/api/accomplishment.ts';
import type { Relation } from '../../../../../shared/api/values.ts';
import { partialDateText } from '../../../../../shared/domain/dates/date-text.ts';
import { DateField } from '../../../../parts/text/date-field.tsx';
import { WitnessBadge } from '../../../../ui/badges.tsx';
import { relationWords } from '../../accomplishment-row.tsx';
import { EditInPlace } from '../edit-in-place.tsx';
import { RemoveRow } from '../remove-row.tsx';
import { SavedField } from '../saved-field.tsx';
import { type SectionProps, withoutRow, withRow } from '../use-accomplishment.ts';
import { type RowProps, RowSection } from './row-section.tsx';
import classes from './witness-section.module.css';

const blank = (id: string): Witness => ({ id, name: '', relation: 'peer', title: '', confirmedOn: null, words: '' });

export function WitnessSection(props: SectionProps) {
  return (
    <RowSection
      {...props}
      label="Witness"
      noun="witness"
      invitation="Who can confirm it? A manager or client weighs as much as a second accomplishment."
      rows={props.accomplishment.witnesses}
      blank={blank}
      asked="witness"
      layout={(rows) => <Stack gap={12}>{rows}</Stack>}
      row={WitnessItem}
    />
  );
}

function WitnessItem({ row, id, isNew, change, act, onClosed, keepKey }: RowProps<Witness>) {
  const { name, relation, title, confirmedOn, words } = row;
  const save = (patch: Partial<Witness>) =>
    change((now) => ({
      witnesses: withRow(now.witnesses, {
        ...(now.witnesses.find((witness) => witness.id === id) ?? blank(id)),
        ...patch,
      }),
    }));
  const aside = [title, confirmedOn === null ? '' : partialDateText(confirmedOn)].filter(Boolean).join(', ');
  return (
    <EditInPlace
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
          <RemoveRow
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
    </EditInPlace>
  );
}
