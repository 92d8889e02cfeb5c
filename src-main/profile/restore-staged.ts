/** The end of a restore: the staged backup becomes the record, and what was open before is kept. */
import { AppError } from '../../shared/api/errors.ts';
import { closeOpenProfile, openExistingProfile, type Session } from '../app/session.ts';
import { backupsDone, makeBackup } from '../backup/backup.ts';
import { changeStatus } from '../backup/backup-status.ts';
import {
  deleteRestoreNote,
  dropStaged,
  isRestoreUnfinished,
  putStagedInPlace,
  takeBackReplaced,
} from '../backup/restore.ts';
import { diskError } from '../db/disk-error.ts';
import { damageIn } from './damage-in-use.ts';
import { openProfile } from './profile-open.ts';

/**
 * Backs up what is open, then puts the staged backup in its place and opens it. When that fails at any point, what was
 * there before is put back and opened again, and the error says which of the two is open now.
 */
export async function restoreStaged(session: Session, folder: string, signal: AbortSignal): Promise<void> {
  try {
    await session.lock.shared(() => backUpBefore(session, signal));
    // from here on it is seconds, and cannot be cancelled
    signal.throwIfAborted();
  } catch (error) {
    await dropStaged(folder);
    throw error;
  }
  await session.lock.alone(async () => {
    if ((session.profile?.folder ?? session.folder) !== folder) {
      await dropStaged(folder);
      throw new AppError(
        'CONFLICT',
        'Another record was opened meanwhile, so nothing was restored. Nothing was changed.',
      );
    }
    await backupsDone(folder);
    const isSample = session.profile?.isSample ?? false;
    try {
      // what was saved since that backup belongs into one too
      if (session.profile?.hasChanged) await backUpBefore(session, signal);
    } catch (error) {
      await dropStaged(folder);
      throw error;
    }
    // what is open is kept whole beside the restored record
    if (session.profile) session.profile.hasChanged = false;
    await closeOpenProfile(session);
    try {
      await putStagedInPlace(folder, session.host.now());
    } catch (error) {
      await openExistingProfile(session);
      await dropStaged(folder);
      throw notRestored(session, folder, 'Its files could not be moved into place', error);
    }
    try {
      session.profile = await openProfile(folder, isSample, session.host);
      session.problem = null;
    } catch (error) {
      // what could not be put back is tried again at the opening, which says where it is when it fails again
      await takeBackReplaced(folder).catch(() => undefined);
      await openExistingProfile(session);
      throw notRestored(session, folder, 'The backup could not be opened', error);
    }
    // the record is restored; a note that stays says so, and the next opening or restore removes it
    await deleteRestoreNote(folder).catch(() => undefined);
    // what was said of the record before is not true of this one, which was read whole
    const lastCheckAt = session.host.now().toISOString();
    await changeStatus(folder, () => ({ lastCheckAt, checkProblem: null, lastFailure: null })).catch(() => undefined);
  });
}

/** What a backup is refused with when the record did not pass its check, or could not be read. */
const damageCodes: ReadonlySet<string> = new Set(['BACKUP_DAMAGED', 'PROFILE_DAMAGED']);

async function backUpBefore(session: Session, signal: AbortSignal): Promise<void> {
  const { profile } = session;
  if (!profile) return;
  const hadChanged = profile.hasChanged;
  profile.hasChanged = false;
  try {
    await makeBackup(profile, session.host, 'Before a restore', { signal });
  } catch (error) {
    profile.hasChanged ||= hadChanged;
    // a damaged record must not be in the way of its own restore; it is moved aside as it is
    const isDamage = error instanceof AppError ? damageCodes.has(error.code) : damageIn(error, 'query') !== null;
    if (!isDamage) throw error;
  }
}

/** Says what is true now: the record before is open again, or it is back and does not open either, or it is still aside. */
function notRestored(session: Session, folder: string, what: string, error: unknown): AppError {
  const known = diskError(error);
  const why = known && known.message !== '' ? ` (${known.message.replace(/\.$/, '')})` : '';
  if (session.problem && isRestoreUnfinished(folder))
    return new AppError(session.problem.code, `${what}${why}. ${session.problem.message}`, session.problem.details);
  const now = session.profile
    ? 'Your record as it was is back in its place and open again. Try again, or choose an older backup.'
    : `The record that was there before is back in its place, and does not open either: ${session.problem?.message ?? ''}`;
  return new AppError(known?.code ?? 'INTERNAL', `${what}${why}. ${now}`);
}
