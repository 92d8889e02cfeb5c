/** A role's content while it is edited: shown at once, saved one change after the other, and followed when it is undone. */
import { useRef } from 'react';
import type { RoleContent } from '../../../shared/api/role-content.ts';
import { useSavedContent } from '../saving/use-saved-content.ts';
import { withStoredKeys } from './edit-content.ts';

export interface RoleDraft {
  readonly role: RoleContent;
  /** Settles when the change is on disk; rejects when it was refused. */
  readonly change: (make: (role: RoleContent) => RoleContent) => Promise<void>;
  /** Why the last save was refused; what was typed is still shown. */
  readonly error: unknown;
  /** Saves what was refused once more. */
  readonly again: () => void;
}

/** A change of which nothing is to be said where it was made: its refusal is shown above the editor. */
export const ignoreRefusal = (change: Promise<void>): void => void change.catch(() => undefined);

/** `stored` is what main has, as far as the window knows; `save` stores another. */
export function useRoleDraft(
  id: string,
  stored: RoleContent,
  save: (role: RoleContent) => Promise<unknown>,
): RoleDraft {
  const {
    content,
    update: change,
    settled,
    error,
  } = useSavedContent({ saved: stored, save, key: `role:${id}`, isSame, pauseMs: null });
  const shown = useRef(content);
  // Rows keep their keys when another content takes the place of the one shown, as after an undo.
  if (shown.current !== content) shown.current = withStoredKeys(content, shown.current);

  return { role: content, change, error, again: () => void settled().catch(() => undefined) };
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
            .filter(([, entry]) => entry !== undefined)
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : inner,
  );
}
