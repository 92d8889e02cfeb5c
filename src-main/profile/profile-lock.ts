/**
 * The lock over the profile that is open. What asks or saves shares it; what opens, closes or replaces the profile has
 * it alone. So no question ever opens, or writes into, a file that is being moved.
 */

/** What shared work is given to wait for somebody with. */
export interface Stay {
  /**
   * Runs a wait that may take as long as a person does. Meanwhile the work does not count as inside, and changes of profile
   * go on; it comes back in, after every change of profile that was asked for by then, before this answers or throws.
   * With `back` the wait itself comes back in earlier. Another profile may be open then. Work waits for one thing at a time.
   */
  outside<T>(wait: (back: () => Promise<void>) => Promise<T>): Promise<T>;
}

export interface ProfileLock {
  /** Runs work beside other work of its kind, after every change of profile that was asked for before. */
  shared<T>(work: (stay: Stay) => Promise<T> | T): Promise<T>;
  /**
   * Runs work when nothing else runs. With `patienceMs` shared work is waited for so long and no longer, also by changes
   * of profile that were asked for before: for closing, which must not wait forever. Changes of profile still come one
   * after the other.
   */
  alone<T>(work: () => Promise<T> | T, patienceMs?: number): Promise<T>;
}

/** Who asked first comes first: neither kind can keep the other waiting forever. */
export function createProfileLock(): ProfileLock {
  let lastAlone: Promise<unknown> = Promise.resolve();
  /** Shared work that was let in after the last change of profile and still is inside. */
  let sharing = new Set<Promise<void>>();
  const patience = new AbortController();
  const outOfPatience = new Promise<void>((done) => patience.signal.addEventListener('abort', () => done()));
  /** Takes its place behind the changes of profile asked for so far; `entered` comes when they are done. */
  const enter = () => {
    let leave = () => {};
    const left = new Promise<void>((done) => {
      leave = done;
    });
    const among = sharing;
    among.add(left);
    void left.then(() => among.delete(left));
    return { entered: lastAlone, leave };
  };
  return {
    shared(work) {
      let place = enter();
      let isOutside = false;
      const outside: Stay['outside'] = async (wait) => {
        if (isOutside) throw new Error('This work waits for somebody already.');
        isOutside = true;
        place.leave();
        const back = async () => {
          if (isOutside) place = enter();
          isOutside = false;
          await place.entered;
        };
        try {
          return await wait(back);
        } finally {
          await back();
        }
      };
      return place.entered.then(() => work({ outside })).finally(() => place.leave());
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
