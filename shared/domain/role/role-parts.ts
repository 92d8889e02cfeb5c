/** The typed rows of a role and the part of it that each belongs to, whatever page or paper they are laid out on. */

import type { FactContent, RequirementContent, RoleContent, RoleItemContent } from '../../api/role-content.ts';
import {
  type RoleField,
  type RoleList,
  roleFieldNames,
  roleFields,
  roleListNames,
} from '../../vocabulary/role-shape.ts';
import { longDateText, partialDateText } from '../dates/date-text.ts';
import { foldLetters } from '../names/fold.ts';
import { requirementWords } from './requirement-words.ts';
import { rowTexts, textsOf } from './role-texts.ts';

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

/** Fields that name the role, and those with a chapter of their own; any other is a label. */
const naming: readonly RoleField[] = ['title', 'tagline', 'family', 'levelCode', 'levelLabel', 'levelOrder', 'credit'];
const passages = ['summary', 'mission', 'tourOfDuty', 'focus', 'stack'] as const satisfies readonly RoleField[];
const isPassage = (field: RoleField): field is (typeof passages)[number] => passages.some((own) => own === field);

/** What is said of a role in a word or two. */
export const labelFields = roleFieldNames.filter(
  (field) => !naming.includes(field) && !isPassage(field) && field !== 'effectiveOn',
);

/** Every typed value of a role as the texts that tell it. */
export function typedRows(role: TypedContent): TypedRow[] {
  const { levelCode, levelLabel, family, functionName } = role;
  return [
    ...roleFieldNames.flatMap((field) => {
      if (field === 'effectiveOn') return datesOf(role.effectiveOn).map((text) => row(null, {}, text));
      const part = isPassage(field) ? field : labelFields.includes(field) ? 'labels' : null;
      return [row(part, {}, ...textsOf(roleFields[field], role[field]))];
    }),
    row(null, {}, levelCode, functionName, family, levelLabel, levelCode),
    row('stack', {}, role.stack.join(', ')),
    ...roleListNames.flatMap((list) => (list === 'sections' ? [] : role[list].map((listed) => listRow(list, listed)))),
  ].filter(({ texts }) => texts.length > 0);
}

function listRow(list: Exclude<RoleList, 'sections'>, listed: Origin): TypedRow {
  switch (list) {
    case 'requirements':
      return requirementRow(listed as RequirementContent);
    case 'facts': {
      // sources have the label before its value, and after it
      const { label, value } = listed as FactContent;
      return row('facts', listed, value, label, value);
    }
    case 'items':
      return row((listed as RoleItemContent).kind, listed, ...rowTexts(list, listed));
    case 'links':
    case 'gapPairs':
      return row('wayUp', listed, ...rowTexts(list, listed));
    default:
      return row(list, listed, ...rowTexts(list, listed, list === 'scorecard'));
  }
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
    requirementWords(asked),
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
const namingWords = new Set(
  'a an and as at for from in is next of on or the this to with importance level proficiency target weight'.split(' '),
);

/** The source's own words tell a row only where its values hold all of them: what they say beyond is still to be told. */
function row(part: RolePart | null, { section, words }: Origin, ...values: Words[]): TypedRow {
  const texts = values.filter((value): value is string => value !== undefined && value !== '');
  if (words === undefined || words === '') return { part, section, texts };
  const known = new Set(texts.flatMap(wordsOf));
  const holdsAll = wordsOf(words).every((word) => known.has(word) || namingWords.has(word));
  return { part, section, texts: holdsAll ? [...texts, words] : texts };
}

function wordsOf(text: string): string[] {
  return foldLetters(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}
