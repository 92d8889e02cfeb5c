/** Changes to a role draft, each giving a new role: a field, what is asked, a row taken out, a line put in its place. */
import type { RoleContent } from '../../../shared/api/role-content.ts';
import { type AnyRow, type DraftList, type DraftValue, FIELDS } from './draft-values.ts';

/** Fields that a row always has, be they empty. */
const mustBeThere = (where: DraftValue['where'], key: string): boolean =>
  'list' in where &&
  (FIELDS[where.list][0]?.key === key ||
    (where.list === 'milestones' && key === 'horizon') ||
    (where.list === 'gapPairs' && key === 'to'));

/** Whether a field may not be left empty: a title, and the names of things. */
export function isRequiredField(where: DraftValue['where'], key: string): boolean {
  if ('field' in where) return where.field === 'title';
  return FIELDS[where.list][0]?.key === key && where.list !== 'gapPairs';
}

/** The role with one field of one value changed; an optional field left empty is taken out. The role given stays as it is. */
export function withField(role: RoleContent, where: DraftValue['where'], key: string, text: string): RoleContent {
  if ('field' in where) {
    if (where.field === 'title') return { ...role, title: text };
    const { [where.field]: _gone, ...rest } = role;
    return text === '' ? rest : { ...rest, [where.field]: text };
  }
  const rows = (role[where.list] as readonly AnyRow[]).map((row, index) => {
    if (index !== where.index) return row;
    if (key.startsWith('details.')) {
      const details = row.details as readonly { label: string; text: string }[];
      return { ...row, details: details.map((one, at) => (key === `details.${at}` ? { ...one, text } : one)) };
    }
    if (text !== '' || mustBeThere(where, key)) return { ...row, [key]: text };
    const { [key]: _gone, ...rest } = row;
    return rest;
  });
  return { ...role, [where.list]: rows };
}

/** The role with what is asked of one requirement changed. */
export function withAsked(
  role: RoleContent,
  index: number,
  change: Partial<Pick<RoleContent['requirements'][number], 'level' | 'importance' | 'isMandatory'>>,
): RoleContent {
  return {
    ...role,
    requirements: role.requirements.map((asked, at) => (at === index ? { ...asked, ...change } : asked)),
  };
}

/** The role without one row. */
export function withoutRow(role: RoleContent, list: DraftList, index: number): RoleContent {
  return { ...role, [list]: (role[list] as readonly AnyRow[]).filter((_row, at) => at !== index) };
}

/** Where a line of the source can be put by hand. */
export const PLACES = [
  { key: 'competency', label: 'Competency' },
  { key: 'skill', label: 'Skill' },
  { key: 'softSkill', label: 'Soft skill' },
  { key: 'responsibility', label: 'Responsibility' },
  { key: 'kpi', label: 'KPI' },
  { key: 'tool', label: 'Tool' },
  { key: 'milestone', label: 'Milestone' },
] as const;
export type Place = (typeof PLACES)[number]['key'];

/** The role with words added as a row of the chosen kind, with the line they stand on if any, and the id that the new value has. */
export function withPlaced(
  role: RoleContent,
  place: Place,
  words: string,
  line: number | undefined,
): { role: RoleContent; id: string } {
  const text = words
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[•▪◦*–-]\s*/, '');
  const name = text.slice(0, 500);
  const origin = line === undefined ? {} : { line, words };
  switch (place) {
    case 'responsibility':
      return {
        role: { ...role, responsibilities: [...role.responsibilities, { text, ...origin }] },
        id: `responsibilities:${role.responsibilities.length}`,
      };
    case 'kpi':
      return { role: { ...role, kpis: [...role.kpis, { name, ...origin }] }, id: `kpis:${role.kpis.length}` };
    case 'tool':
      return { role: { ...role, tools: [...role.tools, { name, ...origin }] }, id: `tools:${role.tools.length}` };
    case 'milestone':
      return {
        role: { ...role, milestones: [...role.milestones, { horizon: '', text, ...origin }] },
        id: `milestones:${role.milestones.length}`,
      };
    default:
      return {
        role: {
          ...role,
          requirements: [
            ...role.requirements,
            {
              competency: name,
              kind: place,
              level: null,
              scale: 'five-levels',
              importance: null,
              isMandatory: false,
              details: [],
              ...origin,
            },
          ],
        },
        id: `requirements:${role.requirements.length}`,
      };
  }
}
