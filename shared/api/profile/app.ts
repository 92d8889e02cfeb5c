/** The app itself: which profile is open, opening another, and what is opened outside of Cairn. */
import * as z from 'zod';
import type { CountedThings } from '../../vocabulary/things.ts';
import { command, everyTopic, query } from '../endpoint.ts';
import { Line } from '../values.ts';
import type { Backup, BackupHealth } from './backup.ts';
import type { OpenToReadOnly, ProfileProblem } from './profile-problem.ts';

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
};
