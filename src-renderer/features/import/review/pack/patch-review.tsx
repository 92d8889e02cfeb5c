/** The review of changes that someone suggests to a role: who, why, and each change, to be accepted or not. */
import { Box } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { ImportDraft } from '../../../../../shared/api/import.ts';
import type { RolePatch, ShownChange } from '../../../../../shared/api/role-change.ts';
import { changeWords } from '../../../../../shared/domain/role/change-words.ts';
import { changeId } from '../../../../../shared/domain/role/role-diff.ts';
import { counted } from '../../reading/reading-counts.ts';
import classes from '../review.module.css';
import { ReviewFrame, type Side } from '../review-frame.tsx';
import { ChangeRow } from '../role/change-row.tsx';
import { groupChanges } from '../role/change-sides.ts';
import list from '../role/edition-list.module.css';
import { EditionList } from '../role/edition-list.tsx';
import { useEditions } from '../role/use-editions.ts';
import { SourcePane } from '../source-pane.tsx';
import { SourceSwitch } from '../source-switch.tsx';
import { noUnsavedText, useAdding } from '../use-adding.ts';

export function PatchReview({ draft }: { readonly draft: ImportDraft & { readonly kind: 'patch' } }) {
  const { patch } = draft;
  const editions = useEditions(draft);
  const [side, setSide] = useState<Side>('draft');
  const [hasSource, setSource] = useState(false);
  const [line, setLine] = useState<number | null>(null);
  const adding = useAdding({ id: draft.id, onBefore: noUnsavedText });
  const isHere = draft.alreadyHere.length > 0;
  const isNothing = editions.isKnown && editions.total === 0;
  return (
    <ReviewFrame
      draft={draft}
      counted={`${counted(patch.changes.length, 'suggested change', 'suggested changes')}.`}
      error={null}
      adding={adding}
      acts={{
        main:
          !isHere || isNothing
            ? null
            : {
                label: `Accept ${counted(editions.taken, 'change', 'changes')}`,
                run: () => adding.add(() => ({ into: editions.into() })),
                isDisabled: !editions.isKnown || editions.taken === 0,
              },
        other: null,
      }}
      strips={
        <div className={classes.card}>
          <p>
            {`${patch.author ?? 'Someone'} suggests changes to `}
            <strong>{patch.role.title}</strong>
            {patch.role.family !== undefined && `, ${patch.role.family}`}
            {patch.role.levelCode !== undefined && `, ${patch.role.levelCode}`}.
          </p>
          {patch.note !== undefined && <blockquote className={classes.quoted}>{patch.note}</blockquote>}
          {!isHere && (
            <Box role="note" component="p" mt="sm" c="var(--cn-warning-text)">
              The role is not here, so there is nothing these changes fit. They wait in this draft. Import the role,
              then come back.
            </Box>
          )}
          {isHere && isNothing && <p role="note">The role is as these changes want it already.</p>}
        </div>
      }
      side={side}
      onSide={setSide}
      source={
        hasSource ? (
          <SourcePane lines={draft.sourceLines} marks={new Map()} chosen={line} onChoose={(next) => setLine(next)} />
        ) : null
      }
      rightHead={
        <>
          {isHere && editions.total > 0 && (
            <span className={classes.paneNote}>{`${editions.taken} of ${editions.total} accepted`}</span>
          )}
          <SourceSwitch isShown={hasSource} onShow={setSource} />
        </>
      }
      right={isHere ? <EditionList editions={editions} added={0} /> : <Suggested patch={patch} />}
      foot="Accepting is one step and can be undone whole. What you accept becomes your own edit of the role."
    />
  );
}

/** The changes as they are told, where there is no role to hold them against. */
function Suggested({ patch }: { readonly patch: RolePatch }) {
  const groups = useMemo(
    () =>
      groupChanges(
        patch.changes.map(
          (change): ShownChange => ({ id: changeId(change), change, words: changeWords(change), yours: null }),
        ),
      ),
    [patch],
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region is focusable so that keys can scroll it
    <section className={list.list} tabIndex={0} aria-label="Changes">
      {groups.map(({ group, changes }) => (
        <section key={group} aria-label={group}>
          <div className={list.groupHead}>
            <h3 className="cn-small cn-bold">{group}</h3>
            <span className={list.groupCount}>{changes.length}</span>
          </div>
          {changes.map((shown) => (
            <ChangeRow key={shown.id} shown={shown} isTaken={undefined} onTake={() => undefined} />
          ))}
        </section>
      ))}
    </section>
  );
}
