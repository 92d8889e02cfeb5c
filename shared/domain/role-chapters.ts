/** How a role spec is laid out for reading: typed chapters first, then what only the prose says, nothing said twice. */
import type { Block, Section } from '../api/role-content.ts';
import {
  bare,
  CHAPTER_TITLES,
  shareTold,
  type Told,
  type TypedChapter,
  type TypedContent,
  type TypedRow,
  toldBy,
  typedRows,
  unitsOfBlock,
  untold,
} from './told.ts';

/** A chapter of the page. A typed one keeps the prose of its source chapter that no typed row carries. */
export interface RoleChapter {
  readonly id: string;
  readonly kind: TypedChapter | 'prose';
  /** The source's own heading where one of its chapters became this one. */
  readonly title: string;
  /** Blocks that stand before the typed rows, and after them. */
  readonly before: readonly Block[];
  readonly after: readonly Block[];
  /** Of a prose chapter its sections, the first giving the title; of a typed one those that stand beneath it. */
  readonly sections: readonly Section[];
}

/** A chapter of the source. */
interface SourceChapter {
  /** The place of its first section in the document. */
  readonly first: number;
  readonly sections: readonly Section[];
  /** The typed chapter that its rows or its passage stand in; the first such chapter of the source gives it its prose. */
  readonly owner: TypedChapter | null;
}

interface Beside {
  title: string | null;
  readonly before: Block[];
  readonly after: Block[];
  readonly sections: Section[];
}

const ORDER = Object.keys(CHAPTER_TITLES) as TypedChapter[];
/** A longer heading of the source is a sentence, and no title. */
const LONGEST_TITLE = 60;

/**
 * The chapters of a role in reading order. What typed rows tell is not repeated as prose; the rest of a source chapter
 * stands with the typed chapter that shows its rows, and chapters without rows follow as prose. Every block is somewhere.
 */
export function roleChapters(role: TypedContent): readonly RoleChapter[] {
  const rows = typedRows(role);
  const told = toldBy(rows);
  const chapterOfSection = new Map<number, TypedChapter>();
  for (const { section, chapter } of rows) {
    if (section !== undefined && chapter !== null && !chapterOfSection.has(section)) {
      chapterOfSection.set(section, chapter);
    }
  }
  const beside = new Map<TypedChapter, Beside>();
  const besideOf = (chapter: TypedChapter): Beside => {
    const known = beside.get(chapter) ?? { title: null, before: [], after: [], sections: [] };
    beside.set(chapter, known);
    return known;
  };

  const prose: RoleChapter[] = [];
  for (const { first, sections, owner } of ownedChapters(role.sections, rows)) {
    const remaining = sections.map((section, at): readonly Block[] => {
      const isTold: Told = (unit) => told(unit, first + at);
      const chapter = chapterOfSection.get(first + at) ?? (at === 0 ? owner : null);
      if (chapter === null) return section.blocks.flatMap((block) => untold(block, isTold) ?? []);
      const rest = leftOver(section.blocks, isTold);
      besideOf(chapter).before.push(...rest.before);
      besideOf(chapter).after.push(...rest.after);
      return [];
    });
    const heading = sections[0]?.heading ?? '';
    if (owner !== null && heading !== '' && heading.length <= LONGEST_TITLE && heading !== role.title) {
      besideOf(owner).title ??= headingOf({ qualifier: sections[0]?.qualifier, heading });
    }
    const kept = keptSections(sections, remaining);
    const head = kept[0];
    if (head === undefined) continue;
    if (owner === null) {
      const title = head.heading === role.title ? 'More from the document' : head.heading;
      prose.push({ id: `section-${first}`, kind: 'prose', title, before: [], after: [], sections: kept });
    } else {
      // the head of the source chapter is told by the title of the typed one
      besideOf(owner).sections.push(...(head.heading === heading ? withoutHead(kept) : kept));
    }
  }

  const has = filled(role);
  const typed = ORDER.filter((kind) => has[kind] || beside.has(kind)).map((kind): RoleChapter => {
    const { title = null, before = [], after = [], sections = [] } = beside.get(kind) ?? {};
    return { id: kind, kind, title: title ?? CHAPTER_TITLES[kind], before, after, sections };
  });
  return [...typed, ...prose];
}

/** A heading with the words the source has in brackets after it. */
export function headingOf({ heading, qualifier }: Pick<Section, 'heading' | 'qualifier'>): string {
  return qualifier === undefined || qualifier === '' ? heading : `${heading} (${qualifier})`;
}

/** The label of a group with the words in brackets after the heading it was read from. */
export function groupHeading(
  { sections }: Pick<TypedContent, 'sections'>,
  label: string,
  section: number | undefined,
): string {
  const source = section === undefined ? undefined : sections[section];
  return source !== undefined && bare(source.heading) === bare(label)
    ? headingOf({ ...source, heading: label })
    : label;
}

/** A head without blocks of its own says only the title that stands above already. */
function withoutHead(kept: readonly Section[]): readonly Section[] {
  return (kept[0]?.blocks.length ?? 0) > 0 ? kept : kept.slice(1);
}

/** Splits the blocks of a section that typed rows came from into what stands before the rows, and after. */
function leftOver(blocks: readonly Block[], isTold: Told): { before: Block[]; after: Block[] } {
  const before: Block[] = [];
  const after: Block[] = [];
  let isPastRows = false;
  for (const block of blocks) {
    // a block half of whose pieces became rows is the block the rows came from
    if (shareTold(block, isTold) >= 0.5) isPastRows = true;
    const rest = untold(block, isTold);
    if (rest !== null) (isPastRows ? after : before).push(rest);
  }
  return { before, after };
}

/** Groups sections in the source's order into chapters: at the topmost depth that occurs more than once. */
export function chaptersOfSections(sections: readonly Section[]): readonly (readonly Section[])[] {
  const depths = sections.map((section) => section.depth).sort((one, other) => one - other);
  // a page whose title is its only top heading has its chapters one depth below
  const top = depths.find((depth, place) => depths[place + 1] === depth) ?? depths[0] ?? 1;
  const chapters: Section[][] = [];
  for (const section of sections) {
    const open = chapters.at(-1);
    if (section.depth <= top || open === undefined) chapters.push([section]);
    else open.push(section);
  }
  return chapters;
}

/** Of each chapter of the source, the typed chapter that shows it. */
function ownedChapters(sections: readonly Section[], rows: readonly TypedRow[]): SourceChapter[] {
  const taken = new Set<TypedChapter>();
  const passages = rows.filter((row) => row.section === undefined && row.chapter !== null);
  let next = 0;
  return (sections.length === 0 ? [] : chaptersOfSections(sections)).map((own) => {
    const first = next;
    next += own.length;
    const row = rows.find(
      ({ section, chapter }) => chapter !== null && section !== undefined && section >= first && section < next,
    );
    const passage = passages.find((one) => {
      const isToldByIt = toldBy([one]);
      return own[0]?.blocks.some((block) => {
        const units = unitsOfBlock(block);
        return units.length > 0 && units.every((unit) => isToldByIt(unit));
      });
    });
    const owner = row?.chapter ?? passage?.chapter ?? null;
    if (owner === null || taken.has(owner)) return { first, sections: own, owner: null };
    taken.add(owner);
    return { first, sections: own, owner };
  });
}

/** The sections of which something remains; a heading without words of its own stays where it introduces such a one. */
function keptSections(sections: readonly Section[], remaining: readonly (readonly Block[])[]): Section[] {
  return sections.flatMap((section, at) => {
    const blocks = remaining[at] ?? [];
    if (blocks.length > 0) return [{ ...section, blocks: [...blocks] }];
    const beneath = sections.findIndex((later, place) => place > at && later.depth <= section.depth);
    const end = beneath === -1 ? sections.length : beneath;
    return remaining.slice(at + 1, end).some((later) => later.length > 0) ? [{ ...section, blocks: [] }] : [];
  });
}

function filled(role: TypedContent): Record<TypedChapter, boolean> {
  const asks = (kind: TypedContent['requirements'][number]['kind']) =>
    role.requirements.some((asked) => asked.kind === kind);
  const lists = Object.fromEntries(role.items.map((item) => [item.kind, true])) as Partial<Record<TypedChapter, true>>;
  const none = Object.fromEntries(ORDER.map((kind) => [kind, false])) as Record<TypedChapter, boolean>;
  return {
    ...none,
    ...lists,
    mission: Boolean(role.mission),
    tourOfDuty: Boolean(role.tourOfDuty),
    summary: Boolean(role.summary),
    focus: Boolean(role.focus) || role.stack.length > 0,
    competencies: asks('competency'),
    responsibilities: role.responsibilities.length > 0,
    kpis: role.kpis.length > 0,
    skills: asks('skill'),
    softSkills: asks('softSkill'),
    tools: role.tools.length > 0,
    milestones: role.milestones.length > 0,
    scorecard: role.scorecard.length > 0,
    faqs: role.faqs.length > 0,
    wayUp: role.gapPairs.length + role.links.length > 0,
  };
}
