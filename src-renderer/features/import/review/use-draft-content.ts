/** What a draft holds while it is reviewed: changed on the screen at once, saved in order, whole. */
import { useCallback, useState } from 'react';
import { useSavedContent } from '../../../parts/saving/use-saved-content.ts';

export interface DraftContent<Content> {
  readonly content: Content;
  /** Changes what is there now, not what was there when the caller was drawn. Settles once saved; throws what main refuses. */
  readonly change: (make: (content: Content) => Content) => Promise<void>;
  /** Settles when everything changed so far is saved; throws what main refuses. */
  readonly settled: () => Promise<void>;
  /** What main refused last, until a later change is saved. */
  readonly error: unknown;
}

export function useDraftContent<Content>(
  initial: Content,
  send: (content: Content) => Promise<unknown>,
): DraftContent<Content> {
  const [saved] = useState(initial);
  const { content, latest, change: set, flush, error, refusal } = useSavedContent({ saved, save: send, pauseMs: null });

  const settled = useCallback(async () => {
    if (!(await flush())) throw refusal();
  }, [flush, refusal]);
  const change = useCallback(
    (make: (content: Content) => Content): Promise<void> => {
      set(make(latest()));
      return settled();
    },
    [latest, set, settled],
  );
  return { content, change, settled, error };
}
