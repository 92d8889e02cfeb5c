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

/**
 * Runs what is missing and answers how many steps were run. Foreign keys are off meanwhile (the pragma does nothing
 * inside a transaction), checked before the commit, and on again whatever happens.
 */
export function migrate(sqlite: Database, steps: readonly Migration[] = migrations): number {
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
      const broken = sqlite.pragma('foreign_key_check') as unknown[];
      if (broken.length > 0) {
        throw new AppError(
          'PROFILE_DAMAGED',
          'The record could not be brought to the new version: some of its parts point at nothing. It is unchanged.',
        );
      }
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
