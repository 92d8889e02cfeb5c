/**
 * What a database of each version must be made of, to the letter. Whatever else stands in a file (a trigger, a view, another
 * CHECK) would run inside Cairn with Cairn's rights, so a file is compared before anything is asked of it.
 */
import BetterSqlite3, { type Database } from 'better-sqlite3';
import { currentSchema, migrate, schemaOf } from '../migrate.ts';
import { migrations } from '../migrations/index.ts';

interface Part {
  readonly type: string;
  readonly name: string;
  readonly tbl_name: string;
  readonly sql: string | null;
}

/** What SQLite's own tools may add for its planner when somebody looks at the file with them; it holds figures only. */
const statistics = new Map([
  ['table “sqlite_stat1”', 'sqlite_stat1\nCREATE TABLE sqlite_stat1(tbl,idx,stat)'],
  ['table “sqlite_stat4”', 'sqlite_stat4\nCREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)'],
]);

const built = new Map<number, ReadonlyMap<string, string>>();

/** Every part of a version's schema by its kind and name, as running the migrations makes it. */
export function expectedSchema(version: number): ReadonlyMap<string, string> {
  let expected = built.get(version);
  if (!expected) {
    const sqlite = new BetterSqlite3(':memory:');
    try {
      migrate(sqlite, migrations.slice(0, version));
      expected = new Map([...readParts(sqlite)].map((part) => [nameOf(part), textOf(part)]));
    } finally {
      sqlite.close();
    }
    built.set(version, expected);
  }
  return expected;
}

/**
 * Compares the schema of a database with that of the version it claims. Answers in words what is not as it must be, or
 * null. Runs nothing that the file holds: it reads the one table that lists the parts, and no more rows than there may be.
 */
export function findForeignSchema(sqlite: Database): string | null {
  const version = schemaOf(sqlite);
  if (version < 1 || version > currentSchema) return `no version of Cairn writes schema ${version}`;
  const expected = expectedSchema(version);
  const missing = new Set(expected.keys());
  for (const part of readParts(sqlite)) {
    const name = nameOf(part);
    if (statistics.get(name) === textOf(part)) continue;
    const text = expected.get(name);
    if (text === undefined || !missing.delete(name)) return `Cairn did not make its ${name}`;
    if (text !== textOf(part)) return `its ${name} is not as Cairn makes it`;
  }
  const [first] = missing;
  return first === undefined ? null : `its ${first} is missing`;
}

function readParts(sqlite: Database): IterableIterator<Part> {
  return sqlite.prepare<[], Part>('SELECT type, name, tbl_name, sql FROM main.sqlite_schema').iterate();
}

const nameOf = ({ type, name }: Part) => `${type} “${String(name).slice(0, 60)}”`;
const textOf = ({ tbl_name, sql }: Part) => `${tbl_name}\n${sql ?? ''}`;
