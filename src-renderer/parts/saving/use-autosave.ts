/** Text that saves itself: 400 ms after the last key, at once when asked, and kept aside when a save is refused. */
import { useEffect } from 'react';
import { call } from '../../api.ts';
import { useSavedContent } from './use-saved-content.ts';

interface Autosave {
  readonly text: string;
  readonly change: (text: string) => void;
  /** Saves what is typed now, as when the field is left; answers whether the newest text is on disk. */
  readonly leave: () => Promise<boolean>;
  readonly error: unknown;
  /** Text that was refused, or of an earlier time that was never saved, is shown, and kept under `keepKey`. */
  readonly isUnsavedStored: boolean;
  /** Goes back to what is saved and forgets the text kept aside. */
  readonly discard: () => void;
}

/** The text of a field: what is saved, until something is typed; then what is typed, until main knows something newer. */
export function useAutosave(saved: string, onSave: (text: string) => unknown, keepKey: string | undefined): Autosave {
  const { content, change, leave, error, isUnsavedStored, offerUnsaved, discard } = useSavedContent({
    saved,
    save: onSave,
    key: keepKey,
    pauseMs: 400,
    storeUnsaved: async (text: string | null) => {
      // A refusal to keep is no news: the text is still in the field, and the save itself has told what is wrong.
      if (keepKey !== undefined) await call('keepUnsaved', { key: keepKey, text: text ?? '' }).catch(() => undefined);
    },
  });

  useEffect(() => {
    if (keepKey === undefined) return;
    let isGone = false;
    void call('getUnsaved', { key: keepKey })
      .then((aside) => {
        if (!isGone && aside?.text) offerUnsaved(aside.text);
      })
      .catch(() => undefined);
    return () => {
      isGone = true;
    };
  }, [keepKey, offerUnsaved]);

  return { text: content, change, leave, error, isUnsavedStored: isUnsavedStored && keepKey !== undefined, discard };
}
