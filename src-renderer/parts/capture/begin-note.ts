/** Begins a note about a competency, or with given words: capture opens with them in it. */
import { type AskedCompetency, noteAbout } from '../../../shared/domain/capture/begun-note.ts';
import { answerKey, call, queryClient } from '../../api.ts';
import { useRunAction } from '../../offered-actions.ts';

/** Where capture keeps what is typed and not saved yet. */
const key = 'capture';

/** Changes the note that is about to be captured. What was begun before stays in it: nothing that was typed goes. */
async function changeNote(change: (text: string) => string): Promise<void> {
  const before = (await call('getUnsaved', { key })).text ?? '';
  const text = change(before);
  if (text === before) return;
  await call('keepUnsaved', { key, text });
  queryClient.setQueryData<{ text: string | null }>(answerKey('getUnsaved', { key }), { text });
}

/** Opens capture for evidence of a competency, at the level that is asked. */
export function useBeginNote(): (asked: AskedCompetency) => void {
  const runAction = useRunAction();
  return (asked) => void changeNote((text) => noteAbout(text, asked)).then(() => runAction('capture'));
}

/** Opens capture with a note that begins with the words, below a note that was begun before. */
export function useBeginText(): (words: string) => void {
  const runAction = useRunAction();
  return (words) =>
    void changeNote((text) =>
      text.includes(words.trim()) ? text : text.trim() === '' ? words : `${text.trimEnd()}\n${words}`,
    ).then(() => runAction('capture'));
}
