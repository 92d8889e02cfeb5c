/** The lists of a role as the editor shows them: what each is called, what a row is made of, how a row is told. */
import type { RoleList } from '../../../shared/api/role-change.ts';
import type { RoleItemContent, RoleLinkContent } from '../../../shared/api/role-content.ts';
import type { AnyRow } from './role-rows.ts';

export interface EditField {
  readonly key: string;
  readonly label: string;
  readonly isLong?: true;
  readonly isRequired?: true;
  /** A figure, with its bounds. */
  readonly figure?: { readonly min: number; readonly max: number; readonly step: number };
  readonly placeholder?: string;
}

export interface EditList {
  /** Unlike that of any other, also where two show parts of one list. */
  readonly id: string;
  readonly list: Exclude<RoleList, 'requirements' | 'sections'>;
  readonly title: string;
  /** One entry, as the button that adds it calls it. */
  readonly one: string;
  readonly fields: readonly EditField[];
  /** What a new row begins with, and the value that is typed to add one. */
  readonly begin: object;
  readonly typed: string;
  /** Values a new row takes over from the one before it. */
  readonly carried: readonly string[];
  readonly holds: (row: AnyRow) => boolean;
  /** What a closed row says first, and what quieter. */
  readonly words: (row: AnyRow) => readonly [string, string];
}

type Values = Readonly<Record<string, unknown>>;
const all = (): boolean => true;
const said = (row: AnyRow, ...names: readonly string[]): string =>
  names
    .map((name) => (row as unknown as Values)[name])
    .filter((value) => value !== undefined && value !== '')
    .join(' · ');

function items(kind: RoleItemContent['kind'], title: string, one: string): EditList {
  return {
    id: kind,
    list: 'items',
    title,
    one,
    fields: [
      { key: 'name', label: 'Name' },
      { key: 'group', label: 'Group' },
      { key: 'text', label: 'Text', isLong: true },
    ],
    begin: { kind, text: '' },
    typed: 'text',
    carried: ['group'],
    holds: (row) => (row as RoleItemContent).kind === kind,
    words: (row) =>
      said(row, 'name') === ''
        ? [said(row, 'text'), said(row, 'group')]
        : [said(row, 'name'), said(row, 'group', 'text')],
  };
}

function links(kind: RoleLinkContent['kind'], title: string): EditList {
  return {
    id: kind,
    list: 'links',
    title,
    one: 'role',
    fields: [
      { key: 'title', label: 'Title', isRequired: true },
      { key: 'levelCode', label: 'Level code' },
      { key: 'family', label: 'Family' },
      { key: 'tourOfDuty', label: 'Tour of duty', isLong: true },
      { key: 'note', label: 'Note', isLong: true },
    ],
    begin: { kind, title: '' },
    typed: 'title',
    carried: ['family'],
    holds: (row) => (row as RoleLinkContent).kind === kind,
    words: (row) => [said(row, 'title'), said(row, 'levelCode', 'family', 'note')],
  };
}

/** In the order in which a role is read. Requirements and prose have editors of their own. */
export const EDIT_LISTS: readonly EditList[] = [
  {
    id: 'facts',
    list: 'facts',
    title: 'Facts of its head',
    one: 'fact',
    fields: [
      { key: 'label', label: 'Label' },
      { key: 'value', label: 'Value', isRequired: true },
    ],
    begin: { value: '' },
    typed: 'value',
    carried: [],
    holds: all,
    words: (row) => (said(row, 'label') === '' ? [said(row, 'value'), ''] : [said(row, 'label'), said(row, 'value')]),
  },
  {
    id: 'responsibilities',
    list: 'responsibilities',
    title: 'Responsibilities',
    one: 'responsibility',
    fields: [
      { key: 'lead', label: 'Lead' },
      { key: 'group', label: 'Group' },
      { key: 'number', label: 'Number', figure: { min: 0, max: 9_999, step: 1 } },
      { key: 'text', label: 'Text', isLong: true },
    ],
    begin: { text: '' },
    typed: 'text',
    carried: ['group'],
    holds: all,
    words: (row) =>
      said(row, 'lead') === '' ? [said(row, 'text'), said(row, 'group')] : [said(row, 'lead'), said(row, 'text')],
  },
  items('activity', 'Day to day', 'activity'),
  items('deliverable', 'Deliverables', 'deliverable'),
  {
    id: 'kpis',
    list: 'kpis',
    title: 'KPIs',
    one: 'KPI',
    fields: [
      { key: 'name', label: 'Measure', isRequired: true },
      { key: 'category', label: 'Kind' },
      { key: 'frequency', label: 'How often' },
      { key: 'target', label: 'Target', isLong: true },
      { key: 'measures', label: 'What it counts', isLong: true },
      { key: 'why', label: 'Why', isLong: true },
      { key: 'note', label: 'Note', isLong: true },
    ],
    begin: { name: '' },
    typed: 'name',
    carried: ['category'],
    holds: all,
    words: (row) => [said(row, 'name'), said(row, 'target')],
  },
  {
    id: 'milestones',
    list: 'milestones',
    title: 'Milestones',
    one: 'milestone',
    fields: [
      { key: 'horizon', label: 'By when', isRequired: true, placeholder: '90 days' },
      { key: 'text', label: 'Text', isLong: true },
    ],
    begin: { horizon: '90 days', text: '' },
    typed: 'text',
    carried: ['horizon'],
    holds: all,
    words: (row) => [said(row, 'horizon'), said(row, 'text')],
  },
  {
    id: 'tools',
    list: 'tools',
    title: 'Tools',
    one: 'tool',
    fields: [
      { key: 'name', label: 'Tool', isRequired: true },
      { key: 'category', label: 'Category' },
      { key: 'adoption', label: 'Adoption' },
      { key: 'use', label: 'Used for', isLong: true },
    ],
    begin: { name: '' },
    typed: 'name',
    carried: ['category'],
    holds: all,
    words: (row) => [said(row, 'name'), said(row, 'category', 'use')],
  },
  items('environment', 'Environment', 'line'),
  items('stakeholder', 'Stakeholders', 'stakeholder'),
  items('decisionRight', 'Decision rights', 'decision'),
  items('qualification', 'Qualifications', 'qualification'),
  {
    id: 'gapPairs',
    list: 'gapPairs',
    title: 'What changes on the way up',
    one: 'pair',
    fields: [
      { key: 'theme', label: 'Theme' },
      { key: 'from', label: 'From', isLong: true, isRequired: true },
      { key: 'to', label: 'To', isLong: true, isRequired: true },
    ],
    begin: { from: '', to: '' },
    typed: 'from',
    carried: ['theme'],
    holds: all,
    words: (row) => [`${said(row, 'from')} → ${said(row, 'to')}`, said(row, 'theme')],
  },
  links('next', 'Roles above it'),
  links('lateral', 'Roles beside it'),
  links('feeder', 'Where people come from'),
  items('accelerator', 'What speeds it up', 'line'),
  items('risk', 'Risks', 'risk'),
  items('variant', 'Variants', 'variant'),
  items('aiImpact', 'Change through AI', 'line'),
  items('hiring', 'Hiring', 'line'),
  {
    id: 'scorecard',
    list: 'scorecard',
    title: 'Scorecard',
    one: 'dimension',
    fields: [
      { key: 'dimension', label: 'Dimension', isRequired: true },
      { key: 'weight', label: 'Weight, %', figure: { min: 0, max: 100, step: 5 } },
      { key: 'meets', label: 'Meets', isLong: true },
      { key: 'exceeds', label: 'Exceeds', isLong: true },
    ],
    begin: { dimension: '' },
    typed: 'dimension',
    carried: [],
    holds: all,
    words: (row) => [said(row, 'dimension'), said(row, 'weight') === '' ? '' : `${said(row, 'weight')} %`],
  },
  {
    id: 'faqs',
    list: 'faqs',
    title: 'Questions',
    one: 'question',
    fields: [
      { key: 'question', label: 'Question', isLong: true, isRequired: true },
      { key: 'answer', label: 'Answer', isLong: true },
    ],
    begin: { question: '', answer: '' },
    typed: 'question',
    carried: [],
    holds: all,
    words: (row) => [said(row, 'question'), said(row, 'answer')],
  },
];
