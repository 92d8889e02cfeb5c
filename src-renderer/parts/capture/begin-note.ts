/** Begins a note about a competency, or with given words: capture opens with them in it. */

import { answerKey, call, queryClient } from '../../api.ts';
import { useRunAction } from '../../offered-actions.ts';

/** Where capture keeps what is typed and not saved yet. */
const key = 'capture';

/** Puts words into the note that is about to be captured, unless a note is already begun. */
async function beginText(words: string): Promise<void> {
  const { text } = await call('getUnsaved', { key });
  if (text !== null && text.trim() !== '') return;
  const begun = { key, text: words };
  await call('keepUnsaved', begun);
  queryClient.setQueryData<{ text: string | null }>(answerKey('getUnsaved', { key }), (now) =>
    // What was typed meanwhile is newer.
    now?.text?.trim() ? now : { text: begun.text },
  );
}

/** Opens capture for evidence of a competency. */
export function useBeginNote(): (competency: string) => void {
  const runAction = useRunAction();
  return (competency) => void beginText(` +"${competency.replaceAll('"', '')}"`).then(() => runAction('capture'));
}

/** Opens capture with a note that begins with the words. */
export function useBeginText(): (words: string) => void {
  const runAction = useRunAction();
  return (words) => void beginText(words).then(() => runAction('capture'));
}
