/** The rows of a role spec by what identifies them to a person, and which row of one edition is which of another. */
import type { RoleContent } from '../../api/role-content.ts';
import { type RoleField, type RoleList, roleLists, type ValueShape } from '../../vocabulary/role-shape.ts';
import { comparedForm } from '../names/compared-form.ts';
import { pairLikest } from '../names/text-likeness.ts';
import { textsOf } from './role-texts.ts';

/** Any row of any list, for what is done alike to all of them. */
export type Row = Readonly<Record<string, unknown>>;

/** Rows as alike as this are one row reworded. */
export const sameRowFrom = 0.5;

export function rowsOf(role: RoleContent, list: RoleList): readonly Row[] {
  return (role[list] ?? []) as readonly Row[];
}

/** The row without its place and without what is absent or as usual: two rows that say the same are equal. */
export function comparedRow(list: RoleList, row: Row): Row {
  const { place, columns } = roleLists[list];
  return Object.fromEntries(
    Object.entries(row).filter(([key, value]) => !place.includes(key) && !isUnsaid(columns[key], value, row)),
  );
}

function isUnsaid(shape: ValueShape | undefined, value: unknown, row: Row): boolean {
  if (value === undefined || value === null || value === '' || value === shape?.usual) return true;
  if (shape?.kind === 'details') return Array.isArray(value) && value.length === 0;
  // a scale says nothing of a row without a level
  return shape?.kind === 'scale' && (row.level === null || row.level === undefined);
}

/** One text for all rows that say the same. */
export function signatureOf(list: RoleList, row: Row): string {
  return stable(comparedRow(list, row));
}

/** Whether two values of a row or field say the same, whatever the order of their keys. */
export function isSameValue(a: unknown, b: unknown): boolean {
  return stable(a ?? null) === stable(b ?? null);
}

function stable(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** The value of a field as compared: an empty one is none. */
export function fieldOf(role: RoleContent, field: RoleField): string | number | string[] | null {
  const value = role[field];
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
    ? null
    : value;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
/** Names of signs alone are compared as they stand. */
const form = (value: unknown): string => (comparedForm(text(value)) || text(value).trim()).slice(0, 200);

/** What identifies each row of a list; rows that share it are told apart by their order. */
export function keysOf(list: RoleList, rows: readonly Row[]): string[] {
  return list === 'sections' ? sectionPaths(rows) : rows.map((row) => keyOf(list, row));
}

function keyOf(list: RoleList, row: Row): string {
  // as patches have it: a value without a label is no label
  if (list === 'facts' && form(row.label) === '') return `| ${form(row.value)}`;
  const { identity, columns } = roleLists[list];
  const formOf = (key: string) => (columns[key]?.kind === 'choice' ? text(row[key]) : form(row[key]));
  return identity
    .map((keys) => (typeof keys === 'string' ? formOf(keys) : (keys.map(formOf).find((found) => found !== '') ?? '')))
    .join(' | ');
}

/** The headings above a section and its own: numbers change with every section put in between. */
function sectionPaths(sections: readonly Row[]): string[] {
  const above: { readonly depth: number; readonly heading: string }[] = [];
  return sections.map(({ depth, heading }) => {
    while (above.length > 0 && (above.at(-1)?.depth ?? 0) >= Number(depth)) above.pop();
    above.push({ depth: Number(depth), heading: form(heading).slice(0, 120) });
    return above.map((section) => section.heading).join(' / ');
  });
}

/** The words by which a row is known again once its key has changed; null where only the key can tell. */
function likenessText(list: RoleList, row: Row): string | null {
  const { likeness } = roleLists[list];
  if (likeness === undefined) return null;
  const words = likeness.of
    .flatMap((key) => textsOf(roleLists[list].columns[key], row[key]))
    .join(' ')
    .slice(0, 400);
  return comparedForm(words) || words.trim();
}

/** Whether likeness may tell that two rows are one: only where they share a kind, a depth, a name, a horizon. */
function mayBeOne(list: RoleList, a: Row, b: Row): boolean {
  const within = roleLists[list].likeness?.within ?? [];
  const isShared = (key: string) => a[key] === b[key] || (typeof a[key] === 'string' && form(a[key]) === form(b[key]));
  return within.length === 0 || within.some(isShared);
}

/** Which rows are one, most alike first, among rows whose keys no longer tell. */
export function pairByLikeness(
  list: RoleList,
  from: readonly Row[],
  to: readonly Row[],
  min: number = sameRowFrom,
): [number, number][] {
  // in an order of their own, so that of rows equally alike the same are paired wherever they stand
  const orderFrom = inOrder(list, from);
  const orderTo = inOrder(list, to);
  const ofFrom = orderFrom.map((place) => likenessText(list, from[place] as Row));
  const ofTo = orderTo.map((place) => likenessText(list, to[place] as Row));
  if (ofFrom.includes(null) || ofTo.includes(null)) return [];
  return pairLikest(ofFrom as string[], ofTo as string[], min, (a, b) =>
    mayBeOne(list, from[orderFrom[a] as number] as Row, to[orderTo[b] as number] as Row),
  ).map(([a, b]) => [orderFrom[a] as number, orderTo[b] as number]);
}

function inOrder(list: RoleList, rows: readonly Row[]): number[] {
  const signatures = rows.map((row) => signatureOf(list, row));
  return rows
    .map((_, place) => place)
    .sort((a, b) =>
      (signatures[a] as string) < (signatures[b] as string) ? -1 : signatures[a] === signatures[b] ? a - b : 1,
    );
}

/** A key told from its like: the first stands as it is, the second as `key ~2`. */
export function numberedKey(key: string, nth: number): string {
  return nth > 1 ? `${key} ~${nth}` : key;
}

/** The two parts of such a key again. */
export function splitKey(numbered: string): { readonly key: string; readonly nth: number } {
  const found = / ~(\d{1,5})$/.exec(numbered);
  return found ? { key: numbered.slice(0, found.index), nth: Number(found[1]) } : { key: numbered, nth: 1 };
}

/** Each key with its number among those equal to it. */
export function numberKeys(keys: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return keys.map((key) => {
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    return numberedKey(key, nth);
  });
}

/** Rows of two editions side by side: places that are one row, and those only one side has. */
export interface PairedRows {
  readonly pairs: readonly (readonly [from: number, to: number])[];
  readonly gone: readonly number[];
  readonly added: readonly { readonly place: number; readonly key: string }[];
}

/** Pairs rows by what they say, then by their key, then by likeness; never by position. */
export function pairRows(list: RoleList, from: readonly Row[], to: readonly Row[]): PairedRows {
  const fromKeys = keysOf(list, from);
  const toKeys = keysOf(list, to);
  const fromSignatures = from.map((row) => signatureOf(list, row));
  const toSignatures = to.map((row) => signatureOf(list, row));
  const pairs: (readonly [number, number])[] = [];
  let leftFrom = from.map((_, place) => place);
  let leftTo = to.map((_, place) => place);
  const pairBy = (ofFrom: (place: number) => string, ofTo: (place: number) => string) => {
    const waiting = new Map<string, number[]>();
    for (const place of leftTo) {
      const known = waiting.get(ofTo(place));
      if (known) known.push(place);
      else waiting.set(ofTo(place), [place]);
    }
    const takenTo = new Set<number>();
    leftFrom = leftFrom.filter((place) => {
      const other = waiting.get(ofFrom(place))?.shift();
      if (other === undefined) return true;
      pairs.push([place, other]);
      takenTo.add(other);
      return false;
    });
    leftTo = leftTo.filter((place) => !takenTo.has(place));
  };
  pairBy(
    (place) => `${fromKeys[place]}\n${fromSignatures[place]}`,
    (place) => `${toKeys[place]}\n${toSignatures[place]}`,
  );
  pairBy(
    (place) => fromSignatures[place] as string,
    (place) => toSignatures[place] as string,
  );
  pairBy(
    (place) => fromKeys[place] as string,
    (place) => toKeys[place] as string,
  );
  // numbered after all that carry the key already, so that no two rows of a change set are taken for one
  const used = new Map<string, number>();
  for (const key of fromKeys) used.set(key, (used.get(key) ?? 0) + 1);
  const addedKeys = new Map(
    leftTo.map((place) => {
      const key = toKeys[place] as string;
      const nth = (used.get(key) ?? 0) + 1;
      used.set(key, nth);
      return [place, numberedKey(key, nth)];
    }),
  );
  const like = pairByLikeness(
    list,
    leftFrom.map((place) => from[place] as Row),
    leftTo.map((place) => to[place] as Row),
  );
  const likeFrom = new Set(like.map(([a]) => leftFrom[a]));
  const likeTo = new Set(like.map(([, b]) => leftTo[b]));
  for (const [a, b] of like) pairs.push([leftFrom[a] as number, leftTo[b] as number]);
  return {
    pairs,
    gone: leftFrom.filter((place) => !likeFrom.has(place)),
    added: leftTo
      .filter((place) => !likeTo.has(place))
      .map((place) => ({ place, key: addedKeys.get(place) as string })),
  };
}
