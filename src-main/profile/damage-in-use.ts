/** Damage that a question or a save meets in the open record: remembered as that of a check is. */
import type { Endpoint } from '../../shared/api/endpoint.ts';
import { AppError } from '../../shared/api/errors.ts';
import type { Session } from '../app/session.ts';
import { changeStatus, readStatus } from '../backup/backup-status.ts';
import { diskFault } from '../db/disk-error.ts';
import type { Profile } from './profile.ts';

/**
 * When an error in the open record reports damage, notes it where a check notes what it finds, and answers
 * the first part of a sentence about it; null for every other error. What is open read-only is a copy that was checked,
 * and its folder is not written.
 */
export async function noteDamageInUse(
  session: Session,
  profile: Profile,
  kind: Endpoint['kind'],
  error: unknown,
): Promise<string | null> {
  const damage = profile.isReadOnly ? null : damageIn(error, kind);
  // every question may meet it again and again
  if (damage !== null && readStatus(profile.folder).checkProblem === null) {
    const lastCheckAt = session.host.now().toISOString();
    await changeStatus(profile.folder, () => ({ lastCheckAt, checkProblem: damage }));
    session.emit({ kind: 'changed', queries: ['getAppState', 'listBackups'], undo: null });
  }
  return damage;
}

/** The damage that an error of SQLite reports; null when it reports something else. */
export function damageIn(error: unknown, kind: Endpoint['kind']): string | null {
  if (error instanceof AppError) return null;
  const { code = '' } = error as { code?: string };
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return 'A part of the file that holds your record is damaged';
  // what a question meets is never a write, whatever SQLite calls it
  const isUnread = code.startsWith('SQLITE_IOERR') && (kind === 'query' || diskFault(error) === 'unreadable');
  return isUnread ? 'The disk could not read a part of the file that holds your record' : null;
}
