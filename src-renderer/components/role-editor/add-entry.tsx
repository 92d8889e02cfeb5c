/** The line below a list that adds to it: words and Enter, again and again. */
import { Autocomplete, Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import classes from './role-editor.module.css';

interface AddEntryProps {
  /** One entry of the list, such as `KPI`. */
  readonly one: string;
  readonly known?: readonly string[];
  readonly onAdd: (words: string) => void;
}

export function AddEntry({ one, known, onAdd }: AddEntryProps) {
  const [words, setWords] = useState('');
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (words.trim() === '') return;
    onAdd(words.trim());
    setWords('');
  };
  const label = `Add ${/^[aeiou]/i.test(one) ? 'an' : 'a'} ${one}`;
  const common = { className: classes.addField, 'aria-label': label, placeholder: label, value: words };
  return (
    <form className={classes.add} onSubmit={add}>
      {known === undefined ? (
        <TextInput {...common} onChange={(event) => setWords(event.currentTarget.value)} />
      ) : (
        <Autocomplete
          {...common}
          data={[...known]}
          limit={20}
          openOnFocus={false}
          maxLength={500}
          onChange={setWords}
        />
      )}
      <Button type="submit" disabled={words.trim() === ''} aria-label={label}>
        Add
      </Button>
    </form>
  );
}
