/** The lists of a role as the editor shows them: the fields of a row, what a closed row says, what a new one begins with. */

import { nameOf } from '../../../shared/domain/role/role-texts.ts';
import {
  defaultScale,
  groupOf,
  type RoleGroupId,
  type RoleList,
  roleGroups,
  roleLists,
  type ValueShape,
} from '../../../shared/vocabulary/role-shape.ts';

import type { AnyRow } from './edit-content.ts';

type Values = Readonly<Record<string, unknown>>;

const isLong = ({ kind }: ValueShape): boolean => kind === 'prose';

/** “Weight, %”. */
export const labelOf = ({ label, unit }: ValueShape): string => (unit === undefined ? label : `${label}, ${unit}`);

/** One row of a group in the middle of a sentence: “decision right”, “KPI”. */
export function wordOf(id: RoleGroupId): string {
  const { word } = roleGroups[id];
  return word === word.toUpperCase() ? word : word.charAt(0).toLowerCase() + word.slice(1);
}

/** What a row is edited by: its name, what is short, what is long. Its kind follows from where it stands. */
export function editFields(list: RoleList): readonly (readonly [key: string, shape: ValueShape])[] {
  const { columns, name } = roleLists[list];
  const rank = ([key, shape]: readonly [string, ValueShape]) => (isLong(shape) ? 2 : name.includes(key) ? 0 : 1);
  return Object.entries(columns)
    .filter(([, { kind }]) => kind !== 'choice')
    .sort((a, b) => rank(a) - rank(b));
}

function shownText(shape: ValueShape | undefined, value: unknown): string {
  if (value === undefined || value === null || value === '' || value === false) return '';
  if (value === true) return shape?.label.toLowerCase() ?? '';
  return shape?.unit === undefined ? String(value) : `${value} ${shape.unit}`;
}

/** What a closed row says first, and what quieter. */
export function entryWords(list: RoleList, row: object): readonly [words: string, about: string] {
  const { columns, name, lead, joinedBy, beside } = roleLists[list];
  const textOf = (key: string) => shownText(columns[key], (row as Values)[key]);
  const first = (lead ?? name).find((key) => textOf(key) !== '');
  const isJoined = lead === undefined && joinedBy !== undefined;
  const about = beside.filter((key) => key !== first).map(textOf);
  return [isJoined ? nameOf(list, row) : textOf(first ?? ''), about.filter(Boolean).join(' · ')];
}

/** What a requirement asks that states nothing. */
const unstated = {
  level: null,
  scale: defaultScale,
  importance: null,
  isMandatory: false,
  countsInMatch: true,
  details: [],
};

/**
 * A new row of a group with the value that was typed, and what it takes over from the row before it. Null stands for no
 * row at all, as where words of a source become one: then nothing is suggested either.
 */
export function newRow(id: RoleGroupId, typed: string, before: object | null | undefined): AnyRow {
  const { list } = roleGroups[id];
  const { columns, typed: typedKey } = roleLists[list];
  const values = Object.entries(columns).flatMap(([key, shape]): (readonly [string, unknown])[] => {
    const carried = shape.isCarried && (before as Values | null | undefined)?.[key];
    if (key === typedKey) return [[key, typed]];
    if (key === 'kind') return [[key, id]];
    if (carried) return [[key, carried]];
    return shape.isRequired || shape.isKept ? [[key, before === null ? '' : (shape.suggestion ?? '')]] : [];
  });
  return { ...(list === 'requirements' ? unstated : {}), ...Object.fromEntries(values) } as AnyRow;
}

/** The rows of a group. */
export function rowsOfGroup<Row extends object>(id: RoleGroupId, rows: readonly Row[]): Row[] {
  return rows.filter((row) => groupOf(roleGroups[id].list, row) === id);
}
