/**
 * Watches that the file that is open still is the record. When it was moved away, removed or replaced, every further
 * save would be acknowledged into a file nobody finds again.
 */
import { existsSync, renameSync } from 'node:fs';
import { contract } from '../../shared/api/index.ts';
import { closeOpenProfile, openExistingProfile, type Session } from '../app/session.ts';
import { checkpoint, checkpointWhenDue } from '../db/checkpoint.ts';
import { isInPlace, isLogInPlace, logOf, type Profile } from './profile.ts';
import { rescueRecord, rescueStartedError } from './record-rescue.ts';
import { abortRegularMaintenance } from './regular-maintenance.ts';

const watchEveryMs = 30_000;

/**
 * Throws RECORD_REPLACED when the profile's file or its log is not what Cairn left there, and leaves it. To be called
 * before anything is written: SQLite would write on where it thinks the log ends.
 */
export async function assertInPlace(session: Session, profile: Profile): Promise<void> {
  if (!isInPlace(profile)) throw await leaveRecord(session, profile);
}

/** The same before anything that was written is acknowledged; from then on it is known how far the log goes. */
export async function assertSaved(session: Session, profile: Profile): Promise<void> {
  const log = profile.log?.look() ?? 'there';
  if (profile.file?.look() !== 'there' || log === 'overwritten') await assertInPlace(session, profile);
  // what only a log that was removed holds is moved into the record itself before it is called saved
  if (log === 'moved') {
    if (!checkpoint(profile, 'FULL')) throw await leaveRecord(session, profile);
    moveForeignLog(session, profile);
  }
  profile.log?.note();
  checkpointWhenDue(profile);
}

/** A log of something else would be taken for this record's after a crash. */
function moveForeignLog({ host }: Session, { folder }: Profile): void {
  const log = logOf(folder);
  if (existsSync(log)) renameSync(log, `${log}.${host.now().getTime()}.foreign`);
}

async function leaveRecord(session: Session, profile: Profile) {
  session.profile = null;
  session.problem = rescueStartedError(profile);
  // what is written from here on would not be in the backup; it is refused instead
  if (profile.sqlite.open) profile.sqlite.pragma('query_only = ON');
  announceEverything(session);
  session.problem = await rescueRecord(profile, session.host);
  announceEverything(session);
  return session.problem;
}

/** Looks every half minute, also while nothing is saved; answers how to stop. */
export function watchRecord(session: Session): () => void {
  const timer = setInterval(() => void checkPlaceOfRecord(session).catch(() => undefined), watchEveryMs);
  timer.unref();
  return () => clearInterval(timer);
}

/** One look: leaves a record that is not in its place, and opens again one whose write-ahead log is gone. */
export async function checkPlaceOfRecord(session: Session): Promise<void> {
  const isLogGone = await session.lock.shared(async () => {
    const { profile } = session;
    if (!profile) return false;
    if (isInPlace(profile)) {
      checkpointWhenDue(profile);
      return !isLogInPlace(profile);
    }
    await leaveRecord(session, profile);
    return false;
  });
  if (!isLogGone) return;
  abortRegularMaintenance(session);
  await session.lock.alone(async () => {
    const { profile } = session;
    if (!profile || isLogInPlace(profile) || !isInPlace(profile)) return;
    // what only the lost log held is still in the open handle, and closing moves it into the record
    moveForeignLog(session, profile);
    const { isSample } = profile;
    await closeOpenProfile(session);
    await openExistingProfile(session, { ownOnly: !isSample });
    announceEverything(session);
  });
}

function announceEverything(session: Session): void {
  const queries = Object.entries(contract).flatMap(([name, { kind }]) => (kind === 'query' ? [name] : []));
  session.emit({ kind: 'changed', queries, undo: null });
}
