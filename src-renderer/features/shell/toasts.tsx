/** Shows the one message: ten seconds, longer under the pointer or with the focus in it. */
import { IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { keyHint, useRunAction } from '../../offered-actions.ts';
import classes from './toasts.module.css';
import type { ToastStore } from './use-toasts.ts';

const shownMs = 10_000;

export function Toasts({ toasts }: { readonly toasts: ToastStore }) {
  const { toast, step, close } = toasts;
  const runAction = useRunAction();
  const [isHeld, setHeld] = useState(false);
  const key = toast?.key;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new message starts its own ten seconds
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(close, shownMs);
    return () => clearTimeout(timer);
  }, [key, isHeld, close]);

  return (
    <div className={classes.place} role="status" aria-live="polite">
      {toast === null ? null : (
        // biome-ignore lint/a11y/noStaticElementInteractions: it only keeps the message from going while it is read
        <div
          className={classes.toast}
          key={toast.key}
          onPointerEnter={() => setHeld(true)}
          onPointerLeave={() => setHeld(false)}
          onFocus={() => setHeld(true)}
          onBlur={() => setHeld(false)}
        >
          <span className="cn-breaks">{toast.kind === 'undone' ? `Undone: ${toast.label}` : toast.label}</span>
          {toast.kind === 'done' ? (
            <button type="button" className={classes.act} onClick={() => step('undo', toast.stepId)}>
              Undo
              <span className={classes.key} aria-hidden>
                {keyHint('undo')}
              </span>
            </button>
          ) : null}
          {toast.kind === 'undone' ? (
            <button type="button" className={classes.act} onClick={() => runAction('redo')}>
              Redo
              <span className={classes.key} aria-hidden>
                {keyHint('redo')}
              </span>
            </button>
          ) : null}
          <button type="button" className={classes.close} aria-label="Close the message" onClick={close}>
            <IconX size={14} stroke={1.6} aria-hidden />
          </button>
        </div>
      )}
    </div>
  );
}
