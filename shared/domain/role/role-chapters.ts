/**
 * How a role is laid out for reading, on a page and on paper: typed chapters first, then what only the prose says,
 * nothing lost and nothing said twice.
 */
import type { Block, Section } from '../../api/role-content.ts';
import {
  comparableText,
  coverageBy,
  coveredShare,
  type IsCovered,
  uncoveredPart,
  unitsOfBlock,
} from './covered-prose.ts';
import { type RolePart, type TypedContent, type TypedRow, typedRows } from './role-parts.ts';

/** Which typed chapters there are. */
export interface ChapterLayout<Kind extends string> {
  /** Every chapter with its title; the order of the keys is the order of reading. */
  readonly titles: Readonly<Record<Kind, string>>;
  /** Parts without a chapter of their own, each with the one it stands in; null for what the head says. */
  readonly elsewhere: Readonly<Record<Exclude<RolePart, Kind>, Kind | null>>;
  /** Whether a chapter that one of the source became goes by the source's own heading. */
  readonly keepsHeadings: boolean;
}

/** A chapter. A typed one keeps the prose of its source chapter that no typed row carries. */
export interface RoleChapter<Kind extends string> {
  readonly id: string;
  readonly kind: Kind | 'prose';
  readonly title: string;
  /** The words in brackets after the title, where the title is a heading of the source. */
  readonly qualifier: string | undefined;
  /** Blocks that stand before the typed rows, and after them. */
  readonly before: readonly Block[];
  readonly after: readonly Block[];
  /** Of a prose chapter its sections, the first giving the title; of a typed one those that stand beneath it. */
  readonly sections: readonly Section[];
}

/** A chapter of the source. */
interface SourceChapter<Kind extends string> {
  /** The place of its first section in the document. */
  readonly first: number;
  readonly sections: readonly Section[];
  /** The typed chapter that its rows or its passage stand in; the first such chapter of the source gives it its prose. */
  readonly owner: Kind | null;
}

interface Beside {
  heading: Section | null;
  readonly before: Block[];
  readonly after: Block[];
  readonly sections: Section[];
}

/** A row with the chapter it stands in. */
type PlacedRow<Kind extends string> = TypedRow & { readonly chapter: Kind | null };

/** A longer heading of the source is a sentence, and no title. */
const longestTitle = 60;

/**
 * The chapters of a role in reading order. What typed rows tell is not repeated as prose; the rest of a source chapter
 * stands with the typed chapter that shows its rows, and chapters without rows follow as prose. Every block is somewhere.
 * `more` are chapters that something else than the role's own rows fills.
 */
export function roleChapters<Kind extends string>(
  role: TypedContent,
  layout: ChapterLayout<Kind>,
  more: readonly Kind[] = [],
): readonly RoleChapter<Kind>[] {
  const rows = typedRows(role).map((row) => ({ ...row, chapter: chapterOf(layout, row.part) }));
  const titles = Object.values<string>(layout.titles);
  const isCoveredIn = coverageBy(rows, titles);
  const chapterOfSection = new Map<number, Kind>();
  for (const { section, chapter } of rows) {
    if (section !== undefined && chapter !== null && !chapterOfSection.has(section)) {
      chapterOfSection.set(section, chapter);
    }
  }
  const beside = new Map<Kind, Beside>();
  const besideOf = (chapter: Kind): Beside => {
    const known = beside.get(chapter) ?? { heading: null, before: [], after: [], sections: [] };
    beside.set(chapter, known);
    return known;
  };

  const prose: RoleChapter<Kind>[] = [];
  for (const { first, sections, owner } of ownedChapters(role.sections, rows, titles)) {
    const remaining = sections.map((section, at): readonly Block[] => {
      const isCovered: IsCovered = (unit) => isCoveredIn(unit, first + at);
      const chapter = chapterOfSection.get(first + at) ?? (at === 0 ? owner : null);
      if (chapter === null) return section.blocks.flatMap((block) => uncoveredPart(block, isCovered) ?? []);
      const rest = leftOver(section.blocks, isCovered);
      besideOf(chapter).before.push(...rest.before);
      besideOf(chapter).after.push(...rest.after);
      return [];
    });
    const [source] = sections;
    if (owner !== null && source !== undefined && isTitle(source.heading, role.title)) {
      besideOf(owner).heading ??= source;
    }
    const remainingSections = sectionsThatRemain(sections, remaining);
    const head = remainingSections[0];
    if (head === undefined) continue;
    if (owner === null) {
      const title = head.heading === role.title ? 'More from the document' : head.heading;
      const { qualifier } = head;
      prose.push({
        id: `section-${first}`,
        kind: 'prose',
        title,
        qualifier,
        before: [],
        after: [],
        sections: remainingSections,
      });
    } else {
      // the head of the source chapter is covered by the title of the typed one
      besideOf(owner).sections.push(
        ...(head.heading === source?.heading ? withoutHead(remainingSections) : remainingSections),
      );
    }
  }

  const filled = new Set<Kind | null>([...more, ...beside.keys(), ...rows.map((row) => row.chapter)]);
  const typed = (Object.keys(layout.titles) as Kind[])
    .filter((kind) => filled.has(kind))
    .map((kind): RoleChapter<Kind> => {
      const { heading = null, before = [], after = [], sections = [] } = beside.get(kind) ?? {};
      const source = layout.keepsHeadings ? heading : null;
      const title = source?.heading ?? layout.titles[kind];
      return { id: kind, kind, title, qualifier: source?.qualifier, before, after, sections };
    });
  return [...typed, ...prose];
}

function chapterOf<Kind extends string>(
  { titles, elsewhere }: ChapterLayout<Kind>,
  part: RolePart | null,
): Kind | null {
  if (part === null) return null;
  const isOwn = (name: string): name is Kind => Object.hasOwn(titles, name);
  return isOwn(part) ? part : ((elsewhere as Readonly<Record<string, Kind | null>>)[part] ?? null);
}

const isTitle = (heading: string, roleTitle: string): boolean =>
  heading !== '' && heading.length <= longestTitle && heading !== roleTitle;

type Titled = { readonly heading: string; readonly qualifier?: string | undefined };

/** A heading with the words the source has in brackets after it. */
export function headingOf({ heading, qualifier }: Titled): string {
  return qualifier === undefined || qualifier === '' ? heading : `${heading} (${qualifier})`;
}

/** The label of a group with the words in brackets after the heading it was read from. */
export function groupHeading(
  { sections }: Pick<TypedContent, 'sections'>,
  label: string,
  section: number | undefined,
): string {
  const source = section === undefined ? undefined : sections[section];
  return source !== undefined && comparableText(source.heading) === comparableText(label)
    ? headingOf({ ...source, heading: label })
    : label;
}

/** A head without blocks of its own says only the title that stands above already. */
function withoutHead(remainingSections: readonly Section[]): readonly Section[] {
  return (remainingSections[0]?.blocks.length ?? 0) > 0 ? remainingSections : remainingSections.slice(1);
}

/** Splits the blocks of a section that typed rows came from into what stands before the rows, and after. */
function leftOver(blocks: readonly Block[], isCovered: IsCovered): { before: Block[]; after: Block[] } {
  const before: Block[] = [];
  const after: Block[] = [];
  let isPastRows = false;
  for (const block of blocks) {
    // a block half of whose pieces became rows is the block the rows came from
    if (coveredShare(block, isCovered) >= 0.5) isPastRows = true;
    const rest = uncoveredPart(block, isCovered);
    if (rest !== null) (isPastRows ? after : before).push(rest);
  }
  return { before, after };
}

/** Groups sections in the source's order into chapters: at the topmost depth that occurs more than once. */
export function chaptersOfSections(sections: readonly Section[]): readonly (readonly Section[])[] {
  const depths = sections.map((section) => section.depth).sort((a, b) => a - b);
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
function ownedChapters<Kind extends string>(
  sections: readonly Section[],
  rows: readonly PlacedRow<Kind>[],
  titles: readonly string[],
): SourceChapter<Kind>[] {
  const taken = new Set<Kind>();
  const passages = rows.filter((row) => row.section === undefined && row.chapter !== null);
  let next = 0;
  return (sections.length === 0 ? [] : chaptersOfSections(sections)).map((own) => {
    const first = next;
    next += own.length;
    const row = rows.find(
      ({ section, chapter }) => chapter !== null && section !== undefined && section >= first && section < next,
    );
    const passage = passages.find((passage) => {
      const isToldByIt = coverageBy([passage], titles);
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
function sectionsThatRemain(sections: readonly Section[], remaining: readonly (readonly Block[])[]): Section[] {
  return sections.flatMap((section, at) => {
    const blocks = remaining[at] ?? [];
    if (blocks.length > 0) return [{ ...section, blocks: [...blocks] }];
    const beneath = sections.findIndex((later, place) => place > at && later.depth <= section.depth);
    const end = beneath === -1 ? sections.length : beneath;
    return remaining.slice(at + 1, end).some((later) => later.length > 0) ? [{ ...section, blocks: [] }] : [];
  });
}
