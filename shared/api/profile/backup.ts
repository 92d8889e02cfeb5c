/** Backups: those there are, making one, putting one in the place of the record, and the check of the record. */
import * as z from 'zod';
import { command, everyTopic, query } from '../endpoint.ts';

/** How the backups of the open record stand. */
export interface BackupHealth {
  readonly lastGoodAt: string | null;
  /** The last attempt, when it failed after the last good one. */
  readonly lastFailure: { readonly at: string; readonly message: string } | null;
  /** When the record was last read through for damage. */
  readonly lastCheckAt: string | null;
  /** What that found; null when the record is sound. */
  readonly checkProblem: string | null;
}

export interface Backup {
  readonly fileName: string;
  readonly madeAt: string;
  readonly reason: string;
  readonly bytes: number;
  readonly schema: number;
  readonly accomplishments: number;
  readonly roles: number;
  readonly resumes: number;
}

/** A file that somebody put beside the backups and that is none. */
export interface RefusedBackup {
  readonly fileName: string;
  /** What is wrong with it, to stand after a colon. */
  readonly why: string;
}

export interface CheckReport {
  readonly isSound: boolean;
  readonly problems: readonly string[];
  readonly schema: number;
  readonly rows: Readonly<Record<string, number>>;
}

export const backupEndpoints = {
  /** Files that somebody put into the folder are looked at after this has answered; `changed` says when they are in. */
  listBackups: query<readonly Backup[]>()({ input: z.object({}), reads: ['backups'], needsProfile: false }),
  /** Files that were put into the folder and are not a valid backup. */
  listRefusedBackups: query<readonly RefusedBackup[]>()({
    input: z.object({}),
    reads: ['backups'],
    needsProfile: false,
  }),
  backUpNow: command<Backup>()({ input: z.object({}), changes: ['backups', 'app'], isAct: true, undo: false }),
  /** Copies a verified backup to a place of the user's choice; null when cancelled. */
  /** `savedId` is what `openSavedFile` knows the copy by. */
  saveBackupCopy: command<{ fileName: string; savedId?: string } | null>()({
    input: z.object({}),
    changes: ['backups', 'app'],
    isAct: true,
    undo: false,
  }),
  /** Puts a verified backup in the place of the open (or damaged) database, which is kept beside it; null when cancelled. */
  restoreBackup: command<{ fileName: string } | null>()({
    input: z.object({ fileName: z.string().regex(/^[0-9A-Za-z._-]{1,120}$/) }),
    changes: everyTopic,
    isAct: true,
    // it shares the record while it reads the backup, and has it alone only while files change places
    profileLock: 'none',
    undo: false,
    needsProfile: false,
  }),
  /** Stops a restore that still reads the backup, or a copy that is being made or saved; nothing was changed by it. */
  cancelBackupWork: command<{ wasRunning: boolean }>()({
    input: z.object({}),
    changes: [],
    isAct: true,
    profileLock: 'none',
    writes: false,
    undo: false,
    needsProfile: false,
  }),
  checkRecord: query<CheckReport>()({ input: z.object({}), reads: [] }),
};
