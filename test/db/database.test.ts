// Queries built by types and run at once.
import Database from 'better-sqlite3';
import { SqliteQueryCompiler } from 'kysely';
import { beforeEach, describe, expect, it, onTestFinished, test, vi } from 'vitest';
import {
  connectionOf,
  databaseOver,
  type ReadableDatabase,
  type WritableDatabase,
} from '../../src-main/db/database.ts';
import { migrate } from '../../src-main/db/migrate.ts';
import { compiled, oneOf, query } from '../../src-main/db/query.ts';
import { prepared } from '../../src-main/db/statement-cache.ts';
import { freshCairn } from '../helpers/cairn.ts';

let db: WritableDatabase;

beforeEach(() => {
  const sqlite = new Database(':memory:');
  migrate(sqlite);
  db = databaseOver(sqlite);
});

const competency = (id: string, name: string, parentId: string | null = null) => ({
  id,
  name,
  parentId,
  description: '',
  createdAt: '2026-11-21T10:42:00.000Z',
});
const insert = compiled((row: ReturnType<typeof competency>) => query.insertInto('competency').values(row));

describe('a database', () => {
  it('runs what a query says and answers typed rows', () => {
    expect(db.run(query.insertInto('competency').values(competency('a', 'Gauges')))).toBe(1);
    const names: { name: string }[] = db.all(query.selectFrom('competency').select('name'));
    expect(names).toEqual([{ name: 'Gauges' }]);
    expect(db.first(query.selectFrom('competency').select('id').where('id', '=', 'b'))).toBeUndefined();
    expect(() => db.one(query.selectFrom('competency').select('id').where('id', '=', 'b'))).toThrow('missing');
  });

  it('takes a list of any length as one parameter', () => {
    for (const id of ['a', 'b', 'c']) db.run(insert(competency(id, id)));
    const many = ['a', 'c', ...Array.from({ length: 40_000 }, (_, index) => `x${index}`)];
    const ids = query.selectFrom('competency').select('id').where('id', 'in', oneOf(many)).orderBy('id');
    expect(db.all(ids)).toEqual([{ id: 'a' }, { id: 'c' }]);
  });

  it('that is only readable runs no query that writes', () => {
    const readable: ReadableDatabase = db;
    // @ts-expect-error a query that writes is none that reads
    expect(() => readable.all(query.deleteFrom('competency'))).toThrow();
    // @ts-expect-error what is only readable has no way to write
    readable.run(query.deleteFrom('competency'));
  });
});

test('a save like one before it builds no query anew', async () => {
  const cairn = await freshCairn();
  const save = async (title: string, tag: string) => {
    const { id } = await cairn.call('logAccomplishment', { text: `${title} #${tag}` });
    await cairn.call('changeAccomplishment', { id, patch: { title, tags: [tag, 'kiln'] } });
  };
  await save('Tuned the kiln', 'glaze');
  const compile = vi.spyOn(SqliteQueryCompiler.prototype, 'compileQuery');
  onTestFinished(() => compile.mockRestore());
  await save('Swept the kiln', 'floor');
  expect(compile).not.toHaveBeenCalled();
});

test('a statement asked for all the time stays compiled, however many others are; one long forgotten is let go', () => {
  const sqlite = connectionOf(db);
  const often = prepared(sqlite, 'SELECT 1 AS often');
  const once = prepared(sqlite, 'SELECT 1 AS once');
  for (let other = 0; other < 1_000; other += 1) {
    prepared(sqlite, `SELECT ${other}`);
    expect(prepared(sqlite, 'SELECT 1 AS often')).toBe(often);
  }
  expect(prepared(sqlite, 'SELECT 1 AS once')).not.toBe(once);
});

describe('a compiled query', () => {
  it('is built once for each shape of what it is given, and run with its values', () => {
    let built = 0;
    const find = compiled((ids: readonly string[], limit: number, parentId: string | null) => {
      built += 1;
      const some = query.selectFrom('competency').select(['id', 'name']).where('id', 'in', oneOf(ids));
      return some.where('parentId', 'is', parentId).orderBy('id').limit(limit);
    });
    for (const id of ['a', 'b', 'c']) db.run(insert(competency(id, id.toUpperCase(), id === 'c' ? 'a' : null)));
    expect(db.all(find(['a', 'b', 'c'], 1, null))).toEqual([{ id: 'a', name: 'A' }]);
    expect(db.all(find(['a', 'b', 'c'], 5, 'a'))).toEqual([{ id: 'c', name: 'C' }]);
    expect(built).toBe(1);
  });

  it('tells rows of other columns apart, however they come in turn', () => {
    const change = compiled((where: { id: string }, columns: { name?: string; description?: string }) =>
      query.updateTable('competency').set(columns).where('id', '=', where.id),
    );
    for (const id of ['a', 'b']) db.run(insert(competency(id, id)));
    db.run(change({ id: 'a' }, { name: 'Gauges' }));
    db.run(change({ id: 'b' }, { description: 'Reads.' }));
    db.run(change({ id: 'a' }, { description: 'Reads levels.', name: 'Gauge reading' }));
    db.run(change({ id: 'b' }, { name: 'Tides' }));
    expect(db.all(query.selectFrom('competency').select(['id', 'name', 'description']).orderBy('id'))).toEqual([
      { id: 'a', name: 'Gauge reading', description: 'Reads levels.' },
      { id: 'b', name: 'Tides', description: 'Reads.' },
    ]);
  });

  it('tells apart how many values it is given, and which of them are rows', () => {
    const find = compiled((name: string, limit?: number) => {
      const found = query.selectFrom('competency').select('id').where('name', '=', name).orderBy('id');
      return limit === undefined ? found : found.limit(limit);
    });
    for (const id of ['a', 'b']) db.run(insert(competency(id, 'Gauges')));
    expect(db.all(find('Gauges'))).toHaveLength(2);
    expect(db.all(find('Gauges', 1))).toEqual([{ id: 'a' }]);
    expect(db.all(find('Gauges'))).toHaveLength(2);
  });

  it('takes a row without a prototype, and refuses an object of a class', () => {
    db.run(insert(Object.assign(Object.create(null), competency('a', 'Gauges'))));
    expect(db.one(query.selectFrom('competency').select(['id', 'name']))).toEqual({ id: 'a', name: 'Gauges' });
    class Gauge {
      readonly id = 'b';
    }
    expect(() => insert(new Gauge() as never)).toThrow('plain rows');
  });

  it('changes the columns of the row it is given', () => {
    const change = compiled((id: string, columns: { name?: string | undefined; description?: string }) =>
      query.updateTable('competency').set(columns).where('id', '=', id),
    );
    db.run(insert(competency('a', 'Gauges')));
    db.run(change('a', { description: 'Reads levels.' }));
    db.run(change('a', { name: 'Gauge reading' }));
    // one that is undefined is none, as the window sends it
    db.run(change('a', { name: undefined, description: 'Reads levels.' }));
    expect(db.one(query.selectFrom('competency').select(['name', 'description']))).toEqual({
      name: 'Gauge reading',
      description: 'Reads levels.',
    });
  });
});
