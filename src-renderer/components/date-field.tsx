/** A field for a date as people type it: `Mar 2026`, `2026-03`, `2026`. What cannot be read is said below, in words. */
import { TextInput } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { partialDateText } from '../../shared/domain/date-text.ts';
import { readPartialDate } from '../../shared/domain/partial-date.ts';
import { useFlush } from './flush.ts';

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
}

const shown = (value: string | null): string => (value === null ? '' : partialDateText(value));

export function DateField({
  label,
  value,
  onSave,
  placeholder = 'Mar 2026',
  disabled = false,
  hideLabel = false,
  width = 148,
}: DateFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const from = useRef(value);
  const saving = useRef<{ readonly text: string; readonly done: Promise<void> } | null>(null);

  useEffect(() => {
    if (from.current === value) return;
    from.current = value;
    setTyped(null);
    setError(null);
  }, [value]);

  const save = async (text: string): Promise<void> => {
    const reading = text.trim() === '' ? null : readPartialDate(text.trim());
    if (reading !== null && !reading.ok) {
      setError(reading.message);
      return;
    }
    const next = reading === null ? null : reading.value;
    setError(null);
    try {
      if (next !== value) await onSave(next);
      from.current = next;
      setTyped((now) => (now === text ? null : now));
    } catch (refusal) {
      setError(refusal instanceof Error ? refusal.message : 'The date was not saved. Try again.');
    }
  };
  /** Saves what is typed, once, however often it is asked to while that is under way. */
  const settle = async (): Promise<void> => {
    if (typed === null) return;
    if (saving.current?.text !== typed) {
      const mine = { text: typed, done: save(typed) };
      saving.current = mine;
      void mine.done.finally(() => {
        if (saving.current === mine) saving.current = null;
      });
    }
    await saving.current.done;
  };
  useFlush(() => (typed === null ? undefined : settle()));

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') void settle();
    if (event.key !== 'Escape' || typed === null) return;
    if (error === null) {
      // What can be read is kept; whatever this field stands in closes.
      void settle();
      return;
    }
    event.stopPropagation();
    setTyped(null);
    setError(null);
  };
  return (
    <TextInput
      label={hideLabel ? undefined : label}
      aria-label={hideLabel ? label : undefined}
      w={width}
      value={typed ?? shown(value)}
      placeholder={placeholder}
      disabled={disabled}
      error={error}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        setError(null);
      }}
      onBlur={() => void settle()}
      onKeyDown={onKeyDown}
    />
  );
}
