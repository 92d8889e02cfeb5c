/** The action that narrows a gap: add a witness, add a metric, or capture what was done. */
import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { GapAdvice } from '../../../../shared/api/match.ts';
import { actions } from '../../../../shared/vocabulary/actions.ts';
import { useBeginNote } from '../../../parts/capture/begin-note.ts';

export function GapAction({ gap }: { readonly gap: GapAdvice }) {
  const beginNote = useBeginNote();
  if (gap.act === 'log' || gap.accomplishmentId === null) {
    return (
      <Button aria-label={`${actions.capture.label} for ${gap.competency}`} onClick={() => beginNote(gap.competency)}>
        {actions.capture.short}
      </Button>
    );
  }
  const word = gap.act === 'witness' ? 'Add witness' : 'Add metric';
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
