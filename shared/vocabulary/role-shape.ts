/**
 * What a role is made of, said once: the fields of its head and its lists with their columns. The contract, the tables,
 * differences and their sentences, the editor, the review of an import and search are derived from it. To add a value:
 * an entry here, its line in `role-content.ts`, a migration and its column in `db/schema.ts`, its place on paper
 * (`role-document.ts`) and in a comparison (`compared-rows.ts`), `npm run schemas`, and a reader where documents state it.
 */

/** Key of the scale that roles without a scale of their own are read on. */
export const defaultScale = 'five-levels';

/** How a value is written and stored: one line, paragraphs, several lines, labelled lines, blocks of prose … */
export type ValueKind =
  | 'line'
  | 'prose'
  | 'lines'
  | 'details'
  | 'blocks'
  | 'number'
  | 'date'
  | 'choice'
  | 'scale'
  | 'flag';

export interface ValueShape {
  readonly kind: ValueKind;
  /** What it is called wherever it is shown. */
  readonly label: string;
  readonly unit?: string;
  /** What a sentence calls it, where the label is no noun. */
  readonly noun?: string;
  /** It may not be left empty. */
  readonly isRequired?: true;
  /** It is part of its row even when it says nothing. */
  readonly isKept?: true;
  /** It is null rather than absent when it says nothing. */
  readonly isNullable?: true;
  /** What a row says that states nothing else. */
  readonly usual?: boolean;
  readonly range?: { readonly min: number; readonly max: number; readonly step?: number };
  /** What is offered for a row that is typed in. */
  readonly suggestion?: string;
  /** A row that is typed in takes it over from the row before it. */
  readonly isCarried?: true;
  /** Its column in the database, where that goes by another name. */
  readonly column?: string;
}

type More = Omit<ValueShape, 'kind' | 'label'>;
const of =
  (kind: ValueKind) =>
  (label: string, more: More = {}): ValueShape => ({ kind, label, ...more });
const line = of('line');
const prose = of('prose');
const number = of('number');
const choice = of('choice');
const flag = of('flag');
const required: More = { isRequired: true };
const kept: More = { isKept: true };
const carried: More = { isCarried: true };

/** The single values of a role, in the order in which they are read. `stack` is compared whole. */
const fields = {
  title: line('Title', required),
  tagline: prose('Tagline'),
  family: line('Family'),
  functionName: line('Function'),
  levelLabel: line('Level in words'),
  levelCode: line('Level code'),
  levelOrder: number('Place in its ladder', { range: { min: 1, max: 30 } }),
  effectiveOn: of('date')('Effective', { noun: 'Date in effect' }),
  mission: prose('Mission'),
  tourOfDuty: prose('Tour of duty'),
  summary: prose('Summary'),
  focus: prose('Focus'),
  stack: of('lines')('Stack'),
  standard: line('Standard'),
  nature: line('Kind of document'),
  credit: prose('Credit line'),
} as const;

export type RoleField = keyof typeof fields;
export const roleFields: Readonly<Record<RoleField, ValueShape>> = fields;
export const roleFieldNames = Object.keys(fields) as RoleField[];

export interface ListShape {
  /** The table of its rows; null where they are a column of the role itself. */
  readonly table: string | null;
  /** A role holds up to so many. */
  readonly most: number;
  /** Several rows, in the middle of a sentence. */
  readonly many: string;
  readonly columns: Readonly<Record<string, ValueShape>>;
  /** What says where a row stood and not what it says. */
  readonly place: readonly string[];
  /** What tells a row from others; of several names in one, the first that says something. */
  readonly identity: readonly (string | readonly string[])[];
  /** What a row is called by: the first that says something, or all of them with a sign between. */
  readonly name: readonly string[];
  readonly joinedBy?: string;
  /** Names are short enough to say “Target of …”. */
  readonly isNamed?: true;
  /** What stands first in a row that is read, where that is not its name, and what stands beside it. */
  readonly lead?: readonly string[];
  readonly beside: readonly string[];
  /** The value that is typed to add a row. */
  readonly typed: string;
  /** The words by which a row is known again once its key has changed, among rows that share one of `within`. */
  readonly likeness?: { readonly of: readonly string[]; readonly within: readonly string[] };
}

/** Where a row came from: its section, its line of the source, and the source’s own words. */
export const originKeys = ['section', 'line', 'words'] as const;

/** The lists of a role, in the order in which changes of them are told; prose comes last. */
const lists = {
  requirements: {
    table: 'requirement',
    most: 1_000,
    many: 'competencies and skills',
    columns: {
      kind: choice('Kind'),
      competency: line('Name', { isRequired: true, column: 'name' }),
      level: number('Level', { isNullable: true, range: { min: 1, max: 20 } }),
      scale: of('scale')('Scale', { column: 'scaleId', isCarried: true }),
      importance: choice('Importance', { isNullable: true }),
      isMandatory: flag('Mandatory', { usual: false }),
      countsInMatch: flag('Counts in the match', { usual: true }),
      tier: line('Tier', carried),
      category: line('Category', carried),
      importanceNote: line('Note on importance'),
      keyRank: number('Among the few that matter most', { range: { min: 1, max: 99 } }),
      blurb: prose('What it looks like here'),
      details: of('details')('Labelled lines'),
    },
    place: originKeys,
    identity: ['competency'],
    name: ['competency'],
    beside: ['importance', 'isMandatory', 'tier', 'category', 'blurb'],
    typed: 'competency',
  },
  responsibilities: {
    table: 'responsibility',
    most: 500,
    many: 'responsibilities',
    columns: {
      group: line('Group', carried),
      number: number('Number', { range: { min: 0, max: 9_999 } }),
      lead: line('Lead'),
      text: prose('Text', kept),
    },
    // a number that runs through a list follows from the order
    place: [...originKeys, 'number'],
    identity: [['lead', 'text']],
    name: ['lead', 'text'],
    beside: ['group', 'text'],
    typed: 'text',
    likeness: { of: ['lead', 'text'], within: [] },
  },
  kpis: {
    table: 'kpi',
    most: 300,
    many: 'KPIs',
    columns: {
      name: line('Measure', required),
      category: line('Category', carried),
      measures: prose('What it counts', { noun: 'Definition' }),
      why: prose('Why', { noun: 'Reason' }),
      target: prose('Target'),
      frequency: line('How often', { noun: 'Frequency' }),
      note: prose('Note'),
    },
    place: originKeys,
    identity: ['name'],
    name: ['name'],
    isNamed: true,
    beside: ['target'],
    typed: 'name',
  },
  tools: {
    table: 'tool',
    most: 500,
    many: 'tools',
    columns: {
      category: line('Category', carried),
      name: line('Tool', required),
      use: prose('Used for', { noun: 'Use' }),
      adoption: line('Adoption'),
    },
    place: originKeys,
    identity: ['name', 'category'],
    name: ['name'],
    isNamed: true,
    beside: ['category', 'use'],
    typed: 'name',
    likeness: { of: ['name'], within: ['name'] },
  },
  milestones: {
    table: 'milestone',
    most: 300,
    many: 'milestones',
    columns: {
      horizon: line('By when', { isRequired: true, isCarried: true, suggestion: '90 days' }),
      text: prose('Text', kept),
    },
    place: originKeys,
    identity: ['horizon', 'text'],
    name: ['text'],
    lead: ['horizon'],
    beside: ['text'],
    typed: 'text',
    likeness: { of: ['text'], within: ['horizon', 'text'] },
  },
  items: {
    table: 'roleItem',
    most: 1_000,
    many: 'entries of its lists',
    columns: {
      kind: choice('Kind'),
      group: line('Group', carried),
      name: line('Name'),
      text: prose('Text', kept),
    },
    place: originKeys,
    identity: ['kind', 'group', ['name', 'text']],
    name: ['name', 'text'],
    beside: ['group', 'text'],
    typed: 'text',
    likeness: { of: ['name', 'text'], within: ['kind'] },
  },
  scorecard: {
    table: 'scorecardDimension',
    most: 100,
    many: 'lines of the scorecard',
    columns: {
      dimension: line('Dimension', required),
      meets: prose('Meets', { noun: '“Meets”' }),
      exceeds: prose('Exceeds', { noun: '“Exceeds”' }),
      weight: number('Weight', { unit: '%', range: { min: 0, max: 100, step: 5 } }),
    },
    place: originKeys,
    identity: ['dimension'],
    name: ['dimension'],
    isNamed: true,
    beside: ['weight'],
    typed: 'dimension',
  },
  faqs: {
    table: 'faq',
    most: 100,
    many: 'questions',
    columns: { question: prose('Question', required), answer: prose('Answer', kept) },
    place: originKeys,
    identity: ['question'],
    name: ['question'],
    isNamed: true,
    beside: ['answer'],
    typed: 'question',
    likeness: { of: ['question'], within: [] },
  },
  facts: {
    table: null,
    most: 100,
    many: 'facts',
    columns: { label: line('Label'), value: line('Value', required) },
    place: originKeys,
    identity: [['label', 'value']],
    name: ['label', 'value'],
    joinedBy: ': ',
    isNamed: true,
    lead: ['label', 'value'],
    beside: ['value'],
    typed: 'value',
  },
  links: {
    table: 'roleLink',
    most: 100,
    many: 'links',
    columns: {
      kind: choice('Way'),
      title: line('Title', required),
      family: line('Family', carried),
      levelCode: line('Level code'),
      tourOfDuty: prose('Tour of duty'),
      note: prose('Note'),
    },
    place: originKeys,
    identity: ['kind', 'title'],
    name: ['title'],
    isNamed: true,
    beside: ['levelCode', 'family', 'note'],
    typed: 'title',
  },
  gapPairs: {
    table: 'gapPair',
    most: 50,
    many: 'from → to pairs',
    columns: { theme: line('Theme', carried), from: prose('From', required), to: prose('To', required) },
    place: originKeys,
    identity: ['theme', 'from', 'to'],
    name: ['from', 'to'],
    joinedBy: ' → ',
    beside: ['theme'],
    typed: 'from',
    likeness: { of: ['from', 'to'], within: [] },
  },
  sections: {
    table: 'section',
    most: 1_000,
    many: 'sections',
    columns: {
      depth: number('Depth', { range: { min: 1, max: 6 } }),
      number: line('Number'),
      heading: line('Heading', kept),
      qualifier: line('In brackets'),
      blocks: of('blocks')('Text'),
    },
    place: ['number'],
    identity: ['heading'],
    name: ['number', 'heading'],
    joinedBy: ' ',
    beside: ['qualifier', 'blocks'],
    typed: 'heading',
    likeness: { of: ['heading', 'blocks'], within: ['depth'] },
  },
} as const satisfies Readonly<Record<string, ListShape>>;

export type RoleList = keyof typeof lists;
export const roleLists: Readonly<Record<RoleList, ListShape>> = lists;
export const roleListNames = Object.keys(lists) as RoleList[];

/** Rows that are shown together: a list, or those of its rows that are of one kind. */
export interface RoleGroup {
  readonly list: RoleList;
  readonly title: string;
  /** One of its rows, at the beginning of a sentence. */
  readonly word: string;
}

const group = <List extends RoleList>(list: List, title: string, word: string) => ({ list, title, word });

/** In the order in which a role is read; of a list with kinds the key is the kind, of any other the list. */
const groups = {
  competency: group('requirements', 'Competencies', 'Competency'),
  skill: group('requirements', 'Skills', 'Skill'),
  softSkill: group('requirements', 'Soft skills', 'Soft skill'),
  facts: group('facts', 'Facts', 'Fact'),
  responsibilities: group('responsibilities', 'Responsibilities', 'Responsibility'),
  activity: group('items', 'Day to day', 'Activity'),
  deliverable: group('items', 'Deliverables', 'Deliverable'),
  kpis: group('kpis', 'KPIs', 'KPI'),
  milestones: group('milestones', 'Milestones', 'Milestone'),
  tools: group('tools', 'Tools', 'Tool'),
  environment: group('items', 'Environment', 'Working environment'),
  stakeholder: group('items', 'Stakeholders', 'Stakeholder'),
  decisionRight: group('items', 'Decision rights', 'Decision right'),
  qualification: group('items', 'Qualifications', 'Qualification'),
  gapPairs: group('gapPairs', 'What changes on the way up', 'Step up'),
  next: group('links', 'Roles above it', 'Next role'),
  lateral: group('links', 'Roles beside it', 'Lateral role'),
  feeder: group('links', 'Where people come from', 'Feeder role'),
  accelerator: group('items', 'What speeds it up', 'Accelerator'),
  risk: group('items', 'Risks', 'Risk'),
  variant: group('items', 'Variants', 'Variant'),
  aiImpact: group('items', 'Change through AI', 'Effect of AI'),
  hiring: group('items', 'Hiring', 'Hiring evaluation'),
  scorecard: group('scorecard', 'Scorecard', 'Scorecard line'),
  faqs: group('faqs', 'Questions', 'Question'),
  sections: group('sections', 'Prose', 'Section'),
} as const;

export type RoleGroupId = keyof typeof groups;
export const roleGroups: Readonly<Record<RoleGroupId, RoleGroup>> = groups;
export const roleGroupIds = Object.keys(groups) as RoleGroupId[];

/** The kinds of a list’s rows. */
export type KindOf<List extends RoleList> = {
  [Id in RoleGroupId]: (typeof groups)[Id] extends { readonly list: List } ? Id : never;
}[RoleGroupId];

export function kindsOf<List extends RoleList>(list: List): KindOf<List>[] {
  return roleGroupIds.filter((id) => groups[id].list === list) as KindOf<List>[];
}

/** The group that a row of a list stands in. */
export function groupOf(list: RoleList, row: object): RoleGroupId {
  return 'kind' in lists[list].columns ? (row as { readonly kind: RoleGroupId }).kind : (list as RoleGroupId);
}
