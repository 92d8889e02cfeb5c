/** Text that saves itself: 400 ms after the last key, at once when asked, and kept aside when a save is refused. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { call } from '../api.ts';
import { useFlush } from './flush.ts';

/** After the last key. */
const pauseMs = 400;
/** After the first, so that someone who never pauses is saved too. */
const longestMs = 1_000;

interface Autosave {
  readonly text: string;
  readonly change: (text: string) => void;
  /** Saves what is typed now; answers whether it is on disk. */
  readonly flush: () => Promise<boolean>;
  readonly error: unknown;
  /** Text of an earlier time that was never saved, found under `keepKey`. */
  readonly hasKept: boolean;
  /** Goes back to what is saved and forgets the text kept aside. */
  readonly discard: () => void;
}

/** The text of a field: what is saved, until something is typed; then what is typed, until that is saved. */
export function useAutosave(saved: string, onSave: (text: string) => unknown, keepKey: string | undefined): Autosave {
  const [text, setText] = useState(saved);
  const [error, setError] = useState<unknown>(null);
  const [hasKept, setKept] = useState(false);
  const typed = useRef<string | null>(null);
  const lastSaved = useRef(saved);
  const since = useRef<number | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const chain = useRef<Promise<boolean>>(Promise.resolve(true));
  const save = useRef(onSave);
  save.current = onSave;

  useEffect(() => {
    if (typed.current !== null || saved === lastSaved.current) return;
    lastSaved.current = saved;
    setText(saved);
  }, [saved]);

  const keep = useCallback(
    async (kept: string) => {
      // A refusal to keep is no news: the text is still in the field, and the save itself has told what is wrong.
      if (keepKey !== undefined) await call('keepUnsaved', { key: keepKey, text: kept }).catch(() => undefined);
    },
    [keepKey],
  );

  const write = useCallback(async (): Promise<boolean> => {
    const next = typed.current;
    if (next === null) return true;
    typed.current = null;
    since.current = null;
    if (next === lastSaved.current) return true;
    const before = lastSaved.current;
    lastSaved.current = next;
    try {
      await save.current(next);
      setError(null);
      setKept((had) => {
        if (had) void keep('');
        return false;
      });
      return true;
    } catch (refusal) {
      lastSaved.current = before;
      typed.current ??= next;
      setError(refusal);
      setKept(keepKey !== undefined);
      await keep(next);
      return false;
    }
  }, [keep, keepKey]);

  const flush = useCallback((): Promise<boolean> => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
    // One save after the other, so that an older text never lands on a newer one.
    chain.current = chain.current.then(write);
    return chain.current;
  }, [write]);

  const change = useCallback(
    (next: string) => {
      typed.current = next;
      setText(next);
      const now = Date.now();
      since.current ??= now;
      if (timer.current !== null) clearTimeout(timer.current);
      const wait = Math.min(pauseMs, Math.max(0, since.current + longestMs - now));
      timer.current = setTimeout(() => void flush(), wait);
    },
    [flush],
  );

  const discard = useCallback(() => {
    typed.current = null;
    setText(lastSaved.current);
    setError(null);
    setKept(false);
    void keep('');
  }, [keep]);

  useEffect(() => {
    if (keepKey === undefined) return;
    let isGone = false;
    void call('getUnsaved', { key: keepKey })
      .then((kept) => {
        if (isGone || !kept?.text || kept.text === lastSaved.current || typed.current !== null) return;
        typed.current = kept.text;
        setText(kept.text);
        setKept(true);
      })
      .catch(() => undefined);
    return () => {
      isGone = true;
    };
  }, [keepKey]);

  // A field that goes away saves first.
  useEffect(() => () => void flush(), [flush]);
  useFlush(() => (typed.current === null ? undefined : flush()));

  return { text, change, flush, error, hasKept, discard };
}
