/** How a role spec is laid out for reading: typed chapters first, then what only the prose says, nothing said twice. */
import type { RoleSpec } from '../../../shared/api/role.ts';
import type { Block, Section } from '../../../shared/api/role-content.ts';
import {
  CHAPTER_ORDER,
  CHAPTER_TITLES,
  chapterOfRequirement,
  ITEM_CHAPTERS,
  type TypedChapter,
} from './chapter-kinds.ts';
import { bare, type Told, type TypedRow, toldBy, typedRows, unitsOfBlock } from './told.ts';

/** A chapter of the page. A typed one keeps the prose of its source chapter that no typed row carries. */
export interface Chapter {
  readonly id: string;
  readonly kind: TypedChapter | 'prose';
  readonly title: string;
  /** Blocks that stand before the typed rows, and after them. */
  readonly before: readonly Block[];
  readonly after: readonly Block[];
  /** Of a prose chapter its sections, the first giving the title; of a typed one those that stand beneath it. */
  readonly sections: readonly Section[];
}

/** Splits the blocks of a section that typed rows came from into what stands before the rows, and after. */
function leftOver(blocks: readonly Block[], isTold: Told): { before: Block[]; after: Block[] } {
  const before: Block[] = [];
  const after: Block[] = [];
  let isPastRows = false;
  for (const block of blocks) {
    const units = unitsOfBlock(block).filter((unit) => bare(unit.join('')) !== '');
    if (units.length === 0) continue;
    // A block half of whose pieces became rows is the block the rows came from.
    if (units.filter(isTold).length * 2 >= units.length) isPastRows = true;
    else (isPastRows ? after : before).push(block);
  }
  return { before, after };
}

/** Groups sections in the source's order into chapters: at the topmost depth that occurs more than once. */
export function chaptersOfSections(sections: readonly Section[]): readonly (readonly Section[])[] {
  const depths = sections.map((section) => section.depth).sort((one, other) => one - other);
  // A page whose title is its only top heading has its chapters one depth below.
  const top = depths.find((depth, place) => depths[place + 1] === depth) ?? depths[0] ?? 1;
  const chapters: Section[][] = [];
  for (const section of sections) {
    const open = chapters.at(-1);
    if (section.depth <= top || open === undefined) chapters.push([section]);
    else open.push(section);
  }
  return chapters;
}

/** A chapter of the source, with what of each of its sections is not yet told. */
interface SourceChapter {
  /** Its place in the document. */
  readonly first: number;
  readonly sections: readonly Section[];
  /** The typed chapter that its rows or its passage stand in; the first such chapter of the source gives it its prose. */
  readonly owner: TypedChapter | null;
}

/** Of each chapter of the source, the typed chapter that shows it. */
function ownedChapters(role: RoleSpec, rows: readonly TypedRow[]): SourceChapter[] {
  const taken = new Set<TypedChapter>();
  const passages = rows.filter((row) => row.section === undefined);
  let next = 0;
  return (role.sections.length === 0 ? [] : chaptersOfSections(role.sections)).map((sections) => {
    const first = next;
    next += sections.length;
    const row = rows.find(({ section }) => section !== undefined && section >= first && section < next);
    const passage = passages.find((one) =>
      sections[0]?.blocks.some((block) => {
        const units = unitsOfBlock(block);
        return units.length > 0 && units.every(toldBy([one]));
      }),
    );
    const owner = row?.chapter ?? passage?.chapter ?? null;
    if (owner === null || taken.has(owner)) return { first, sections, owner: null };
    taken.add(owner);
    return { first, sections, owner };
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

/**
 * The chapters of the page in reading order. What typed rows tell is not repeated as prose; the rest of a source chapter
 * stands with the typed chapter that shows its rows, and chapters without rows follow as prose. Every block is somewhere.
 */
export function chaptersOf(role: RoleSpec): readonly Chapter[] {
  const rows = typedRows(role);
  const isTold = toldBy(rows);
  const rowsOfSection = new Map<number, TypedChapter>();
  for (const row of rows) {
    if (row.section !== undefined && !rowsOfSection.has(row.section)) rowsOfSection.set(row.section, row.chapter);
  }
  const beside = new Map<TypedChapter, { before: Block[]; after: Block[]; sections: Section[] }>();
  const besideOf = (chapter: TypedChapter) => {
    const known = beside.get(chapter) ?? { before: [], after: [], sections: [] };
    beside.set(chapter, known);
    return known;
  };

  const prose: Chapter[] = [];
  for (const { first, sections, owner } of ownedChapters(role, rows)) {
    const remaining = sections.map((section, at): readonly Block[] => {
      const chapter = rowsOfSection.get(first + at) ?? (at === 0 ? owner : null);
      if (chapter === null) return section.blocks.filter((block) => !unitsOfBlock(block).every(isTold));
      const rest = leftOver(section.blocks, isTold);
      besideOf(chapter).before.push(...rest.before);
      besideOf(chapter).after.push(...rest.after);
      return [];
    });
    const kept = keptSections(sections, remaining);
    const head = kept[0];
    if (head === undefined) continue;
    if (owner === null) {
      prose.push({ id: `section-${first}`, kind: 'prose', title: head.heading, before: [], after: [], sections: kept });
    } else {
      // The head of the source chapter is told by the title of the typed one.
      besideOf(owner).sections.push(...(head.heading === sections[0]?.heading ? kept.slice(1) : kept));
    }
  }

  const has = typedChapters(role);
  const typed = CHAPTER_ORDER.filter((kind) => has.has(kind)).map((kind): Chapter => {
    const { before = [], after = [], sections = [] } = beside.get(kind) ?? {};
    return { id: kind, kind, title: CHAPTER_TITLES[kind], before, after, sections };
  });
  return [...typed, ...prose];
}

/** The chapters that the typed rows fill. */
function typedChapters(role: RoleSpec): ReadonlySet<TypedChapter> {
  const filled = new Set<TypedChapter>([
    ...role.requirements.map(chapterOfRequirement),
    ...role.items.map((item) => ITEM_CHAPTERS[item.kind]),
  ]);
  const fill = (chapter: TypedChapter, isFilled: boolean) => {
    if (isFilled) filled.add(chapter);
  };
  fill('summary', Boolean(role.summary));
  fill('mission', Boolean(role.mission));
  fill('tourOfDuty', Boolean(role.tourOfDuty));
  fill('glance', hasGlance(role));
  fill('responsibilities', role.responsibilities.length > 0);
  fill('kpis', role.kpis.length > 0);
  fill('milestones', role.milestones.length > 0);
  fill('tools', role.tools.length > 0);
  fill('scorecard', role.scorecard.length > 0);
  fill('faqs', role.faqs.length > 0);
  fill('wayUp', role.gapPairs.length + role.links.length > 0 || role.ladder.some((step) => step.id !== role.id));
  return filled;
}

const hasGlance = (role: RoleSpec): boolean =>
  Boolean(role.functionName || role.standard || role.nature || role.focus) || role.stack.length + role.facts.length > 0;
