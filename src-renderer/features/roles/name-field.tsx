/** A name edited where it stands, saved only once it is whole: half a name would be remembered as an alias. */
import { TextInput, UnstyledButton } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useFlush } from '../../components/flush.ts';
import classes from './competency-panel.module.css';

interface NameFieldProps {
  readonly name: string;
  readonly onSave: (name: string) => Promise<void>;
}

export function NameField({ name, onSave }: NameFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const isSaving = useRef(false);
  const settle = async () => {
    if (typed === null || isSaving.current) return;
    isSaving.current = true;
    try {
      await onSave(typed);
      setTyped(null);
      setError(null);
    } catch (refusal) {
      setError(refusal instanceof Error ? refusal.message : 'The name was not saved. Try again.');
    } finally {
      isSaving.current = false;
    }
  };
  useFlush(() => (typed === null ? undefined : settle()));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') void settle();
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    setTyped(null);
    setError(null);
  };
  if (typed === null) {
    return (
      <UnstyledButton className={classes.nameShown} title="Rename" onClick={() => setTyped(name)}>
        {name}
      </UnstyledButton>
    );
  }
  return (
    <TextInput
      aria-label={`Name of ${name}`}
      value={typed}
      autoFocus
      maxLength={500}
      error={error}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        setError(null);
      }}
      onBlur={() => void settle()}
      onKeyDown={onKeyDown}
    />
  );
}
