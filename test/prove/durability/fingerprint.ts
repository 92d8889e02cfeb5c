/** One hash for everything a record holds. */
import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { Settings } from '../../../shared/api/profile/settings.ts';

/**
 * Two records with the same fingerprint hold the same, undo steps and unsaved text included. What is derived (the
 * search index) or belongs to the running app (flags among the settings) is left out.
 */
export function fingerprintOf(sqlite: Database): string {
  const hash = createHash('sha1');
  for (const table of tablesOf(sqlite)) {
    const columns = (sqlite.pragma(`table_xinfo("${table}")`) as { name: string }[]).map(({ name }) => `"${name}"`);
    hash.update(`\n${table}\n`);
    for (const row of sqlite
      .prepare(`SELECT ${columns.join()} FROM "${table}" ORDER BY ${columns.join()}`)
      .raw()
      .iterate()) {
      const values = row as unknown[];
      if (table === 'setting' && !(String(values[0]) in Settings.shape)) continue;
      for (const value of values) {
        if (value instanceof Uint8Array) hash.update(value);
        else hash.update(`${JSON.stringify(value)},`);
      }
      hash.update('\n');
    }
  }
  return hash.digest('hex').slice(0, 16);
}

/** The ordinary tables: no virtual ones and none of those behind them. */
function tablesOf(sqlite: Database): string[] {
  const rows = sqlite
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name`)
    .all() as { name: string }[];
  return rows.map(({ name }) => name).filter((name) => !name.startsWith('sqlite_') && !name.startsWith('search'));
}
