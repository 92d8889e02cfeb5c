/** Text that is edited where it stands: a click or Enter opens it, it saves itself, Escape or leaving it closes it. */
import { Box, Button } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { type KeyboardEvent, type MouseEvent, useEffect, useId, useRef, useState } from 'react';
import { useReadOnly } from '../saving/read-only.ts';
import { useAutosave } from '../saving/use-autosave.ts';
import classes from './editable-text.module.css';
import { Markdown } from './markdown.tsx';

interface EditableTextProps {
  /** What the text is, for readers and as the name of the field. */
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string | undefined;
  /** Several paragraphs of Markdown-lite; without it, one line that may wrap. */
  readonly multiline?: boolean;
  /** Set in the reading face. */
  readonly serif?: boolean;
  /** Where text is kept that could not be saved, such as `accomplishment:ID:story`. */
  readonly keepKey?: string | undefined;
  readonly onSave: (text: string) => unknown;
  /** Open from the start, as for a thing just made. */
  readonly startOpen?: boolean;
}

export function EditableText({
  label,
  value,
  placeholder = 'Write here',
  multiline = false,
  serif = false,
  keepKey,
  onSave,
  startOpen = false,
}: EditableTextProps) {
  const { text, change, leave, error, isUnsavedStored, discard } = useAutosave(value, onSave, keepKey);
  const [isOpen, setOpen] = useState(startOpen);
  const shown = useRef<HTMLButtonElement>(null);
  const returnsFocus = useRef(false);
  const errorId = useId();
  const isReadOnly = useReadOnly();
  // What was typed before it could only be read stays in sight.
  const isEditing = (isOpen && !isReadOnly) || error !== null || isUnsavedStored;

  useEffect(() => {
    if (isEditing || !returnsFocus.current) return;
    returnsFocus.current = false;
    shown.current?.focus();
  }, [isEditing]);

  const close = async (isByKey: boolean) => {
    const isSaved = await leave();
    if (!isSaved) return;
    returnsFocus.current = isByKey;
    setOpen(false);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    const isDone = event.key === 'Escape' || (event.key === 'Enter' && (!multiline || event.ctrlKey || event.metaKey));
    if (!isDone) return;
    event.preventDefault();
    event.stopPropagation();
    void close(true);
  };

  if (isEditing) {
    return (
      <Box component="span" display="block">
        <textarea
          className={classes.field}
          data-serif={serif || undefined}
          aria-label={label}
          aria-invalid={error !== null || undefined}
          aria-describedby={error === null ? undefined : errorId}
          // biome-ignore lint/a11y/noAutofocus: the user has just asked to edit this very text
          autoFocus={isOpen}
          rows={multiline ? 3 : 1}
          value={text}
          readOnly={isReadOnly}
          placeholder={placeholder}
          spellCheck
          onChange={(event) =>
            change(multiline ? event.currentTarget.value : event.currentTarget.value.replace(/\s*\n\s*/g, ' '))
          }
          onFocus={(event) => event.currentTarget.setSelectionRange(text.length, text.length)}
          onBlur={() => void close(false)}
          onKeyDown={onKeyDown}
        />
        {error === null && !isUnsavedStored ? null : (
          <span className={classes.note} data-error={error !== null || undefined} id={errorId} role="alert">
            {error instanceof Error ? error.message : 'Kept from an earlier time, not yet saved.'}
            <Button
              variant="subtle"
              color="gray"
              size="compact-xs"
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => {
                discard();
                setOpen(false);
              }}
            >
              Discard
            </Button>
            <Button size="compact-xs" onMouseDown={(event) => event.preventDefault()} onClick={() => void close(false)}>
              Save again
            </Button>
          </span>
        )}
      </Box>
    );
  }

  if (!multiline) {
    return (
      <button
        ref={shown}
        type="button"
        className={classes.shown}
        data-serif={serif || undefined}
        data-empty={text === '' || undefined}
        aria-label={text === '' ? `${label}: ${placeholder}` : `${label}: ${text}`}
        disabled={isReadOnly}
        onClick={() => setOpen(true)}
      >
        {text === '' ? placeholder : text}
      </button>
    );
  }

  const openByPointer = (event: MouseEvent<HTMLDivElement>) => {
    const isLink = event.target instanceof Element && event.target.closest('a, button') !== null;
    const isSelecting = (window.getSelection()?.toString() ?? '') !== '';
    if (!isLink && !isSelecting && !isReadOnly) setOpen(true);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the pointer; the button inside does the same
    // biome-ignore lint/a11y/useKeyWithClickEvents: as above
    <div className={classes.block} data-serif={serif || undefined} onClick={openByPointer}>
      {text === '' ? <p className={classes.placeholder}>{placeholder}</p> : <Markdown text={text} serif={serif} />}
      <button
        ref={shown}
        type="button"
        className={classes.pencil}
        aria-label={`Edit: ${label}`}
        disabled={isReadOnly}
        onClick={() => setOpen(true)}
      >
        <IconPencil size={14} stroke={1.6} aria-hidden />
      </button>
    </div>
  );
}
