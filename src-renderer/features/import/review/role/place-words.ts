/** Putting words of the source where they belong: as a row of a chosen kind, from lines nobody read or from a row of another kind. */
import type { RoleContent } from '../../../../../shared/api/role-content.ts';
import { nameOf } from '../../../../../shared/domain/role/role-texts.ts';
import { roleGroups, roleLists } from '../../../../../shared/vocabulary/role-shape.ts';
import { newRow } from '../../../../parts/role-editor/edit-lists.ts';
import type { DraftList, ValuePlace } from './draft-fields.ts';
import type { AnyRow } from './draft-values.ts';

interface Origin {
  readonly line?: number;
  readonly words?: string;
}

/** Bullets, dashes and numbers that only set a line off from others. */
export const withoutBullet = (words: string): string =>
  words
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:[•▪◦*–—-]|\d{1,3}[.)])\s+/, '')
    .replace(/^[•▪◦*–—-]\s*/, '');

/** `Lead: the rest`, where there is a lead short enough to be one. */
function ledBy(text: string): { readonly lead: string; readonly rest: string } | null {
  const at = text.search(/[:–—]\s/);
  if (at < 2 || at > 80) return null;
  return { lead: text.slice(0, at).trim(), rest: text.slice(at + 1).trim() };
}

/** Words that hold more than one value of a row. */
function partsOf(list: DraftList, text: string): AnyRow {
  if (list === 'faqs') {
    const end = text.indexOf('? ');
    return end === -1 ? {} : { question: text.slice(0, end + 1), answer: text.slice(end + 2) };
  }
  if (list === 'facts') {
    const led = ledBy(text);
    return led === null ? {} : { label: led.lead, value: led.rest.slice(0, 500) };
  }
  if (list !== 'gapPairs') return {};
  const [from = '', to = ''] = text.split(/\s*→\s*/, 2);
  return { from, to };
}

/** The list a place belongs to and the row that the words become there. */
function rowFor(place: ValuePlace, text: string, origin: Origin): { readonly list: DraftList; readonly row: AnyRow } {
  const list = roleGroups[place].list as DraftList;
  const { columns, typed } = roleLists[list];
  const words = columns[typed]?.kind === 'line' ? text.slice(0, 500) : text;
  return { list, row: { ...newRow(place, words, null), ...partsOf(list, text), ...origin } };
}

/** The role with words added as a row of the chosen kind, with the line they stand on if any, and the id that the new value has. */
export function withWordsPlaced(
  role: RoleContent,
  place: ValuePlace,
  words: string,
  line: number | undefined,
): { role: RoleContent; id: string } {
  const { list, row } = rowFor(place, withoutBullet(words), line === undefined ? {} : { line, words });
  return { role: { ...role, [list]: [...role[list], row] } as RoleContent, id: `${list}:${role[list].length}` };
}

/** The words of a row of any list, as one text. */
function wordsOf(list: DraftList, row: AnyRow): string {
  if (list === 'faqs') return [row.question, row.answer].filter(Boolean).join(' ');
  const { typed, joinedBy } = roleLists[list];
  return (joinedBy === undefined && String(row[typed] ?? '')) || nameOf(list, row);
}

/**
 * The role with one row made a row of another kind, and its new id. Within a list only the kind changes; into another the
 * words, the line and the source's own words go along.
 */
export function withRowConverted(
  role: RoleContent,
  list: DraftList,
  index: number,
  place: ValuePlace,
): { role: RoleContent; id: string } {
  const row = role[list][index] as AnyRow | undefined;
  if (row === undefined) return { role, id: `${list}:${index}` };
  const origin: Origin = {
    ...(typeof row.line === 'number' ? { line: row.line } : {}),
    ...(typeof row.words === 'string' ? { words: row.words } : {}),
  };
  const made = rowFor(place, wordsOf(list, row).trim(), origin);
  const rows = role[list] as readonly AnyRow[];
  if (made.list === list) {
    const movedRows = rows.map((other, at) => (at === index ? { ...other, kind: place } : other));
    return { role: { ...role, [list]: movedRows } as RoleContent, id: `${list}:${index}` };
  }
  const without = { ...role, [list]: rows.filter((_one, at) => at !== index) } as RoleContent;
  return {
    role: { ...without, [made.list]: [...without[made.list], made.row] } as RoleContent,
    id: `${made.list}:${without[made.list].length}`,
  };
}
