/** Queries are built here, so that tables, columns and rows are checked by their types; a database runs them. */
import {
  type CompiledQuery,
  DummyDriver,
  type Expression,
  Kysely,
  type SelectQueryBuilder,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  sql,
} from 'kysely';
import type { Tables } from './schema.ts';

/** A query that only reads, and answers rows of this type. */
export interface ReadQuery<Row> {
  readonly isSelectQueryBuilder: true;
  compile(): CompiledQuery<Row>;
}

/** A query that inserts, updates or deletes. */
export interface WriteQuery {
  readonly isSelectQueryBuilder?: never;
  compile(): CompiledQuery;
}

type QueryBuilder = Pick<
  Kysely<Tables>,
  'selectFrom' | 'selectNoFrom' | 'insertInto' | 'updateTable' | 'deleteFrom' | 'with' | 'withRecursive'
>;

/** Begins a query. It belongs to no connection: give it to a database to run it. */
export const query: QueryBuilder = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () =>
      Object.assign(new DummyDriver(), {
        acquireConnection: () => Promise.reject(new Error('A query is run by a database, not by itself.')),
      }),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

/** The values of a list as one parameter, however many they are: `where('id', 'in', oneOf(ids))`. */
export function oneOf<Value extends string | number>(values: readonly Value[]): Expression<Value> {
  return sql`(select value from json_each(${values}))`;
}

/** How many rows a query within another finds. */
export function countOf<From, Table extends keyof From, Row>(rows: SelectQueryBuilder<From, Table, Row>) {
  return rows
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .$castTo<{ count: number }>()
    .$asScalar()
    .$notNull();
}

/** Stands for a value while a query is compiled for all values. */
class Placeholder {
  readonly place: number;
  constructor(place: number) {
    this.place = place;
  }
}

/**
 * A query built and compiled at its first use, for where it runs often: building takes several times what running does.
 * A function of its values, each a single value, a list for `oneOf`, or a row, whose columns that are undefined are left
 * out. `build` sees placeholders for them: it passes them on and never looks at them.
 */
export function compiled<Given extends readonly unknown[], Row>(
  build: (...given: Given) => ReadQuery<Row>,
): (...given: Given) => ReadQuery<Row>;
export function compiled<Given extends readonly unknown[]>(
  build: (...given: Given) => WriteQuery,
): (...given: Given) => WriteQuery;
export function compiled(build: (...given: unknown[]) => { compile(): CompiledQuery }) {
  const templates = new Map<string, Template>();
  let last: Template | null = null;
  return (...given: unknown[]) => {
    const values: unknown[] = [];
    const columns: string[] = [];
    for (const value of given) {
      if (!isRow(value)) {
        values.push(value);
        columns.push('?');
        continue;
      }
      for (const column in value) {
        const cell = value[column];
        if (cell === undefined) continue;
        values.push(cell);
        columns.push(column);
      }
      columns.push(';');
    }
    // thousands of rows of one shape come one after the other: comparing names is quicker than joining them
    const template: Template =
      last && isSame(last.columns, columns) ? last : templateOf(build, given, columns, templates);
    last = template;
    const { sql, query, queryId, parameters } = template.compiled;
    const filled = parameters.map((value) => (value instanceof Placeholder ? values[value.place] : value));
    return { isSelectQueryBuilder: true as never, compile: () => ({ sql, query, queryId, parameters: filled }) };
  };
}

/** A query compiled for values and rows: a question mark for each value, the columns of each row and a semicolon. */
interface Template {
  readonly columns: readonly string[];
  readonly compiled: CompiledQuery;
}

function templateOf(
  build: (...given: unknown[]) => { compile(): CompiledQuery },
  given: readonly unknown[],
  columns: readonly string[],
  templates: Map<string, Template>,
): Template {
  const shape = JSON.stringify(columns);
  const template = templates.get(shape) ?? { columns, compiled: compileFor(build, given) };
  templates.set(shape, template);
  return template;
}

const isSame = (columns: readonly string[], others: readonly string[]) =>
  columns.length === others.length && columns.every((column, at) => column === others[at]);

/** Compiles with a placeholder for every value given. */
function compileFor(build: (...given: unknown[]) => { compile(): CompiledQuery }, given: readonly unknown[]) {
  let place = 0;
  const placeholder = () => new Placeholder(place++);
  const placeholders = given.map((value) => {
    if (!isRow(value)) return placeholder();
    const columns = Object.entries(value).flatMap(([column, cell]) => (cell === undefined ? [] : [column]));
    return Object.fromEntries(columns.map((column) => [column, placeholder()] as const));
  });
  return build(...placeholders).compile();
}

/** Whether it is a row, and not one value. Throws for an object of a class, which would be neither. */
function isRow(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || value instanceof Uint8Array) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null)
    throw new TypeError('A compiled query takes values, lists and plain rows.');
  return true;
}
