/** A field of the editor that saves itself: while one pauses, or when it is left. */
import { Autocomplete, Textarea, TextInput } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { useReadOnly } from '../saving/read-only.ts';
import { useAutosave } from '../saving/use-autosave.ts';
import { useSavedContent } from '../saving/use-saved-content.ts';
import classes from './role-editor.module.css';

interface EditTextProps {
  readonly label: string;
  /** What the field belongs to, for readers; none for the head of the role. */
  readonly owner?: string;
  readonly value: string;
  readonly isLong?: boolean;
  readonly isRequired?: boolean;
  readonly isWide?: boolean;
  readonly autoFocus?: boolean;
  readonly placeholder?: string;
  readonly onSave: (text: string) => Promise<unknown>;
}

/** A wide field takes the whole width of the grid it stands in. */
const fieldClass = (isWide: boolean): string => `${classes.field} ${isWide ? classes.wide : ''}`;

const named = (label: string, owner: string | undefined): string => (owner ? `${label} of ${owner}` : label);

function refuseEmpty(label: string, isRequired: boolean, text: string): void {
  if (isRequired && text.trim() === '') throw new Error(`${label} cannot be empty. Write one, or take the entry out.`);
}

const messageOf = (error: unknown): string | null =>
  error === null ? null : error instanceof Error ? error.message : 'Not saved. Try again.';

export function EditText(props: EditTextProps) {
  const { label, owner, value, isLong = false, isRequired = false, isWide = isLong, onSave } = props;
  const { text, change, leave, error } = useAutosave(
    value,
    async (next) => {
      refuseEmpty(label, isRequired, next);
      await onSave(next);
    },
    undefined,
  );
  const common = {
    className: fieldClass(isWide),
    label,
    'aria-label': named(label, owner),
    value: text,
    placeholder: props.placeholder,
    error: messageOf(error),
    'data-autofocus': props.autoFocus || undefined,
    autoFocus: props.autoFocus,
    readOnly: useReadOnly(),
    onBlur: () => void leave(),
  };
  return isLong ? (
    <Textarea {...common} minRows={1} maxRows={24} onChange={(event) => change(event.currentTarget.value)} />
  ) : (
    <TextInput {...common} onChange={(event) => change(event.currentTarget.value)} />
  );
}

interface EditNameProps extends Omit<EditTextProps, 'isLong'> {
  readonly known: readonly string[];
}

/** A name that makes something be known by it, saved only once it is whole: when the field is left, or at Enter. */
export function EditName({ label, owner, value, isRequired = false, isWide = true, known, ...props }: EditNameProps) {
  const name = useSavedContent({
    saved: value,
    pauseMs: null,
    save: async (text: string) => {
      refuseEmpty(label, isRequired, text);
      await props.onSave(text.trim());
    },
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') void name.leave();
    if (event.key !== 'Escape' || !name.isUnsaved) return;
    event.stopPropagation();
    name.discard();
  };
  return (
    <Autocomplete
      className={fieldClass(isWide)}
      label={label}
      aria-label={named(label, owner)}
      value={name.content}
      data={[...known]}
      limit={20}
      openOnFocus={false}
      autoFocus={props.autoFocus}
      readOnly={useReadOnly()}
      placeholder={props.placeholder}
      error={messageOf(name.error)}
      onChange={name.change}
      onOptionSubmit={(text) => {
        name.change(text);
        void name.leave();
      }}
      onBlur={() => void name.leave()}
      onKeyDown={onKeyDown}
    />
  );
}
