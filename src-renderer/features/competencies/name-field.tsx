/** A name edited where it stands, saved only once it is whole: half a name would be remembered as an alias. */
import { TextInput, UnstyledButton } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { useSavedContent } from '../../parts/saving/use-saved-content.ts';
import classes from './competency-panel.module.css';

interface NameFieldProps {
  readonly name: string;
  readonly onSave: (name: string) => Promise<void>;
}

export function NameField({ name, onSave }: NameFieldProps) {
  const [isOpen, setOpen] = useState(false);
  const { content, change, leave, error, discard } = useSavedContent({
    saved: name,
    save: onSave,
    pauseMs: null,
    isSame: (a, b) => a.trim() === b.trim(),
  });
  const close = async () => {
    if (await leave()) setOpen(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') void close();
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    discard();
    setOpen(false);
  };
  if (!isOpen && error === null) {
    return (
      <UnstyledButton className={classes.nameShown} title="Rename" onClick={() => setOpen(true)}>
        {content}
      </UnstyledButton>
    );
  }
  return (
    <TextInput
      aria-label={`Name of ${name}`}
      value={content}
      autoFocus
      error={error === null ? null : error instanceof Error ? error.message : 'The name was not saved. Try again.'}
      onChange={(event) => change(event.currentTarget.value)}
      onBlur={() => void close()}
      onKeyDown={onKeyDown}
    />
  );
}
