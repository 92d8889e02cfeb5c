/** The button that saves a note; Tab leads to it from the text, past what was understood. */
import { Button } from '@mantine/core';
import type { RefObject } from 'react';

/** Puts the focus there; false where nothing is. */
export function focusOn(element: HTMLElement | null): boolean {
  element?.focus();
  return element !== null;
}

interface SaveNoteProps {
  readonly buttonRef: RefObject<HTMLButtonElement | null>;
  readonly isSaving: boolean;
  readonly disabled?: boolean;
  readonly focusText: () => void;
  readonly onSave: () => void;
}

export function SaveNote({ buttonRef, isSaving, disabled = false, focusText, onSave }: SaveNoteProps) {
  return (
    <Button
      ref={buttonRef}
      variant="filled"
      disabled={disabled}
      loading={isSaving}
      rightSection={
        <kbd className="cn-key" data-on-button>
          Enter
        </kbd>
      }
      // a space that is typed on belongs to the text, where it goes once the text has the focus
      onKeyDown={(event) => event.key === ' ' && focusText()}
      onClick={onSave}
    >
      Save
    </Button>
  );
}
