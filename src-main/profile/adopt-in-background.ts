/** Looks at what was put beside the backups while the app goes on; what becomes known is told to the window. */

import type { Session } from '../app/session.ts';
import { adoptBackups } from '../backup/backup-adoption.ts';

const running = new Map<string, Promise<void>>();

/**
 * Starts it unless it runs; listing the backups need not wait for it. What it finds is written down beside the backups,
 * so it leaves a folder alone that another Cairn has open, and one of which only a copy is open to read.
 */
export function adoptInBackground(session: Session, folder: string): void {
  if (session.profile?.isReadOnly || session.problem?.code === 'PROFILE_LOCKED') return;
  if (running.has(folder) || session.ending.signal.aborted) return;
  const work = adoptBackups(folder, session.host, session.ending.signal)
    .then((isNew) => {
      if (!isNew) return;
      const queries = ['listBackups', 'listRefusedBackups', ...(session.problem ? ['getAppState'] : [])];
      session.emit({ kind: 'changed', queries, undo: null });
    })
    // a list that cannot be written now is tried again at the next listing
    .catch(() => undefined)
    .finally(() => running.delete(folder));
  running.set(folder, work);
}

/** Waits until nothing in the folder is being looked at. */
export async function adoptionDone(folder: string): Promise<void> {
  await running.get(folder);
}
