/** A profile: one person's database and backups in a folder, open. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { AppError } from '../../shared/api/errors.ts';
import type { OpenToReadOnly } from '../../shared/api/profile/profile-problem.ts';
import type { WritableDatabase } from '../db/database.ts';
import type { OpenFile } from '../db/record-file.ts';
import type { OpenLog } from '../db/record-log.ts';

export interface Profile {
  readonly folder: string;
  /** The file that is open; null for a copy in memory. */
  readonly file: OpenFile | null;
  /** Its write-ahead log; null for a copy in memory. */
  readonly log: OpenLog | null;
  readonly isSample: boolean;
  readonly sqlite: Database;
  readonly db: WritableDatabase;
  /** Whether anything was written since the last backup. */
  hasChanged: boolean;
  /** Why it is open read-only; `sqlite` is then a copy in memory. */
  readonly isReadOnly: OpenToReadOnly | null;
}

export const databaseOf = (folder: string): string => join(folder, 'record.db');
export const logOf = (folder: string): string => `${databaseOf(folder)}-wal`;
export const profileCardOf = (folder: string): string => join(folder, 'profile.json');

/**
 * Whether the folder holds a profile, sound or not, or backups of one: what is there must never look like a first run.
 * Throws READ_ONLY when it cannot be told.
 */
export function hasProfile(folder: string): boolean {
  const isThere = (look: () => boolean) => {
    try {
      return look();
    } catch (error) {
      if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
      throw new AppError(
        'READ_ONLY',
        'The folder of your record cannot be read. Nothing was changed. Allow reading and writing there, then try again.',
      );
    }
  };
  const backups = join(folder, 'backups');
  return (
    [profileCardOf(folder), databaseOf(folder), join(backups, 'manifest.json')].some((file) =>
      isThere(() => statSync(file) !== undefined),
    ) || isThere(() => readdirSync(backups).some((name) => name.endsWith('.db.gz')))
  );
}

/** Whether the file that is open still is the one in the profile folder, as Cairn left it; a copy in memory has none to lose. */
export const isInPlace = (profile: Profile): boolean => stateOfFile(profile) === 'there';

/** What became of the open file; `overwritten` also when its log was. */
export function stateOfFile({ file, log }: Profile): 'there' | 'moved' | 'overwritten' {
  const place = file?.look() ?? 'there';
  return place === 'there' && log?.look() === 'overwritten' ? 'overwritten' : place;
}

/** Whether its write-ahead log still is there: without it, what is not in the file yet would be gone after a crash. */
export const isLogInPlace = ({ log }: Profile): boolean => log === null || log.look() !== 'moved';

/** Closes the file and nothing else: no backup, no note of having been closed. */
export function closeDatabase({ sqlite, log }: Profile): void {
  log?.close();
  sqlite.close();
}
