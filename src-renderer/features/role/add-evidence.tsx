/** The action beside what a role asks: a note about that is begun, and capture opens. */
import { ActionIcon, Tooltip, UnstyledButton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { Requirement } from '../../../shared/api/role.ts';
import { actions } from '../../../shared/vocabulary/actions.ts';
import { useBeginNote, useBeginText } from '../../parts/capture/begin-note.ts';
import classes from './chapters/chapters.module.css';
import table from './chapters/table.module.css';

/** Evidence of what a role asks, at the level it asks. */
export function AddEvidence({ asked }: { readonly asked: Requirement }) {
  const beginNote = useBeginNote();
  const { competency, level } = asked;
  return (
    <UnstyledButton
      className={table.addEvidence}
      aria-label={`${actions.capture.label} for ${competency}`}
      onClick={() => beginNote({ name: competency, level, of: asked.scaleLevels?.levels.length ?? 5 })}
    >
      {actions.capture.short}
    </UnstyledButton>
  );
}

/** A reading of a measure: the note begins with its name, so that a figure typed after it becomes a metric of that name. */
export function AddEvidenceForMeasure({ measure }: { readonly measure: string }) {
  const beginText = useBeginText();
  return (
    <UnstyledButton
      className={table.addEvidence}
      aria-label={`${actions.capture.label} for ${measure}`}
      onClick={() => beginText(`${metricName(measure)}: `)}
    >
      {actions.capture.short}
    </UnstyledButton>
  );
}

/** A metric's name ends at a sign of the sentence, so the measure's own signs are left out of it. */
function metricName(measure: string): string {
  return measure
    .replace(/[,.;:!?()]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Where there is a line of text and no column: a sign at its end. */
export function AddEvidenceForText({ duty }: { readonly duty: string }) {
  const beginText = useBeginText();
  return (
    <Tooltip label={actions.capture.label}>
      <ActionIcon
        className={classes.addDeed}
        aria-label={`${actions.capture.label} for: ${duty}`}
        onClick={() => beginText(`${duty.replace(/[.:;,\s]+$/, '')}: `)}
      >
        <IconPlus size={16} stroke={1.6} />
      </ActionIcon>
    </Tooltip>
  );
}
