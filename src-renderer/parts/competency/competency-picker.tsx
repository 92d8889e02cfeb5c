/** Picks a competency by name or alias, or makes one of the name that was typed. */

import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { useState } from 'react';
import { foldSearch } from '../../../shared/domain/names/fold.ts';
import { compareNames } from '../../../shared/domain/names/name-order.ts';
import { useAnswer, useCommand } from '../../api.ts';
import classes from './competency-picker.module.css';

export interface PickedCompetency {
  readonly id: string;
  readonly name: string;
  /** The alias it was found by. */
  readonly as?: string;
}

interface CompetencyPickerProps {
  readonly onPick: (competency: PickedCompetency) => unknown;
  readonly label?: string;
  readonly placeholder?: string;
  /** Competencies already there, which are not offered again. */
  readonly exclude?: readonly string[];
  readonly autoFocus?: boolean;
}

/** More would be a list nobody reads; typing on narrows it. */
const mostShown = 40;

export function CompetencyPicker({
  onPick,
  label = 'Competency',
  placeholder = 'Name a competency',
  exclude = [],
  autoFocus = false,
}: CompetencyPickerProps) {
  const answer = useAnswer('listCompetencies', {});
  const nameCompetency = useCommand('nameCompetency');
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [text, setText] = useState('');
  const [error, setError] = useState<string | null>(null);

  const wanted = foldSearch(text.trim());
  const all = answer.data?.competencies ?? [];
  const found = all
    .filter((competency) => !exclude.includes(competency.id))
    .map((competency) => {
      const name = foldSearch(competency.name);
      const whole = name === wanted ? undefined : competency.aliases.find((known) => foldSearch(known) === wanted);
      const alias = whole ?? competency.aliases.find((known) => foldSearch(known).includes(wanted));
      const rank = name.startsWith(wanted) ? 0 : name.includes(wanted) ? 1 : alias !== undefined ? 2 : 3;
      return { competency, rank, alias: rank === 2 ? alias : whole };
    })
    .filter(({ rank }) => rank < 3)
    .sort((a, b) => a.rank - b.rank || compareNames(a.competency.name, b.competency.name))
    .slice(0, mostShown);
  const isNew =
    wanted !== '' &&
    !all.some(
      ({ name, aliases }) => foldSearch(name) === wanted || aliases.some((known) => foldSearch(known) === wanted),
    );

  const pick = async (option: string) => {
    setError(null);
    try {
      const known = all.find(({ id }) => id === option);
      const name = known?.name ?? text.trim();
      const id = known?.id ?? (await nameCompetency.mutateAsync({ name })).id;
      const as = found.find(({ competency }) => competency.id === id)?.alias;
      await onPick({ id, name, ...(as === undefined ? {} : { as }) });
      setText('');
      combobox.closeDropdown();
    } catch (refusal) {
      setError(refusal instanceof Error ? refusal.message : 'The competency was not added. Try again.');
    }
  };

  return (
    <Combobox store={combobox} onOptionSubmit={(option) => void pick(option)} withinPortal>
      <Combobox.Target>
        <TextInput
          aria-label={label}
          value={text}
          placeholder={placeholder}
          error={error ?? (answer.error === null ? null : answer.error.message)}
          autoFocus={autoFocus}
          autoComplete="off"
          onChange={(event) => {
            setText(event.currentTarget.value);
            combobox.openDropdown();
            combobox.selectFirstOption();
          }}
          onFocus={() => combobox.openDropdown()}
          onClick={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={found.length === 0 && !isNew}>
        <Combobox.Options mah={260} className={classes.options} aria-label={label}>
          {found.map(({ competency, alias }) => (
            <Combobox.Option key={competency.id} value={competency.id}>
              {competency.name}
              {alias === undefined ? null : <span className={classes.alias}>{alias}</span>}
            </Combobox.Option>
          ))}
          {isNew ? <Combobox.Option value="new">Add “{text.trim()}”</Combobox.Option> : null}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
