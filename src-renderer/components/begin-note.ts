/** Begins a note about a competency: capture opens with its name in it. */
import { useRunAct } from '../acts.ts';
import { answerKey, call, queryClient } from '../api.ts';

/** Where capture keeps what is typed and not saved yet. */
const key = 'capture';

/** Puts the competency into the note that is about to be captured, unless a note is already begun. */
async function beginNote(competency: string): Promise<void> {
  const { text } = await call('getUnsaved', { key });
  if (text !== null && text.trim() !== '') return;
  const begun = { key, text: ` +"${competency.replaceAll('"', '')}"` };
  await call('keepUnsaved', begun);
  queryClient.setQueryData(answerKey('getUnsaved', { key }), { text: begun.text });
}

/** Opens capture for evidence of a competency. */
export function useBeginNote(): (competency: string) => void {
  const runAct = useRunAct();
  return (competency) => void beginNote(competency).then(() => runAct('capture'));
}
