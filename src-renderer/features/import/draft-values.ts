/** The typed values of a role draft as a flat list of rows, each with its fields, its group and its line of the source. */
import type { RoleContent } from '../../../shared/api/role-content.ts';

/** The lists of a role draft whose rows are typed. */
export type DraftList = 'requirements' | 'responsibilities' | 'kpis' | 'tools' | 'milestones' | 'links' | 'gapPairs';
export type HeadField = 'title' | 'levelCode' | 'family' | 'mission' | 'tourOfDuty' | 'summary' | 'effectiveOn';
export type GroupName =
  | 'Role'
  | 'Competencies'
  | 'Skills'
  | 'Soft skills'
  | 'Responsibilities'
  | 'KPIs'
  | 'Tools'
  | 'Milestones'
  | 'Links'
  | 'From → to';

export interface DraftField {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  readonly isLong: boolean;
}

export interface DraftValue {
  /** `title` for a field of the head, `kpis:3` for a row. */
  readonly id: string;
  readonly group: GroupName;
  readonly where: { readonly field: HeadField } | { readonly list: DraftList; readonly index: number };
  readonly fields: readonly DraftField[];
  readonly line: number | null;
}

const HEAD: readonly { key: HeadField; label: string; isLong?: true }[] = [
  { key: 'title', label: 'Title' },
  { key: 'levelCode', label: 'Level' },
  { key: 'family', label: 'Family' },
  { key: 'mission', label: 'Mission', isLong: true },
  { key: 'tourOfDuty', label: 'Tour of duty', isLong: true },
  { key: 'summary', label: 'Summary', isLong: true },
  { key: 'effectiveOn', label: 'Effective' },
];

/** What a row of each list is made of; the first field is the one that must not be empty. */
const FIELDS: Record<DraftList, readonly { key: string; label: string; isLong?: true }[]> = {
  requirements: [
    { key: 'competency', label: 'Name' },
    { key: 'tier', label: 'Tier' },
    { key: 'blurb', label: 'What it looks like', isLong: true },
  ],
  responsibilities: [
    { key: 'text', label: 'Text', isLong: true },
    { key: 'lead', label: 'Lead' },
    { key: 'group', label: 'Group' },
  ],
  kpis: [
    { key: 'name', label: 'Measure' },
    { key: 'measures', label: 'What it counts', isLong: true },
    { key: 'why', label: 'Why', isLong: true },
    { key: 'target', label: 'Target' },
    { key: 'frequency', label: 'How often' },
    { key: 'category', label: 'Kind' },
  ],
  tools: [
    { key: 'name', label: 'Tool' },
    { key: 'category', label: 'Category' },
    { key: 'use', label: 'Use', isLong: true },
    { key: 'adoption', label: 'Adoption' },
  ],
  milestones: [
    { key: 'text', label: 'Text', isLong: true },
    { key: 'horizon', label: 'Horizon' },
  ],
  links: [
    { key: 'title', label: 'Title' },
    { key: 'family', label: 'Family' },
    { key: 'levelCode', label: 'Level' },
    { key: 'tourOfDuty', label: 'Tour of duty', isLong: true },
    { key: 'note', label: 'Note', isLong: true },
  ],
  gapPairs: [
    { key: 'from', label: 'From', isLong: true },
    { key: 'to', label: 'To', isLong: true },
    { key: 'theme', label: 'Theme' },
  ],
};

const GROUP_OF_LIST: Record<Exclude<DraftList, 'requirements'>, GroupName> = {
  responsibilities: 'Responsibilities',
  kpis: 'KPIs',
  tools: 'Tools',
  milestones: 'Milestones',
  links: 'Links',
  gapPairs: 'From → to',
};
const GROUP_OF_KIND = { competency: 'Competencies', skill: 'Skills', softSkill: 'Soft skills' } as const;
export const GROUPS: readonly GroupName[] = [
  'Role',
  'Competencies',
  'Skills',
  'Soft skills',
  'Responsibilities',
  'KPIs',
  'Tools',
  'Milestones',
  'Links',
  'From → to',
];

const pressed = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase();

/** The first line that carries the words, or begins the passage they are; null when none does. Never throws. */
export function lineOfWords(words: string, sourceLines: readonly string[]): number | null {
  const sought = pressed(words.split('\n', 1)[0] ?? '');
  if (sought === '') return null;
  const exact = sourceLines.findIndex((line) => pressed(line) === sought);
  if (exact !== -1) return exact + 1;
  const within = sourceLines.findIndex((line) => pressed(line).includes(sought));
  return within === -1 ? null : within + 1;
}

type AnyRow = Readonly<Record<string, unknown>>;

function fieldsOf(row: AnyRow, declared: readonly { key: string; label: string; isLong?: true }[]): DraftField[] {
  return declared.flatMap(({ key, label, isLong }, place) => {
    const value = row[key];
    // A field the source did not give is not offered as a hole to fill; the first one always shows.
    if (typeof value !== 'string' && place > 0) return [];
    return [{ key, label, value: typeof value === 'string' ? value : '', isLong: isLong === true }];
  });
}

function detailFields(row: AnyRow): DraftField[] {
  const details = row.details as readonly { label: string; text: string }[] | undefined;
  return (details ?? []).map((detail, index) => ({
    key: `details.${index}`,
    label: detail.label,
    value: detail.text,
    isLong: true,
  }));
}

/** Every typed value of the draft, by group and then in the draft's order. Fields of the head without a value are left out. */
export function draftValues(role: RoleContent, sourceLines: readonly string[]): readonly DraftValue[] {
  const head = HEAD.flatMap(({ key, label, isLong }): DraftValue[] => {
    const value = role[key];
    if (value === undefined && key !== 'title' && key !== 'levelCode' && key !== 'family') return [];
    const text = value ?? '';
    return [
      {
        id: key,
        group: 'Role',
        where: { field: key },
        fields: [{ key, label, value: text, isLong: isLong === true }],
        line: lineOfWords(text, sourceLines),
      },
    ];
  });
  const rows = (Object.keys(FIELDS) as DraftList[]).flatMap((list) =>
    (role[list] as readonly AnyRow[]).map((row, index): DraftValue => {
      const kind = row.kind as keyof typeof GROUP_OF_KIND;
      return {
        id: `${list}:${index}`,
        group: list === 'requirements' ? GROUP_OF_KIND[kind] : GROUP_OF_LIST[list],
        where: { list, index },
        fields: [...fieldsOf(row, FIELDS[list]), ...(list === 'requirements' ? detailFields(row) : [])],
        line: typeof row.line === 'number' ? row.line : null,
      };
    }),
  );
  const all = [...head, ...rows];
  return GROUPS.flatMap((group) => all.filter((value) => value.group === group));
}

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
