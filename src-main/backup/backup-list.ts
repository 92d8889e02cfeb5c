/** The list of the backups of a profile: those that passed their check. */
import { existsSync, readdirSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { readSmallFile } from '../files/read-small-file.ts';
import { writeFileWhole } from '../files/write-file.ts';
import { createTurns } from '../jobs/in-turn.ts';

/** Why an entry is there that somebody put into the folder; every other was made by this profile. */
export const addedByHand = 'Added by hand';
/** The same, as lists of older versions say it. */
const addedByHandBefore = 'Put here';

const BackupEntry = z.object({
  fileName: z.string().regex(/^[0-9A-Za-z._-]{1,120}$/),
  madeAt: z.iso.datetime(),
  reason: z.string().transform((reason) => (reason === addedByHandBefore ? addedByHand : reason)),
  bytes: z.number(),
  schema: z.number(),
  accomplishments: z.number(),
  roles: z.number(),
  resumes: z.number(),
  sha256: z.string(),
  /** Of the database inside; lists of older versions do not say. */
  databaseBytes: z.number().optional(),
});
export type BackupEntry = z.infer<typeof BackupEntry>;

export const backupFolder = (profileFolder: string) => join(profileFolder, 'backups');
const listFile = (profileFolder: string) => join(backupFolder(profileFolder), 'manifest.json');

/** A backup's place in the order they were made in; what was put here has none. */
export function sequenceOf({ fileName, reason }: Pick<BackupEntry, 'fileName' | 'reason'>): number {
  return reason === addedByHand ? 0 : numberOf(fileName);
}

/** Only names as they are given here have a number; that of a stranger must not be the one to go on from. */
function numberOf(fileName: string): number {
  return Number(/^(\d{6,12})-\d{8}T\d{6}Z-v\d{1,6}\.db\.gz$/.exec(fileName)?.[1] ?? 0);
}

/** Files that are in no list may be anybody's, and a number near the end of what can be counted would be the last. */
const highestUnlisted = 999_999_999;

/** The backups there are, newest first. A list that cannot be read counts as empty: the files stay. */
export function listBackups(profileFolder: string): BackupEntry[] {
  const stored = readJson(listFile(profileFolder));
  const entries = (Array.isArray(stored) ? stored : [])
    .flatMap((entry) => BackupEntry.safeParse(entry).data ?? [])
    .filter((entry) => existsSync(join(backupFolder(profileFolder), entry.fileName)));
  const ours = entries.filter((entry) => entry.reason !== addedByHand).sort((a, b) => sequenceOf(b) - sequenceOf(a));
  // the clock may have jumped between two of ours, so what was put here finds its place among them one by one
  for (const entry of entries.filter((other) => other.reason === addedByHand)) {
    const older = ours.findIndex((other) => other.madeAt <= entry.madeAt);
    ours.splice(older < 0 ? ours.length : older, 0, entry);
  }
  return ours;
}

/** A number above all that were ever given here, also to files that are in no list. */
export function nextNumber(profileFolder: string): number {
  const names = existsSync(backupFolder(profileFolder)) ? readdirSync(backupFolder(profileFolder)) : [];
  const unlisted = names.map(numberOf).filter((number) => number <= highestUnlisted);
  return [...unlisted, ...listBackups(profileFolder).map(sequenceOf)].reduce((a, b) => Math.max(a, b), 0) + 1;
}

/** Changes of the list and of the status beside it come one after the other. */
export const listTurns = createTurns();

/** Changes the list. Throws DISK_FULL and kin, and the list is then as it was. */
export function changeList(profileFolder: string, change: (entries: BackupEntry[]) => BackupEntry[]): Promise<void> {
  return listTurns.inTurn(profileFolder, () =>
    writeFileWhole(listFile(profileFolder), JSON.stringify(change(listBackups(profileFolder)), null, 1)),
  );
}

/** Bytes of all backups together. */
export async function backupBytes(profileFolder: string): Promise<number> {
  let sum = 0;
  for (const { fileName } of listBackups(profileFolder)) {
    const file = await stat(join(backupFolder(profileFolder), fileName)).catch(() => null);
    sum += file?.size ?? 0;
  }
  return sum;
}

/** What a small file of ours holds; null when it is not there or cannot be read. */
export function readJson(file: string): unknown {
  try {
    return JSON.parse(readSmallFile(file) ?? '');
  } catch {
    return null;
  }
}
