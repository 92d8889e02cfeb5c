/** The frame of a review: head with the acts, source and draft side by side, one under a switch where there is no room. */
import { Button, SegmentedControl } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { ImportDraft } from '../../../shared/api/import.ts';
import { keysText, useActs } from '../../acts.ts';
import { useCommand } from '../../api.ts';
import { CairnBadge } from '../../components/badges.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { formatWord } from './format-word.ts';
import { sizeText } from './reading-counts.ts';
import classes from './review.module.css';

interface ReviewFrameProps {
  readonly draft: ImportDraft;
  /** “226 values read: …” */
  readonly counted: string;
  /** Why a later save was refused, if one was. */
  readonly error: unknown;
  /** Settles what is typed before the draft is added; called for a discarded draft too. */
  readonly onBefore: () => Promise<void>;
  readonly onGone: () => Promise<unknown>;
  readonly source: ReactNode;
  readonly right: ReactNode;
  /** What stands at the head of the right side. */
  readonly rightHead: ReactNode;
  /** Which side shows where there is room for one only; the reviewer may switch. */
  readonly side: 'source' | 'draft';
  readonly onSide: (side: 'source' | 'draft') => void;
}

export function ReviewFrame(props: ReviewFrameProps) {
  const { draft, counted, error, onBefore, onGone, source, right, rightHead, side, onSide } = props;
  const [, navigate] = useLocation();
  const [isAdding, setAdding] = useState(false);
  const apply = useCommand('applyImport');
  const discard = useCommand('discardImport');
  const roles = draft.counts.roles;
  const addLabel = roles === 1 ? 'Add role' : `Add ${roles} roles`;

  const add = async () => {
    setAdding(true);
    try {
      await onBefore();
      const added = await apply.mutateAsync({ id: draft.id });
      await onGone();
      navigate(added.roleIds.length === 1 ? `/roles/${added.roleIds[0]}` : '/roles', { replace: true });
    } catch {
      // What main refused stands above the panes.
    } finally {
      setAdding(false);
    }
  };
  const drop = () =>
    discard.mutate(
      { id: draft.id },
      {
        onSuccess: () => {
          void onGone();
          navigate('/import', { replace: true });
        },
      },
    );
  useActs([{ id: 'add-draft', label: addLabel, keys: 'mod+Enter', group: 'This screen', run: () => void add() }]);
  const refused = apply.error ?? discard.error ?? error;

  return (
    <div className={classes.screen}>
      <header className={classes.head}>
        <div className={classes.headWords}>
          <div className={classes.nameLine}>
            <h1 className={classes.name}>{draft.sourceName}</h1>
            <CairnBadge>{formatWord(draft.format)}</CairnBadge>
          </div>
          <p className={classes.counted}>{`${sizeText(draft.sourceBytes)}, kept with the draft. ${counted}`}</p>
        </div>
        <Button onClick={drop} loading={discard.isPending}>
          Discard draft
        </Button>
        <Button variant="filled" onClick={() => void add()} loading={isAdding}>
          {addLabel}
        </Button>
      </header>
      {refused !== null && refused !== undefined && (
        <div className={classes.told}>
          <ErrorBox error={refused} />
        </div>
      )}
      {draft.alreadyHere.length > 0 && <AlreadyHere draft={draft} />}
      <div className={classes.sideSwitch}>
        <SegmentedControl
          aria-label="Which side"
          fullWidth
          data={[
            { value: 'source', label: 'Source' },
            { value: 'draft', label: 'Draft' },
          ]}
          value={side}
          onChange={(value) => onSide(value as 'source' | 'draft')}
        />
      </div>
      <div className={classes.panes} data-side={side}>
        <section className={classes.source} aria-label="Source">
          <div className={classes.paneHead}>
            <h2 className={classes.paneTitle}>Source</h2>
            <span className={classes.paneNote}>{sourceNote(draft)}</span>
          </div>
          {source}
        </section>
        <section className={classes.draft} aria-label="Draft">
          <div className={classes.paneHead}>
            <h2 className={classes.paneTitle}>Draft</h2>
            {rightHead}
          </div>
          {right}
        </section>
      </div>
      <footer className={classes.foot}>
        Adding is one step; {keysText('mod+Z')} takes it back whole. The source and every line of it stay with the{' '}
        {roles === 1 ? 'role' : 'roles'}.
      </footer>
    </div>
  );
}

/** How the source is shown, and what had to be repaired before it could be read. */
function sourceNote(draft: ImportDraft): string {
  const lines = `${draft.sourceLines.length} ${draft.sourceLines.length === 1 ? 'line' : 'lines'}${draft.format === 'wordpress-post' ? ', as its page shows them' : ', as it arrived'}`;
  const isRepaired = draft.notices.some((notice) => notice.line === undefined && /repair|encod/i.test(notice.message));
  return isRepaired ? `${lines}, letters repaired` : lines;
}

function AlreadyHere({ draft }: { readonly draft: ImportDraft }) {
  const shown = draft.alreadyHere.slice(0, 3);
  const rest = draft.alreadyHere.length - shown.length;
  const isOne = draft.alreadyHere.length === 1;
  return (
    <p className={classes.warning} role="note">
      {'Already here: '}
      {shown.map((role, index) => (
        <span key={role.id}>
          {index > 0 && ', '}
          <Link to={`/roles/${role.id}`} className={classes.warningLink}>
            {role.title}
          </Link>
        </span>
      ))}
      {rest > 0 && ` and ${rest} more`}
      {isOne
        ? '. Adding makes a second role of that name; the one here stays as it is.'
        : '. Adding makes second ones of those names; those here stay as they are.'}
    </p>
  );
}
