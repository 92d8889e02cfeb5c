/** Changes to a role's content, each giving a new content; rows keep a key of their own through all of them. */
import type { RoleContent, RowOf } from '../../../shared/api/role-content.ts';
import { type RoleField, type RoleList, roleFieldNames, roleListNames } from '../../../shared/vocabulary/role-shape.ts';

/** Any row, for what is done alike to all lists. */
export type AnyRow = RowOf<RoleList>;

const keys = new WeakMap<object, string>();
let count = 0;

/** A key that stays with a row while it is edited and moved. */
export function keyOf(row: AnyRow): string {
  const known = keys.get(row);
  if (known !== undefined) return known;
  count += 1;
  const key = `row-${count}`;
  keys.set(row, key);
  return key;
}

/** Says that one row has become another. */
function passKey(from: AnyRow, to: AnyRow): void {
  if (from !== to) keys.set(to, keyOf(from));
}

const rowsOf = (role: RoleContent, list: RoleList): readonly AnyRow[] => role[list] ?? [];

const withRows = (role: RoleContent, list: RoleList, rows: readonly AnyRow[]): RoleContent =>
  ({ ...role, [list]: rows }) as RoleContent;

/** The place of a row by its key; -1 when it is gone. */
export function rowPlaceOf(role: RoleContent, list: RoleList, key: string): number {
  return rowsOf(role, list).findIndex((row) => keyOf(row) === key);
}

/** Gives a field another value; undefined and empty text take an optional one away. */
export function withField<Field extends RoleField>(
  role: RoleContent,
  field: Field,
  value: RoleContent[Field] | undefined,
): RoleContent {
  const next: Record<string, unknown> = { ...role };
  if (value === undefined || value === '') delete next[field];
  else next[field] = value;
  return next as RoleContent;
}

/** Changes some values of one row; undefined takes a value away. A row that is gone stays gone. */
export function withRow(role: RoleContent, list: RoleList, key: string, patch: object): RoleContent {
  return withRowAt(role, list, rowPlaceOf(role, list, key), () => patch);
}

/** The same of the row at a place. */
export function withRowAt(
  role: RoleContent,
  list: RoleList,
  place: number,
  make: (now: AnyRow) => object,
): RoleContent {
  const before = rowsOf(role, list)[place];
  if (before === undefined) return role;
  const after = Object.fromEntries(
    Object.entries({ ...before, ...make(before) }).filter(([, value]) => value !== undefined),
  ) as AnyRow;
  passKey(before, after);
  return withRows(
    role,
    list,
    rowsOf(role, list).map((row, index) => (index === place ? after : row)),
  );
}

/** Puts a row after the last one that `isBeside` it, else at the end. */
export function withAdded(
  role: RoleContent,
  list: RoleList,
  row: AnyRow,
  isBeside: (row: AnyRow) => boolean,
): RoleContent {
  const rows = rowsOf(role, list);
  const last = rows.findLastIndex(isBeside);
  const at = last === -1 ? rows.length : last + 1;
  const next = withRows(role, list, [...rows.slice(0, at), row, ...rows.slice(at)]);
  return list === 'sections' ? withMovedSections(next, (old) => (old >= at ? old + 1 : old)) : next;
}

export function withoutRow(role: RoleContent, list: RoleList, key: string): RoleContent {
  return withoutRowAt(role, list, rowPlaceOf(role, list, key));
}

export function withoutRowAt(role: RoleContent, list: RoleList, place: number): RoleContent {
  if (place === -1) return role;
  const next = withRows(
    role,
    list,
    rowsOf(role, list).filter((_, index) => index !== place),
  );
  if (list !== 'sections') return next;
  return withMovedSections(next, (old) => (old === place ? null : old > place ? old - 1 : old));
}

/** Puts the rows of those keys in that order, in the places that they have among all rows of the list. */
export function withOrder(role: RoleContent, list: RoleList, order: readonly string[]): RoleContent {
  const rows = rowsOf(role, list);
  const places = rows.flatMap((row, index) => (order.includes(keyOf(row)) ? [index] : []));
  const moved = order.flatMap((key) => {
    const place = rowPlaceOf(role, list, key);
    return place === -1 ? [] : [place];
  });
  const next = [...rows];
  places.forEach((place, index) => {
    const from = rows[moved[index] ?? place];
    if (from !== undefined) next[place] = from;
  });
  const result = withRows(role, list, next);
  if (list !== 'sections') return result;
  return withMovedSections(result, (old) => {
    const at = moved.indexOf(old);
    return at === -1 ? old : (places[at] ?? old);
  });
}

/** Rows say in which section they stand; when sections move, they follow. */
function withMovedSections(role: RoleContent, moved: (section: number) => number | null): RoleContent {
  let next = role;
  for (const list of roleListNames) {
    if (list === 'sections') continue;
    const rows = rowsOf(role, list) as readonly (AnyRow & { readonly section?: number | undefined })[];
    if (rows.every((row) => row.section === undefined)) continue;
    next = withRows(
      next,
      list,
      rows.map((row) => {
        if (row.section === undefined) return row;
        const { section, ...rest } = row;
        const to = moved(section);
        if (to === section) return row;
        const after = (to === null ? rest : { ...rest, section: to }) as AnyRow;
        passKey(row, after);
        return after;
      }),
    );
  }
  return next;
}

/** The content alone of whatever carries one, such as a role with its identity; nothing of it is changed. */
export function contentOf(
  role: Omit<RoleContent, 'requirements'> & { readonly requirements: readonly RowOf<'requirements'>[] },
): RoleContent {
  const content: Record<string, unknown> = {};
  for (const name of [...roleFieldNames, ...roleListNames]) {
    const value = role[name];
    if (value !== undefined && value !== null) content[name] = value;
  }
  content.requirements = role.requirements.map((row) => {
    const {
      id: _id,
      competencyId: _competencyId,
      commonName: _commonName,
      scaleLevels: _scaleLevels,
      ...own
    } = row as typeof row & Partial<Record<'id' | 'competencyId' | 'commonName' | 'scaleLevels', unknown>>;
    return own;
  });
  return content as RoleContent;
}

/** Takes over what is stored, with the keys that the rows at the same places had. */
export function withStoredKeys(stored: RoleContent, before: RoleContent): RoleContent {
  for (const list of roleListNames) {
    const old = rowsOf(before, list);
    rowsOf(stored, list).forEach((row, index) => {
      const was = old[index];
      if (was !== undefined && rowsOf(stored, list).length === old.length) passKey(was, row);
    });
  }
  return stored;
}
