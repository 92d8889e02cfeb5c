/** Changes on their way to main: shown at once, sent one after the other, and taken back when main refuses them. */
import { notifyManager } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { onFlush } from './flush.ts';

/** What changes, or how to tell from what stands there at that moment. */
export type AccomplishmentChange<Data, Patch> = Patch | ((now: Data) => Patch);

interface Pending<Data, Patch> {
  readonly id: string;
  readonly change: AccomplishmentChange<Data, Patch>;
}

interface UseChanges<Data, Patch> {
  /** The thing that is changed. */
  readonly id: string;
  /** What main has of it, as far as the window knows. */
  readonly data: Data | undefined;
  readonly merge: (now: Data, patch: Patch) => Data;
  /** Settles once it is stored and the window has been told. */
  readonly send: (change: AccomplishmentChange<Data, Patch>) => Promise<void>;
}

interface Changes<Data, Patch> {
  /** What main has, with everything that is on its way: an answer from before never takes a change back. */
  readonly shown: Data | undefined;
  /** Rejects with main's words when main refuses. */
  readonly change: (change: AccomplishmentChange<Data, Patch>) => Promise<void>;
}

export function useChanges<Data, Patch>({ id, data, merge, send }: UseChanges<Data, Patch>): Changes<Data, Patch> {
  const [pending, setPending] = useState<readonly Pending<Data, Patch>[]>([]);
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const sender = useRef(send);
  useEffect(() => {
    sender.current = send;
  });

  const change = useCallback(
    (what: AccomplishmentChange<Data, Patch>): Promise<void> => {
      const mine = { id, change: what };
      const sendNow = sender.current;
      setPending((before) => [...before, mine]);
      const done = last.current.then(() => sendNow(what));
      // A refused change does not hold up the next one.
      last.current = done.catch(() => undefined);
      const stopWaiting = onFlush(() => done);
      void last.current.then(() => {
        stopWaiting();
        // In the same turn as main's answer is shown, so that what was there before is not drawn between.
        notifyManager.schedule(() => setPending((before) => before.filter((other) => other !== mine)));
      });
      return done;
    },
    [id],
  );
  const ownChanges = pending.filter((entry) => entry.id === id);
  const shown =
    data === undefined ? data : ownChanges.reduce<Data>((now, entry) => merge(now, patchOf(entry.change, now)), data);
  return { shown, change };
}

/** The patch itself, made from `now` where it depends on it. */
export function patchOf<Data, Patch>(change: AccomplishmentChange<Data, Patch>, now: Data): Patch {
  return typeof change === 'function' ? (change as (now: Data) => Patch)(now) : change;
}
