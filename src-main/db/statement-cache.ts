/**
 * Statements, compiled once. A statement that writes carries the triggers of its tables, for undo and for search, and
 * compiling it takes longer than running it.
 */
import type { Database, Statement } from 'better-sqlite3';

type Statements = Map<string, Statement<unknown[]>>;

/** So many at least are held; what was not asked for while as many others were is let go. */
const generationSize = 200;
/** Two generations: finding a statement again changes nothing, which at every query of a save counts. */
const caches = new WeakMap<Database, { newer: Statements; older: Statements }>();

/**
 * The statement of this text, compiled at its first use. It is shared by all callers, so none may change how it
 * answers (`pluck`, `raw`, `expand`, `safeIntegers`, `bind`). One that is still being iterated over is not handed out.
 */
export function prepared(sqlite: Database, sql: string): Statement<unknown[]> {
  let cache = caches.get(sqlite);
  if (!cache) {
    cache = { newer: new Map(), older: new Map() };
    caches.set(sqlite, cache);
  }
  const recent = cache.newer.get(sql);
  if (recent) return recent.busy ? sqlite.prepare<unknown[]>(sql) : recent;
  const statement = cache.older.get(sql) ?? sqlite.prepare<unknown[]>(sql);
  if (cache.newer.size >= generationSize) {
    cache.older = cache.newer;
    cache.newer = new Map();
  }
  cache.newer.set(sql, statement);
  return statement.busy ? sqlite.prepare<unknown[]>(sql) : statement;
}
