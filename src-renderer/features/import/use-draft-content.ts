/** What a draft holds while it is reviewed: changed on the screen at once, saved in order, whole. */
import { useCallback, useRef, useState } from 'react';

export interface DraftContent<Content> {
  readonly content: Content;
  /** Changes what is there now, not what was there when the caller was drawn. Settles once saved; throws what main refuses. */
  readonly change: (make: (content: Content) => Content) => Promise<void>;
  /** Settles when everything changed so far is saved. */
  readonly settled: () => Promise<void>;
  /** What main refused last, until a later change is saved. */
  readonly error: unknown;
}

export function useDraftContent<Content>(
  initial: Content,
  send: (content: Content) => Promise<unknown>,
): DraftContent<Content> {
  const [content, setContent] = useState(initial);
  const [error, setError] = useState<unknown>(null);
  const latest = useRef(initial);
  const sender = useRef(send);
  sender.current = send;
  const chain = useRef<Promise<void>>(Promise.resolve());

  const change = useCallback((make: (content: Content) => Content): Promise<void> => {
    latest.current = make(latest.current);
    setContent(latest.current);
    const save = async () => {
      try {
        // The newest state is sent, also when it is this save's turn only later.
        await sender.current(latest.current);
        setError(null);
      } catch (refusal) {
        setError(refusal);
        throw refusal;
      }
    };
    const saving = chain.current.then(save);
    chain.current = saving.catch(() => undefined);
    return saving;
  }, []);
  const settled = useCallback(() => chain.current, []);
  return { content, change, settled, error };
}
