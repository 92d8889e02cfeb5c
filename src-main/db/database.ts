/** The one way to what is stored: queries built by `query`, run at once on the connection of the open record. */
import type { Database } from 'better-sqlite3';
import { compiled, query, type ReadQuery, type WriteQuery } from './query.ts';
import { prepared } from './statement-cache.ts';

export interface ReadableDatabase {
  /** Every row. */
  all<Row>(query: ReadQuery<Row>): Row[];
  /** The first row; undefined when there is none. */
  first<Row>(query: ReadQuery<Row>): Row | undefined;
  /** The first row; throws when there is none. */
  one<Row>(query: ReadQuery<Row>): Row;
  /** Row by row, for what need not all be held at once. */
  each<Row>(query: ReadQuery<Row>): IterableIterator<Row>;
}

export interface WritableDatabase extends ReadableDatabase {
  /** Runs what writes; answers how many rows it changed. */
  run(query: WriteQuery): number;
}

const databases = new WeakMap<Database, WritableDatabase>();
const connections = new WeakMap<ReadableDatabase, Database>();

/** The database over a connection; the same for the same connection. */
export function databaseOver(sqlite: Database): WritableDatabase {
  const known = databases.get(sqlite);
  if (known) return known;
  const database = makeDatabase(sqlite);
  databases.set(sqlite, database);
  connections.set(database, sqlite);
  return database;
}

/** The connection of a database, for the engine: pragmas, the undo journal, the search index, backups. */
export function connectionOf(database: ReadableDatabase): Database {
  return connections.get(database) as Database;
}

/** Grows with everything that is written, and never falls: the same number means the same record. */
export function writesSoFar(database: ReadableDatabase): number {
  return database.one(totalChanges()).count;
}

const totalChanges = compiled(() => query.selectNoFrom(({ fn }) => fn<number>('total_changes').as('count')));

function makeDatabase(sqlite: Database): WritableDatabase {
  const bound = (query: ReadQuery<unknown> | WriteQuery) => {
    const { sql, parameters } = query.compile();
    return { statement: prepared(sqlite, sql), values: parameters.map(toParameter) };
  };
  // the rows are what the types of the query say: that is what it was built for
  const first = <Row>(query: ReadQuery<Row>) => {
    const { statement, values } = bound(query);
    return statement.get(...values) as Row | undefined;
  };
  return {
    first,
    all<Row>(query: ReadQuery<Row>) {
      const { statement, values } = bound(query);
      return statement.all(...values) as Row[];
    },
    one(query) {
      const row = first(query);
      if (row === undefined) throw new Error('A row that must be there is missing.');
      return row;
    },
    each<Row>(query: ReadQuery<Row>) {
      const { statement, values } = bound(query);
      return statement.iterate(...values) as IterableIterator<Row>;
    },
    run(query) {
      const { statement, values } = bound(query);
      return statement.run(...values).changes;
    },
  };
}

/** A list is one parameter, as `oneOf` reads it. */
const toParameter = (value: unknown) => (Array.isArray(value) ? JSON.stringify(value) : value);
