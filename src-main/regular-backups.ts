/** What is done for the record while it is open and nobody asks: a backup every half hour, a check every week. */
import { checkRecord, makeBackup } from './db/backup.ts';
import { readStatus } from './db/backup-list.ts';
import type { Profile } from './profile.ts';
import type { Session } from './session.ts';

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
export function lookAfterRegularly(session: Session): () => void {
  const timer = setInterval(() => void runDueMaintenance(session), lookEvery);
  timer.unref();
  return () => clearInterval(timer);
}

/** Does what is due now. Never rejects: what fails stands in the status, which the window shows. */
export async function runDueMaintenance(session: Session): Promise<void> {
  const { profile } = session;
  if (!profile || profile.isSample || profile.isReadOnly) return;
  await session.lock
    .shared(async () => {
      if (session.profile === profile) await doWhatIsDue(session, profile);
    })
    .catch(() => undefined);
}

async function doWhatIsDue(session: Session, profile: Profile): Promise<void> {
  const { host, ending } = session;
  const now = host.now().getTime();
  const last = begun.get(profile) ?? { backup: now, check: 0 };
  begun.set(profile, last);
  const isSince = (then: number, span: number) => Math.abs(now - then) >= span;
  const options = { signal: ending.signal };
  if (profile.hasChanged && isSince(last.backup, backupEvery)) {
    last.backup = now;
    profile.hasChanged = false;
    try {
      await makeBackup(profile, host, 'Regular', options);
    } catch {
      profile.hasChanged = true;
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
  await checkRecord(profile, host, options).finally(() => announce(session));
}

function announce(session: Session): void {
  session.emit({ kind: 'changed', queries: ['getAppState', 'listBackups'], undo: null });
}
