/** Saving what is typed before the window closes: fields listen, the shell waits for what they started. */
import { useEffect, useRef } from 'react';

/** Sent to the window by the shell; a listener hands over the save it started. */
export interface FlushDetail {
  readonly waitUntil: (saving: Promise<unknown>) => void;
}

const flushEvent = 'cairn:flush';

/** Calls `flush` when the window is about to close; the promise it answers is waited for. */
export function useFlush(flush: () => Promise<unknown> | undefined): void {
  const latest = useRef(flush);
  latest.current = flush;
  useEffect(() => {
    const listen = (event: Event) => {
      const saving = latest.current();
      const detail: FlushDetail | null = event instanceof CustomEvent ? event.detail : null;
      if (saving !== undefined) detail?.waitUntil(saving);
    };
    window.addEventListener(flushEvent, listen);
    return () => window.removeEventListener(flushEvent, listen);
  }, []);
}

/** Asks every field to save, and settles when all of them have, whether they could or not. */
export async function flushAll(): Promise<void> {
  const saves: Promise<unknown>[] = [];
  const detail: FlushDetail = { waitUntil: (saving) => saves.push(saving) };
  window.dispatchEvent(new CustomEvent(flushEvent, { detail }));
  await Promise.allSettled(saves);
}
