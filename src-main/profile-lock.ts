/**
 * The lock over the profile that is open. What asks or saves shares it; what opens, closes or replaces the profile has
 * it alone. So no question ever opens, or writes into, a file that is being moved.
 */

export interface ProfileLock {
  /** Runs work beside other work of its kind, after every change of profile that was asked for before. */
  shared<T>(work: () => Promise<T> | T): Promise<T>;
  /**
   * Runs work when nothing else runs. With `patienceMs` shared work is waited for so long and no longer, also by changes
   * of profile that were asked for before: for closing, which must not wait for ever. Changes of profile still come one
   * after the other.
   */
  alone<T>(work: () => Promise<T> | T, patienceMs?: number): Promise<T>;
}

/** Who asked first comes first: neither kind can keep the other waiting for ever. */
export function createProfileLock(): ProfileLock {
  let lastAlone: Promise<unknown> = Promise.resolve();
  /** Shared work that was let in after the last change of profile and still runs. */
  let sharing = new Set<Promise<unknown>>();
  const patience = new AbortController();
  const outOfPatience = new Promise<void>((done) => patience.signal.addEventListener('abort', () => done()));
  return {
    shared(work) {
      const done = lastAlone.then(work);
      const settled = done.catch(() => undefined);
      const among = sharing;
      among.add(settled);
      void settled.then(() => among.delete(settled));
      return done;
    },
    alone(work, patienceMs) {
      const sharedDone = Promise.race([Promise.all(sharing), outOfPatience]);
      const done = Promise.all([lastAlone, sharedDone]).then(work);
      sharing = new Set();
      lastAlone = done.catch(() => undefined);
      if (patienceMs !== undefined) {
        const timer = setTimeout(() => patience.abort(), patienceMs);
        void lastAlone.then(() => clearTimeout(timer));
      }
      return done;
    },
  };
}
