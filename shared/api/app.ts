/** The app itself: which profile is open, settings, undo, unsaved text, backups, privacy. */
import * as z from 'zod';
import type { CountedThings } from '../vocabulary/things.ts';
import { command, everyTopic, query } from './endpoint.ts';
import type { OpenToReadOnly, ProfileProblem } from './profile-problem.ts';
import { Id, Line } from './values.ts';

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

/** What the window shows first. */
export type AppState =
  | { readonly state: 'first-run'; readonly folder: string; readonly version: string }
  | {
      readonly state: 'open';
      readonly folder: string;
      readonly version: string;
      readonly isSample: boolean;
      readonly personName: string;
      readonly counts: Readonly<Record<CountedThings, number>>;
      readonly backups: BackupHealth;
      /** Why it is open read-only; null when it can be changed. */
      readonly isReadOnly: OpenToReadOnly | null;
    }
  | {
      readonly state: 'recovery';
      readonly folder: string;
      readonly version: string;
      readonly code: ProfileProblem;
      readonly message: string;
      readonly backups: readonly Backup[];
    };

/** What is shown of a record that is open. */
export type OpenState = Extract<AppState, { state: 'open' }>;

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

export const Settings = z.object({
  colorScheme: z.enum(['light', 'dark', 'system']),
  paper: z.enum(['a4', 'letter']),
  recency: z.boolean(),
  theta: z.number().min(0.5).max(10),
  readyAt: z.number().min(0.1).max(1),
  closeAt: z.number().min(0.1).max(1),
  singleKeys: z.boolean(),
  zoom: z.number().min(0.5).max(3),
});
export type Settings = z.infer<typeof Settings>;

export interface UndoState {
  /** Label of the step that undo would take back. */
  readonly undo: string | null;
  readonly redo: string | null;
  /** Id of the step that undo would take back, so that a toast can tell whether it is still the last. */
  readonly undoId: string | null;
}

export interface Privacy {
  /** Requests the app or its page tried to make since it was opened, all refused. */
  readonly connectionAttempts: number;
  readonly folder: string;
  readonly recordBytes: number;
  readonly backupBytes: number;
}

export interface CheckReport {
  readonly isSound: boolean;
  readonly problems: readonly string[];
  readonly schema: number;
  readonly rows: Readonly<Record<string, number>>;
}

/** One thing worth doing next, on Home. */
export interface HomeSuggestion {
  readonly kind: 'draft' | 'gap' | 'unnamed' | 'pin' | 'import' | 'resume' | 'log';
  readonly title: string;
  readonly detail: string;
  /** Route to open, such as `/record/ID`. */
  readonly to: string;
  readonly act: string;
}

export interface Home {
  readonly suggestions: readonly HomeSuggestion[];
  readonly continueWith: readonly {
    readonly kind: 'resume' | 'import' | 'accomplishment' | 'role';
    readonly title: string;
    readonly detail: string;
    readonly at: string;
    readonly to: string;
  }[];
  readonly aim: { readonly roleId: string; readonly title: string; readonly targetOn: string | null } | null;
}

export const appEndpoints = {
  getAppState: query<AppState>()({
    input: z.object({}),
    reads: ['app', 'accomplishments', 'roles', 'resumes', 'imports', 'backups', 'pins', 'record'],
    needsProfile: false,
  }),
  /** Tries once more to open a record that could not be opened; the reason may have gone away. */
  openAgain: command<{ isOpen: boolean }>()({
    input: z.object({}),
    changes: everyTopic,
    isAct: true,
    writes: false,
    profileLock: 'alone',
    undo: false,
    needsProfile: false,
  }),
  /** Opens a record whose newest changes are missing (PROFILE_INCOMPLETE) as it is, after a backup. */
  openIncomplete: command<{ isOpen: boolean }>()({
    input: z.object({}),
    changes: everyTopic,
    isAct: true,
    profileLock: 'alone',
    undo: false,
    needsProfile: false,
  }),
  /** Makes the user's own profile folder and opens it. */
  startFresh: command<{ folder: string }>()({
    input: z.object({ name: Line }),
    changes: everyTopic,
    isAct: true,
    profileLock: 'alone',
    undo: false,
    needsProfile: false,
  }),
  /** Makes a sample profile in a folder of its own and opens that. */
  exploreSample: command<{ folder: string }>()({
    input: z.object({}),
    changes: everyTopic,
    isAct: true,
    profileLock: 'alone',
    undo: false,
    needsProfile: false,
  }),
  /** Leaves the sample: its folder is removed, the user's own profile (or the first-run screen) comes back. */
  leaveSample: command<{ folder: string }>()({
    input: z.object({}),
    changes: everyTopic,
    isAct: true,
    profileLock: 'alone',
    undo: false,
  }),
  getHome: query<Home>()({
    input: z.object({}),
    reads: ['accomplishments', 'competencies', 'roles', 'pins', 'resumes', 'imports', 'settings', 'record'],
  }),
  getSettings: query<Settings>()({ input: z.object({}), reads: ['settings'] }),
  /** The settings as Cairn comes with them on this system, for the reset of each. */
  getDefaultSettings: query<Settings>()({ input: z.object({}), reads: [] }),
  changeSettings: command<Settings>()({
    input: z.object({ patch: Settings.partial() }),
    changes: ['settings'],
    undo: false,
  }),

  getUndoState: query<UndoState>()({ input: z.object({}), reads: ['undo'] }),
  /** Takes the last step back; with `stepId`, only if that step is still the last. Answers its label. */
  undo: command<{ label: string }>()({
    input: z.object({ stepId: Id.optional() }),
    changes: ['settings', 'record', 'accomplishments', 'competencies', 'roles', 'pins', 'resumes', 'imports', 'app'],
    isAct: true,
    undo: false,
  }),
  redo: command<{ label: string }>()({
    input: z.object({}),
    changes: ['settings', 'record', 'accomplishments', 'competencies', 'roles', 'pins', 'resumes', 'imports', 'app'],
    isAct: true,
    undo: false,
  }),

  /** Unsaved text, kept within a second; empty text forgets it. */
  keepUnsaved: command<{ savedAt: string }>()({
    input: z.object({ key: z.string().min(1).max(200), text: z.string().max(200_000) }),
    changes: [],
    undo: false,
  }),
  getUnsaved: query<{ text: string | null }>()({ input: z.object({ key: z.string().min(1).max(200) }), reads: [] }),

  getPrivacy: query<Privacy>()({ input: z.object({}), reads: ['app'] }),
  showDataFolder: command<{ folder: string }>()({
    input: z.object({}),
    changes: [],
    isAct: true,
    writes: false,
    undo: false,
    needsProfile: false,
  }),
  /** Opens an address in the system's browser after the user has agreed to the whole of it; http, https and mailto only. */
  openAddress: command<{ isOpened: boolean }>()({
    input: z.object({ url: z.string().max(20_000) }),
    changes: [],
    isAct: true,
    // a question that waits for its answer must not keep a restore waiting
    profileLock: 'none',
    writes: false,
    undo: false,
    needsProfile: false,
  }),

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
  saveBackupCopy: command<{ fileName: string } | null>()({
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
