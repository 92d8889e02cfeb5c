/** Adds what the reader did not place: a line of the source, or words typed here, as a row of the chosen kind. */
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import { PLACES, type Place } from './change-draft.ts';
import classes from './value-list.module.css';

interface AddValueProps {
  /** The chosen line, if nothing was read from it yet. */
  readonly line: { readonly number: number; readonly words: string } | null;
  readonly onAdd: (place: Place, words: string, line: number | undefined) => void;
}

export function AddValue({ line, onAdd }: AddValueProps) {
  const [words, setWords] = useState('');
  const [place, setPlace] = useState<Place>('competency');
  const offered = line?.words.trim() ?? '';

  // A line chosen at the left is offered; what is being typed here is left alone.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another line makes another offer
  useEffect(() => setWords(offered), [line?.number]);

  const add = (event: FormEvent) => {
    event.preventDefault();
    if (words.trim() === '') return;
    onAdd(place, words, words === offered ? line?.number : undefined);
    setWords('');
  };
  return (
    <form className={classes.add} onSubmit={add}>
      <TextInput
        className={classes.addWords}
        aria-label="Words of the value to add"
        placeholder="Add a value: choose its line, or type it"
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <NativeSelect
        size="xs"
        aria-label="Kind of the value to add"
        data={PLACES.map(({ key, label }) => ({ value: key, label }))}
        value={place}
        onChange={(event) => setPlace(event.currentTarget.value as Place)}
      />
      <Button type="submit" disabled={words.trim() === ''}>
        Add
      </Button>
    </form>
  );
}
