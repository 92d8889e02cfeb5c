/** Which pieces of a document's prose its typed rows already tell, so that no page says them twice. */
import type { Block, ListItem, RoleContent, RoleItemContent } from '../api/role-content.ts';
import { longDateText, partialDateText } from './date-text.ts';
import { askedAs } from './requirement-words.ts';

/** What typed rows are read under, in reading order. */
export const CHAPTER_TITLES = {
  mission: 'Mission',
  tourOfDuty: 'Tour of duty',
  summary: 'Summary',
  focus: 'Focus and stack',
  competencies: 'Competencies',
  responsibilities: 'Responsibilities',
  kpis: 'KPIs',
  skills: 'Skills',
  softSkills: 'Soft skills',
  tools: 'Tools',
  milestones: 'Milestones',
  deliverable: 'Deliverables',
  activity: 'Activities',
  decisionRight: 'Decision rights',
  stakeholder: 'Stakeholders',
  qualification: 'Experience and qualifications',
  environment: 'Environment',
  accelerator: 'Accelerators',
  risk: 'Risks',
  variant: 'Variants',
  aiImpact: 'AI and automation',
  hiring: 'Hiring',
  scorecard: 'Scorecard',
  faqs: 'Questions',
  wayUp: 'Way up',
} as const satisfies Record<RoleItemContent['kind'], string> & Record<string, string>;
export type TypedChapter = keyof typeof CHAPTER_TITLES;

/** A typed value as the texts that tell it. `chapter` is null for what stands in the head of the document. */
export interface TypedRow {
  readonly chapter: TypedChapter | null;
  readonly section: number | undefined;
  readonly parts: readonly string[];
}

/** What a row is read from: a role, or the part of a document that speaks of a whole ladder. */
export type TypedContent = Omit<RoleContent, 'requirements'> & {
  readonly requirements: readonly RoleContent['requirements'][number][];
};

type Words = string | undefined;
type Origin = { readonly section?: number | undefined; readonly words?: string | undefined };

/** Letters and figures alone, so that punctuation, bullets and bold leads do not matter to a comparison. */
export const bare = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** Every typed value of a role as the texts that tell it. */
export function typedRows(role: TypedContent): TypedRow[] {
  const chapterOf = (kind: TypedContent['requirements'][number]['kind']): TypedChapter =>
    kind === 'competency' ? 'competencies' : kind === 'skill' ? 'skills' : 'softSkills';
  return [
    row(null, {}, role.title),
    row(null, {}, role.tagline),
    row(null, {}, role.levelCode, role.functionName, role.family, role.levelLabel, role.levelCode),
    ...[role.family, role.functionName, role.levelCode, role.levelLabel, role.standard, role.nature, role.credit].map(
      (text) => row(null, {}, text),
    ),
    ...datesOf(role.effectiveOn).map((text) => row(null, {}, text)),
    ...role.facts.map((fact) => row(null, {}, fact.value, fact.label, fact.value)),
    row('summary', {}, role.summary),
    row('mission', {}, role.mission),
    row('tourOfDuty', {}, role.tourOfDuty),
    row('focus', {}, role.focus),
    row('focus', {}, ...role.stack, role.stack.join(', ')),
    ...role.requirements.map((asked) =>
      row(
        chapterOf(asked.kind),
        asked,
        asked.competency,
        asked.level === null ? undefined : String(asked.level),
        asked.blurb,
        asked.tier,
        asked.category,
        askedAs(asked),
        asked.importance ?? undefined,
        asked.importanceNote,
        ...asked.details.flatMap((detail) => [detail.label, detail.text]),
      ),
    ),
    ...role.responsibilities.map((one) => row('responsibilities', one, one.group, one.lead, one.text)),
    ...role.kpis.map((kpi) =>
      row('kpis', kpi, kpi.name, kpi.category, kpi.measures, kpi.why, kpi.target, kpi.frequency, kpi.note),
    ),
    ...role.tools.map((tool) => row('tools', tool, tool.category, tool.name, tool.use, tool.adoption)),
    ...role.milestones.map((one) => row('milestones', one, one.horizon, one.text)),
    ...role.items.map((item) => row(item.kind, item, item.group, item.name, item.text)),
    ...role.scorecard.map((one) =>
      row(
        'scorecard',
        one,
        one.dimension,
        one.meets,
        one.exceeds,
        one.weight === undefined ? undefined : String(one.weight),
      ),
    ),
    ...role.faqs.map((faq) => row('faqs', faq, faq.question, faq.answer)),
    ...role.gapPairs.map((pair) => row('wayUp', pair, pair.theme, pair.from, pair.to)),
    ...role.links.map((link) =>
      row('wayUp', link, link.title, link.family, link.levelCode, link.tourOfDuty, link.note),
    ),
  ].filter((one) => one.parts.length > 0);
}

/** A date as sources write it. */
function datesOf(date: string | undefined): string[] {
  if (date === undefined) return [];
  const long = longDateText(date.padEnd(10, '-01'));
  return [date, partialDateText(date), date.length > 7 ? long : long.slice(long.indexOf(' ') + 1)];
}

/** Words of a source that only name what stands beside them. */
const NAMING = new Set(
  'a an and as at for from in is next of on or the this to with importance level proficiency target weight'.split(' '),
);

/** The source's own words tell a row only where its values hold all of them: what they say beyond is still to be told. */
export function row(chapter: TypedChapter | null, { section, words }: Origin, ...values: Words[]): TypedRow {
  const parts = values.filter((part): part is string => part !== undefined && part !== '');
  if (words === undefined || words === '') return { chapter, section, parts };
  const known = new Set(parts.flatMap(wordsOf));
  const holdsAll = wordsOf(words).every((word) => known.has(word) || NAMING.has(word));
  return { chapter, section, parts: holdsAll ? [...parts, words] : parts };
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKD')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

const NUMBER = /^\s*\d+[.)]\s/;
/** A label of the source's own before what it labels, in one text or as a run of its own. */
const LABEL = /^[^:\n]{1,60}:\s*/;
const LABEL_ALONE = /^[^:\n]{1,60}[:.]$/;

/** Shorter than this, words prove nothing by standing somewhere inside a longer text. */
const TELLING = 16;
const TELLING_NEARBY = 6;

/** Says of a piece of prose, run by run, whether typed rows tell it. */
export type Told = (unit: readonly string[]) => boolean;

/**
 * Whether a piece of prose is told by the typed rows: as a whole, or run by run. What stands in a section is told by
 * fewer words of the rows that were read from that same section.
 */
export function toldBy(rows: readonly TypedRow[]): (unit: readonly string[], section?: number) => boolean {
  const whole = new Set([...Object.values(CHAPTER_TITLES), ...rows.flatMap((one) => one.parts)].map(bare));
  const text = rows.map((one) => bare(one.parts.join(' '))).join('\n');
  const textOf = new Map<number | undefined, string>();
  for (const one of rows) {
    textOf.set(one.section, `${textOf.get(one.section) ?? ''}\n${bare(one.parts.join(' '))}`);
  }
  return (unit, section) => {
    const nearby = section === undefined ? '' : (textOf.get(section) ?? '');
    const isTold = (words: string): boolean =>
      words === '' ||
      whole.has(words) ||
      (words.length >= TELLING && text.includes(words)) ||
      (words.length >= TELLING_NEARBY && nearby.includes(words));
    /** Told as it stands, without its number, or without its label; a label that labels nothing here is not told. */
    const isToldLine = (line: string): boolean => {
      if (isTold(bare(line)) || isTold(bare(line.replace(NUMBER, '')))) return true;
      const labelled = bare(line.replace(LABEL, ''));
      return labelled !== '' && isTold(labelled);
    };
    const isToldText = (run: string): boolean => run.split('\n').every(isToldLine);
    const words = unit.join('');
    if (isToldText(words)) return true;
    // Run by run: a bold label of the source's own, then what it labels.
    const [label, ...rest] = unit;
    const told = label !== undefined && LABEL_ALONE.test(label.trim()) ? rest : unit;
    return told.length > 0 && told.every(isToldText);
  };
}

/** The smallest pieces of a block that a typed row may carry, a paragraph, a list item or a cell, each as its runs of text. */
export function unitsOfBlock(block: Block): readonly (readonly string[])[] {
  if (block.kind === 'list') return unitsOfItems(block.items);
  if (block.kind === 'table') return block.rows.flat().map((cell) => [cell]);
  const [only] = block.inlines;
  // lines that a source breaks are pieces of their own
  if (only !== undefined && block.inlines.length === 1) return only.text.split('\n').map((line) => [line]);
  return [block.inlines.map((inline) => inline.text)];
}

/** The runs of a list item without those of the items beneath it, then those of each of them. */
function unitsOfItems(items: readonly ListItem[]): (readonly string[])[] {
  return items.flatMap((item) => [item.inlines.map((inline) => inline.text), ...unitsOfItems(item.items ?? [])]);
}

/** How much of a block is told. */
export function shareTold(block: Block, isTold: Told): number {
  const units = unitsOfBlock(block).filter((unit) => bare(unit.join('')) !== '');
  return units.length === 0 ? 1 : units.filter(isTold).length / units.length;
}

/**
 * What is left to say of a block; null when all of it is told. A block of which less than half is told stays whole:
 * a list without some of its items would say something else.
 */
export function untold(block: Block, isTold: Told): Block | null {
  const share = shareTold(block, isTold);
  if (share === 1) return null;
  if (share < 0.5) return block;
  switch (block.kind) {
    case 'list':
      return { ...block, items: untoldItems(block.items, isTold) };
    case 'table':
      return { ...block, rows: block.rows.filter((cells) => !cells.every((cell) => isTold([cell]))) };
    default: {
      const [only] = block.inlines;
      if (only === undefined || block.inlines.length > 1) return block;
      const lines = only.text.split('\n').filter((line) => !isTold([line]));
      return { ...block, inlines: [{ ...only, text: lines.join('\n') }] };
    }
  }
}

/** An item stays with the items beneath it that are not told. */
function untoldItems(items: readonly ListItem[], isTold: Told): ListItem[] {
  return items.flatMap((item) => {
    const beneath = untoldItems(item.items ?? [], isTold);
    if (beneath.length === 0 && isTold(item.inlines.map((inline) => inline.text))) return [];
    return [{ inlines: item.inlines, ...(beneath.length === 0 ? {} : { items: beneath }) }];
  });
}
