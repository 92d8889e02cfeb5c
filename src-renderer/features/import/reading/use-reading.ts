/** Reading a file into drafts: what is being read and since when, what went wrong, and stopping it. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { call } from '../../../api.ts';

export interface Reading {
  readonly label: string;
  /** Whether the time counts reading alone; while a file dialog is open it does not. */
  readonly isTimed: boolean;
  readonly seconds: number;
}

/** What a reading gave; null when it was cancelled in main or in a dialog. */
type Asked = { readonly ids: readonly string[]; readonly refusal?: unknown } | null;

interface ReadingState {
  /** Null when nothing has been going on for longer than a moment. */
  readonly reading: Reading | null;
  readonly isBusy: boolean;
  readonly error: unknown;
  /** What a cancelled reading left, in words. */
  readonly note: string | null;
  /** `ask` may tell what it is at by the function it is handed. */
  readonly read: (label: string, isTimed: boolean, ask: (setLabel: (label: string) => void) => Promise<Asked>) => void;
  readonly cancel: () => void;
  readonly forget: () => void;
}

interface Running {
  isCancelled: boolean;
  readonly isTimed: boolean;
  readonly startedAt: number;
}

/** One reading at a time. `onRead` gets the drafts of a reading that was not cancelled. */
export function useReading(onRead: (ids: readonly string[]) => void): ReadingState {
  const [running, setRunning] = useState<Running | null>(null);
  const [label, setLabel] = useState('');
  const [seconds, setSeconds] = useState(0);
  const [error, setError] = useState<unknown>(null);
  const [note, setNote] = useState<string | null>(null);
  const latest = useRef(onRead);
  latest.current = onRead;

  useEffect(() => {
    if (running === null) return;
    const tick = setInterval(() => setSeconds(Math.floor((Date.now() - running.startedAt) / 1_000)), 250);
    return () => clearInterval(tick);
  }, [running]);

  const read = useCallback<ReadingState['read']>((words, isTimed, ask) => {
    const mine: Running = { isCancelled: false, isTimed, startedAt: Date.now() };
    setRunning(mine);
    setLabel(words);
    setSeconds(0);
    setError(null);
    setNote(null);
    const settle = async () => {
      try {
        const drafts = await ask(setLabel);
        if (drafts === null) return;
        if (mine.isCancelled) {
          // What was cancelled is not left lying among the drafts.
          for (const id of drafts.ids) await call('discardImport', { id });
          return;
        }
        if (drafts.refusal !== undefined && drafts.refusal !== null) setError(drafts.refusal);
        if (drafts.ids.length > 0) latest.current(drafts.ids);
      } catch (refusal) {
        if (!mine.isCancelled) setError(refusal);
      } finally {
        setRunning((now) => (now === mine ? null : now));
      }
    };
    void settle();
  }, []);

  const cancel = useCallback(() => {
    setRunning((now) => {
      if (now !== null) now.isCancelled = true;
      return null;
    });
    setNote('Cancelled. Nothing was added.');
    void call('cancelImport', {}).catch(setError);
  }, []);

  const forget = useCallback(() => {
    setError(null);
    setNote(null);
  }, []);

  const isLong = running !== null && (seconds >= 1 || !running.isTimed);
  return {
    reading: isLong ? { label, isTimed: running.isTimed, seconds } : null,
    isBusy: running !== null,
    error,
    note,
    read,
    cancel,
    forget,
  };
}
