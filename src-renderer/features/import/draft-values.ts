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
  /** The line it begins on. */
  readonly line: number | null;
  /** Every line of the source that went into it. */
  readonly lines: readonly number[];
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
export const FIELDS: Record<DraftList, readonly { key: string; label: string; isLong?: true }[]> = {
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

/** A row of any list. */
export type AnyRow = Readonly<Record<string, unknown>>;

/** How far below its first line a row's other words are looked for. */
const REACH = 8;

/** The line a row stands on and those just below it that carry its other words or its details. */
function linesOfRow(row: AnyRow, sourceLines: readonly string[]): readonly number[] {
  const { line, words } = row;
  if (typeof line !== 'number') return [];
  const details = (row.details as readonly { text: string }[] | undefined) ?? [];
  const others = [...(typeof words === 'string' ? words.split('\n').slice(1) : []), ...details.map(({ text }) => text)]
    .map((text) => pressed(text))
    .filter((text) => text !== '');
  const below = sourceLines
    .slice(line, line + REACH)
    .flatMap((text, offset) => (others.some((other) => pressed(text).includes(other)) ? [line + 1 + offset] : []));
  return [line, ...below];
}

/** The lines of a passage, paragraph by paragraph. */
function linesOfPassage(text: string, sourceLines: readonly string[]): readonly number[] {
  const lines = text.split('\n').map((paragraph) => lineOfWords(paragraph, sourceLines));
  return [...new Set(lines.filter((line) => line !== null))];
}

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

/**
 * Every typed value of the draft, by group and then in the draft's order; empty fields of the head are left out, but for
 * level and family. The lines of the head are those of `asRead`, the role before anyone changed it.
 */
export function draftValues(
  role: RoleContent,
  sourceLines: readonly string[],
  asRead: RoleContent = role,
): readonly DraftValue[] {
  const head = HEAD.flatMap(({ key, label, isLong }): DraftValue[] => {
    const value = role[key];
    if (value === undefined && key !== 'title' && key !== 'levelCode' && key !== 'family') return [];
    const text = value ?? '';
    const lines = linesOfPassage(asRead[key] ?? '', sourceLines);
    return [
      {
        id: key,
        group: 'Role',
        where: { field: key },
        fields: [{ key, label, value: text, isLong: isLong === true }],
        line: lines[0] ?? null,
        lines,
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
        lines: linesOfRow(row, sourceLines),
      };
    }),
  );
  const all = [...head, ...rows];
  return GROUPS.flatMap((group) => all.filter((value) => value.group === group));
}
