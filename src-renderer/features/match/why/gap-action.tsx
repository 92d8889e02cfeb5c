/** The action that narrows a gap: add a witness, add a metric, or capture what was done. */
import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { GapAdvice, MatchedRequirement } from '../../../../shared/api/match.ts';
import { actions } from '../../../../shared/vocabulary/actions.ts';
import { useBeginNote } from '../../../parts/capture/begin-note.ts';

interface GapActionProps {
  readonly gap: GapAdvice;
  /** What the gap is about. */
  readonly asked: MatchedRequirement | undefined;
}

export function GapAction({ gap, asked }: GapActionProps) {
  const beginNote = useBeginNote();
  if (gap.act === 'log' || gap.accomplishmentId === null) {
    return (
      <Button
        aria-label={`${actions.capture.label} for ${gap.competency}`}
        onClick={() =>
          beginNote({
            name: gap.competency,
            level: asked?.hasLevel ? asked.required : null,
            of: asked?.scaleLevels ?? 5,
          })
        }
      >
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
