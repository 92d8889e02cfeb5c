/** Asks what the chosen accomplishments are to be given: one field, whose choice is made at once. */
import { Button, Flex, Modal, Select, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Input } from '../../../shared/api/index.ts';
import type { Confidentiality } from '../../../shared/api/values.ts';
import { readPartialDate } from '../../../shared/domain/dates/partial-date.ts';
import { levelLabels } from '../../../shared/vocabulary/levels.ts';
import { defaultScale } from '../../../shared/vocabulary/role-shape.ts';
import { useAnswer } from '../../api.ts';
import { CompetencyPicker } from '../../parts/competency/competency-picker.tsx';
import { ErrorBox } from '../../parts/errors/error-box.tsx';
import { audiences } from './accomplishment/state-menus.tsx';
import { namePositions } from './background/position-names.ts';

export type BulkField = 'position' | 'project' | 'tags' | 'competency' | 'audience' | 'date';
export type BulkPatch = Input<'changeAccomplishments'>['patch'];

export const bulkLabels: Readonly<Record<BulkField, string>> = {
  position: 'Position',
  project: 'Project',
  tags: 'Add tags',
  competency: 'Add a competency',
  audience: 'May show',
  date: 'Date',
};

interface BulkDialogProps {
  /** What is asked for; null while nothing is. */
  readonly field: BulkField | null;
  readonly count: number;
  readonly error: unknown;
  readonly onApply: (patch: BulkPatch) => void;
  readonly onClose: () => void;
}

export function BulkDialog({ field, count, error, onApply, onClose }: BulkDialogProps) {
  const of = count === 1 ? 'this accomplishment' : `${count} accomplishments`;
  return (
    <Modal
      opened={field !== null}
      onClose={onClose}
      title={field === null ? '' : `${bulkLabels[field]}: ${of}`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {field === null ? null : <BulkForm field={field} onApply={onApply} onClose={onClose} />}
      {error === null ? null : <ErrorBox error={error} />}
    </Modal>
  );
}

interface BulkFormProps {
  readonly field: BulkField;
  readonly onApply: (patch: BulkPatch) => void;
  readonly onClose: () => void;
}

function BulkForm({ field, onApply, onClose }: BulkFormProps) {
  const background = useAnswer('getBackground', {}).data;
  if (field === 'tags' || field === 'date')
    return <TypedField isDate={field === 'date'} onApply={onApply} onClose={onClose} />;
  if (field === 'competency') return <CompetencyField onApply={onApply} />;
  if (field === 'audience') {
    return (
      <ChoiceField
        label={bulkLabels.audience}
        choices={audiences.map(({ value, label, note }) => ({ value, label: `${label}: ${note}` }))}
        onChoose={(confidentiality) => onApply({ confidentiality: confidentiality as Confidentiality })}
      />
    );
  }
  const positions = background === undefined ? [] : namePositions(background);
  const choices =
    field === 'position'
      ? positions.map(({ id, label, span }) => ({ value: id, label: [label, span].filter(Boolean).join(', ') }))
      : (background?.projects ?? []).map(({ id, name }) => ({ value: id, label: name || 'Untitled project' }));
  return (
    <ChoiceField
      label={bulkLabels[field]}
      choices={[...choices, { value: none, label: field === 'position' ? 'No position' : 'No project' }]}
      onChoose={(id) => {
        const chosen = id === none ? null : id;
        onApply(field === 'position' ? { positionId: chosen } : { projectId: chosen });
      }}
    />
  );
}

const none = '';

interface ChoiceFieldProps {
  readonly label: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly onChoose: (value: string) => void;
}

/** Typing narrows what is offered; the first that fits is taken by Enter. */
function ChoiceField({ label, choices, onChoose }: ChoiceFieldProps) {
  return (
    <Select
      aria-label={label}
      placeholder="Type to find"
      data-autofocus
      searchable
      selectFirstOptionOnChange
      defaultDropdownOpened
      nothingFoundMessage="Nothing is called so"
      data={[...choices]}
      onChange={(value) => value !== null && onChoose(value)}
    />
  );
}

function CompetencyField({ onApply }: Pick<BulkFormProps, 'onApply'>) {
  const [picked, setPicked] = useState<{ readonly id: string; readonly name: string } | null>(null);
  if (picked === null) return <CompetencyPicker autoFocus onPick={setPicked} />;
  return (
    <ChoiceField
      label={`Level of ${picked.name}`}
      choices={levelLabels.map((label, at) => ({ value: String(at + 1), label: `${at + 1} ${label}` }))}
      onChoose={(level) =>
        onApply({
          addShowings: [{ competencyId: picked.id, level: Number(level), scaleId: defaultScale, reason: '' }],
        })
      }
    />
  );
}

interface TypedFieldProps extends Omit<BulkFormProps, 'field'> {
  readonly isDate: boolean;
}

function TypedField({ isDate, onApply, onClose }: TypedFieldProps) {
  const [text, setText] = useState('');
  const [error, setError] = useState<string | null>(null);
  const apply = (event: FormEvent) => {
    event.preventDefault();
    if (!isDate) {
      const addTags = text
        .split(/[,\s]+/)
        .map((tag) => tag.replace(/^#/, ''))
        .filter((tag) => tag !== '');
      if (addTags.length === 0) setError('Name a tag, or several with commas.');
      else onApply({ addTags });
      return;
    }
    const date = readPartialDate(text.trim());
    if (date.ok) onApply({ startedOn: date.value });
    else setError(date.message);
  };
  return (
    <Flex component="form" direction="column" gap="md" onSubmit={apply}>
      <TextInput
        aria-label={isDate ? bulkLabels.date : bulkLabels.tags}
        placeholder={isDate ? 'Such as Mar 2026, 2026-03-15 or 2026' : 'Such as onboarding, night-shift'}
        data-autofocus
        value={text}
        error={error}
        onChange={(event) => {
          setError(null);
          setText(event.currentTarget.value);
        }}
      />
      <Flex gap="sm" justify="flex-end">
        <Button variant="subtle" color="gray" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" variant="filled">
          {isDate ? 'Set the date' : 'Add'}
        </Button>
      </Flex>
    </Flex>
  );
}
