/** The sentence of a change to a role spec: what it is about, what it was, what it is. */
import type { RoleChange, RoleField, RoleList } from '../../api/role-change.ts';
import type { RequirementContent, RoleContent, RoleItemContent } from '../../api/role-content.ts';

/** The levels of a scale by its key, so that a sentence can say “Working” where it would say 2. */
export type ScaleWords = (
  scale: string,
) => { readonly levels: readonly { readonly ordinal: number; readonly label: string }[] } | undefined;

type RowOf<List extends RoleList> = RoleContent[List][number];
type ListChange = Exclude<RoleChange, { readonly field: unknown }>;

const FIELD_NAMES: Readonly<Record<RoleField, string>> = {
  title: 'Title',
  tagline: 'Tagline',
  family: 'Family',
  functionName: 'Function',
  levelCode: 'Level code',
  levelLabel: 'Level',
  levelOrder: 'Place in the ladder',
  mission: 'Mission',
  tourOfDuty: 'Tour of duty',
  summary: 'Summary',
  focus: 'Focus',
  stack: 'Stack',
  standard: 'Standard',
  nature: 'Kind of document',
  effectiveOn: 'Date in effect',
  credit: 'Credit line',
};

const ITEM_NAMES: Readonly<Record<RoleItemContent['kind'], string>> = {
  deliverable: 'Deliverable',
  activity: 'Activity',
  decisionRight: 'Decision right',
  stakeholder: 'Stakeholder',
  qualification: 'Qualification',
  environment: 'Working environment',
  risk: 'Risk',
  variant: 'Variant',
  aiImpact: 'Effect of AI',
  accelerator: 'Accelerator',
  hiring: 'Hiring evaluation',
};

const LINK_NAMES = { next: 'Next role', lateral: 'Lateral role', feeder: 'Feeder role' } as const;

/** Names of the parts of a row that a sentence names as they are. */
const PART_NAMES: Readonly<Record<string, string>> = {
  why: 'Reason',
  measures: 'Measure',
  target: 'Target',
  frequency: 'Frequency',
  category: 'Category',
  note: 'Note',
  use: 'Use',
  adoption: 'Adoption',
  tourOfDuty: 'Tour of duty',
  levelCode: 'Level code',
  family: 'Family',
  meets: '“Meets”',
  exceeds: '“Exceeds”',
  weight: 'Weight',
  group: 'Group',
  answer: 'Answer',
  question: 'Question',
  value: 'Value',
  horizon: 'Horizon',
  theme: 'Theme',
};

const longest = 160;
const halfLine = 80;

/** One line of at most 160 characters. */
export function clip(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= longest ? line : `${line.slice(0, longest - 1).trimEnd()}…`;
}

/** The value of a field as it is read out. */
export function valueWords(value: string | number | readonly string[] | null): string {
  if (value === null || value === '') return 'none';
  return clip(Array.isArray(value) ? value.join(', ') : String(value));
}

/** Says a change in one sentence without a full stop, such as “Data engineering raised from 2 to 3”. */
export function changeWords(change: RoleChange, scales?: ScaleWords): string {
  if ('field' in change) return fieldWords(change.field, change.before, change.after);
  if (change.before === null) return addedWords(change, scales);
  if (change.after === null) return goneWords(change);
  return changedWords(change, scales);
}

function fieldWords(
  field: RoleField,
  before: string | number | string[] | null,
  after: string | number | string[] | null,
): string {
  const name = FIELD_NAMES[field];
  if (field === 'stack') {
    const was = Array.isArray(before) ? before : [];
    const is = Array.isArray(after) ? after : [];
    const added = is.filter((one) => !was.includes(one));
    const gone = was.filter((one) => !is.includes(one));
    if (added.length + gone.length === 0) return 'Stack put in another order';
    const parts = [
      ...(added.length > 0 ? [`${added.join(', ')} added`] : []),
      ...(gone.length > 0 ? [`${gone.join(', ')} dropped`] : []),
    ];
    return clip(`Stack: ${parts.join('; ')}`);
  }
  if (before === null) return `${name} added: ${valueWords(after)}`;
  if (after === null) return `${name} dropped: ${valueWords(before)}`;
  return `${name} changed: ${turned(before, after)}`;
}

/** `a → b`, each side short enough that both are seen; long texts from shortly before where they part. */
function turned(before: unknown, after: unknown): string {
  const [a, b] = [before, after].map((value) => oneLine(value)) as [string, string];
  let start = 0;
  if (a.length > halfLine || b.length > halfLine) {
    while (start < a.length && a[start] === b[start]) start += 1;
    // back over a word or two, to where a word begins
    start = start < 24 ? 0 : a.lastIndexOf(' ', start - 20) + 1;
  }
  const side = (line: string) => {
    const rest = start === 0 ? line : `…${line.slice(start)}`;
    return rest.length > halfLine ? `${rest.slice(0, halfLine - 1).trimEnd()}…` : rest;
  };
  return `${side(a)} → ${side(b)}`;
}

function oneLine(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'none';
  return String(value).replace(/\s+/g, ' ').trim();
}

function levelWords(one: RequirementContent, scales: ScaleWords | undefined): string {
  if (one.level === null) return 'no level';
  return scales?.(one.scale)?.levels.find((level) => level.ordinal === one.level)?.label || String(one.level);
}

/** `Kafka at level 3, mandatory`, with `verb` after the name. */
function asked(one: RequirementContent, scales: ScaleWords | undefined, verb = ''): string {
  const level = one.level === null ? '' : ` at ${scales ? '' : 'level '}${levelWords(one, scales)}`;
  return `${one.competency}${verb}${level}${one.isMandatory ? ', mandatory' : ''}`;
}

/** What a row is called in the middle of a sentence. */
function nameOf(list: RoleList, row: unknown): string {
  switch (list) {
    case 'requirements':
      return (row as RowOf<'requirements'>).competency;
    case 'responsibilities': {
      const { lead, text } = row as RowOf<'responsibilities'>;
      return lead || text;
    }
    case 'kpis':
      return (row as RowOf<'kpis'>).name;
    case 'tools':
      return (row as RowOf<'tools'>).name;
    case 'milestones':
      return (row as RowOf<'milestones'>).text;
    case 'items': {
      const { name, text } = row as RowOf<'items'>;
      return name || text;
    }
    case 'scorecard':
      return (row as RowOf<'scorecard'>).dimension;
    case 'faqs':
      return (row as RowOf<'faqs'>).question;
    case 'facts': {
      const { label, value } = row as RowOf<'facts'>;
      return label ? `${label}: ${value}` : value;
    }
    case 'links':
      return (row as RowOf<'links'>).title;
    case 'gapPairs': {
      const { from, to } = row as RowOf<'gapPairs'>;
      return `${from} → ${to}`;
    }
    case 'sections': {
      const { number, heading } = row as RowOf<'sections'>;
      return number ? `${number} ${heading}` : heading;
    }
  }
}

/** What a row of the list is. */
function kindOf(list: RoleList, row: unknown): string {
  switch (list) {
    case 'requirements':
      return 'Requirement';
    case 'responsibilities':
      return 'Responsibility';
    case 'kpis':
      return 'KPI';
    case 'tools':
      return 'Tool';
    case 'milestones':
      return `Milestone at ${(row as RowOf<'milestones'>).horizon}`;
    case 'items':
      return ITEM_NAMES[(row as RowOf<'items'>).kind];
    case 'scorecard':
      return 'Scorecard line';
    case 'faqs':
      return 'Question';
    case 'facts':
      return 'Fact';
    case 'links':
      return LINK_NAMES[(row as RowOf<'links'>).kind];
    case 'gapPairs': {
      const { theme } = row as RowOf<'gapPairs'>;
      return theme ? `Step up in ${theme}` : 'Step up';
    }
    case 'sections':
      return 'Section';
  }
}

function addedWords(change: ListChange, scales: ScaleWords | undefined): string {
  const row = change.after;
  if (change.list === 'requirements') return clip(asked(row as RequirementContent, scales, ' added'));
  if (change.list === 'sections') return clip(`Section “${nameOf(change.list, row)}” added`);
  return clip(`${kindOf(change.list, row)} added: ${nameOf(change.list, row)}`);
}

function goneWords(change: ListChange): string {
  const row = change.before;
  const name = nameOf(change.list, row);
  if (change.list === 'requirements' || change.list === 'tools') return clip(`${name} dropped`);
  if (change.list === 'sections') return clip(`Section “${name}” dropped`);
  return clip(`${kindOf(change.list, row)} dropped: ${name}`);
}

function changedWords(change: ListChange, scales: ScaleWords | undefined): string {
  if (change.list === 'requirements') {
    return requirementWords(change.before as RequirementContent, change.after as RequirementContent, scales);
  }
  const before = change.before as unknown as Readonly<Record<string, unknown>>;
  const after = change.after as unknown as Readonly<Record<string, unknown>>;
  const name = nameOf(change.list, before);
  const differ = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (key) => !['section', 'line', 'words', 'number'].includes(key) && !isSame(before[key], after[key]),
  );
  if (change.list === 'sections') {
    const isRenamed = before.heading !== after.heading;
    return clip(
      isRenamed ? `Section “${name}” is now “${nameOf(change.list, change.after)}”` : `Section “${name}” reworded`,
    );
  }
  if (change.list === 'facts' && before.label && before.label === after.label) {
    return `${clip(String(before.label))} changed: ${turned(before.value, after.value)}`;
  }
  const [only] = differ;
  if (differ.length === 1 && only !== undefined && PART_NAMES[only] !== undefined && hasName(change.list)) {
    return `${PART_NAMES[only]} of ${clip(name)} changed: ${turned(partWords(before[only]), partWords(after[only]))}`;
  }
  if (differ.every((key) => PART_NAMES[key] !== undefined) && hasName(change.list)) {
    const parts = differ.map((key) => PART_NAMES[key]?.toLowerCase()).join(', ');
    return `${kindOf(change.list, before)} ${clip(name)} changed: ${parts}`;
  }
  const kind = kindOf(change.list, before);
  const renamed = nameOf(change.list, change.after);
  if (change.list === 'gapPairs') return `${kind} is now “${clip(renamed)}”, was “${clip(name)}”`;
  if (change.list === 'milestones' && before.text === after.text) {
    return `Milestone moved from ${before.horizon} to ${after.horizon}: ${clip(name)}`;
  }
  if (renamed !== name) return `${kind} reworded: ${turned(name, renamed)}`;
  if (before.text !== after.text) return `${kind} “${clip(name)}” reworded: ${turned(before.text, after.text)}`;
  return `${kind} moved from ${before.group ?? 'no group'} to ${after.group ?? 'no group'}: ${clip(name)}`;
}

/** Lists whose rows have names short enough to say “Target of …”. */
function hasName(list: RoleList): boolean {
  return ['kpis', 'tools', 'scorecard', 'links', 'facts', 'faqs'].includes(list);
}

function partWords(value: unknown): string | number | null {
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null) || ((a ?? '') === '' && (b ?? '') === '');
}

function requirementWords(
  before: RequirementContent,
  after: RequirementContent,
  scales: ScaleWords | undefined,
): string {
  const parts: string[] = [];
  const from = levelWords(before, scales);
  const to = levelWords(after, scales);
  if (before.level !== after.level || (after.level !== null && before.scale !== after.scale)) {
    if (before.level === null) parts.push(`now asked at ${scales ? '' : 'level '}${to}`);
    else if (after.level === null) parts.push(`asked without a level, was ${from}`);
    else if (before.scale !== after.scale) parts.push(`now ${to} on another scale, was ${from}`);
    else parts.push(`${after.level > before.level ? 'raised' : 'lowered'} from ${from} to ${to}`);
  }
  if (before.isMandatory !== after.isMandatory)
    parts.push(after.isMandatory ? 'made mandatory' : 'no longer mandatory');
  if (before.importance !== after.importance) {
    parts.push(
      after.importance === null
        ? `no importance stated, was ${before.importance}`
        : before.importance === null
          ? `now ${after.importance}`
          : `now ${after.importance}, was ${before.importance}`,
    );
  }
  if (!isSame(before.category, after.category)) {
    parts.push(after.category ? `moved to ${after.category}` : `taken out of ${before.category ?? 'its category'}`);
  }
  if (!isSame(before.tier, after.tier) && after.tier) parts.push(`moved to ${after.tier}`);
  if (!isSame(before.keyRank, after.keyRank)) {
    parts.push(
      after.keyRank ? `now ${after.keyRank} of the few that matter most` : 'no longer among the few that matter most',
    );
  }
  if ((before.countsInMatch ?? true) !== (after.countsInMatch ?? true)) {
    parts.push((after.countsInMatch ?? true) ? 'now counts in the match' : 'counts through the competency above it');
  }
  if (parts.length === 0) {
    return before.competency === after.competency
      ? `${before.competency} described anew`
      : `${before.competency} now written ${after.competency}`;
  }
  return clip(`${after.competency} ${parts.join('; ')}`);
}

/** A row as it stands, in one line. */
export function rowWords(list: RoleList, row: unknown, scales?: ScaleWords): string {
  if (list === 'requirements') return clip(asked(row as RequirementContent, scales));
  if (list === 'kpis') {
    const { name, target } = row as RowOf<'kpis'>;
    return clip(target ? `${name}: ${target}` : name);
  }
  if (list === 'tools') {
    const { name, use, adoption } = row as RowOf<'tools'>;
    return clip([name, use, adoption].filter(Boolean).join(' · '));
  }
  if (list === 'scorecard') {
    const { dimension, weight } = row as RowOf<'scorecard'>;
    return clip(weight === undefined ? dimension : `${dimension}: ${weight} %`);
  }
  if (list === 'responsibilities' || list === 'items') {
    const { text } = row as RowOf<'responsibilities'>;
    const name = nameOf(list, row);
    return clip(name === text ? text : `${name}: ${text}`);
  }
  return clip(nameOf(list, row));
}
