/** A change to a role spec as it is shown: the group it stands in, and what it was and is, part by part. */
import type { RoleChange, ShownChange } from '../../../../../shared/api/role-change.ts';
import type { Section } from '../../../../../shared/api/role-content.ts';
import { blockTexts } from '../../../../../shared/domain/role/role-texts.ts';
import { groupOf, roleGroups, roleLists, type ValueShape } from '../../../../../shared/vocabulary/role-shape.ts';
import { labelOf } from '../../../../parts/role-editor/edit-lists.ts';
import { groupTitles, headGroup } from './draft-fields.ts';

export interface ChangeSide {
  /** What of the row it is; empty where the row itself is meant. */
  readonly label: string;
  /** Null where there was nothing. */
  readonly before: string | null;
  readonly after: string | null;
}

type Row = Readonly<Record<string, unknown>>;

/** What the sentence of the change says already. */
const isInSentence = (key: string, { kind }: ValueShape): boolean =>
  kind === 'choice' || kind === 'flag' || kind === 'scale' || key === 'level' || key === 'keyRank';

/** The group a change is shown under, as the values of a draft are. */
export function groupOfChange(change: RoleChange): string {
  if ('field' in change) return headGroup;
  return roleGroups[groupOf(change.list, change.after ?? change.before ?? {})].title;
}

/** The sentence of a change and the parts it leaves untold; a sentence that had to be cut says only what it is about. */
export function changeSummary({ change, words }: ShownChange): {
  readonly words: string;
  readonly sides: readonly ChangeSide[];
} {
  const sides = changeSides(change).filter(
    ({ before, after }) => !(words.includes(before ?? '') && words.includes(after ?? '')),
  );
  const about = words.indexOf(': ');
  return { words: words.includes('…') && sides.length > 0 && about > 0 ? words.slice(0, about) : words, sides };
}

/** Changes by group, groups in the order of the values, the text of the document last. */
export function groupChanges(
  changes: readonly ShownChange[],
): readonly { readonly group: string; readonly changes: readonly ShownChange[] }[] {
  return groupTitles
    .map((group) => ({ group, changes: changes.filter(({ change }) => groupOfChange(change) === group) }))
    .filter((part) => part.changes.length > 0);
}

/** The words of a section without its heading. */
const sectionText = (section: Section): string => section.blocks.flatMap(blockTexts).join('\n');

function valueText(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) {
    const texts = value.map((entry) =>
      typeof entry === 'object' && entry !== null && 'text' in entry
        ? [(entry as { label?: string }).label, String((entry as { text: unknown }).text)].filter(Boolean).join(': ')
        : String(entry),
    );
    return texts.length === 0 ? null : texts.join(', ');
  }
  return String(value);
}

/** What of a change the sentence above it does not tell: each part that differs, before and after. */
export function changeSides(change: RoleChange): readonly ChangeSide[] {
  if ('field' in change) {
    return [{ label: '', before: valueText(change.before), after: valueText(change.after) }];
  }
  if (change.list === 'sections') {
    const before = change.before === null ? null : sectionText(change.before as Section);
    const after = change.after === null ? null : sectionText(change.after as Section);
    return before === after ? [] : [{ label: '', before, after }];
  }
  const { columns, place, typed } = roleLists[change.list];
  const before = change.before as Row | null;
  const after = change.after as Row | null;
  return Object.entries(columns).flatMap(([key, shape]): ChangeSide[] => {
    if (place.includes(key) || isInSentence(key, shape)) return [];
    const was = valueText(before?.[key]);
    const is = valueText(after?.[key]);
    // Of a row that came or went, the sentence tells its name.
    const isNamed = (before === null || after === null) && key === typed && (was ?? is ?? '').length <= 120;
    return was === is || isNamed ? [] : [{ label: labelOf(shape), before: was, after: is }];
  });
}

export interface Difference {
  /** What both sides share before and after what differs, cut back to some words. */
  readonly head: string;
  readonly before: string;
  readonly after: string;
  readonly tail: string;
}

/** As much of what is shared is shown around what differs. */
const shownAround = 60;
/** Sides that share less than this are two texts, not one that was changed. */
const leastShared = 0.4;

const boundary = (text: string, at: number): boolean =>
  at <= 0 || at >= text.length || /\s/.test(text[at] ?? '') || /\s/.test(text[at - 1] ?? '');

/** Where two texts differ, at the bounds of words, with what is around it. */
export function differenceOf(before: string, after: string): Difference {
  const least = Math.min(before.length, after.length);
  let head = 0;
  while (head < least && before[head] === after[head]) head += 1;
  while (head > 0 && !(boundary(before, head) && boundary(after, head))) head -= 1;
  let tail = 0;
  while (tail < least - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  while (tail > 0 && !(boundary(before, before.length - tail) && boundary(after, after.length - tail))) tail -= 1;
  if (head + tail < leastShared * Math.max(before.length, after.length)) return { head: '', before, after, tail: '' };
  const shared = before.slice(0, head);
  const rest = tail === 0 ? '' : before.slice(-tail);
  return {
    head: head > shownAround * 1.5 ? `… ${shared.slice(-shownAround).replace(/^\S*\s/, '')}` : shared,
    before: before.slice(head, before.length - tail).trim(),
    after: after.slice(head, after.length - tail).trim(),
    tail: tail > shownAround * 1.5 ? `${rest.slice(0, shownAround).replace(/\s\S*$/, '')} …` : rest,
  };
}
