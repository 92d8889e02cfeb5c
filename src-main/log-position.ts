/**
 * How far the write-ahead log went at the last acknowledged save, in a small file beside the record. SQLite reads a log
 * that was cut off as one that ends there, so that the saves behind the cut would be missing without a word.
 *
 * The file is not synced: that would double what a save costs. It is written after the disk has the log, so after a power
 * cut it tells of the log or of less, and what it tells is there.
 */
import { createHash } from 'node:crypto';
import { closeSync, constants, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { logState } from './db/checkpoint.ts';
import type { RecordState } from './profile-marker.ts';
import { readLogHeader } from './record-file.ts';

export const positionName = 'record.position';

interface Position {
  /** Which opening of which record wrote it; see the marker. */
  readonly recordId: string;
  readonly generation: number;
  /** The run of the log: a number that grows by one each time the log is begun anew. */
  readonly run: number;
  readonly pages: number;
}

export interface LogPosition {
  /** Notes how far the log goes now. Never throws: what cannot be noted is not known later, and nothing else. */
  readonly note: () => void;
  readonly close: () => void;
}

/** Begins to note where the log of an open record stands. */
export function notePositions(folder: string, sqlite: Database, { recordId, generation }: RecordState): LogPosition {
  let descriptor: number | null = null;
  try {
    const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC;
    descriptor = openSync(join(folder, positionName), flags, 0o600);
  } catch {
    // nothing is noted
  }
  const note = () => {
    if (descriptor === null) return;
    try {
      const { log } = logState(sqlite);
      const line = lineOf({ recordId, generation, run: runOf(logOf(folder)), pages: log });
      writeSync(descriptor, line, 0);
    } catch {
      // a position of before says less, and nothing that is not so
    }
  };
  const close = () => {
    if (descriptor !== null) closeSync(descriptor);
    descriptor = null;
  };
  note();
  return { note, close };
}

/** Whether the log of a record that was left open goes less far than was noted then; what it gives now is `logPages`. */
export function isLogCut(folder: string, state: RecordState, logPages: number): boolean {
  if (state.isClosed) return false;
  const position = readPosition(folder);
  if (position?.recordId !== state.recordId || position.generation !== state.generation) return false;
  const run = runOf(logOf(folder));
  // a run that began after the position was noted began when all before it was in the record itself
  const runsLater = (run - position.run) | 0;
  return runsLater < 0 || (runsLater === 0 && logPages < position.pages);
}

const logOf = (folder: string) => join(folder, 'record.db-wal');

/** The first salt of the header. */
const runOf = (log: string): number => readLogHeader(log).readUInt32BE(16);

/** As long each time, and with its own check: half of it written says nothing. */
function lineOf({ recordId, generation, run, pages }: Position): string {
  const numbers = [generation, run, pages].map((number) => String(number).padStart(16, '0'));
  const words = [recordId, ...numbers].join(' ');
  return `${words} ${checkOf(words)}\n`;
}

const checkOf = (words: string): string => createHash('sha256').update(words).digest('hex').slice(0, 16);

function readPosition(folder: string): Position | null {
  try {
    const line = readFileSync(join(folder, positionName), 'utf8');
    const [recordId = '', generation, run, pages] = line.split(' ');
    const position = { recordId, generation: Number(generation), run: Number(run), pages: Number(pages) };
    return lineOf(position) === line ? position : null;
  } catch {
    return null;
  }
}
