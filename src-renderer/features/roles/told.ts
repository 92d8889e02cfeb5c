/** Which pieces of a document's prose its typed rows already tell, so that no page prints them twice. */
import type { RoleSpec } from '../../../shared/api/role.ts';
import type { Block, ListItem } from '../../../shared/api/role-content.ts';
import { CHAPTER_TITLES, chapterOfRequirement, ITEM_CHAPTERS, type TypedChapter } from './chapter-kinds.ts';
import { askedAs } from './requirement-words.ts';

/** Letters and figures alone, so that punctuation, bullets and bold leads do not matter to a comparison. */
export const bare = (text: string): string =>
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

export interface TypedRow {
  readonly chapter: TypedChapter;
  readonly section: number | undefined;
  readonly parts: readonly string[];
}

/** Every typed value as the texts that tell it. */
export function typedRows(role: RoleSpec): TypedRow[] {
  const row = (chapter: TypedChapter, section: number | undefined, ...parts: (string | undefined)[]): TypedRow => ({
    chapter,
    section,
    parts: parts.filter((part): part is string => part !== undefined && part !== ''),
  });
  return [
    row('summary', undefined, role.summary),
    row('mission', undefined, role.mission),
    row('tourOfDuty', undefined, role.tourOfDuty),
    row('glance', undefined, role.focus),
    ...role.stack.map((one) => row('glance', undefined, one)),
    ...role.facts.map((fact) => row('glance', fact.section, fact.label, fact.value, fact.words)),
    ...role.requirements.map((asked) =>
      row(
        chapterOfRequirement(asked),
        asked.section,
        asked.competency,
        asked.blurb,
        asked.tier,
        asked.category,
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
      row(
        'kpis',
        kpi.section,
        kpi.name,
        kpi.category,
        kpi.measures,
        kpi.why,
        kpi.target,
        kpi.frequency,
        kpi.note,
        kpi.words,
      ),
    ),
    ...role.tools.map((tool) =>
      row('tools', tool.section, tool.category, tool.name, tool.use, tool.adoption, tool.words),
    ),
    ...role.milestones.map((one) => row('milestones', one.section, one.horizon, one.text, one.words)),
    ...role.items.map((item) =>
      row(ITEM_CHAPTERS[item.kind], item.section, item.group, item.name, item.text, item.words),
    ),
    ...role.scorecard.map((line) =>
      row(
        'scorecard',
        line.section,
        line.dimension,
        line.meets,
        line.exceeds,
        line.weight === undefined ? undefined : `${line.weight} %`,
        line.words,
      ),
    ),
    ...role.faqs.map((faq) => row('faqs', faq.section, faq.question, faq.answer, faq.words)),
    ...role.gapPairs.map((pair) => row('wayUp', pair.section, pair.theme, pair.from, pair.to, pair.words)),
    ...role.links.map((link) =>
      row('wayUp', link.section, link.title, link.family, link.levelCode, link.tourOfDuty, link.note, link.words),
    ),
  ].filter((one) => one.parts.length > 0);
}

const NUMBER = /^\s*\d+[.)]\s/;
/** A label of the source's own before what it labels, in one text or as a run of its own. */
const LABEL = /^[^:\n]{1,60}:\s*/;
const LABEL_ALONE = /^[^:\n]{1,60}[:.]$/;

/** Shorter than this, words prove nothing by standing somewhere inside a longer text. */
const TELLING = 16;

/** Says of a piece of prose, run by run, whether typed rows tell it. */
export type Told = (unit: readonly string[]) => boolean;

/** Whether a piece of prose is told by the typed rows: as a whole, or run by run. */
export function toldBy(rows: readonly TypedRow[]): Told {
  const whole = new Set([...Object.values(CHAPTER_TITLES), ...rows.flatMap((row) => row.parts)].map(bare));
  const text = rows.map((row) => bare(row.parts.join(' '))).join('\n');
  const isTold = (words: string): boolean =>
    words === '' || whole.has(words) || (words.length >= TELLING && text.includes(words));
  /** Told as it stands, without its number, or without its label; a label that labels nothing here is not told. */
  const isToldLine = (line: string): boolean => {
    if (isTold(bare(line)) || isTold(bare(line.replace(NUMBER, '')))) return true;
    const labelled = bare(line.replace(LABEL, ''));
    return labelled !== '' && isTold(labelled);
  };
  const isToldText = (run: string): boolean => run.split('\n').every(isToldLine);
  return (unit) => {
    const text = unit.join('');
    if (isToldText(text)) return true;
    // Run by run: a bold label of the source's own, then what it labels.
    const [label, ...rest] = unit;
    const told = label !== undefined && LABEL_ALONE.test(label.trim()) ? rest : unit;
    return told.length > 0 && told.every(isToldText);
  };
}
