/** One field of a typed value: looks like text, is a field, saves itself. */
import { useEffect, useId, useRef } from 'react';
import { useReadOnly } from '../../../../parts/saving/read-only.ts';
import { useAutosave } from '../../../../parts/saving/use-autosave.ts';
import classes from './value-list.module.css';

interface ValueFieldProps {
  readonly label: string;
  /** What the field belongs to, for readers; empty for the head of the role. */
  readonly owner: string;
  readonly value: string;
  /** Why it cannot hold these words; null when it can. */
  readonly problem: (text: string) => string | null;
  /** Takes the focus once, when it was only just asked for. */
  readonly isNew?: boolean;
  readonly onSave: (text: string) => Promise<void>;
}

export function ValueField({ label, owner, value, problem, isNew = false, onSave }: ValueFieldProps) {
  const errorId = useId();
  const input = useRef<HTMLTextAreaElement>(null);
  const { text, change, leave, error } = useAutosave(
    value,
    async (next) => {
      const why = problem(next);
      if (why !== null) throw new Error(why);
      await onSave(next);
    },
    undefined,
  );
  useEffect(() => {
    if (isNew) input.current?.focus();
  }, [isNew]);
  return (
    <label className={classes.field}>
      <span className={classes.label}>{label}</span>
      <span className={classes.inputFrame}>
        <textarea
          ref={input}
          className={classes.input}
          rows={1}
          value={text}
          readOnly={useReadOnly()}
          placeholder="not stated"
          aria-label={owner === '' ? label : `${label} of ${owner}`}
          aria-invalid={error !== null || undefined}
          aria-describedby={error === null ? undefined : errorId}
          onChange={(event) => change(event.currentTarget.value)}
          onBlur={() => void leave()}
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
