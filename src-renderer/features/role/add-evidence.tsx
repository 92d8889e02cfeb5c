/** The action beside what a role asks: a note about that is begun, and capture opens. */
import { ActionIcon, Tooltip, UnstyledButton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { actions } from '../../../shared/vocabulary/actions.ts';
import { useBeginNote, useBeginText } from '../../parts/capture/begin-note.ts';
import classes from './chapters/chapters.module.css';
import table from './chapters/table.module.css';

interface AddEvidenceProps {
  readonly competency: string;
}

/** Evidence of a competency, by its name. */
export function AddEvidence({ competency }: AddEvidenceProps) {
  const beginNote = useBeginNote();
  return (
    <UnstyledButton
      className={table.addEvidence}
      aria-label={`${actions.capture.label} for ${competency}`}
      onClick={() => beginNote(competency)}
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
