/** How the values of a role stand in the columns of its tables. */
import {
  defaultScale,
  originKeys,
  type RoleList,
  roleFieldNames,
  roleFields,
  roleListNames,
  roleLists,
  type ValueShape,
} from '../../../shared/vocabulary/role-shape.ts';

/** Whatever is the user’s or the document’s to name, under the names of the contract. */
export type Values = Readonly<Record<string, unknown>>;

/** A value of the contract with the column that holds it. */
interface Column {
  readonly key: string;
  readonly name: string;
  readonly shape: ValueShape;
}

/** The lists that have a table of their own. */
export const tableLists = roleListNames.filter((list) => roleLists[list].table !== null);

const listColumn: ValueShape = { kind: 'blocks', label: '' };
const placeColumn: ValueShape = { kind: 'number', label: '' };

const toColumn = ([key, shape]: readonly [string, ValueShape]): Column => ({ key, name: shape.column ?? key, shape });

/** The columns of a role’s own table: its fields, and the lists without a table. */
export const roleColumns: readonly Column[] = [
  ...roleFieldNames.map((field) => toColumn([field, roleFields[field]])),
  ...roleListNames.filter((list) => !tableLists.includes(list)).map((list) => toColumn([list, listColumn])),
];

const columnsByList = new Map(
  tableLists.map((list) => {
    const { columns, place } = roleLists[list];
    const origin = originKeys.filter((key) => place.includes(key)).map((key) => toColumn([key, placeColumn]));
    return [list, [...Object.entries(columns).map(toColumn), ...origin]];
  }),
);

/**
 * The table of a list. The tables differ in what their rows say, and not in what is asked of them as rows of a role; Kysely
 * is shown the columns of one.
 */
export const tableOf = (list: RoleList) => roleLists[list].table as 'kpi';

/** The columns of a list’s table that hold what its rows say, and where that stood. */
export const columnsOf = (list: RoleList): readonly Column[] => columnsByList.get(list) ?? [];

const isJson = ({ kind }: ValueShape): boolean => kind === 'lines' || kind === 'details' || kind === 'blocks';

/** A row of a table from one of the contract; what is absent there is null in a column. */
export function toColumns(row: object, columns: readonly Column[]): Record<string, string | number | null> {
  return Object.fromEntries(
    columns.map(({ key, name, shape }) => {
      const value = (row as Values)[key] ?? null;
      if (isJson(shape)) return [name, JSON.stringify(value ?? [])];
      return [name, shape.kind === 'flag' ? Number(value) : (value as string | number | null)];
    }),
  );
}

/** A row of the contract from one of a table. */
export function valuesOf(row: object, columns: readonly Column[]): Values {
  return Object.fromEntries(
    columns.flatMap(({ key, name, shape }) => {
      const stored = (row as Values)[name] ?? null;
      if (shape.kind === 'scale') return [[key, stored ?? defaultScale]];
      if (stored === null && !shape.isNullable) return [];
      if (isJson(shape)) return [[key, JSON.parse(stored as string)]];
      return [[key, shape.kind === 'flag' ? stored === 1 : stored]];
    }),
  );
}
