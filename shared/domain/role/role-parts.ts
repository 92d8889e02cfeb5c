/** The typed rows of a role and the part of it that each belongs to, whatever page or paper they are laid out on. */
import type { RequirementContent, RoleContent, RoleItemContent } from '../../api/role-content.ts';
import { longDateText, partialDateText } from '../dates/date-text.ts';
import { askedAs } from './requirement-words.ts';

/** The smallest things of which a layout says where they stand; what names the role itself is no part. */
export type RolePart =
  | RoleItemContent['kind']
  | RequirementPart
  | 'labels'
  | 'facts'
  | 'summary'
  | 'mission'
  | 'tourOfDuty'
  | 'focus'
  | 'stack'
  | 'responsibilities'
  | 'kpis'
  | 'tools'
  | 'milestones'
  | 'scorecard'
  | 'faqs'
  | 'wayUp';

export type RequirementPart = 'competencies' | 'skills' | 'matrix' | 'softSkills';

/** A typed value as the texts that tell it. `part` is null for what names the role: title, tagline, level, date, credit. */
export interface TypedRow {
  readonly part: RolePart | null;
  readonly section: number | undefined;
  readonly texts: readonly string[];
}

/** What rows are read from; a role spec is one too. */
export type TypedContent = Omit<RoleContent, 'requirements'> & { readonly requirements: readonly RequirementContent[] };

/** A skill of a matrix stands by its category; one of the role itself by its tier. */
export function requirementPart(
  asked: Pick<RequirementContent, 'kind' | 'category' | 'countsInMatch'>,
): RequirementPart {
  if (asked.kind === 'competency') return 'competencies';
  if (asked.kind === 'softSkill') return 'softSkills';
  return asked.category !== undefined || asked.countsInMatch === false ? 'matrix' : 'skills';
}

type Words = string | undefined;
type Origin = { readonly section?: number | undefined; readonly words?: string | undefined };

/** Every typed value of a role as the texts that tell it. */
export function typedRows(role: TypedContent): TypedRow[] {
  const { title, tagline, levelCode, levelLabel, family, functionName, credit } = role;
  return [
    ...[title, tagline, family, levelCode, levelLabel, credit, ...datesOf(role.effectiveOn)].map((text) =>
      row(null, {}, text),
    ),
    row(null, {}, levelCode, functionName, family, levelLabel, levelCode),
    ...[functionName, role.standard, role.nature].map((text) => row('labels', {}, text)),
    // sources have the label before its value, and after it
    ...role.facts.map((fact) => row('facts', fact, fact.value, fact.label, fact.value)),
    row('summary', {}, role.summary),
    row('mission', {}, role.mission),
    row('tourOfDuty', {}, role.tourOfDuty),
    row('focus', {}, role.focus),
    row('stack', {}, ...role.stack, role.stack.join(', ')),
    ...role.requirements.map(requirementRow),
    ...role.responsibilities.map((one) => row('responsibilities', one, one.group, one.lead, one.text)),
    ...role.kpis.map((kpi) =>
      row('kpis', kpi, kpi.name, kpi.category, kpi.measures, kpi.why, kpi.target, kpi.frequency, kpi.note),
    ),
    ...role.tools.map((tool) => row('tools', tool, tool.category, tool.name, tool.use, tool.adoption)),
    ...role.milestones.map((one) => row('milestones', one, one.horizon, one.text)),
    ...role.items.map((item) => row(item.kind, item, item.group, item.name, item.text)),
    ...role.scorecard.map((one) =>
      row('scorecard', one, one.dimension, one.meets, one.exceeds, one.weight === undefined ? '' : String(one.weight)),
    ),
    ...role.faqs.map((faq) => row('faqs', faq, faq.question, faq.answer)),
    ...role.gapPairs.map((pair) => row('wayUp', pair, pair.theme, pair.from, pair.to)),
    ...role.links.map((link) =>
      row('wayUp', link, link.title, link.family, link.levelCode, link.tourOfDuty, link.note),
    ),
  ].filter((one) => one.texts.length > 0);
}

function requirementRow(asked: RequirementContent): TypedRow {
  const { competency, level, blurb, details } = asked;
  return row(
    requirementPart(asked),
    asked,
    competency,
    level === null ? undefined : String(level),
    blurb,
    asked.tier,
    asked.category,
    askedAs(asked),
    asked.importance ?? undefined,
    asked.importanceNote,
    ...details.flatMap((detail) => [detail.label, detail.text]),
    // once more side by side, as a source has them where the level stands elsewhere
    competency,
    blurb,
  );
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
function row(part: RolePart | null, { section, words }: Origin, ...values: Words[]): TypedRow {
  const texts = values.filter((value): value is string => value !== undefined && value !== '');
  if (words === undefined || words === '') return { part, section, texts };
  const known = new Set(texts.flatMap(wordsOf));
  const holdsAll = wordsOf(words).every((word) => known.has(word) || NAMING.has(word));
  return { part, section, texts: holdsAll ? [...texts, words] : texts };
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKD')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
