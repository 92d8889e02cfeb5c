/** What is done for the record while it is open and nobody asks: a backup every half hour, a check every week. */
import { AppError } from '../../shared/api/errors.ts';
import type { Session } from '../app/session.ts';
import { checkRecord, makeBackup } from '../backup/backup.ts';
import { readStatus } from '../backup/backup-status.ts';
import type { Profile } from './profile.ts';

const minute = 60_000;
const backupEvery = 30 * minute;
const checkEvery = 7 * 24 * 60 * minute;
/** So long nobody has asked for anything when the record is read through. */
const idleFor = 5 * minute;
const lookEvery = minute;

/** When a backup or a check of a profile was last begun, by the clock of the host. */
interface Begun {
  backup: number;
  check: number;
}
const begun = new WeakMap<Profile, Begun>();

/** Does what is due every minute; answers how to stop. */
export function startRegularMaintenance(session: Session): () => void {
  const timer = setInterval(() => void runDueMaintenance(session), lookEvery);
  timer.unref();
  return () => clearInterval(timer);
}

/** Ends what nobody asked for when somebody asks for another profile; it is done when it is next due. */
export function abortRegularMaintenance(session: Session): void {
  session.regularWork?.abort(new AppError('CONFLICT', 'Another record is about to be opened.'));
}

/**
 * Does what is due now, unless some of it is still being done or a backup is restored or copied. Never rejects: what
 * fails stands in the status, which the window shows.
 */
export async function runDueMaintenance(session: Session): Promise<void> {
  const { profile } = session;
  if (!profile || profile.isSample || profile.isReadOnly || session.regularWork || session.backupWork) return;
  const stop = new AbortController();
  session.regularWork = stop;
  await session.lock
    .shared(async () => {
      if (session.profile === profile && !stop.signal.aborted) await doWhatIsDue(session, profile, stop.signal);
    })
    .catch(() => undefined);
  session.regularWork = null;
}

async function doWhatIsDue(session: Session, profile: Profile, stop: AbortSignal): Promise<void> {
  const { host, ending } = session;
  const now = host.now().getTime();
  const last = begun.get(profile) ?? { backup: now, check: 0 };
  begun.set(profile, last);
  const isSince = (then: number, span: number) => Math.abs(now - then) >= span;
  const options = { signal: AbortSignal.any([ending.signal, stop]) };
  const before = { ...last };
  if (profile.hasChanged && isSince(last.backup, backupEvery)) {
    last.backup = now;
    profile.hasChanged = false;
    try {
      await makeBackup(profile, host, 'Regular', options);
    } catch {
      profile.hasChanged = true;
      if (stop.aborted) last.backup = before.backup;
    }
    announce(session);
    return;
  }
  const { lastCheckAt } = readStatus(profile.folder);
  const isIdle = isSince(session.lastCallAt, idleFor);
  const isDue = isSince(lastCheckAt === null ? 0 : Date.parse(lastCheckAt), checkEvery);
  // one that could not be made is not tried again every minute
  if (!isIdle || !isDue || !isSince(last.check, backupEvery)) return;
  last.check = now;
  await checkRecord(profile, host, options).finally(() => {
    if (stop.aborted) last.check = before.check;
    announce(session);
  });
}

function announce(session: Session): void {
  session.emit({ kind: 'changed', queries: ['getAppState', 'listBackups'], undo: null });
}
