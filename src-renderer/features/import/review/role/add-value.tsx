/** Adds what the reader did not place: picked lines of the source, the chosen line, or words typed here, as values of the chosen kind. */
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { placeChoices, type ValuePlace } from './draft-fields.ts';
import type { SourceLine } from './unplaced-lines.ts';
import classes from './value-list.module.css';

interface AddValueProps {
  /** The chosen line, if nothing was read from it yet. */
  readonly line: SourceLine | null;
  /** Lines picked together, in the order of the source. */
  readonly picked: readonly SourceLine[];
  readonly onAdd: (
    place: ValuePlace,
    values: readonly { readonly words: string; readonly line: number | undefined }[],
  ) => void;
  readonly onClear: () => void;
}

export function AddValue({ line, picked, onAdd, onClear }: AddValueProps) {
  const [words, setWords] = useState('');
  const [place, setPlace] = useState<ValuePlace>('competency');
  const [isOne, setOne] = useState(false);
  const only = picked.length === 1 ? (picked[0] ?? null) : null;
  const offer = only ?? line;
  const offered = offer?.words.trim() ?? '';
  const isMany = picked.length > 1;

  // A line chosen at the left is offered; what is being typed here is left alone.
  const lastOffer = useRef('');
  useEffect(() => {
    const before = lastOffer.current;
    lastOffer.current = offered;
    setWords((now) => (now === before || now === '' ? offered : now));
  }, [offered]);

  const add = (event: FormEvent) => {
    event.preventDefault();
    if (isMany) {
      const [first] = picked;
      onAdd(
        place,
        isOne
          ? [{ words: picked.map((sourceLine) => sourceLine.words).join('\n'), line: first?.number }]
          : picked.map((sourceLine) => ({ words: sourceLine.words, line: sourceLine.number })),
      );
    } else {
      if (words.trim() === '') return;
      onAdd(place, [{ words, line: words === offered ? offer?.number : undefined }]);
      setWords('');
    }
    onClear();
  };
  return (
    <form className={classes.add} onSubmit={add}>
      {isMany ? (
        <>
          <span className={classes.addCount} role="status">{`${picked.length} lines picked`}</span>
          <NativeSelect
            className={classes.addKind}
            size="xs"
            aria-label="How the lines become values"
            data={[
              { value: 'each', label: 'One a line' },
              { value: 'one', label: 'All as one' },
            ]}
            value={isOne ? 'one' : 'each'}
            onChange={(event) => setOne(event.currentTarget.value === 'one')}
          />
        </>
      ) : (
        <TextInput
          className={classes.addWords}
          aria-label="Words of the value to add"
          placeholder="Add a value: choose its line, or type it"
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      )}
      <NativeSelect
        className={classes.addKind}
        size="xs"
        aria-label="Kind of the value to add"
        data={placeChoices}
        value={place}
        onChange={(event) => setPlace(event.currentTarget.value as ValuePlace)}
      />
      {picked.length > 0 && (
        <Button variant="subtle" color="gray" onClick={onClear}>
          Clear
        </Button>
      )}
      <Button type="submit" disabled={!isMany && words.trim() === ''}>
        {isMany && !isOne ? `Add ${picked.length}` : 'Add'}
      </Button>
    </form>
  );
}
