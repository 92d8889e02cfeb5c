/** One field of a typed value: looks like text, is a field, saves itself. */
import { useId } from 'react';
import { useAutosave } from '../../components/use-autosave.ts';
import classes from './value-list.module.css';

interface ValueFieldProps {
  readonly label: string;
  /** What the field belongs to, for readers; empty for the head of the role. */
  readonly owner: string;
  readonly value: string;
  readonly isRequired: boolean;
  readonly onSave: (text: string) => Promise<void>;
}

export function ValueField({ label, owner, value, isRequired, onSave }: ValueFieldProps) {
  const errorId = useId();
  const { text, change, flush, error } = useAutosave(
    value,
    async (next) => {
      if (isRequired && next.trim() === '')
        throw new Error(`${label} cannot be empty. Write one, or take the row out.`);
      await onSave(next);
    },
    undefined,
  );
  return (
    <label className={classes.field}>
      <span className={classes.label}>{label}</span>
      <span className={classes.inputFrame}>
        <textarea
          className={classes.input}
          rows={1}
          value={text}
          placeholder="not stated"
          aria-label={owner === '' ? label : `${label} of ${owner}`}
          aria-invalid={error !== null || undefined}
          aria-describedby={error === null ? undefined : errorId}
          onChange={(event) => change(event.currentTarget.value)}
          onBlur={() => void flush()}
        />
        {error !== null && (
          <span id={errorId} className={classes.error} role="alert">
            {error instanceof Error ? error.message : 'Not saved. Try again.'}
          </span>
        )}
      </span>
    </label>
  );
}
