/**
 * What the process for databases can do; each job gets plain data and answers plain data. A file given to a job may have
 * been made by anybody.
 */
import { AppError } from '../../shared/api/errors.ts';
import { hashFile, type PackedBackup, packDatabase, syncFile, unpackDatabase } from '../backup/backup-file.ts';
import { copyDatabaseFile } from '../backup/copy-file.ts';
import { countRows } from '../db/count-rows.ts';
import { databaseOver } from '../db/database.ts';
import { findOversizedCell } from '../db/inspect/cell-limits.ts';
import { type Inspection, inspectDatabase, invalidBackupError } from '../db/inspect/inspect.ts';
import { inspectRecord } from '../db/inspect/inspect-record.ts';
import { checkImage } from '../db/inspect/record-image.ts';
import { query } from '../db/query.ts';
import { removeDatabase } from '../db/remove-database.ts';
import { salvage } from '../db/salvage/salvage.ts';
import { dropJournal, resetCounters } from '../db/undo/undo.ts';

type Progress = (done: number, total: number) => void;
type Job<Input, Output> = (input: Input, progress: Progress) => Promise<Output> | Output;

interface Copied {
  /** The open record's file, which is not written to meanwhile; null when `copy` is there already. */
  readonly from: string | null;
  readonly copy: string;
}

async function makeCopy({ from, copy }: Copied, progress: Progress): Promise<void> {
  if (from !== null) await copyDatabaseFile(from, copy, progress);
}

/** Copies a record, reads the copy from end to end, packs it and reads that back. Throws what is wrong with the record. */
const backUp: Job<Copied & { target: string }, Inspection & PackedBackup> = async (input, progress) => {
  await makeCopy(input, (done, total) => progress(done, 3 * total));
  const inspection = inspectDatabase(input.copy);
  const packed = await packDatabase(input.copy, input.target, (done, total) => progress(total + 2 * done, 3 * total));
  return { ...inspection, ...packed };
};

/** Copies a record and reads it from end to end; answers what is wrong, and how many rows stand in each table of the user. */
const check: Job<Copied, { problems: string[]; rows: Record<string, number> }> = async (input, progress) => {
  let rows: Record<string, number> = {};
  try {
    await makeCopy(input, progress);
    inspectDatabase(input.copy, (sqlite) => {
      rows = countRows(sqlite);
    });
    return { problems: [], rows };
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'BACKUP_DAMAGED')) throw error;
    return { problems: error.details as string[], rows };
  }
};

interface Unpack {
  readonly file: string;
  readonly target: string;
  /** What the list says of the backup; null for a file that somebody put there. */
  readonly expected: { readonly sha256: string; readonly databaseBytes: number | null } | null;
  /** Whether this profile made it. What others note for undo is not taken over. */
  readonly isOurs: boolean;
}

/** Unpacks a backup, reads it from end to end and makes it ready to be opened as the record. */
const unpackBackup: Job<Unpack, Inspection & PackedBackup> = async ({ file, target, expected, isOurs }, progress) => {
  const packed = await unpackDatabase(file, target, expected, progress);
  try {
    const inspection = inspectDatabase(target, (sqlite) => {
      if (!isOurs) {
        const oversized = findOversizedCell(sqlite);
        if (oversized !== null) throw invalidBackupError([oversized]);
        dropJournal(sqlite);
        resetCounters(sqlite);
      }
      // it was copied from an open record; it has just been checked as at an opening after a crash
      const db = databaseOver(sqlite);
      db.run(query.deleteFrom('setting').where('key', '=', 'changedSinceBackup'));
      db.run(query.updateTable('setting').set({ value: 'true' }).where('key', '=', 'closedCleanly'));
      sqlite.pragma('journal_mode = DELETE');
    });
    await syncFile(target);
    return { ...inspection, ...packed };
  } catch (error) {
    await removeDatabase(target);
    throw error;
  }
};

const hashOf: Job<{ file: string }, string> = ({ file }) => hashFile(file);

export const jobs = { backUp, check, unpackBackup, hashOf, inspectRecord, checkImage, salvageRecord: salvage };

export type JobName = keyof typeof jobs;
export type JobInput<Name extends JobName> = Parameters<(typeof jobs)[Name]>[0];
export type JobOutput<Name extends JobName> = Awaited<ReturnType<(typeof jobs)[Name]>>;
