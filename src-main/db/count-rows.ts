/** How many rows stand in each table of the user. */
import type { Database } from 'better-sqlite3';
import { journaledTables } from './undo/undo-tables.ts';

export function countRows(sqlite: Database): Record<string, number> {
  const rows: Record<string, number> = {};
  for (const table of journaledTables(sqlite))
    rows[table] = sqlite.prepare(`SELECT count(*) FROM "${table}"`).pluck().get() as number;
  return rows;
}
