/** A field for a date as people type it: `Mar 2026`, `2026-03`, `2026`. What cannot be read is said below, in words. */
import { TextInput } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { partialDateText } from '../../../shared/domain/dates/date-text.ts';
import { readPartialDate } from '../../../shared/domain/dates/partial-date.ts';
import { useReadOnly } from '../saving/read-only.ts';
import { useSavedContent } from '../saving/use-saved-content.ts';

interface DateFieldProps {
  readonly label: string;
  /** `2026`, `2026-03`, `2026-03-15`, or null for none. */
  readonly value: string | null;
  readonly onSave: (value: string | null) => unknown;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  /** The label is for readers only, where the column already says it. */
  readonly hideLabel?: boolean;
  readonly width?: number | string;
  /** Takes the focus when it appears, with its text selected. */
  readonly autoFocus?: boolean;
  /** After Enter, once the date is saved, and after Escape. */
  readonly onDone?: () => void;
}

const shown = (value: string | null): string => (value === null ? '' : partialDateText(value));

/** The date that was typed; null for none. */
const readDate = (text: string) => (text.trim() === '' ? null : readPartialDate(text.trim()));

/** Whether two texts are the same date, such as `Mar 2026` and `2026-03`. */
function isSameDate(a: string, b: string): boolean {
  if (a === b) return true;
  const [aDate, bDate] = [readDate(a), readDate(b)];
  if (aDate === null || bDate === null) return aDate === bDate;
  return aDate.ok && bDate.ok && aDate.value === bDate.value;
}

export function DateField({
  label,
  value,
  onSave,
  placeholder = 'Mar 2026',
  disabled = false,
  hideLabel = false,
  width = 148,
  autoFocus = false,
  onDone,
}: DateFieldProps) {
  const date = useSavedContent({
    saved: shown(value),
    pauseMs: null,
    isSame: isSameDate,
    save: (text: string) => {
      const reading = readDate(text);
      if (reading !== null && !reading.ok) throw new Error(reading.message);
      return onSave(reading === null ? null : reading.value);
    },
  });
  const error =
    date.error === null
      ? null
      : date.error instanceof Error
        ? date.error.message
        : 'The date was not saved. Try again.';

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') void date.leave().then((isSaved) => isSaved && onDone?.());
    if (event.key === 'Escape' && onDone !== undefined) {
      event.stopPropagation();
      date.discard();
      onDone();
      return;
    }
    if (event.key !== 'Escape' || !date.isUnsaved) return;
    if (error === null) {
      // What can be read is saved; whatever this field stands in closes.
      void date.leave();
      return;
    }
    event.stopPropagation();
    date.discard();
  };
  return (
    <TextInput
      label={hideLabel ? undefined : label}
      aria-label={hideLabel ? label : undefined}
      w={width}
      value={date.content}
      placeholder={placeholder}
      disabled={disabled}
      readOnly={useReadOnly()}
      error={error}
      autoFocus={autoFocus}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => date.change(event.currentTarget.value)}
      onFocus={(event) => autoFocus && event.currentTarget.select()}
      onBlur={() => void date.leave()}
      onKeyDown={onKeyDown}
    />
  );
}
