/**
 * Statements, compiled once. A statement that writes carries the triggers of its tables, for undo and for search, and
 * compiling it takes longer than running it.
 */
import type { Database, Statement } from 'better-sqlite3';

const mostStatements = 300;
const caches = new WeakMap<Database, Map<string, Statement<unknown[]>>>();

/**
 * The statement of this text, compiled at its first use. It is shared by all callers, so none may change how it
 * answers (`pluck`, `raw`, `expand`, `safeIntegers`, `bind`). One that is still being iterated over is not handed out.
 */
export function prepared(sqlite: Database, sql: string): Statement<unknown[]> {
  let cache = caches.get(sqlite);
  if (!cache) {
    cache = new Map();
    caches.set(sqlite, cache);
  }
  const known = cache.get(sql);
  if (known) {
    if (known.busy) return sqlite.prepare<unknown[]>(sql);
    // what was asked for last goes last
    cache.delete(sql);
    cache.set(sql, known);
    return known;
  }
  const statement = sqlite.prepare<unknown[]>(sql);
  cache.set(sql, statement);
  if (cache.size > mostStatements) {
    const [oldest] = cache.keys();
    if (oldest !== undefined) cache.delete(oldest);
  }
  return statement;
}
