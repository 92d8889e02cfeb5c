/** The foot of the content: hidden lines that speak to requirements nothing printed speaks to, one after the other. */
import { Button } from '@mantine/core';
import { IconBulb } from '@tabler/icons-react';
import type { ResumeBuilder } from '../../../../shared/api/resume.ts';
import { type ChosenLine, keyOf } from './chosen-line.ts';
import classes from './content-pane.module.css';
import { proposalsIn } from './proposals.ts';

interface ProposalStripProps {
  readonly builder: ResumeBuilder;
  readonly chosen: ChosenLine | null;
  readonly onChoose: (line: ChosenLine) => void;
}

export function ProposalStrip({ builder, chosen, onChoose }: ProposalStripProps) {
  const proposals = proposalsIn(builder);
  if (proposals.length === 0) return null;
  // Of a long record not every hidden line is listed, so the count is of those that are.
  const hidden = builder.sections.some((section) => section.groups.some((group) => group.hiddenCount > 0))
    ? 'listed hidden'
    : 'hidden';
  const at = chosen === null ? -1 : proposals.findIndex((line) => keyOf(line) === keyOf(chosen));
  const next = proposals[(at + 1) % proposals.length];
  return (
    <div className={classes.strip}>
      <IconBulb size={16} stroke={1.6} aria-hidden />
      <span className={classes.stripWords}>
        {proposals.length === 1
          ? `1 ${hidden} line speaks to more requirements.`
          : `${proposals.length} ${hidden} lines speak to more requirements.`}
      </span>
      <Button
        variant="subtle"
        onClick={() => {
          if (next !== undefined) onChoose({ kind: next.kind, refId: next.refId, isOpen: false });
        }}
      >
        {at === -1 || proposals.length === 1 ? 'Review' : 'Next'}
      </Button>
    </div>
  );
}
