/** Changes to a role draft, each giving a new role: a field, what is asked, a row taken out. */
import type { RequirementContent, RoleContent } from '../../../../../shared/api/role-content.ts';
import { type DraftList, FIELDS, HEAD, type HeadField, isAlwaysThere } from './draft-fields.ts';
import type { AnyRow, DraftValue } from './draft-values.ts';

/** Whether a field may not be left empty: a title, and the names of things. */
export function isRequiredField(where: DraftValue['where'], key: string): boolean {
  if ('field' in where) return where.field === 'title';
  return FIELDS[where.list][0]?.key === key && where.list !== 'gapPairs';
}

/** Words written with commas, or one a line. */
const listOf = (text: string): string[] =>
  text
    .split(/[,\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '')
    .slice(0, 100);

/** The role with one field of its head changed; one left empty is taken out. */
function withHead(role: RoleContent, field: HeadField, text: string): RoleContent {
  if (field === 'title') return { ...role, title: text };
  if (field === 'stack') return { ...role, stack: listOf(text) };
  const { [field]: _gone, ...rest } = role;
  return text === '' ? rest : { ...rest, [field]: text };
}

/** The role with one field of one value changed; an optional field left empty is taken out. The role given stays as it is. */
export function withField(role: RoleContent, where: DraftValue['where'], key: string, text: string): RoleContent {
  if ('field' in where) return withHead(role, where.field, text);
  const rule = FIELDS[where.list].find((one) => one.key === key);
  const rows = (role[where.list] as readonly AnyRow[]).map((row, index) => {
    if (index !== where.index) return row;
    if (key.startsWith('details.')) {
      const details = row.details as readonly { label: string; text: string }[];
      return { ...row, details: details.map((one, at) => (key === `details.${at}` ? { ...one, text } : one)) };
    }
    if (rule?.kind === 'number' && text !== '') {
      const number = Number(text.replace(',', '.').replace(/\s*%$/, ''));
      return Number.isFinite(number) ? { ...row, [key]: key === 'number' ? Math.round(number) : number } : row;
    }
    if (text !== '' || isAlwaysThere(where.list, key)) return { ...row, [key]: text };
    const { [key]: _gone, ...rest } = row;
    return rest;
  });
  return { ...role, [where.list]: rows };
}

/** Why a field cannot hold these words; null when it can. */
export function fieldProblem(where: DraftValue['where'], key: string, text: string): string | null {
  const rules = 'field' in where ? HEAD : FIELDS[where.list];
  const rule = rules.find((one) => one.key === key);
  if (isRequiredField(where, key) && text.trim() === '')
    return `${rule?.label ?? 'It'} cannot be empty. Write one, or take the row out.`;
  if (rule?.kind !== 'number' || text.trim() === '') return null;
  const number = Number(text.replace(',', '.').replace(/\s*%$/, ''));
  if (!Number.isFinite(number)) return `“${text.trim()}” is no number. Write one, such as 25.`;
  if (key === 'weight' && (number < 0 || number > 100)) return 'A weight is 0 to 100 per cent of the whole.';
  return null;
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
