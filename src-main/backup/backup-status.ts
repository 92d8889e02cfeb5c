/** How backing up goes: the last failure, the last check, and what was put beside the backups and is none. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { BackupHealth, RefusedBackup } from '../../shared/api/profile/backup.ts';
import { makeFolder, writeFileWhole } from '../files/write-file.ts';
import { addedByHand, backupFolder, listBackups, listTurns, readJson } from './backup-list.ts';

const RefusedFile = z.object({
  fileName: z.string(),
  size: z.number(),
  modifiedMs: z.number(),
  /** Null when the file could not even be read. */
  sha256: z.string().nullable(),
  why: z.string(),
});
export type RefusedFile = z.infer<typeof RefusedFile>;

const BackupStatus = z.object({
  lastFailure: z.object({ at: z.iso.datetime(), message: z.string() }).nullable().catch(null),
  lastCheckAt: z.iso.datetime().nullable().catch(null),
  checkProblem: z.string().nullable().catch(null),
  /** The number of the newest backup when another record was last put in place; nothing is thinned for a week after. */
  restoredAfter: z.number().nullable().catch(null),
  refused: z.array(RefusedFile).catch([]),
});
export type BackupStatus = z.infer<typeof BackupStatus>;

const statusFile = (profileFolder: string) => join(backupFolder(profileFolder), 'status.json');

/** What could not be written, for as long as this process lives: a full disk is what the status has to tell of. */
const unwritten = new Map<string, BackupStatus>();

export function readStatus(profileFolder: string): BackupStatus {
  const known = unwritten.get(profileFolder);
  if (known) return known;
  const stored = readJson(statusFile(profileFolder));
  return BackupStatus.parse(typeof stored === 'object' && stored !== null ? stored : {});
}

/** Notes how it went. Never throws: what cannot be written is remembered until it can. */
export function changeStatus(
  profileFolder: string,
  change: (status: BackupStatus) => Partial<BackupStatus>,
): Promise<void> {
  return listTurns.inTurn(profileFolder, async () => {
    const before = readStatus(profileFolder);
    const after = { ...before, ...change(before) };
    try {
      await makeFolder(backupFolder(profileFolder));
      await writeFileWhole(statusFile(profileFolder), JSON.stringify(after, null, 1));
      unwritten.delete(profileFolder);
    } catch {
      unwritten.set(profileFolder, after);
    }
  });
}

/** What was put here and is not a valid backup. */
export function listRefused(profileFolder: string): RefusedBackup[] {
  return readStatus(profileFolder)
    .refused.filter(({ fileName }) => existsSync(join(backupFolder(profileFolder), fileName)))
    .map(({ fileName, why }) => ({ fileName, why }));
}

/** How the backups stand, for the window. */
export function backupHealth(profileFolder: string): BackupHealth {
  const { lastFailure, lastCheckAt, checkProblem } = readStatus(profileFolder);
  const newest = listBackups(profileFolder).find((entry) => entry.reason !== addedByHand);
  return { lastGoodAt: newest?.madeAt ?? null, lastFailure, lastCheckAt, checkProblem };
}
