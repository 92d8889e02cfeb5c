/** What the typed values of a role draft are made of: the fields of its head and of the rows of each list, and their groups. */
import type { RoleList } from '../../../../../shared/api/role-change.ts';
import type { RoleItemContent } from '../../../../../shared/api/role-content.ts';

/** The lists of a role draft whose rows are typed. */
export type DraftList = Exclude<RoleList, 'sections'>;
export type HeadField =
  | 'title'
  | 'levelCode'
  | 'levelLabel'
  | 'family'
  | 'functionName'
  | 'tagline'
  | 'mission'
  | 'tourOfDuty'
  | 'summary'
  | 'focus'
  | 'stack'
  | 'standard'
  | 'nature'
  | 'effectiveOn'
  | 'credit';
export type ItemKind = RoleItemContent['kind'];

/** How a field is typed; text when it is not said. */
export type FieldKind = 'text' | 'date' | 'number' | 'list' | 'choice';

export interface FieldRule {
  readonly key: string;
  readonly label: string;
  readonly isLong?: true;
  readonly kind?: FieldKind;
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
}

export const HEAD: readonly (FieldRule & { readonly key: HeadField })[] = [
  { key: 'title', label: 'Title' },
  { key: 'levelCode', label: 'Level' },
  { key: 'levelLabel', label: 'Level in words' },
  { key: 'family', label: 'Family' },
  { key: 'functionName', label: 'Function' },
  { key: 'tagline', label: 'Tagline', isLong: true },
  { key: 'mission', label: 'Mission', isLong: true },
  { key: 'tourOfDuty', label: 'Tour of duty', isLong: true },
  { key: 'summary', label: 'Summary', isLong: true },
  { key: 'focus', label: 'Focus', isLong: true },
  { key: 'stack', label: 'Stack', kind: 'list', isLong: true },
  { key: 'standard', label: 'Standard' },
  { key: 'nature', label: 'Kind of document', isLong: true },
  { key: 'effectiveOn', label: 'Effective', kind: 'date' },
  { key: 'credit', label: 'Credit line', isLong: true },
];

/** Fields of the head that are offered when the source states none. */
export const HEAD_ALWAYS: readonly HeadField[] = ['title', 'levelCode', 'family'];

/** What a row of each list is made of; the first field is the one that must not be empty. */
export const FIELDS: Record<DraftList, readonly FieldRule[]> = {
  requirements: [
    { key: 'competency', label: 'Name' },
    { key: 'tier', label: 'Tier' },
    { key: 'category', label: 'Category' },
    { key: 'importanceNote', label: 'On importance' },
    { key: 'blurb', label: 'What it looks like', isLong: true },
  ],
  responsibilities: [
    { key: 'text', label: 'Text', isLong: true },
    { key: 'lead', label: 'Lead' },
    { key: 'group', label: 'Group' },
    { key: 'number', label: 'Number', kind: 'number' },
  ],
  kpis: [
    { key: 'name', label: 'Measure' },
    { key: 'measures', label: 'What it counts', isLong: true },
    { key: 'why', label: 'Why', isLong: true },
    { key: 'target', label: 'Target' },
    { key: 'frequency', label: 'How often' },
    { key: 'category', label: 'Kind' },
    { key: 'note', label: 'Note', isLong: true },
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
  items: [
    { key: 'text', label: 'Text', isLong: true },
    { key: 'name', label: 'Name' },
    { key: 'group', label: 'Group' },
  ],
  scorecard: [
    { key: 'dimension', label: 'Dimension' },
    { key: 'meets', label: 'Meets', isLong: true },
    { key: 'exceeds', label: 'Exceeds', isLong: true },
    { key: 'weight', label: 'Weight, %', kind: 'number' },
  ],
  faqs: [
    { key: 'question', label: 'Question', isLong: true },
    { key: 'answer', label: 'Answer', isLong: true },
  ],
  facts: [
    { key: 'value', label: 'Value' },
    { key: 'label', label: 'Label' },
  ],
  links: [
    { key: 'title', label: 'Title' },
    {
      key: 'kind',
      label: 'Way',
      kind: 'choice',
      choices: [
        { value: 'next', label: 'Next role' },
        { value: 'lateral', label: 'Lateral' },
        { value: 'feeder', label: 'Feeder role' },
      ],
    },
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

/** Fields that a row always has, be they empty; the first of each list is one as well. */
const ALWAYS: readonly string[] = ['milestones.horizon', 'gapPairs.to', 'faqs.answer'];

export const isAlwaysThere = (list: DraftList, key: string): boolean =>
  FIELDS[list][0]?.key === key || ALWAYS.includes(`${list}.${key}`);

/** The items of a role by kind: what one is, and what the group of them is called. */
export const ITEM_KINDS: Readonly<Record<ItemKind, { readonly one: string; readonly many: string }>> = {
  deliverable: { one: 'Deliverable', many: 'Deliverables' },
  activity: { one: 'Activity', many: 'Activities' },
  decisionRight: { one: 'Decision right', many: 'Decision rights' },
  stakeholder: { one: 'Stakeholder', many: 'Stakeholders' },
  qualification: { one: 'Qualification', many: 'Qualifications' },
  environment: { one: 'Working environment', many: 'Working environment' },
  risk: { one: 'Risk', many: 'Risks' },
  variant: { one: 'Variant', many: 'Variants' },
  aiImpact: { one: 'Effect of AI', many: 'Effect of AI' },
  accelerator: { one: 'Accelerator', many: 'Accelerators' },
  hiring: { one: 'Hiring evaluation', many: 'Hiring evaluation' },
};

const GROUP_OF_LIST: Record<Exclude<DraftList, 'requirements' | 'items'>, string> = {
  responsibilities: 'Responsibilities',
  kpis: 'KPIs',
  tools: 'Tools',
  milestones: 'Milestones',
  scorecard: 'Scorecard',
  faqs: 'Questions',
  facts: 'Facts',
  links: 'Links',
  gapPairs: 'From → to',
};
const GROUP_OF_KIND: Readonly<Record<string, string>> = {
  competency: 'Competencies',
  skill: 'Skills',
  softSkill: 'Soft skills',
};

/** The groups in the order in which they are shown. */
export const GROUPS: readonly string[] = [
  'Role',
  'Competencies',
  'Skills',
  'Soft skills',
  'Responsibilities',
  'KPIs',
  'Tools',
  'Milestones',
  ...Object.values(ITEM_KINDS).map(({ many }) => many),
  'Scorecard',
  'Links',
  'From → to',
  'Questions',
  'Facts',
];

/** The group a row of a list stands in. */
export function groupOf(list: DraftList, row: { readonly kind?: unknown }): string {
  if (list === 'requirements') return GROUP_OF_KIND[String(row.kind)] ?? 'Competencies';
  if (list === 'items') return ITEM_KINDS[row.kind as ItemKind]?.many ?? 'Activities';
  return GROUP_OF_LIST[list];
}
