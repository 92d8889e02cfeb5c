/** What stands beside the backups of a profile: the list of those that passed their check, and how backing up goes. */
import { existsSync, readdirSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import type { BackupHealth, RefusedBackup } from '../../shared/api/app.ts';
import { readSmallFile } from '../files/read-small-file.ts';
import { makeFolder, writeFileWhole } from '../files/write-file.ts';
import { createTurns } from '../jobs/in-turn.ts';

/** Why an entry is there that somebody put into the folder; every other was made by this profile. */
export const putHere = 'Added by hand';
/** The same, as lists of older versions say it. */
const putHereBefore = 'Put here';

const Entry = z.object({
  fileName: z.string().regex(/^[0-9A-Za-z._-]{1,120}$/),
  madeAt: z.iso.datetime(),
  reason: z.string().transform((reason) => (reason === putHereBefore ? putHere : reason)),
  bytes: z.number(),
  schema: z.number(),
  accomplishments: z.number(),
  roles: z.number(),
  resumes: z.number(),
  sha256: z.string(),
  /** Of the database inside; lists of older versions do not say. */
  databaseBytes: z.number().optional(),
});
export type Entry = z.infer<typeof Entry>;

const Refused = z.object({
  fileName: z.string(),
  size: z.number(),
  modifiedMs: z.number(),
  /** Null when the file could not even be read. */
  sha256: z.string().nullable(),
  why: z.string(),
});
export type Refused = z.infer<typeof Refused>;

const Status = z.object({
  lastFailure: z.object({ at: z.iso.datetime(), message: z.string() }).nullable().catch(null),
  lastCheckAt: z.iso.datetime().nullable().catch(null),
  checkProblem: z.string().nullable().catch(null),
  /** The number of the newest backup when another record was last put in place; nothing is thinned for a week after. */
  restoredAfter: z.number().nullable().catch(null),
  refused: z.array(Refused).catch([]),
});
export type Status = z.infer<typeof Status>;

export const backupFolder = (profileFolder: string) => join(profileFolder, 'backups');
const listFile = (profileFolder: string) => join(backupFolder(profileFolder), 'manifest.json');
const statusFile = (profileFolder: string) => join(backupFolder(profileFolder), 'status.json');

/** A backup's place in the order they were made in; what was put here has none. */
export function sequenceOf({ fileName, reason }: Pick<Entry, 'fileName' | 'reason'>): number {
  return reason === putHere ? 0 : numberOf(fileName);
}

/** Only names as they are given here have a number; that of a stranger must not be the one to go on from. */
function numberOf(fileName: string): number {
  return Number(/^(\d{6,12})-\d{8}T\d{6}Z-v\d{1,6}\.db\.gz$/.exec(fileName)?.[1] ?? 0);
}

/** Files that are in no list may be anybody's, and a number near the end of what can be counted would be the last. */
const highestUnlisted = 999_999_999;

/** The backups there are, newest first. A list that cannot be read counts as empty: the files stay. */
export function listBackups(profileFolder: string): Entry[] {
  const stored = readJson(listFile(profileFolder));
  const entries = (Array.isArray(stored) ? stored : [])
    .flatMap((entry) => Entry.safeParse(entry).data ?? [])
    .filter((entry) => existsSync(join(backupFolder(profileFolder), entry.fileName)));
  const ours = entries.filter((entry) => entry.reason !== putHere).sort((a, b) => sequenceOf(b) - sequenceOf(a));
  // the clock may have jumped between two of ours, so what was put here finds its place among them one by one
  for (const entry of entries.filter((other) => other.reason === putHere)) {
    const older = ours.findIndex((other) => other.madeAt <= entry.madeAt);
    ours.splice(older < 0 ? ours.length : older, 0, entry);
  }
  return ours;
}

/** What was put here and is not a valid backup. */
export function listRefused(profileFolder: string): RefusedBackup[] {
  return readStatus(profileFolder)
    .refused.filter(({ fileName }) => existsSync(join(backupFolder(profileFolder), fileName)))
    .map(({ fileName, why }) => ({ fileName, why }));
}

/** A number above all that were ever given here, also to files that are in no list. */
export function nextNumber(profileFolder: string): number {
  const names = existsSync(backupFolder(profileFolder)) ? readdirSync(backupFolder(profileFolder)) : [];
  const unlisted = names.map(numberOf).filter((number) => number <= highestUnlisted);
  return [...unlisted, ...listBackups(profileFolder).map(sequenceOf)].reduce((a, b) => Math.max(a, b), 0) + 1;
}

/** What could not be written, for as long as this process lives: a full disk is what the status has to tell of. */
const unwritten = new Map<string, Status>();

export function readStatus(profileFolder: string): Status {
  const known = unwritten.get(profileFolder);
  if (known) return known;
  const stored = readJson(statusFile(profileFolder));
  return Status.parse(typeof stored === 'object' && stored !== null ? stored : {});
}

/** Changes of the list and of the status come one after the other. */
const turns = createTurns();

/** Changes the list. Throws DISK_FULL and kin, and the list is then as it was. */
export function changeList(profileFolder: string, change: (entries: Entry[]) => Entry[]): Promise<void> {
  return turns.inTurn(profileFolder, () =>
    writeFileWhole(listFile(profileFolder), JSON.stringify(change(listBackups(profileFolder)), null, 1)),
  );
}

/** Notes how it went. Never throws: what cannot be written is remembered until it can. */
export function changeStatus(profileFolder: string, change: (status: Status) => Partial<Status>): Promise<void> {
  return turns.inTurn(profileFolder, async () => {
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

/** How the backups stand, for the window. */
export function backupHealth(profileFolder: string): BackupHealth {
  const { lastFailure, lastCheckAt, checkProblem } = readStatus(profileFolder);
  const newest = listBackups(profileFolder).find((entry) => entry.reason !== putHere);
  return { lastGoodAt: newest?.madeAt ?? null, lastFailure, lastCheckAt, checkProblem };
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

function readJson(file: string): unknown {
  try {
    return JSON.parse(readSmallFile(file) ?? '');
  } catch {
    return null;
  }
}
