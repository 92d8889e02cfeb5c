/** Saving what is typed before the window closes: whatever has something unsaved listens, and is waited for. */

/** Starts the save, and settles once what is newest is stored; undefined when there is nothing to save. */
type Flush = () => Promise<unknown> | undefined;

const listening = new Set<Flush>();

/** Calls `flush` when the window is about to close, until the answered function is called. */
export function onFlush(flush: Flush): () => void {
  listening.add(flush);
  return () => {
    listening.delete(flush);
  };
}

/** Asks everything unsaved to be saved, and settles when it is, whether it could be or not. */
export async function flushAll(): Promise<void> {
  await Promise.allSettled([...listening].map((flush) => flush()));
}
