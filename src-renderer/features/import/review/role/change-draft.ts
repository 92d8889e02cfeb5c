/** Changes to a role draft, each giving a new role: a field, what is asked, a row taken out. */
import type { RequirementContent, RoleContent } from '../../../../../shared/api/role-content.ts';
import type { ValueShape } from '../../../../../shared/vocabulary/role-shape.ts';
import { labelOf } from '../../../../parts/role-editor/edit-lists.ts';
import { withField as withHead } from '../../../../parts/role-editor/role-rows.ts';
import { type DraftList, ruleOf, type Where } from './draft-fields.ts';
import type { AnyRow } from './draft-values.ts';

const numberOf = (text: string): number => Number(text.replace(',', '.').replace(/\s*%$/, ''));

/** The value that words stand for; undefined where an optional one is left empty, null where they are no number. */
function typedValue(
  { kind, unit, isKept, isRequired }: ValueShape,
  text: string,
): string | number | string[] | null | undefined {
  if (kind === 'lines') {
    // words written with commas, or one a line
    const words = text.split(/[,\n]/).map((word) => word.trim());
    return words.filter((word) => word !== '').slice(0, 100);
  }
  if (text === '') return isKept || isRequired ? '' : undefined;
  if (kind !== 'number') return text;
  const number = numberOf(text);
  return Number.isFinite(number) ? (unit === '%' ? number : Math.round(number)) : null;
}

/** The role with one field of one value changed; an optional field left empty is taken out. The role given stays as it is. */
export function withField(role: RoleContent, where: Where, key: string, text: string): RoleContent {
  const rule = ruleOf(where, key);
  const value = rule && typedValue(rule, text);
  if (value === null) return role;
  if ('field' in where) return withHead(role, where.field, value);
  const rows = (role[where.list] as readonly AnyRow[]).map((row, index) => {
    if (index !== where.index) return row;
    if (key.startsWith('details.')) {
      const details = row.details as readonly { label: string; text: string }[];
      return { ...row, details: details.map((line, at) => (key === `details.${at}` ? { ...line, text } : line)) };
    }
    const { [key]: _before, ...rest } = row;
    return value === undefined ? rest : { ...row, [key]: value };
  });
  return { ...role, [where.list]: rows };
}

/** Why a field cannot hold these words; null when it can. */
export function fieldProblem(where: Where, key: string, text: string): string | null {
  const rule = ruleOf(where, key);
  if (rule?.isRequired && text.trim() === '') return `${rule.label} cannot be empty. Write one, or take the row out.`;
  if (rule?.kind !== 'number' || text.trim() === '') return null;
  const number = numberOf(text);
  if (!Number.isFinite(number)) return `“${text.trim()}” is no number. Write one, such as 25.`;
  const { min = number, max = number } = rule.range ?? {};
  return number < min || number > max ? `${labelOf(rule)}: write a number from ${min} to ${max}.` : null;
}

/** What of a requirement is chosen and not written. */
export type Asked = Partial<
  Pick<RequirementContent, 'level' | 'scale' | 'importance' | 'isMandatory' | 'countsInMatch' | 'kind'>
> & { readonly keyRank?: number | undefined };

/** The role with what is asked of one requirement changed; a `keyRank` of 0 is the next that is free. */
export function withAsked(role: RoleContent, index: number, change: Asked): RoleContent {
  const nextRank = Math.max(0, ...role.requirements.map((asked) => asked.keyRank ?? 0)) + 1;
  return {
    ...role,
    requirements: role.requirements.map((asked, at) => {
      if (at !== index) return asked;
      const { keyRank, ...rest } = { ...asked, ...change };
      return keyRank === undefined ? rest : { ...rest, keyRank: keyRank === 0 ? nextRank : keyRank };
    }),
  };
}

/** The role without one row. */
export function withoutRow(role: RoleContent, list: DraftList, index: number): RoleContent {
  return { ...role, [list]: (role[list] as readonly AnyRow[]).filter((_row, at) => at !== index) };
}
