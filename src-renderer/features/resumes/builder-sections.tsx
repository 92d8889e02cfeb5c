/** The content of a resume, section by section: put in order, hidden, opened to their lines. */
import { ActionIcon, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconEye, IconEyeOff } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useState } from 'react';
import type { BuilderSection, SectionKind } from '../../../shared/api/resume.ts';
import { SortableList } from '../../components/sortable-list.tsx';
import { BuilderGroup, type GroupActs } from './builder-group.tsx';
import classes from './builder-sections.module.css';

/** What the builder can do with a section. */
export interface SectionActs extends GroupActs {
  /** All sections in their new order, or with one hidden or shown. */
  readonly setSections: (sections: readonly { readonly kind: SectionKind; readonly isHidden: boolean }[]) => void;
}

interface BuilderSectionsProps {
  readonly sections: readonly BuilderSection[];
  readonly acts: SectionActs;
  readonly open: ReadonlySet<SectionKind>;
  readonly onOpen: (kind: SectionKind, isOpen: boolean) => void;
}

/** The summary stands first and stays there: it prints without a heading, right below the name. */
export function BuilderSections({ sections, acts, open, onOpen }: BuilderSectionsProps) {
  const [order, setOrder] = useState<readonly string[] | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: an answer from main ends what was shown ahead of it
  useEffect(() => setOrder(null), [sections.map((section) => section.kind).join()]);
  const [first, ...rest] = sections;
  const ordered = order === null ? rest : order.flatMap((kind) => rest.find((section) => section.kind === kind) ?? []);
  const setHidden = (kind: SectionKind, isHidden: boolean) =>
    acts.setSections(
      sections.map((section) => ({
        kind: section.kind,
        isHidden: section.kind === kind ? isHidden : section.isHidden,
      })),
    );
  const row = (section: BuilderSection) => (
    <Section
      section={section}
      acts={acts}
      isOpen={open.has(section.kind)}
      onOpen={(isOpen) => onOpen(section.kind, isOpen)}
      setHidden={(isHidden) => setHidden(section.kind, isHidden)}
    />
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys move among the buttons of the lines
    <div className={classes.sections} onKeyDown={moveAmongLines}>
      {first === undefined ? null : <div className={classes.first}>{row(first)}</div>}
      <SortableList
        items={ordered}
        getId={(section) => section.kind}
        getLabel={(section) => section.heading}
        label="Sections"
        renderItem={row}
        onReorder={(kinds) => {
          setOrder(kinds);
          const moved = kinds.flatMap((kind) => rest.find((section) => section.kind === kind) ?? []);
          acts.setSections(
            [...(first === undefined ? [] : [first]), ...moved].map(({ kind, isHidden }) => ({ kind, isHidden })),
          );
        }}
      />
    </div>
  );
}

interface SectionProps {
  readonly section: BuilderSection;
  readonly acts: SectionActs;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  readonly setHidden: (isHidden: boolean) => void;
}

function Section({ section, acts, isOpen, onOpen, setHidden }: SectionProps) {
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <section className={classes.section} data-hidden={section.isHidden || undefined}>
      <div className={classes.head}>
        <UnstyledButton className={classes.name} aria-expanded={isOpen} data-line="" onClick={() => onOpen(!isOpen)}>
          <span className={classes.heading}>{section.heading}</span>
          <span className={classes.count}>{section.count}</span>
        </UnstyledButton>
        <ActionIcon
          aria-label={`${section.isHidden ? 'Show' : 'Hide'} the section ${section.heading}`}
          aria-pressed={!section.isHidden}
          onClick={() => setHidden(!section.isHidden)}
        >
          {section.isHidden ? <IconEyeOff size={16} stroke={1.6} /> : <IconEye size={16} stroke={1.6} />}
        </ActionIcon>
        <ActionIcon
          aria-label={`${isOpen ? 'Close' : 'Open'} the section ${section.heading}`}
          tabIndex={-1}
          onClick={() => onOpen(!isOpen)}
        >
          <Chevron size={16} stroke={1.6} />
        </ActionIcon>
      </div>
      {isOpen ? (
        <div className={classes.body}>
          {section.groups.length === 0 ? <p className={classes.none}>{EMPTY[section.kind]}</p> : null}
          {section.groups.map((group) => (
            <BuilderGroup
              key={group.positionId ?? group.projectId ?? group.title}
              group={group}
              section={section.kind}
              acts={acts}
            />
          ))}
        </div>
      ) : null}
    </section>
  );
}

/** What a section without anything would be made from. */
const EMPTY: Readonly<Record<SectionKind, string>> = {
  summary: 'Your headline and summary stand in the record’s profile.',
  experience: 'Positions and their accomplishments come from the record.',
  projects: 'Projects come from the record.',
  skills: 'Skills are the competencies that ready accomplishments show. None shows one yet.',
  education: 'Education comes from the record.',
  certificates: 'Certificates come from the record.',
  languages: 'Languages come from the record.',
};

/** Up and down from line to line and section to section. */
function moveAmongLines(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const isLine = event.target instanceof HTMLElement && event.target.matches('[data-line]');
  if (step === 0 || event.altKey || !isLine) return;
  const lines = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-line]')];
  const next = lines[lines.indexOf(event.target as HTMLElement) + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
