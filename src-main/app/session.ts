/** One run of Cairn: which profile is open, or why none is. */
import { existsSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../shared/api/errors.ts';
import type { AppEvent } from '../../shared/api/events.ts';
import { endInterruptedRestore } from '../backup/restore.ts';
import { readSmallFile } from '../files/read-small-file.ts';
import type { Host } from '../host.ts';
import { hasProfile, isInPlace, type Profile } from '../profile/profile.ts';
import { type CloseOptions, closeProfile } from '../profile/profile-close.ts';
import { createProfile, type FillRecord } from '../profile/profile-create.ts';
import { createProfileLock, type ProfileLock } from '../profile/profile-lock.ts';
import { openProfile } from '../profile/profile-open.ts';
import { rescueRecord } from '../profile/record-rescue.ts';

export interface Session {
  readonly host: Host;
  /** The user's own profile folder; the sample lives in a folder of its own inside. */
  readonly folder: string;
  /** Where packs and the sample record ship. */
  readonly resources: string;
  profile: Profile | null;
  /** Why the profile that is there could not be opened. */
  problem: AppError | null;
  readonly emit: (event: AppEvent) => void;
  /** Stops the import that is being read or added. */
  importing: AbortController | null;
  /** Stops the restore or the copy of a backup that is under way. */
  backupWork: AbortController | null;
  /** Stops the backup or the check that nobody asked for. */
  regularWork: AbortController | null;
  /** Aborted when the session ends: work in the background stops. */
  readonly ending: AbortController;
  /** When anybody last asked for anything, by the clock of the host. */
  lastCallAt: number;
  /** Whoever asks, saves, opens or closes goes through it. */
  readonly lock: ProfileLock;
  /** Leaves a sample that is being explored aside, as the terminal does. */
  readonly ownOnly: boolean;
}

export const sampleFolder = (session: Pick<Session, 'folder'>) => join(session.folder, 'sample');

/** Starts a session and opens what is there. Never throws: what went wrong stands in `problem`. */
export async function startSession(options: {
  host: Host;
  folder: string;
  resources: string;
  emit?: (event: AppEvent) => void;
  ownOnly?: boolean;
}): Promise<Session> {
  const session: Session = {
    host: options.host,
    folder: options.folder,
    resources: options.resources,
    profile: null,
    problem: null,
    emit: options.emit ?? (() => undefined),
    importing: null,
    backupWork: null,
    regularWork: null,
    ending: new AbortController(),
    lastCallAt: options.host.now().getTime(),
    lock: createProfileLock(),
    ownOnly: options.ownOnly ?? false,
  };
  await session.lock.alone(() => openExistingProfile(session));
  return session;
}

/** The profile a session is about: the sample if one is being explored, else the user's own. */
export function profileOfSession(session: Session, ownOnly = session.ownOnly): { folder: string; isSample: boolean } {
  const isSample = !ownOnly && hasProfile(sampleFolder(session));
  return { folder: isSample ? sampleFolder(session) : session.folder, isSample };
}

/** Opens the sample if one is being explored, else the user's own profile, else nothing. */
export async function openExistingProfile(
  session: Session,
  { ownOnly = session.ownOnly, isIncompleteAccepted = false } = {},
): Promise<void> {
  session.problem = null;
  try {
    const { folder, isSample } = profileOfSession(session, ownOnly);
    await endInterruptedRestore(folder);
    if (hasProfile(folder)) {
      session.profile = await openProfile(folder, isSample, session.host, { isIncompleteAccepted });
    }
  } catch (error) {
    session.problem =
      error instanceof AppError
        ? error
        : new AppError(
            'INTERNAL',
            'The record could not be opened. It was not changed.',
            String((error as Error).message),
          );
  }
}

/** Closes what is open, makes a new profile with what it starts with, and opens that. */
export async function createAndOpenProfile(session: Session, isSample: boolean, fill: FillRecord): Promise<Profile> {
  const folder = isSample ? sampleFolder(session) : session.folder;
  if (!isSample && hasProfile(folder)) {
    throw new AppError('CONFLICT', 'There is already a record in this folder. It was not touched.');
  }
  await closeOpenProfile(session);
  let isFree = false;
  try {
    if (isSample) removeSample(session);
    isFree = !hasProfile(folder);
    session.profile = await createProfile(folder, isSample, session.host, fill);
    session.problem = null;
    return session.profile;
  } catch (error) {
    await openExistingProfile(session);
    // it appears under its name only when it is whole, so when it opens now it was made after all
    if (isFree && session.profile?.folder === folder) return session.profile;
    throw error;
  }
}

/** Closes the profile, inside a change of profile; a backup is made when something changed. */
export async function closeOpenProfile(session: Session, closing: CloseOptions = {}): Promise<void> {
  const { profile } = session;
  session.profile = null;
  if (profile && !isInPlace(profile)) session.problem = await rescueRecord(profile, session.host);
  else if (profile) await closeProfile(profile, session.host, closing);
}

/** What still runs when the session is to end is waited for so long: a printer or a dialog must not keep it open. */
const endingPatienceMs = 5_000;

/** Ends the session: stops an import, lets everything else finish, closes the profile. Nothing is answered afterwards. */
export function endSession(session: Session, closing: CloseOptions = {}): Promise<void> {
  session.importing?.abort(new AppError('CONFLICT', 'Cairn was closed. Nothing was added.'));
  session.ending.abort(new AppError('CONFLICT', 'Cairn was closed.'));
  return session.lock.alone(() => closeOpenProfile(session, closing), endingPatienceMs);
}

/** Removes the sample. A folder of its name may be somebody's own: what Cairn did not make in it stays. */
export function removeSample(session: Session): void {
  const folder = sampleFolder(session);
  if (!existsSync(folder)) return;
  const made = isSample(folder) ? madeByCairn : beingMade;
  for (const name of readdirSync(folder))
    if (made.test(name)) rmSync(join(folder, name), { recursive: true, force: true });
  if (readdirSync(folder).length === 0) rmdirSync(folder);
}

/** What Cairn writes into a profile folder, and what is left where it was ended while it made one. */
const madeByCairn =
  /^(\.?record\..*|profile\.json|restore\.json|backups|replaced-.*|cairn\.(log|sock)|\.cairn-[0-9a-f]+\.part)$/;
const beingMade = /^\.record\.\d+\.\d+\.new(-wal|-shm)?$/;

function isSample(folder: string): boolean {
  try {
    return (JSON.parse(readSmallFile(join(folder, 'profile.json')) ?? '') as { isSample?: unknown }).isSample === true;
  } catch {
    return false;
  }
}
