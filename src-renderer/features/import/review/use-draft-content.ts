/** What a draft holds while it is reviewed: changed on the screen at once, saved in order, whole. */
import { useState } from 'react';
import { type SavedContent, useSavedContent } from '../../../parts/saving/use-saved-content.ts';

export interface DraftContent<Content> extends Pick<SavedContent<Content>, 'content' | 'settled' | 'error'> {
  readonly change: SavedContent<Content>['update'];
}

export function useDraftContent<Content>(
  initial: Content,
  send: (content: Content) => Promise<unknown>,
): DraftContent<Content> {
  const [saved] = useState(initial);
  const { content, update, settled, error } = useSavedContent({ saved, save: send, pauseMs: null });
  return { content, change: update, settled, error };
}
