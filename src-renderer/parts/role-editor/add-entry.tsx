/** The line below a list that adds to it: words and Enter, again and again. */
import { Autocomplete, Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import classes from './role-editor.module.css';

interface AddEntryProps {
  /** One entry of the list, such as `KPI`. */
  readonly noun: string;
  readonly known?: readonly string[];
  /** What it refuses, by a rejection, stays in the line. */
  readonly onAdd: (words: string) => unknown;
}

export function AddEntry({ noun, known, onAdd }: AddEntryProps) {
  const [words, setWords] = useState('');
  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (words.trim() === '') return;
    setWords('');
    try {
      await onAdd(words.trim());
    } catch {
      // Why is told beside the list; what was typed meanwhile is newer.
      setWords((now) => (now === '' ? words : now));
    }
  };
  const label = `Add ${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;
  const common = { className: 'cn-fill', 'aria-label': label, placeholder: label, value: words };
  return (
    <form className={classes.add} onSubmit={(event) => void add(event)}>
      {known === undefined ? (
        <TextInput {...common} onChange={(event) => setWords(event.currentTarget.value)} />
      ) : (
        <Autocomplete {...common} data={[...known]} limit={20} openOnFocus={false} onChange={setWords} />
      )}
      <Button type="submit" disabled={words.trim() === ''} aria-label={label}>
        Add
      </Button>
    </form>
  );
}
