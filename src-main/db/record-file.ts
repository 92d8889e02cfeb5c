/** Which file is open: a save into one that was moved away, replaced or written over would be acknowledged and lost. */
import { closeSync, openSync, readSync, statSync } from 'node:fs';

/** The file of a record that is open, and how Cairn left it when it last wrote into it. */
export interface OpenFile {
  /**
   * `there`: it is as Cairn left it; `moved`: another file, or none, stands under its name; `overwritten`: another
   * program wrote into it, as `cp` does. One question to the system.
   */
  readonly look: () => 'there' | 'moved' | 'overwritten';
  /** Has `work` write into the file, and remembers how it was left then; null, and no work, when it is not as it was left. */
  readonly write: <T>(work: () => T) => T | null;
}

/** A file that was just opened, as it stands. */
export function openFile(path: string): OpenFile {
  const stat = () => statSync(path, { bigint: true, throwIfNoEntry: false });
  const opened = stat();
  let left = opened;
  const look = () => {
    try {
      const now = stat();
      if (now?.dev !== opened?.dev || now?.ino !== opened?.ino) return 'moved';
      const isTouched = now?.size !== left?.size || (hasExactTimes && now?.mtimeNs !== left?.mtimeNs);
      return isTouched ? 'overwritten' : 'there';
    } catch {
      return 'moved';
    }
  };
  return {
    look,
    write: (work) => {
      if (look() !== 'there') return null;
      try {
        return work();
      } finally {
        left = stat();
      }
    },
  };
}

/** Windows notes the time of a write at some later moment, as long as the file is open. */
const hasExactTimes = process.platform !== 'win32';

/** The length of a log's header, of the head of a frame in it, and of the smallest page. */
const smallestLog = 32 + 24 + 512;

/** Whether a write-ahead log holds anything: its first number, whatever the order of bytes, and a frame. */
export function holdsChanges(log: string): boolean {
  return sizeOf(log) >= smallestLog && [0x377f0682, 0x377f0683].includes(readLogHeader(log).readUInt32BE(0));
}

const sizeOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

/** The header of a write-ahead log; zeros where there is none. */
export function readLogHeader(log: string): Buffer {
  const header = Buffer.alloc(32);
  if (statSync(log, { throwIfNoEntry: false }) === undefined) return header;
  const descriptor = openSync(log, 'r');
  try {
    readSync(descriptor, header, 0, header.length, 0);
  } finally {
    closeSync(descriptor);
  }
  return header;
}
