/**
 * The write-ahead log of an open record. SQLite holds in memory how far the log goes and never looks whether it is still
 * what it wrote: a log that another program emptied, cut off or wrote over takes further saves, and is then moved into
 * the record. And after a crash it reads a log that was cut off as one that ends there. So the log is compared with how
 * it was left before anything is written, and how far it went at the last acknowledged save stands in a small file
 * beside the record.
 *
 * That file is not synced: it would double what a save costs. It is written after the disk has the log, so after a power
 * cut it describes the log or less, and what it describes is there.
 */
import { hash } from 'node:crypto';
import { closeSync, constants, openSync, readSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { readSmallFile } from '../files/read-small-file.ts';
import { countLogPages } from './inspect/pages.ts';
import { logState } from './log-state.ts';
import type { RecordState } from './profile-marker.ts';
import { readLogHeader } from './record-file.ts';

export const positionFileName = 'record.position';

interface Position {
  /** Which opening of which record wrote it; see the marker. */
  readonly recordId: string;
  readonly generation: number;
  /** The run of the log: a number that grows by one each time the log is started again. */
  readonly run: number;
  readonly pages: number;
}

export interface OpenLog {
  /**
   * `there`: what stands in it can be read as Cairn wrote it; `moved`: another file, or none, stands under its name;
   * `overwritten`: another program emptied it, cut it off or wrote over it. Reads it through only when
   * it was written to and not by Cairn.
   */
  readonly look: () => 'there' | 'moved' | 'overwritten';
  /** To be called after writing: remembers how the log is now. Never throws. */
  readonly note: () => void;
  readonly close: () => void;
}

/** Begins to watch the log of a record that was just opened. */
export function watchLog(folder: string, sqlite: Database, { recordId, generation }: RecordState): OpenLog {
  const log = logOf(folder);
  const stat = () => statSync(log, { bigint: true, throwIfNoEntry: false });
  const opened = stat();
  const header = openHeader(log);
  let left = opened;
  let run: number | null = null;
  /** Pages at the last note: where there are more or fewer, Cairn has written since. */
  let noted = -1;
  const position = createPosition(folder);
  const isThere = (now = stat()) => now?.dev === opened?.dev && now?.ino === opened?.ino;
  const note = () => {
    try {
      const now = stat();
      // of a log that is not ours nothing is noted, also not that there was one
      if (!isThere(now)) return position.close();
      const pages = logState(sqlite).log;
      // what changed without Cairn is for `look` to judge
      if (pages === noted) return;
      noted = pages;
      left = now;
      // an emptied log has no header; the next run is told from the one before it all the same
      if (pages === 0) return;
      run = header.read().readUInt32BE(runAt);
      position.write(lineOf({ recordId, generation, run, pages }));
    } catch {
      // a position of before says less, and nothing that is not so
    }
  };
  const look = () => {
    try {
      const now = stat();
      if (!isThere(now)) return 'moved';
      if (now?.size === left?.size && now?.mtimeNs === left?.mtimeNs) return 'there';
      const { log: pages, checkpointed } = logState(sqlite);
      // all of it is in the record itself, and the next save starts the log again
      if (checkpointed === pages) return 'there';
      const start = header.read();
      const isLongEnough = Number(now?.size ?? 0) >= start.length + pages * (24 + start.readUInt32BE(8));
      if (!isLongEnough || (run !== null && runsFrom(run, start.readUInt32BE(runAt)) < 0)) return 'overwritten';
      if (pages === noted && countLogPages(log) < pages) return 'overwritten';
      if (pages === noted) left = now;
      return 'there';
    } catch {
      return 'moved';
    }
  };
  note();
  const close = () => {
    header.close();
    position.close();
  };
  return { look, note, close };
}

/** Whether the log of a record that was left open goes less far than was noted then; what it gives now is `logPages`. */
export function isLogCut(folder: string, state: RecordState, logPages: number): boolean {
  if (state.isClosed) return false;
  const position = readPosition(folder);
  if (position?.recordId !== state.recordId || position.generation !== state.generation) return false;
  // a run that began after the position was noted began when all before it was in the record itself
  const runsLater = runsFrom(position.run, runOf(logOf(folder)));
  return runsLater < 0 || (runsLater === 0 && logPages < position.pages);
}

const logOf = (folder: string) => join(folder, 'record.db-wal');

/** The header of the log that is open, for as long as that is; zeros where it cannot be read. */
function openHeader(log: string) {
  const header = Buffer.alloc(32);
  let descriptor: number | null = null;
  try {
    descriptor = openSync(log, constants.O_RDONLY);
  } catch {
    // it looks as if it had been emptied, which is safe
  }
  return {
    read: () => {
      header.fill(0);
      if (descriptor !== null) readSync(descriptor, header, 0, header.length, 0);
      return header;
    },
    close: () => {
      if (descriptor !== null) closeSync(descriptor);
      descriptor = null;
    },
  };
}

/** Where the header has its first salt, which is the run. */
const runAt = 16;
const runOf = (log: string): number => readLogHeader(log).readUInt32BE(runAt);

/** How many runs lie between two; the number turns over. */
const runsFrom = (before: number, after: number): number => (after - before) | 0;

interface PositionFile {
  readonly write: (line: string) => void;
  /** Leaves no position behind that is not kept true any more. */
  readonly close: () => void;
}

/** The file for the position, made again: what stood under its name may lead somewhere else. */
function createPosition(folder: string): PositionFile {
  const file = join(folder, positionFileName);
  let descriptor: number | null = null;
  try {
    rmSync(file, { force: true });
    descriptor = openSync(file, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600);
  } catch {
    // nothing is noted, and nothing else is lost by that
  }
  return {
    write: (line) => {
      if (descriptor !== null) writeSync(descriptor, line, 0);
    },
    close: () => {
      if (descriptor !== null) closeSync(descriptor);
      descriptor = null;
    },
  };
}

/** As long each time, and with its own check: half of it written says nothing. */
function lineOf({ recordId, generation, run, pages }: Position): string {
  const numbers = [generation, run, pages].map((number) => String(number).padStart(16, '0'));
  const words = [recordId, ...numbers].join(' ');
  return `${words} ${checkOf(words)}\n`;
}

const checkOf = (words: string): string => hash('sha256', words, 'hex').slice(0, 16);

function readPosition(folder: string): Position | null {
  try {
    const line = readSmallFile(join(folder, positionFileName)) ?? '';
    const [recordId = '', generation, run, pages] = line.split(' ');
    const position = { recordId, generation: Number(generation), run: Number(run), pages: Number(pages) };
    return lineOf(position) === line ? position : null;
  } catch {
    return null;
  }
}
