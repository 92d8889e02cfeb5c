/** Backups: the list, making one, putting one back, checking the record. */
import { join } from 'node:path';
import { AppError } from '../../../shared/api/errors.ts';
import type { LongWork } from '../../../shared/api/events.ts';
import type { Backup } from '../../../shared/api/profile/backup.ts';
import type { ActContext, Handlers } from '../../app/context.ts';
import type { Session } from '../../app/session.ts';
import { checkInMemory, checkRecord, makeBackup } from '../../backup/backup.ts';
import { type BackupEntry, backupFolder, listBackups } from '../../backup/backup-list.ts';
import { listRefused } from '../../backup/backup-status.ts';
import { stageBackup } from '../../backup/restore.ts';
import { copyInPieces } from '../../files/copy-in-pieces.ts';
import { fileNameOf } from '../../files/file-name.ts';
import { adoptInBackground } from '../../profile/adopt-in-background.ts';
import { abortRegularMaintenance } from '../../profile/regular-maintenance.ts';
import { restoreStaged } from '../../profile/restore-staged.ts';

const cancelled = new AppError('CONFLICT', 'That was cancelled. Nothing was changed.');

export const backupHandlers: Pick<
  Handlers,
  | 'listBackups'
  | 'listRefusedBackups'
  | 'backUpNow'
  | 'saveBackupCopy'
  | 'restoreBackup'
  | 'cancelBackupWork'
  | 'checkRecord'
> = {
  listBackups({ session }) {
    const folder = session.profile?.folder ?? session.folder;
    adoptInBackground(session, folder);
    return listBackups(folder).map(forWindow);
  },

  listRefusedBackups: ({ session }) => listRefused(session.profile?.folder ?? session.folder),

  backUpNow: (context) =>
    makeBackupNow(context, {
      signal: context.session.ending.signal,
      onProgress: reportProgressOf(context.session, 'backup'),
    }),

  async saveBackupCopy(context) {
    const { session, host, profile, today } = context;
    return nullWhenCancelled(async () => {
      const { fileName } = await stoppable(session, 'backup', (options) => makeBackupNow(context, options));
      const made = join(backupFolder(profile.folder), fileName);
      // while the dialog waits there is nothing to cancel, and nothing in the way of a restore
      return host.saveFile({
        title: 'Save a copy of the backup',
        suggestedName: fileNameOf(['Cairn', today], 'db.gz'),
        bytes: (file) =>
          stoppable(session, 'backup', ({ signal, onProgress }) => copyInPieces(made, file, signal, onProgress)),
      });
    });
  },

  async restoreBackup({ session, host }, { fileName }) {
    if (session.problem?.code === 'PROFILE_LOCKED') throw session.problem;
    const folder = session.profile?.folder ?? session.folder;
    return nullWhenCancelled(() =>
      stoppable(session, 'restore', async (options) => {
        abortRegularMaintenance(session);
        await session.lock.shared(() => stageBackup(folder, fileName, host, options));
        await restoreStaged(session, folder, options.signal);
        return { fileName };
      }),
    );
  },

  cancelBackupWork({ session }) {
    const wasRunning = session.backupWork !== null;
    session.backupWork?.abort(cancelled);
    return { wasRunning };
  },

  async checkRecord({ session, profile, host }) {
    const report = profile.isReadOnly
      ? checkInMemory(profile)
      : await checkRecord(profile, host, {
          signal: session.ending.signal,
          onProgress: reportProgressOf(session, 'check'),
        });
    return { isSound: report.problems.length === 0, ...report };
  },
};

async function makeBackupNow({ session, profile, host }: ActContext, options: Stoppable): Promise<Backup> {
  const hadChanged = profile.hasChanged;
  // what is saved from here on is not in this backup
  profile.hasChanged = false;
  try {
    return forWindow(await makeBackup(profile, host, 'Asked for', options));
  } catch (error) {
    // one that failed is made good for at closing; one that was cancelled need not be
    profile.hasChanged ||= hadChanged || !options.signal.aborted;
    session.emit({ kind: 'changed', queries: ['getAppState'], undo: null });
    throw error;
  }
}

interface Stoppable {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

async function nullWhenCancelled<T>(run: () => Promise<T>): Promise<T | null> {
  try {
    return await run();
  } catch (error) {
    if (error === cancelled) return null;
    throw error;
  }
}

/** Work that `cancelBackupWork` stops; it then throws `cancelled`. */
async function stoppable<T>(session: Session, work: LongWork, run: (options: Stoppable) => Promise<T>): Promise<T> {
  if (session.backupWork)
    throw new AppError('CONFLICT', 'A backup is being restored or copied already. Wait for it, or cancel it.');
  const controller = new AbortController();
  session.backupWork = controller;
  try {
    return await run({
      signal: AbortSignal.any([controller.signal, session.ending.signal]),
      onProgress: reportProgressOf(session, work),
    });
  } finally {
    session.backupWork = null;
  }
}

function reportProgressOf(session: Session, work: LongWork): (done: number, total: number) => void {
  return (done, total) => session.emit({ kind: 'progress', work, done, total });
}

function forWindow({ fileName, madeAt, reason, bytes, schema, accomplishments, roles, resumes }: BackupEntry): Backup {
  return { fileName, madeAt, reason, bytes, schema, accomplishments, roles, resumes };
}
