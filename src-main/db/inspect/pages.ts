/**
 * The pages of a database as they stand in its file and its write-ahead log, read without SQLite: nothing is locked, made
 * or changed, so that a medium that takes no writes, and a file SQLite refuses, can be read all the same.
 */
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { pageSizeIn, readFileHeader } from './file-header.ts';

export interface Pages {
  readonly pageSize: number;
  /** How many pages there should be; the file may hold fewer. */
  readonly count: number;
  /** The page of this number, from 1; null when the file ends before it. */
  readonly read: (page: number) => Buffer | null;
  /** Whether the log holds changes that came after the last one it gives. */
  readonly isLogCutOff: boolean;
  /** How many pages the log gives, each as often as it was written. */
  readonly logPages: number;
  /** Whether another program wrote into the files since they were opened. */
  readonly haveChanged: () => boolean;
  /**
   * Whether the last write is long enough ago that a further one would show: systems keep the time of a write to some
   * milliseconds.
   */
  readonly isSettled: boolean;
  readonly close: () => void;
}

const usualPageSize = 4096;
const settledAfterMs = 50;
const walHeaderBytes = 32;
const frameHeaderBytes = 24;

/** Opens the file and the log beside it. Throws what the system says; a file that is no database is read as pages, too. */
export function openPages(file: string): Pages {
  const before = fingerprint(file);
  const isSettled = [file, `${file}-wal`].every((name) => {
    const age = Date.now() - (statSync(name, { throwIfNoEntry: false })?.mtimeMs ?? 0);
    // a time yet to come is another clock's
    return age < 0 || age >= settledAfterMs;
  });
  const database = openSync(file, 'r');
  let log: number | null = null;
  try {
    log = openIfThere(`${file}-wal`);
    const { size } = statSync(file);
    const header = readAt(database, 0, 100);
    const pageSize = pageSizeIn(header) ?? usualPageSize;
    const frames = log === null ? noFrames : readFrames(log, pageSize);
    const stated = readFileHeader(header)?.pageCount ?? 0;
    const read = (page: number): Buffer | null => {
      const offset = frames.offsets.get(page);
      if (offset !== undefined && log !== null) return readAt(log, offset, pageSize);
      const bytes = readAt(database, (page - 1) * pageSize, pageSize);
      if (bytes.length === 0) return null;
      return bytes.length === pageSize ? bytes : Buffer.concat([bytes], pageSize);
    };
    return {
      pageSize,
      // a header that was overwritten may state any number
      count: frames.pageCount ?? (stated > 0 && stated * pageSize <= size * 4 ? stated : Math.ceil(size / pageSize)),
      read,
      isLogCutOff: frames.isCutOff,
      logPages: frames.count,
      haveChanged: () => fingerprint(file) !== before,
      isSettled,
      close: () => {
        closeSync(database);
        if (log !== null) closeSync(log);
      },
    };
  } catch (error) {
    closeSync(database);
    if (log !== null) closeSync(log);
    throw error;
  }
}

/** What tells that a file was written to: its own number, length and times, and its log's. */
function fingerprint(file: string): string {
  return ['', '-wal']
    .map((suffix) => {
      const found = statSync(`${file}${suffix}`, { bigint: true, throwIfNoEntry: false });
      return found ? `${found.ino}:${found.size}:${found.mtimeNs}` : 'none';
    })
    .join(' ');
}

function openIfThere(file: string): number | null {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? openSync(file, 'r') : null;
}

function readAt(fd: number, offset: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  let read = 0;
  while (read < length) {
    const got = readSome(fd, bytes, read, offset + read);
    if (got === 0) break;
    read += got;
  }
  return bytes.subarray(0, read);
}

/** What the disk cannot give counts as not there. */
function readSome(fd: number, bytes: Buffer, from: number, offset: number): number {
  try {
    return readSync(fd, bytes, from, bytes.length - from, offset);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EIO') return 0;
    throw error;
  }
}

/** How many committed pages a write-ahead log gives, read from end to end without the database it belongs to. */
export function countLogPages(log: string): number {
  const descriptor = openIfThere(log);
  if (descriptor === null) return 0;
  try {
    const header = readAt(descriptor, 0, walHeaderBytes);
    return header.length < walHeaderBytes ? 0 : readFrames(descriptor, header.readUInt32BE(8)).count;
  } finally {
    closeSync(descriptor);
  }
}

interface Frames {
  /** Where the newest committed state of a page stands in the log. */
  readonly offsets: ReadonlyMap<number, number>;
  /** Pages of the database after the last commit; null when the log holds none. */
  readonly pageCount: number | null;
  readonly count: number;
  readonly isCutOff: boolean;
}

const noFrames: Frames = { offsets: new Map(), pageCount: null, count: 0, isCutOff: false };

/**
 * The committed frames of a write-ahead log, by the rules SQLite itself goes by: a frame counts when its salt is the
 * header's and its checksum, which runs on from the frame before, is right; and only up to the last commit.
 */
function readFrames(log: number, pageSize: number): Frames {
  const header = readAt(log, 0, walHeaderBytes);
  if (header.length < walHeaderBytes) return noFrames;
  const magic = header.readUInt32BE(0);
  if ((magic & ~1) >>> 0 !== 0x377f0682 || header.readUInt32BE(8) !== pageSize) return noFrames;
  const isBigEndian = (magic & 1) === 1;
  let sum = checksum(header.subarray(0, 24), isBigEndian, [0, 0]);
  if (!isSum(header, 24, sum)) return { ...noFrames, isCutOff: true };
  const offsets = new Map<number, number>();
  let pageCount: number | null = null;
  let count = 0;
  let pending: [page: number, offset: number][] = [];
  const length = frameHeaderBytes + pageSize;
  for (let at = walHeaderBytes; ; at += length) {
    const frame = readAt(log, at, length);
    const isOfThisRun =
      frame.length >= frameHeaderBytes && frame.compare(header, 16, 24, 8, 16) === 0 && frame.readUInt32BE(0) > 0;
    // what stands behind is of an earlier run, or there is nothing
    if (!isOfThisRun) return { offsets, pageCount, count, isCutOff: pending.length > 0 };
    if (frame.length === length) {
      sum = checksum(frame.subarray(0, 8), isBigEndian, sum);
      sum = checksum(frame.subarray(frameHeaderBytes), isBigEndian, sum);
    }
    if (frame.length < length || !isSum(frame, 16, sum)) return { offsets, pageCount, count, isCutOff: true };
    pending.push([frame.readUInt32BE(0), at + frameHeaderBytes]);
    const pagesAfterCommit = frame.readUInt32BE(4);
    if (pagesAfterCommit === 0) continue;
    for (const [page, offset] of pending) offsets.set(page, offset);
    count += pending.length;
    pending = [];
    pageCount = pagesAfterCommit;
  }
}

type Sum = readonly [number, number];

function checksum(bytes: Buffer, isBigEndian: boolean, [first, second]: Sum): Sum {
  let a = first;
  let b = second;
  for (let at = 0; at < bytes.length; at += 8) {
    a = (a + (isBigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at)) + b) >>> 0;
    b = (b + (isBigEndian ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4)) + a) >>> 0;
  }
  return [a, b];
}

const isSum = (bytes: Buffer, at: number, [first, second]: Sum): boolean =>
  bytes.readUInt32BE(at) === first && bytes.readUInt32BE(at + 4) === second;
