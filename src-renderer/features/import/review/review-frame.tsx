/** The frame of a review: head with the acts, source and draft side by side, one under a switch where there is no room. */
import { Box, Button, Flex, Group, SegmentedControl, Switch } from '@mantine/core';
import { type ReactNode, type RefObject, useRef, useState } from 'react';
import type { ImportDraft } from '../../../../shared/api/import.ts';
import { keyHint, useActions } from '../../../offered-actions.ts';
import { ErrorBox } from '../../../parts/errors/error-box.tsx';
import { CairnBadge } from '../../../ui/badges.tsx';
import { formatWord } from '../reading/format-word.ts';
import { sizeText } from '../reading/reading-counts.ts';
import { AddingProgress } from './adding-progress.tsx';
import classes from './review.module.css';
import type { ReviewActions } from './review-actions.ts';
import type { Adding } from './use-adding.ts';
import { type SourceControl, useLinkedScroll } from './use-linked-scroll.ts';

export type Side = 'source' | 'draft';

export interface ReviewFrameProps {
  readonly draft: ImportDraft;
  /** “226 values read: …” */
  readonly counted: string;
  /** Why a later save was refused, if one was. */
  readonly error: unknown;
  readonly adding: Adding;
  readonly acts: ReviewActions;
  /** What stands under the head: what was repaired, what is here already. */
  readonly strips?: ReactNode;
  /** Null where the draft has the room to itself. */
  readonly source: ReactNode;
  readonly control?: RefObject<SourceControl | null>;
  readonly right: ReactNode;
  /** What stands at the head of the right side. */
  readonly rightHead: ReactNode;
  /** Which side shows where there is room for one only; the reviewer may switch. */
  readonly side: Side;
  readonly onSide: (side: Side) => void;
  /** What adding does, for the foot. */
  readonly foot?: string;
}

/** Whether the panes scroll together, as long as the window is open. */
let isLinkedLast = true;

export function ReviewFrame(props: ReviewFrameProps) {
  const { draft, counted, error, adding, acts, strips, source, control, right, rightHead, side, onSide, foot } = props;
  const [isLinked, setLinked] = useState(isLinkedLast);
  const panes = useRef<HTMLDivElement>(null);
  const none = useRef<SourceControl | null>(null);
  useLinkedScroll(panes, control ?? none, isLinked && source !== null);
  const { main, other } = acts;
  useActions<'review'>({ 'add-draft': main === null || main.isDisabled === true ? null : main });
  const refused = adding.error ?? error;

  return (
    <div className={classes.screen}>
      <Flex
        component="header"
        className="cn-rule-below"
        align="center"
        wrap="wrap"
        gap="sm"
        flex="none"
        py={10}
        px={20}
      >
        <Box flex="1 1 20rem" miw={0}>
          <Group gap="sm">
            <h1 className={classes.name}>{draft.sourceName}</h1>
            <CairnBadge>{formatWord(draft.format)}</CairnBadge>
          </Group>
          <p className="cn-small cn-quiet">{`${sizeText(draft.sourceBytes)}, kept with the draft. ${counted}`}</p>
        </Box>
        <Flex wrap="wrap" gap="sm">
          <Button onClick={adding.discard} loading={adding.isDiscarding} disabled={adding.isAdding}>
            Discard draft
          </Button>
          {other !== null && (
            <Button onClick={other.run} disabled={other.isDisabled === true || adding.isAdding}>
              {other.label}
            </Button>
          )}
          {main !== null && (
            <Button
              variant="filled"
              onClick={main.run}
              disabled={main.isDisabled === true}
              loading={adding.isAdding}
              className={classes.main}
            >
              {main.label}
            </Button>
          )}
        </Flex>
      </Flex>
      {adding.progress !== null && <AddingProgress progress={adding.progress} onCancel={adding.cancel} />}
      {adding.note !== null && (
        <Box component="p" className="cn-small cn-quiet" flex="none" py="sm" px={20} role="status">
          {adding.note}
        </Box>
      )}
      {refused !== null && refused !== undefined && (
        <Box flex="none" py={12} px={20}>
          <ErrorBox error={refused} />
        </Box>
      )}
      {strips}
      {source !== null && (
        <div className={classes.sideSwitch}>
          <SegmentedControl
            aria-label="Which side"
            fullWidth
            data={[
              { value: 'source', label: 'Source' },
              { value: 'draft', label: 'Draft' },
            ]}
            value={side}
            onChange={(value) => onSide(value as Side)}
          />
        </div>
      )}
      <div ref={panes} className={classes.panes} data-side={side} data-alone={source === null || undefined}>
        {source !== null && (
          <section className={classes.source} aria-label="Source">
            <Group className="cn-rule-below" gap="0.25rem 0.75rem" flex="none" mih={44} py={6} px={20}>
              <h2 className="cn-heading">Source</h2>
              <span className={classes.paneNote}>{sourceNote(draft)}</span>
              {control !== undefined && (
                <Switch
                  ms="auto"
                  label="Scroll together"
                  checked={isLinked}
                  onChange={(event) => {
                    isLinkedLast = event.currentTarget.checked;
                    setLinked(isLinkedLast);
                  }}
                />
              )}
            </Group>
            {source}
          </section>
        )}
        <section className={classes.draft} aria-label="Draft">
          <Group className="cn-rule-below" gap="0.25rem 0.75rem" flex="none" mih={44} py={6} px={20}>
            <h2 className="cn-heading">Draft</h2>
            {rightHead}
          </Group>
          {right}
        </section>
      </div>
      <Box
        component="footer"
        className="cn-small cn-rule-above cn-quiet"
        flex="none"
        py="sm"
        px={20}
        bg="var(--cn-ground)"
      >
        {foot ??
          `Adding is one step; ${keyHint('undo')} takes it back whole. The source and every line of it stay with the ${draft.counts.roles === 1 ? 'role' : 'roles'}.`}
      </Box>
    </div>
  );
}

/** How much source there is, and what had to be repaired before it could be read. */
function sourceNote(draft: ImportDraft): string {
  const lines = `${draft.sourceLines.length} ${draft.sourceLines.length === 1 ? 'line' : 'lines'}`;
  return draft.repair?.isApplied === true ? `${lines}, repaired` : lines;
}
