/** The field that asks what one got done. Enter saves a draft; Shift and Enter break the line. */
import { type FormEvent, type KeyboardEvent, useEffect, useState } from 'react';
import { Link } from 'wouter';
import { call, useAnswer, useCommand } from '../../api.ts';
import { ErrorBox } from '../../components/error-box.tsx';
import classes from './capture-field.module.css';

/** Text that waits here survives a restart. */
const keepKey = 'home:capture';

interface Captured {
  readonly id: string;
  readonly understood: readonly string[];
  readonly notices: readonly string[];
}

export function CaptureField() {
  const log = useCommand('logAccomplishment');
  const [text, setText] = useState('');
  const [captured, setCaptured] = useState<Captured | null>(null);

  // Undo takes it away again, and the line about it with it.
  const kept = useAnswer('getAccomplishment', { id: captured?.id ?? '' }, { enabled: captured !== null });

  useEffect(() => {
    void call('getUnsaved', { key: keepKey })
      .then((kept) => setText((typed) => (typed === '' ? (kept?.text ?? '') : typed)))
      .catch(() => undefined);
  }, []);
  useEffect(() => {
    const timer = setTimeout(() => void call('keepUnsaved', { key: keepKey, text }).catch(() => undefined), 500);
    return () => clearTimeout(timer);
  }, [text]);

  const save = () => {
    if (text.trim() === '' || log.isPending) return;
    log.mutate(
      { text },
      {
        onSuccess: (result) => {
          setText('');
          setCaptured(result);
        },
      },
    );
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    save();
  };

  return (
    <div className={classes.capture}>
      <form className={classes.box} onSubmit={submit}>
        <textarea
          className={classes.field}
          aria-label="What did you get done?"
          aria-describedby="capture-hint"
          placeholder="What did you get done?"
          rows={1}
          value={text}
          maxLength={50_000}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={press}
        />
        <span className={classes.hint} id="capture-hint">
          <span>#tag</span>
          <span>@position</span>
          <button type="submit" className={`cn-key ${classes.enter}`} aria-label="Enter: save as a draft">
            Enter
          </button>
        </span>
      </form>
      {log.error === null ? null : <ErrorBox error={log.error} retry={save} />}
      {captured === null || kept.data === undefined || kept.error !== null ? null : (
        <p className={classes.note}>
          <Link href={`/record/${captured.id}`} className="cn-link">
            Saved as a draft
          </Link>
          {[...captured.understood, ...captured.notices].map((line) => `. ${line}`).join('')}
        </p>
      )}
    </div>
  );
}
