/** A labelled field that saves itself as one types, and keeps what main refused together with the reason. */
import { Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useReadOnly } from '../../../parts/saving/read-only.ts';
import { useAutosave } from '../../../parts/saving/use-autosave.ts';
import type { TrackSave } from './edit-in-place.tsx';

interface SavedFieldProps {
  readonly label: string;
  readonly value: string;
  /** A rejection is said below the field; the text stays. */
  readonly onSave: (text: string) => Promise<unknown>;
  readonly track: TrackSave;
  readonly placeholder?: string;
  readonly keepKey?: string;
  readonly multiline?: boolean;
  readonly width?: number | string;
  readonly autoFocus?: boolean;
  readonly inputMode?: 'decimal' | 'url' | 'email' | 'tel';
  /** What is offered below a refusal, for the text that was refused. */
  readonly offer?: (error: unknown, text: string, saveAgain: () => void) => ReactNode;
}

export function SavedField(props: SavedFieldProps) {
  const {
    label,
    value,
    onSave,
    track,
    placeholder,
    keepKey,
    multiline = false,
    width = 200,
    autoFocus,
    inputMode,
  } = props;
  const { text, change, leave, error } = useAutosave(value, (next) => track(onSave(next)), keepKey);
  const shared = {
    label,
    placeholder,
    value: text,
    autoFocus,
    inputMode,
    readOnly: useReadOnly(),
    error:
      error instanceof Error ? (
        <>
          {error.message}
          {props.offer?.(error, text, () => void track(leave()))}
        </>
      ) : null,
    autoComplete: 'off',
    onBlur: () => void track(leave()),
  };
  return multiline ? (
    <Textarea {...shared} w={width} minRows={2} onChange={(event) => change(event.currentTarget.value)} />
  ) : (
    <TextInput {...shared} w={width} onChange={(event) => change(event.currentTarget.value)} />
  );
}
