/** Brings a database to the newest schema, all steps in one transaction: it succeeds whole or the file stays as it was. */
import type { Database } from 'better-sqlite3';
import { AppError } from '../../shared/api/errors.ts';
import { type Migration, migrations } from './migrations/index.ts';

/** The schema this build writes. */
export const currentSchema = migrations.length;

/** The schema a database is at; 0 for an empty one. */
export function schemaOf(sqlite: Database): number {
  return sqlite.pragma('user_version', { simple: true }) as number;
}

/** Rows of one table that point at rows of another that are not there. */
export interface Dangling {
  readonly table: string;
  readonly parent: string;
  readonly rows: number;
}

/**
 * Runs what is missing and answers how many steps were run. Foreign keys are off meanwhile (the pragma does nothing
 * inside a transaction), checked before the commit, and on again whatever happens. `onDangling` hears what points at
 * nothing afterwards; without it the record is refused and stays as it was.
 */
export function migrate(
  sqlite: Database,
  steps: readonly Migration[] = migrations,
  onDangling: (dangling: readonly Dangling[]) => void = refuseDangling,
): number {
  const from = schemaOf(sqlite);
  const pending = steps.filter((step) => step.version > from);
  if (pending.length === 0) return 0;
  sqlite.pragma('foreign_keys = OFF');
  try {
    sqlite.exec('BEGIN EXCLUSIVE');
    try {
      for (const step of pending) {
        sqlite.exec(step.sql);
        sqlite.pragma(`user_version = ${step.version}`);
      }
      const dangling = findDangling(sqlite);
      if (dangling.length > 0) onDangling(dangling);
      sqlite.exec('COMMIT');
    } catch (error) {
      if (sqlite.inTransaction) sqlite.exec('ROLLBACK');
      throw error;
    }
  } finally {
    sqlite.pragma('foreign_keys = ON');
  }
  return pending.length;
}

/** Throws PROFILE_DAMAGED when something points at nothing. */
export function checkNothingDangles(sqlite: Database): void {
  const dangling = findDangling(sqlite);
  if (dangling.length > 0) refuseDangling(dangling);
}

function findDangling(sqlite: Database): Dangling[] {
  const counts = new Map<string, Dangling>();
  for (const { table, parent } of sqlite.pragma('foreign_key_check') as { table: string; parent: string }[]) {
    const key = JSON.stringify([table, parent]);
    counts.set(key, { table, parent, rows: (counts.get(key)?.rows ?? 0) + 1 });
  }
  return [...counts.values()];
}

function refuseDangling(dangling: readonly Dangling[]): never {
  const rows = dangling.reduce((sum, { rows }) => sum + rows, 0);
  throw new AppError(
    'PROFILE_DAMAGED',
    `Your record could not be brought to the version this Cairn needs: ${rows === 1 ? 'one of its parts points' : `${rows} of its parts point`} at something that is missing. It is unchanged, and all of it can be read. Open it read-only, save what can be read, or restore a backup.`,
    dangling,
  );
}
