/** What goes into the resume: its head, then its sections in the order of the page. */
import { Box, Button, Flex } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import type { DraftRow } from '../../../../shared/api/accomplishment.ts';
import type { ResumeBuilder } from '../../../../shared/api/resume.ts';
import { actions } from '../../../../shared/vocabulary/actions.ts';
import type { SectionKind } from '../../../../shared/vocabulary/resume-sections.ts';
import { useAnswer, useCommand } from '../../../api.ts';
import { useRunAction } from '../../../offered-actions.ts';
import { DraftsNotice } from '../../../parts/drafts/drafts-notice.tsx';
import { ErrorBox } from '../../../parts/errors/error-box.tsx';
import { useSavedChoice } from '../../../parts/saving/use-saved-content.ts';
import { Empty } from '../../../ui/empty.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { SortableList } from '../../../ui/sortable-list.tsx';
import { useStableCallbacks } from '../page/use-stable-callbacks.ts';
import { ResumeHead } from '../resume-head.tsx';
import type { GroupActs } from './builder-group.tsx';
import { type ChosenLine, keyOf, wordsOf } from './chosen-line.ts';
import { ContactRow } from './contact-row.tsx';
import classes from './content-pane.module.css';
import { ProposalStrip } from './proposal-strip.tsx';
import { rankedPlaces } from './ranked-places.ts';
import { SectionRow } from './section-row.tsx';

/** A section in its place on the page. */
interface Place {
  readonly kind: SectionKind;
  readonly isHidden: boolean;
}

interface ContentPaneProps {
  readonly builder: ResumeBuilder;
  readonly chosen: ChosenLine | null;
  readonly onChoose: (line: ChosenLine | null) => void;
}

const noDrafts: readonly DraftRow[] = [];

export function ContentPane({ builder, chosen, onChoose }: ContentPaneProps) {
  const { resume, sections } = builder;
  const [firstNotice, ...otherNotices] = builder.notices;
  const runAction = useRunAction();
  const drafts = useAnswer('listDrafts', {}).data?.drafts ?? noDrafts;
  const change = useCommand('changeResume');
  const choose = useCommand('chooseResumeItem');
  const order = useCommand('orderResumeItems');
  const [open, setOpen] = useState<ReadonlySet<SectionKind>>(() => new Set<SectionKind>(['experience']));
  const pane = useRef<HTMLDivElement>(null);
  const id = resume.id;
  const chosenKey = chosen === null ? null : keyOf(chosen);
  const chosenSection =
    sections.find((section) => section.groups.some((group) => group.items.some((item) => keyOf(item) === chosenKey)))
      ?.kind ?? null;

  // A line chosen on the paper is shown where it is edited.
  useEffect(() => {
    if (chosenKey === null || chosenSection === null) return;
    setOpen((before) => (before.has(chosenSection) ? before : new Set([...before, chosenSection])));
    requestAnimationFrame(() => pane.current?.querySelector('[data-chosen]')?.scrollIntoView({ block: 'nearest' }));
  }, [chosenKey, chosenSection]);

  const acts = useStableCallbacks<GroupActs>({
    choose: (item) => onChoose(item === null ? null : { kind: item.kind, refId: item.refId, isOpen: true }),
    setHidden: ({ kind, refId }, isHidden) => choose.mutateAsync({ id, kind, refId, isHidden }),
    word: ({ kind, refId }, override) => choose.mutateAsync({ id, kind, refId, override }),
    wordsOf: (item) => wordsOf(builder, item),
    keepKeyOf: ({ kind, refId }) => `resume:${id}:${kind}:${refId}`,
    order: async (kind, refIds) => {
      const places = rankedPlaces(builder, kind, refIds);
      if (places.length > 0) await order.mutateAsync({ id, kind, refIds: [...places] });
    },
    setGroupHidden: async ({ positionId, projectId }, isHidden) => {
      if (positionId !== null) await choose.mutateAsync({ id, kind: 'position', refId: positionId, isHidden });
      else if (projectId !== null) await choose.mutateAsync({ id, kind: 'project', refId: projectId, isHidden });
    },
  });
  const toggle = (kind: SectionKind) =>
    setOpen(
      (before) => new Set(before.has(kind) ? [...before].filter((openKind) => openKind !== kind) : [...before, kind]),
    );
  const [places, setPlaces] = useSavedChoice<readonly Place[]>(
    sections.map(({ kind, isHidden }) => ({ kind, isHidden })),
    (next) => change.mutateAsync({ id, patch: { sections: [...next] } }),
    (a, b) => JSON.stringify(a) === JSON.stringify(b),
  );
  // What main refuses is told above the sections.
  const set = (next: readonly Place[]) => void setPlaces(next).catch(() => undefined);
  const setSectionHidden = (kind: SectionKind, isHidden: boolean) =>
    set(places.map((place) => (place.kind === kind ? { kind, isHidden } : place)));
  const placed = places.flatMap(({ kind, isHidden }) => {
    const section = sections.find((section) => section.kind === kind);
    return section === undefined ? [] : [{ ...section, isHidden }];
  });
  // The summary opens every page, so it has no place to be moved to.
  const first = placed.filter((section) => section.kind === 'summary');
  const movable = placed.filter((section) => section.kind !== 'summary');
  const reorder = (kinds: readonly string[]) =>
    set([
      ...places.filter(({ kind }) => kind === 'summary'),
      ...kinds.flatMap((kind) => places.find((place) => place.kind === kind) ?? []),
    ]);
  const hasLines = sections.some(({ kind, groups }) => kind !== 'summary' && groups.length > 0);
  const error = choose.error ?? order.error ?? change.error;
  const row = (section: (typeof sections)[number]) => (
    <SectionRow
      section={section}
      isOpen={open.has(section.kind)}
      onToggle={() => toggle(section.kind)}
      onHide={(isHidden) => setSectionHidden(section.kind, isHidden)}
      drafts={drafts}
      acts={acts}
      chosen={chosen}
      clearance={resume.clearance}
    />
  );
  return (
    <Flex
      component="section"
      className="cn-fill"
      direction="column"
      mih={0}
      h="100%"
      bg="var(--cn-ground)"
      aria-label="Content"
    >
      <ResumeHead builder={builder} />
      <div className={classes.sections} ref={pane}>
        {error === null ? null : <ErrorBox error={error} />}
        {firstNotice === undefined ? null : (
          <Box p="sm">
            <Notice tone="warning" what={firstNotice} rest={otherNotices.join(' ')}>
              <Link to="/background" className="cn-link">
                Change in the profile
              </Link>
            </Notice>
          </Box>
        )}
        <DraftsNotice missingFrom="this resume" />
        <ContactRow contact={builder.document.contact} name={builder.document.name} />
        {first.map((section) => (
          <div key={section.kind} className={classes.fixed}>
            {row(section)}
          </div>
        ))}
        {hasLines ? (
          <SortableList
            items={movable}
            getId={(section) => section.kind}
            getLabel={(section) => section.heading}
            label="Sections"
            renderItem={row}
            onReorder={reorder}
          />
        ) : (
          <div className={classes.fixed}>
            <Empty
              title="Nothing to choose from yet"
              text="A resume shows what is ready in your record: accomplishments under their positions, and your background."
              action={<Button onClick={() => runAction('capture')}>{actions.capture.label}</Button>}
            />
          </div>
        )}
      </div>
      <ProposalStrip builder={builder} chosen={chosen} onChoose={onChoose} />
    </Flex>
  );
}
