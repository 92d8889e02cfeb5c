/** The sentence of a change to a role spec: what it is about, what it was, what it is. */
import type { FieldChange, ListChange, RoleChange } from '../../api/role-change.ts';
import type { RequirementContent } from '../../api/role-content.ts';
import {
  groupOf,
  type RoleList,
  roleFields,
  roleGroups,
  roleLists,
  type ValueShape,
} from '../../vocabulary/role-shape.ts';
import { nameOf } from './role-texts.ts';

/** The levels of a scale by its key, so that a sentence can say “Working” where it would say 2. */
export type ScaleWords = (
  scale: string,
) => { readonly levels: readonly { readonly ordinal: number; readonly label: string }[] } | undefined;

type Row = Readonly<Record<string, unknown>>;

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
  if ('field' in change) return fieldWords(change);
  if (change.before === null) return addedWords(change, scales);
  if (change.after === null) return droppedWords(change);
  return changedWords(change, scales);
}

/** What a value is called in a sentence. */
const nounOf = ({ noun, label }: ValueShape): string => noun ?? label;

function fieldWords({ field, before, after }: FieldChange): string {
  const name = nounOf(roleFields[field]);
  if (field === 'stack') {
    const was = Array.isArray(before) ? before : [];
    const is = Array.isArray(after) ? after : [];
    const added = is.filter((item) => !was.includes(item));
    const gone = was.filter((item) => !is.includes(item));
    if (added.length + gone.length === 0) return 'Stack put in another order';
    const parts = [
      ...(added.length > 0 ? [`${added.join(', ')} added`] : []),
      ...(gone.length > 0 ? [`${gone.join(', ')} dropped`] : []),
    ];
    return clip(`Stack: ${parts.join('; ')}`);
  }
  if (before === null) return `${name} added: ${valueWords(after)}`;
  if (after === null) return `${name} dropped: ${valueWords(before)}`;
  return `${name} changed: ${beforeAndAfter(before, after)}`;
}

/** `a → b`, each side short enough that both are seen; long texts from shortly before where they part. */
function beforeAndAfter(before: unknown, after: unknown): string {
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

function levelWords(requirement: RequirementContent, scales: ScaleWords | undefined): string {
  if (requirement.level === null) return 'no level';
  return (
    scales?.(requirement.scale)?.levels.find((level) => level.ordinal === requirement.level)?.label ||
    String(requirement.level)
  );
}

/** `Kafka at level 3, mandatory`, with `verb` after the name. */
function requirementText(requirement: RequirementContent, scales: ScaleWords | undefined, verb = ''): string {
  const level = requirement.level === null ? '' : ` at ${scales ? '' : 'level '}${levelWords(requirement, scales)}`;
  return `${requirement.competency}${verb}${level}${requirement.isMandatory ? ', mandatory' : ''}`;
}

/** What a row of the list is: “Milestone at 90 days”, “Step up in ownership”. */
function kindOf(list: RoleList, row: object): string {
  const { word } = roleGroups[groupOf(list, row)];
  const { horizon, theme } = row as { readonly horizon?: string; readonly theme?: string };
  return `${word}${horizon ? ` at ${horizon}` : ''}${theme ? ` in ${theme}` : ''}`;
}

function addedWords({ list, after }: ListChange, scales: ScaleWords | undefined): string {
  if (after === null) return '';
  if (list === 'requirements') return clip(requirementText(after as RequirementContent, scales, ' added'));
  const name = nameOf(list, after);
  return clip(list === 'sections' ? `Section “${name}” added` : `${kindOf(list, after)} added: ${name}`);
}

function droppedWords({ list, before }: ListChange): string {
  if (before === null) return '';
  const name = nameOf(list, before);
  if (list === 'requirements' || list === 'tools') return clip(`${name} dropped`);
  return clip(list === 'sections' ? `Section “${name}” dropped` : `${kindOf(list, before)} dropped: ${name}`);
}

function changedWords(change: ListChange, scales: ScaleWords | undefined): string {
  const { list } = change;
  if (list === 'requirements') {
    return requirementWords(change.before as RequirementContent, change.after as RequirementContent, scales);
  }
  const before = change.before as Row;
  const after = change.after as Row;
  const name = nameOf(list, before);
  const renamed = nameOf(list, after);
  if (list === 'sections') {
    const isRenamed = before.heading !== after.heading;
    return clip(isRenamed ? `Section “${name}” is now “${renamed}”` : `Section “${name}” reworded`);
  }
  if (list === 'facts' && before.label && before.label === after.label) {
    return `${clip(String(before.label))} changed: ${beforeAndAfter(before.value, after.value)}`;
  }
  const { columns, place, name: nameKeys, isNamed } = roleLists[list];
  const differ = Object.entries(columns).filter(([key]) => !place.includes(key) && !isSame(before[key], after[key]));
  const kind = kindOf(list, before);
  if (isNamed && differ.every(([key]) => !nameKeys.includes(key))) {
    const [only] = differ;
    if (differ.length === 1 && only !== undefined) {
      const [key, shape] = only;
      return `${nounOf(shape)} of ${clip(name)} changed: ${beforeAndAfter(before[key], after[key])}`;
    }
    return `${kind} ${clip(name)} changed: ${differ.map(([, shape]) => nounOf(shape).toLowerCase()).join(', ')}`;
  }
  if (list === 'gapPairs') return `${kind} is now “${clip(renamed)}”, was “${clip(name)}”`;
  if (list === 'milestones' && before.text === after.text) {
    return `Milestone moved from ${before.horizon} to ${after.horizon}: ${clip(name)}`;
  }
  if (renamed !== name) return `${kind} reworded: ${beforeAndAfter(name, renamed)}`;
  if (before.text !== after.text) return `${kind} “${clip(name)}” reworded: ${beforeAndAfter(before.text, after.text)}`;
  return `${kind} moved from ${before.group ?? 'no group'} to ${after.group ?? 'no group'}: ${clip(name)}`;
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
      ? `${before.competency} described differently`
      : `${before.competency} now written ${after.competency}`;
  }
  return clip(`${after.competency} ${parts.join('; ')}`);
}

/** A row as it stands, in one line. */
export function rowWords(list: RoleList, row: Row, scales?: ScaleWords): string {
  const name = nameOf(list, row);
  switch (list) {
    case 'requirements':
      return clip(requirementText(row as RequirementContent, scales));
    case 'tools':
      return clip([name, row.use, row.adoption].filter(Boolean).join(' · '));
    case 'kpis':
      return clip(row.target ? `${name}: ${row.target}` : name);
    case 'scorecard':
      return clip(row.weight === undefined ? name : `${name}: ${row.weight} %`);
    case 'responsibilities':
    case 'items':
      return clip(name === row.text ? name : `${name}: ${row.text}`);
    default:
      return clip(name);
  }
}
