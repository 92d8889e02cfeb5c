/** A role's content while it is edited: shown at once, saved one change after the other, and followed when it is undone. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { RoleContent } from '../../../shared/api/role-content.ts';
import { useFlush } from '../flush.ts';
import { adopted } from './role-rows.ts';

export interface RoleDraft {
  readonly role: RoleContent;
  /** Settles when the change is on disk; rejects when it was refused. */
  readonly change: (make: (role: RoleContent) => RoleContent) => Promise<void>;
  /** Why the last save was refused; what was typed is still shown. */
  readonly error: unknown;
  /** Saves what was refused once more. */
  readonly again: () => void;
}

/** `stored` is what is kept now; `save` keeps another. */
export function useRoleDraft(stored: RoleContent, save: (role: RoleContent) => Promise<unknown>): RoleDraft {
  const [role, setRole] = useState(stored);
  const [error, setError] = useState<unknown>(null);
  const latest = useRef(role);
  const waiting = useRef(0);
  const isRefused = useRef(false);
  const chain = useRef<Promise<void>>(Promise.resolve());
  const saving = useRef(save);
  saving.current = save;
  const last = useRef(stored);

  const show = useCallback((next: RoleContent) => {
    latest.current = next;
    setRole(next);
  }, []);

  const adopt = useCallback(() => {
    // what is typed and not yet kept is newer than anything main knows
    if (waiting.current > 0 || isRefused.current) return;
    if (isSame(last.current, latest.current)) return;
    show(adopted(last.current, latest.current));
  }, [show]);

  useEffect(() => {
    last.current = stored;
    adopt();
  }, [stored, adopt]);

  const keep = useCallback((): Promise<void> => {
    waiting.current += 1;
    const done = chain.current.then(async () => {
      try {
        const kept = latest.current;
        await saving.current(kept);
        // what main answers next is this; until then nothing older may be taken over
        last.current = kept;
        isRefused.current = false;
        setError(null);
      } catch (refusal) {
        isRefused.current = true;
        setError(refusal);
        throw refusal;
      } finally {
        waiting.current -= 1;
        adopt();
      }
    });
    chain.current = done.catch(() => undefined);
    return done;
  }, [adopt]);

  const change = useCallback(
    (make: (role: RoleContent) => RoleContent): Promise<void> => {
      const next = make(latest.current);
      if (next === latest.current) return Promise.resolve();
      show(next);
      return keep();
    },
    [keep, show],
  );
  useFlush(() => (waiting.current > 0 ? chain.current : undefined));
  return { role, change, error, again: () => void keep().catch(() => undefined) };
}

/** Spaces at the ends of a title are dropped when it is kept; that is no news to who types it. */
function isSame(stored: RoleContent, shown: RoleContent): boolean {
  return stable({ ...stored, title: stored.title.trim() }) === stable({ ...shown, title: shown.title.trim() });
}

/** One text for all contents that say the same, whatever the order of their keys. */
function stable(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(
          Object.entries(inner)
            .filter(([, one]) => one !== undefined)
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : inner,
  );
}
