/**
 * A small file beside the record that says which record stands here, how often it was opened and whether it was closed.
 * A database cannot tell by itself that its newest changes are missing: when the write-ahead log is lost, what is left
 * is whole, and old.
 */
import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3, { type Database } from 'better-sqlite3';
import { v7 as uuidv7 } from 'uuid';
import { readSmallFile } from '../files/read-small-file.ts';
import { writeFileWhole } from '../files/write-file.ts';
import { schemaOf } from './migrate.ts';

/** What the marker says, and what the record says of itself. */
export interface RecordState {
  readonly recordId: string;
  /** Counts the openings. */
  readonly generation: number;
  readonly isClosed: boolean;
}

export const markerFileName = 'record.marker.json';
const keys = { recordId: 'recordId', generation: 'generation', isClosed: 'closedCleanly' } as const;

/** A marker as it stands in its file. */
export interface Marker extends RecordState {
  /** The record's length and time of writing when it was closed; null while it is open. */
  readonly left: { readonly size: number; readonly modified: number } | null;
}

/** The marker of a profile folder; null when there is none that can be read, as beside a record of an older Cairn. */
export function readMarker(folder: string): Marker | null {
  try {
    const { recordId, generation, isClosed, left } = JSON.parse(
      readSmallFile(join(folder, markerFileName)) ?? '',
    ) as Marker;
    const isWhole =
      typeof recordId === 'string' &&
      Number.isSafeInteger(generation) &&
      generation >= 0 &&
      typeof isClosed === 'boolean';
    return isWhole ? { recordId, generation, isClosed, left: left ?? null } : null;
  } catch {
    return null;
  }
}

/** Writes the marker, synced. `file` is the record when it is closed. */
export function writeMarker(folder: string, state: RecordState, file?: string): Promise<void> {
  const left = file === undefined ? null : stampOf(file);
  return writeFileWhole(
    join(folder, markerFileName),
    `${JSON.stringify({ format: 'cairn-marker', ...state, left })}\n`,
  );
}

/** Whether a closed record stands as it was left when its marker was written: nobody wrote to it, and no other file took its place. */
export function isUnchangedSinceClosing(marker: Marker | null, file: string): boolean {
  const now = stampOf(file);
  return now !== null && marker?.left?.size === now.size && marker.left.modified === now.modified;
}

function stampOf(file: string): Marker['left'] {
  const found = statSync(file, { throwIfNoEntry: false });
  return found === undefined ? null : { size: found.size, modified: Math.trunc(found.mtimeMs) };
}

/**
 * Writes the marker of a record that is about to be put into the folder, so that it is not taken for an older copy of
 * the one before. Interrupted before that, the record that is still there is ahead of the marker, which says nothing.
 */
export async function writeMarkerOf(folder: string, file: string): Promise<void> {
  const sqlite = new BetterSqlite3(file, { readonly: true, fileMustExist: true });
  let state: RecordState | null;
  try {
    state = schemaOf(sqlite) === 0 ? null : stateInRecord(sqlite);
  } finally {
    sqlite.close();
  }
  if (state === null) rmSync(join(folder, markerFileName), { force: true });
  else await writeMarker(folder, { ...state, isClosed: true }, file);
}

/** What the record says of itself; null for one that was last written by a Cairn without markers. */
export function stateInRecord(sqlite: Database): RecordState | null {
  const read = sqlite.prepare('SELECT value FROM setting WHERE key = ?').pluck();
  const value = (key: string): unknown => {
    const text = read.get(key);
    return typeof text === 'string' ? JSON.parse(text) : null;
  };
  const recordId = value(keys.recordId);
  const generation = value(keys.generation);
  if (typeof recordId !== 'string' || typeof generation !== 'number') return null;
  return { recordId, generation, isClosed: value(keys.isClosed) === true };
}

export interface MarkerFinding {
  /** Whether changes that were saved are missing. */
  readonly isIncomplete: boolean;
  /** Whether it is not the record that was last open here. */
  readonly isAnother: boolean;
}

export const unchangedFinding: MarkerFinding = { isIncomplete: false, isAnother: false };

/**
 * Compares the record with its marker. `hadLog` says whether a write-ahead log lay beside the record before it was
 * opened. Each opening is committed to the record first and to the marker then, each closing likewise, so a record that
 * is ahead of its marker was only interrupted between the two.
 */
export function compareWithMarker(
  marker: RecordState | null,
  inRecord: RecordState | null,
  hadLog: boolean,
): MarkerFinding {
  // neither knows of the other: last written by a Cairn without markers
  if (marker === null && inRecord === null) return unchangedFinding;
  // older than its marker, or what it says of itself was in a log that is gone
  if (inRecord === null) return { isIncomplete: true, isAnother: false };
  const isAnother = marker === null || inRecord.recordId !== marker.recordId;
  // it was open when it was copied, and what was saved then was in its log
  const lacksLog = !inRecord.isClosed && !hadLog;
  if (isAnother) return { isIncomplete: lacksLog, isAnother };
  const isOlder = inRecord.generation < marker.generation;
  const isSameOpening = inRecord.generation === marker.generation;
  // closed, and the record does not know: a copy from before it was closed
  const isFromBefore = isSameOpening && marker.isClosed && !inRecord.isClosed;
  return { isIncomplete: isOlder || isFromBefore || lacksLog, isAnother };
}

/** Gives a new record its identity, before it is opened for the first time. */
export function noteCreation(sqlite: Database): void {
  writeState(sqlite, { recordId: uuidv7(), generation: 0, isClosed: true });
}

/** Notes in the record that it is open; answers the state to be written into the marker. */
export function noteOpening(sqlite: Database, marker: RecordState | null): RecordState {
  const before = stateInRecord(sqlite);
  const state: RecordState = {
    recordId: before?.recordId ?? uuidv7(),
    generation: 1 + Math.max(before?.generation ?? 0, marker?.generation ?? 0),
    isClosed: false,
  };
  writeState(sqlite, state);
  return state;
}

/** Notes in the record that it was closed; answers the state to be written into the marker once the file is closed. */
export function noteClosing(sqlite: Database): RecordState | null {
  const state = stateInRecord(sqlite);
  if (state === null) return null;
  const closed: RecordState = { ...state, isClosed: true };
  writeState(sqlite, closed);
  return closed;
}

function writeState(sqlite: Database, state: RecordState): void {
  const write = sqlite.prepare(
    'INSERT INTO setting(key, value) VALUES (?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value',
  );
  sqlite.transaction(() => {
    for (const [name, key] of Object.entries(keys)) write.run(key, JSON.stringify(state[name as keyof RecordState]));
  })();
}
