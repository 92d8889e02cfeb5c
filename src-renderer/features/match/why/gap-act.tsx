/** The act that narrows a gap: ask for a word, add figures, or capture what was done. */
import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { GapAdvice } from '../../../../shared/api/match.ts';
import { useBeginNote } from '../../../parts/capture/begin-note.ts';

export function GapAct({ gap }: { readonly gap: GapAdvice }) {
  const beginNote = useBeginNote();
  if (gap.act === 'log' || gap.accomplishmentId === null) {
    return (
      <Button aria-label={`Capture one for ${gap.competency}`} onClick={() => beginNote(gap.competency)}>
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
