/** The act that narrows a gap: ask for a word, add figures, or capture what was done. */
import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { GapAdvice } from '../../../shared/api/match.ts';
import { useRunAct } from '../../acts.ts';
import { answerKey, call, queryClient } from '../../api.ts';

export function GapAct({ gap }: { readonly gap: GapAdvice }) {
  const runAct = useRunAct();
  if (gap.act === 'log' || gap.accomplishmentId === null) {
    return (
      <Button
        aria-label={`Capture one for ${gap.competency}`}
        onClick={() => void beginNote(gap.competency).then(() => runAct('capture'))}
      >
        Capture one
      </Button>
    );
  }
  const word = gap.act === 'witness' ? 'Ask for it' : 'Add figures';
  return (
    <Button
      component={Link}
      to={`/record/${gap.accomplishmentId}?add=${gap.act === 'witness' ? 'witness' : 'metric'}`}
      aria-label={`${word}, for ${gap.competency}`}
    >
      {word}
    </Button>
  );
}

/** Puts the competency into the note that is about to be captured, unless a note is already begun. */
async function beginNote(competency: string): Promise<void> {
  const key = 'capture';
  const { text } = await call('getUnsaved', { key });
  if (text !== null && text.trim() !== '') return;
  const begun = { key, text: ` +"${competency.replaceAll('"', '')}"` };
  await call('keepUnsaved', begun);
  queryClient.setQueryData(answerKey('getUnsaved', { key }), { text: begun.text });
}
