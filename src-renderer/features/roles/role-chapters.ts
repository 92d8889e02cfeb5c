/** How a role spec is laid out for reading: typed chapters first, then what only the prose says, nothing said twice. */

import type { RoleSpec } from '../../../shared/api/role.ts';
import type { Block, ListItem, Section } from '../../../shared/api/role-content.ts';
import { askedAs } from './requirement-words.ts';

export type TypedChapter =
  | 'summary'
  | 'mission'
  | 'tourOfDuty'
  | 'competencies'
  | 'responsibilities'
  | 'kpis'
  | 'skills'
  | 'softSkills'
  | 'tools'
  | 'milestones'
  | 'wayUp';

/** A chapter of the page. `before` and `after` are blocks of its source section that no typed row carries. */
export interface Chapter {
  readonly id: string;
  readonly kind: TypedChapter | 'prose';
  readonly title: string;
  readonly before: readonly Block[];
  readonly after: readonly Block[];
  /** Of a prose chapter: its sections, the first of them giving the title. */
  readonly sections: readonly Section[];
}

const TITLES: Record<TypedChapter, string> = {
  summary: 'Summary',
  mission: 'Mission',
  tourOfDuty: 'Tour of duty',
  competencies: 'Competencies',
  responsibilities: 'Responsibilities',
  kpis: 'KPIs',
  skills: 'Skills',
  softSkills: 'Soft skills',
  tools: 'Tools',
  milestones: 'Milestones',
  wayUp: 'Way up',
};
const ORDER = Object.keys(TITLES) as TypedChapter[];

/** Letters and figures alone, so that punctuation, bullets and bold leads do not matter to a comparison. */
const bare = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** The runs of a list item without those of the items beneath it, then those of each of them. */
function unitsOfItems(items: readonly ListItem[]): (readonly string[])[] {
  return items.flatMap((item) => [item.inlines.map((inline) => inline.text), ...unitsOfItems(item.items ?? [])]);
}

/** The smallest pieces of a block that a typed row may carry, a paragraph, a list item or a cell, each as its runs of text. */
export function unitsOfBlock(block: Block): readonly (readonly string[])[] {
  if (block.kind === 'list') return unitsOfItems(block.items);
  if (block.kind === 'table') return block.rows.flat().map((cell) => [cell]);
  return [block.inlines.map((inline) => inline.text)];
}

interface TypedRow {
  readonly chapter: TypedChapter;
  readonly section: number | undefined;
  readonly parts: readonly string[];
}

/** Every typed value as the texts that tell it. */
function typedRows(role: RoleSpec): TypedRow[] {
  const row = (chapter: TypedChapter, section: number | undefined, ...parts: (string | undefined)[]): TypedRow => ({
    chapter,
    section,
    parts: parts.filter((part): part is string => part !== undefined && part !== ''),
  });
  return [
    row('summary', undefined, role.summary),
    row('mission', undefined, role.mission),
    row('tourOfDuty', undefined, role.tourOfDuty),
    ...role.requirements.map((asked) =>
      row(
        asked.kind === 'competency' ? 'competencies' : asked.kind === 'skill' ? 'skills' : 'softSkills',
        asked.section,
        asked.competency,
        asked.blurb,
        asked.tier,
        asked.level === null ? undefined : String(asked.level),
        askedAs(asked),
        ...asked.details.flatMap((detail) => [detail.label, detail.text]),
        asked.words,
      ),
    ),
    ...role.responsibilities.map((one) =>
      row('responsibilities', one.section, one.group, one.lead, one.text, one.words),
    ),
    ...role.kpis.map((kpi) =>
      row('kpis', kpi.section, kpi.name, kpi.category, kpi.measures, kpi.why, kpi.target, kpi.frequency, kpi.words),
    ),
    ...role.tools.map((tool) =>
      row('tools', tool.section, tool.category, tool.name, tool.use, tool.adoption, tool.words),
    ),
    ...role.milestones.map((one) => row('milestones', one.section, one.horizon, one.text, one.words)),
    ...role.gapPairs.map((pair) => row('wayUp', pair.section, pair.theme, pair.from, pair.to, pair.words)),
    ...role.links.map((link) =>
      row('wayUp', link.section, link.title, link.family, link.levelCode, link.tourOfDuty, link.note, link.words),
    ),
  ].filter((one) => one.parts.length > 0);
}

/** Shorter than this, words prove nothing by standing somewhere inside a longer text. */
const TELLING = 16;

/** Whether a piece of prose is told by the typed rows: as a whole, or run by run. */
function toldBy(rows: readonly TypedRow[]): (unit: readonly string[]) => boolean {
  const whole = new Set([...Object.values(TITLES), ...rows.flatMap((row) => row.parts)].map(bare));
  const text = rows.map((row) => bare(row.parts.join(' '))).join('\n');
  const isTold = (words: string): boolean =>
    words === '' || whole.has(words) || (words.length >= TELLING && text.includes(words));
  return (unit) => isTold(bare(unit.join('').replace(/^\s*\d+[.)]\s/, ''))) || unit.every((run) => isTold(bare(run)));
}

/** Splits the blocks of a section that typed rows came from into what stands before the rows, and after. */
function leftOver(
  blocks: readonly Block[],
  isTold: (unit: readonly string[]) => boolean,
): { before: Block[]; after: Block[] } {
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

/**
 * The chapters of the page in reading order. A section whose rows stand in a typed chapter is not repeated as prose;
 * what of it no row carries stays with that chapter.
 */
export function chaptersOf(role: RoleSpec): readonly Chapter[] {
  const rows = typedRows(role);
  const isTold = toldBy(rows);
  const chapterOfSection = new Map<number, TypedChapter>();
  for (const row of rows) {
    if (row.section !== undefined && !chapterOfSection.has(row.section)) chapterOfSection.set(row.section, row.chapter);
  }

  const before = new Map<TypedChapter, Block[]>();
  const after = new Map<TypedChapter, Block[]>();
  const keep = (side: Map<TypedChapter, Block[]>, chapter: TypedChapter, blocks: Block[]) =>
    side.set(chapter, [...(side.get(chapter) ?? []), ...blocks]);

  // The prose that remains: of each section the blocks that say something new.
  const remaining = role.sections.map((section, index): readonly Block[] => {
    const chapter = chapterOfSection.get(index);
    if (chapter !== undefined) {
      const rest = leftOver(section.blocks, isTold);
      keep(before, chapter, rest.before);
      keep(after, chapter, rest.after);
      return [];
    }
    return section.blocks.filter((block) => !unitsOfBlock(block).every(isTold));
  });
  const remains = remaining.map((blocks) => blocks.length > 0);
  const prose: Chapter[] = [];
  let index = 0;
  for (const group of role.sections.length === 0 ? [] : chaptersOfSections(role.sections)) {
    const first = index;
    index += group.length;
    if (!remains.slice(first, index).some(Boolean)) continue;
    // A heading without words of its own is kept only where it introduces something that remains.
    const kept = group.flatMap((section, at) => {
      const blocks = remaining[first + at] ?? [];
      if (blocks.length > 0) return [{ ...section, blocks: [...blocks] }];
      const beneath = group.findIndex((later, place) => place > at && later.depth <= section.depth);
      const end = beneath === -1 ? group.length : beneath;
      const introduces = remains.slice(first + at + 1, first + end).some(Boolean);
      return introduces ? [{ ...section, blocks: [] }] : [];
    });
    const head = kept[0];
    if (head === undefined) continue;
    prose.push({ id: `section-${first}`, kind: 'prose', title: head.heading, before: [], after: [], sections: kept });
  }

  const has: Record<TypedChapter, boolean> = {
    summary: Boolean(role.summary),
    mission: Boolean(role.mission),
    tourOfDuty: Boolean(role.tourOfDuty),
    competencies: role.requirements.some((asked) => asked.kind === 'competency'),
    responsibilities: role.responsibilities.length > 0,
    kpis: role.kpis.length > 0,
    skills: role.requirements.some((asked) => asked.kind === 'skill'),
    softSkills: role.requirements.some((asked) => asked.kind === 'softSkill'),
    tools: role.tools.length > 0,
    milestones: role.milestones.length > 0,
    wayUp: role.gapPairs.length + role.links.length > 0 || role.ladder.some((step) => step.id !== role.id),
  };
  const typed = ORDER.filter((kind) => has[kind]).map(
    (kind): Chapter => ({
      id: kind,
      kind,
      title: TITLES[kind],
      before: before.get(kind) ?? [],
      after: after.get(kind) ?? [],
      sections: [],
    }),
  );
  return [...typed, ...prose];
}
