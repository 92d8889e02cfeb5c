/** Which file is open: a save into one that was moved away or replaced would be acknowledged and lost. */
import { closeSync, openSync, readSync, statSync } from 'node:fs';

/** Device and number of a file, which stay when it is renamed and differ when another takes its name. */
export interface FileIdentity {
  readonly device: bigint;
  readonly number: bigint;
}

/** Null when nothing is there by that name. Throws when it cannot be told. */
export function identityOf(file: string): FileIdentity | null {
  const stat = statSync(file, { bigint: true, throwIfNoEntry: false });
  return stat === undefined ? null : { device: stat.dev, number: stat.ino };
}

/** Whether the file of that name is still the same. One question to the system, so it can be asked at every save. */
export function isSameFile(file: string, identity: FileIdentity | null): boolean {
  try {
    const now = identityOf(file);
    return now?.device === identity?.device && now?.number === identity?.number;
  } catch {
    // a folder that cannot be entered any more is not where the record is
    return false;
  }
}

/** The length of a log's header, of the head of a frame in it, and of the smallest page. */
const smallestLog = 32 + 24 + 512;

/** Whether a write-ahead log holds anything: its first number, whatever the order of bytes, and a frame. */
export function holdsChanges(log: string): boolean {
  if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) < smallestLog) return false;
  const start = Buffer.alloc(4);
  const descriptor = openSync(log, 'r');
  try {
    readSync(descriptor, start, 0, 4, 0);
  } finally {
    closeSync(descriptor);
  }
  return [0x377f0682, 0x377f0683].includes(start.readUInt32BE(0));
}
