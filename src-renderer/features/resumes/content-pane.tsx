/** What goes into the resume: its head, then its sections in the order of the page. */
import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { ResumeBuilder, SectionKind } from '../../../shared/api/resume.ts';
import { useRunAct } from '../../acts.ts';
import { useCommand } from '../../api.ts';
import { Empty } from '../../components/empty.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { SortableList } from '../../components/sortable-list.tsx';
import type { GroupActs } from './builder-group.tsx';
import { type ChosenLine, keyOf, wordsOf } from './chosen-line.ts';
import { ContactRow } from './contact-row.tsx';
import classes from './content-pane.module.css';
import { ProposalStrip } from './proposal-strip.tsx';
import { rankedPlaces } from './ranked-places.ts';
import { ResumeHead } from './resume-head.tsx';
import { SectionRow } from './section-row.tsx';
import { useOrder } from './use-order.ts';
import { useSteady } from './use-steady.ts';

interface ContentPaneProps {
  readonly builder: ResumeBuilder;
  readonly chosen: ChosenLine | null;
  readonly onChoose: (line: ChosenLine | null) => void;
}

export function ContentPane({ builder, chosen, onChoose }: ContentPaneProps) {
  const { resume, sections } = builder;
  const runAct = useRunAct();
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

  const acts = useSteady<GroupActs>({
    choose: (item) => onChoose(item === null ? null : { kind: item.kind, refId: item.refId, isOpen: true }),
    setHidden: ({ kind, refId }, isHidden) => choose.mutate({ id, kind, refId, isHidden }),
    word: ({ kind, refId }, override) => choose.mutateAsync({ id, kind, refId, override }),
    wordsOf: (item) => wordsOf(builder, item),
    keepKeyOf: ({ kind, refId }) => `resume:${id}:${kind}:${refId}`,
    order: (kind, refIds) => {
      const places = rankedPlaces(builder, kind, refIds);
      if (places.length > 0) order.mutate({ id, kind, refIds: [...places] });
    },
    setGroupHidden: ({ positionId, projectId }, isHidden) => {
      if (positionId !== null) choose.mutate({ id, kind: 'position', refId: positionId, isHidden });
      else if (projectId !== null) choose.mutate({ id, kind: 'project', refId: projectId, isHidden });
    },
  });
  const toggle = (kind: SectionKind) =>
    setOpen((before) => new Set(before.has(kind) ? [...before].filter((one) => one !== kind) : [...before, kind]));
  const setSections = (next: readonly { readonly kind: SectionKind; readonly isHidden: boolean }[]) =>
    change.mutate({ id, patch: { sections: next.map(({ kind, isHidden }) => ({ kind, isHidden })) } });
  const setSectionHidden = (kind: SectionKind, isHidden: boolean) =>
    setSections(sections.map((section) => (section.kind === kind ? { kind, isHidden } : section)));

  // The summary opens every page, so it has no place to be moved to.
  const first = sections.filter((section) => section.kind === 'summary');
  const [movable, setOrder] = useOrder(
    sections.filter((section) => section.kind !== 'summary'),
    (section) => section.kind,
  );
  const reorder = (kinds: readonly string[]) => {
    setOrder(kinds);
    setSections([...first, ...kinds.flatMap((kind) => movable.find((section) => section.kind === kind) ?? [])]);
  };
  const hasLines = sections.some(({ kind, groups }) => kind !== 'summary' && groups.length > 0);
  const error = choose.error ?? order.error ?? change.error;
  const row = (section: (typeof sections)[number]) => (
    <SectionRow
      section={section}
      isOpen={open.has(section.kind)}
      onToggle={() => toggle(section.kind)}
      onHide={(isHidden) => setSectionHidden(section.kind, isHidden)}
      acts={acts}
      chosen={chosen}
      clearance={resume.clearance}
    />
  );
  return (
    <section className={classes.pane} aria-label="Content">
      <ResumeHead builder={builder} />
      <div className={classes.sections} ref={pane}>
        {error === null ? null : <ErrorBox error={error} />}
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
              action={<Button onClick={() => runAct('capture')}>Capture an accomplishment</Button>}
            />
          </div>
        )}
      </div>
      <ProposalStrip builder={builder} chosen={chosen} onChoose={onChoose} />
    </section>
  );
}
