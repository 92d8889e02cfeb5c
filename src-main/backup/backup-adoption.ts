/** Files that somebody put beside the backups: each is read through in a process of its own before it is offered. */
import { existsSync, readdirSync, type Stats } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../shared/api/errors.ts';
import { removeDatabase } from '../db/remove-database.ts';
import type { Host } from '../host.ts';
import { JobFailure, runJob } from '../jobs/run-job.ts';
import { partName, reasonOf } from './backup.ts';
import { addedByHand, type BackupEntry, backupFolder, changeList, listBackups } from './backup-list.ts';
import { changeStatus, readStatus } from './backup-status.ts';
import { timeLimitForForeign } from './backup-time-limits.ts';

/** So many are looked at in one go; the others have their turn at the next listing. */
const mostAtOnce = 100;

/**
 * Takes into the list what was put into the folder and is a valid backup; what is not is remembered with the reason and
 * not tried again until the file changes. Answers whether anything became known. Stops when the signal says so.
 */
export async function adoptBackups(
  profileFolder: string,
  host: Pick<Host, 'startProcess'>,
  signal: AbortSignal,
): Promise<boolean> {
  const folder = backupFolder(profileFolder);
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const listed = new Set(listBackups(profileFolder).map((entry) => entry.fileName));
  const found = names.filter((name) => /^[0-9A-Za-z][0-9A-Za-z._-]{0,110}\.db\.gz$/.test(name) && !listed.has(name));
  await dropMissingFiles(profileFolder, new Set(names));
  const refused = new Map(readStatus(profileFolder).refused.map((known) => [known.fileName, known]));
  let isNew = false;
  let looked = 0;
  for (const fileName of found) {
    if (signal.aborted || looked === mostAtOnce) break;
    const stat = await lstat(join(folder, fileName)).catch(() => null);
    const known = refused.get(fileName);
    // those known already must not take the turn of the others
    if (!stat || (known?.size === stat.size && known.modifiedMs === stat.mtimeMs)) continue;
    looked += 1;
    isNew = (await adopt(profileFolder, fileName, stat, host, signal)) || isNew;
  }
  return isNew;
}

async function dropMissingFiles(profileFolder: string, names: ReadonlySet<string>): Promise<void> {
  if (readStatus(profileFolder).refused.every(({ fileName }) => names.has(fileName))) return;
  await changeStatus(profileFolder, ({ refused }) => ({
    refused: refused.filter((known) => names.has(known.fileName)),
  }));
}

async function adopt(
  profileFolder: string,
  fileName: string,
  found: Stats,
  host: Pick<Host, 'startProcess'>,
  signal: AbortSignal,
): Promise<boolean> {
  const file = join(backupFolder(profileFolder), fileName);
  const seen = { fileName, size: found.size, modifiedMs: found.mtimeMs };
  const { refused } = readStatus(profileFolder);
  const refuse = async (sha256: string | null, why: string) => {
    await changeStatus(profileFolder, (status) => ({
      refused: [...status.refused.filter((known) => known.fileName !== fileName), { ...seen, sha256, why }],
    }));
    return true;
  };
  if (!found.isFile()) return refuse(null, 'it is no file of its own');
  const timeoutMs = timeLimitForForeign(found.size);
  const target = partName(profileFolder, `${fileName}.db`);
  let sha256: string | null = null;
  try {
    sha256 = await runJob(host, 'hashOf', { file }, { timeoutMs, signal });
    const known = refused.find((other) => other.sha256 === sha256);
    if (known) return await refuse(sha256, known.why);
    const { databaseSha256: _databaseSha256, ...unpacked } = await runJob(
      host,
      'unpackBackup',
      { file, target, expected: null, isOurs: false },
      { timeoutMs, signal },
    );
    const entry: BackupEntry = { fileName, madeAt: found.mtime.toISOString(), reason: addedByHand, ...unpacked };
    // one of ours may have been listed meanwhile
    await changeList(profileFolder, (entries) =>
      entries.some((other) => other.fileName === fileName) ? entries : [...entries, entry],
    );
    return true;
  } catch (error) {
    if (signal.aborted) return false;
    const why = whyRefused(error);
    return why === null ? false : await refuse(sha256, why);
  } finally {
    await removeDatabase(target);
  }
}

/** Null for what is not the file's fault, such as a full disk: it is tried again. */
function whyRefused(error: unknown): string | null {
  if (error instanceof JobFailure)
    return error.reason === 'timed-out' ? 'reading it took too long' : 'reading it needed too much memory or failed';
  if (!(error instanceof AppError)) return null;
  if (error.code === 'PROFILE_NEWER') return 'it was made by a newer Cairn';
  return error.code === 'BACKUP_DAMAGED' ? reasonOf(error) : null;
}
