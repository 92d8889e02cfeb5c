/**
 * The undo journal, which survives restarts. Temporary triggers on every table of the user note what happened to a row,
 * its key and the values it held. A step is taken back by running its notes last to first; the triggers note that in
 * turn, so redo is the undo of an undo.
 */
import type { Database } from 'better-sqlite3';
import { AppError } from '../../../shared/api/errors.ts';
import { connectionOf, type ReadableDatabase, type WritableDatabase } from '../database.ts';
import { prepared } from '../statement-cache.ts';
import { replayBackwards, replayError } from './undo-replay.ts';
import { journaledTables, sqlIdentifier } from './undo-tables.ts';

/** The newest steps stay: so many at most, holding together so much at most, and the last one whatever it holds. */
const maxSteps = 500;
const maxBytes = 64_000_000;
/** Changes of the same thing join the last step while it is fresh: since its last change, and since it began. */
const mergeWithinMs = 5_000;
const longestStepMs = 30_000;
/** About what a note takes beside its values. */
const bytesOfNote = 64;

interface NewStep {
  readonly id: string;
  readonly label: string;
  readonly mergeKey: string | null;
  readonly at: string;
}

/** Opens a step inside the running transaction; what is written from here on belongs to it. Answers its id. */
export function beginStep(sqlite: Database, step: NewStep): string {
  prepared(sqlite, `DELETE FROM undoStep WHERE stack = 'redo'`).run();
  const last = prepared(
    sqlite,
    `SELECT seq, id, mergeKey, beganAt, changedAt FROM undoStep ORDER BY seq DESC LIMIT 1`,
  ).get() as { seq: number; id: string; mergeKey: string | null; beganAt: string; changedAt: string } | undefined;
  const isWithin = (since: string, ms: number) => Math.abs(Date.parse(step.at) - Date.parse(since)) <= ms;
  if (
    last &&
    step.mergeKey !== null &&
    last.mergeKey === step.mergeKey &&
    isWithin(last.changedAt, mergeWithinMs) &&
    isWithin(last.beganAt, longestStepMs)
  ) {
    prepared(sqlite, 'UPDATE undoStep SET changedAt = ? WHERE seq = ?').run(step.at, last.seq);
    noteInto(sqlite, last.seq);
    return last.id;
  }
  noteInto(sqlite, insertStep(sqlite, step, 'undo'));
  return step.id;
}

/**
 * Runs work that makes the parts of a role spec just made in this step. To take the step back it is enough to take out
 * the role: a library of thousands of roles is so undone in the time it takes to delete them.
 */
export function journalAsPartsOf(db: WritableDatabase, roleSpecId: string, make: () => void): void {
  const set = prepared(connectionOf(db), 'UPDATE undoContext SET wholeId = ?');
  set.run(roleSpecId);
  try {
    make();
  } finally {
    set.run(null);
  }
}

/** Closes the step. A step that changed nothing is forgotten; answers whether it is kept. */
export function endStep(sqlite: Database, id: string): boolean {
  forgetStep(sqlite);
  const step = prepared(sqlite, 'SELECT seq FROM undoStep WHERE id = ?').get(id) as { seq: number } | undefined;
  if (!step) return false;
  const hasNotes = weigh(sqlite, step.seq);
  if (!hasNotes) prepared(sqlite, 'DELETE FROM undoStep WHERE seq = ?').run(step.seq);
  prune(sqlite);
  return hasNotes;
}

/** Nothing more is noted. To be called after a rollback too: the temporary table rolled back with the rest, but be sure. */
export function forgetStep(sqlite: Database): void {
  prepared(sqlite, 'UPDATE undoContext SET step = NULL').run();
}

/**
 * Takes the last step of a stack back and puts its opposite on the other stack. Runs its own transaction; when it throws,
 * nothing was changed. Nothing is pruned here: while steps are undone and done again, none of them is lost.
 */
export function replayStep(
  db: WritableDatabase,
  stack: 'undo' | 'redo',
  step: { id: string; at: string; onlyIf?: string | undefined },
): { label: string } {
  const sqlite = connectionOf(db);
  const last = topOf(sqlite, stack);
  if (!last)
    throw new AppError(
      'NOTHING_TO_UNDO',
      stack === 'undo' ? 'There is nothing left to undo.' : 'There is nothing to redo.',
    );
  if (step.onlyIf !== undefined && step.onlyIf !== last.id) {
    throw new AppError('CONFLICT', 'Something was changed since. Undo that first (Ctrl Z).');
  }
  sqlite.exec('BEGIN IMMEDIATE');
  try {
    // a parent may come back after its children
    sqlite.pragma('defer_foreign_keys = ON');
    const opposite = { id: step.id, label: last.label, mergeKey: null, at: step.at };
    const seq = insertStep(sqlite, opposite, stack === 'undo' ? 'redo' : 'undo');
    noteInto(sqlite, seq);
    replayBackwards(sqlite, last.seq);
    forgetStep(sqlite);
    weigh(sqlite, seq);
    prepared(sqlite, 'DELETE FROM undoStep WHERE seq = ?').run(last.seq);
    sqlite.exec('COMMIT');
  } catch (error) {
    if (sqlite.inTransaction) sqlite.exec('ROLLBACK');
    forgetStep(sqlite);
    throw replayError(error);
  }
  return { label: last.label };
}

/** The labels on top of both stacks. */
export function undoState(db: ReadableDatabase): { undo: string | null; redo: string | null; undoId: string | null } {
  const sqlite = connectionOf(db);
  const undo = topOf(sqlite, 'undo');
  return { undo: undo?.label ?? null, redo: topOf(sqlite, 'redo')?.label ?? null, undoId: undo?.id ?? null };
}

/** Empties the journal: of a file that this profile did not write, or whose steps cannot be trusted. Needs no triggers. */
export function dropJournal(sqlite: Database): void {
  sqlite.exec('DELETE FROM undoEntry; DELETE FROM undoStep');
}

/** Begins to number again: a counter near its end would let no row be added any more. */
export function resetCounters(sqlite: Database): void {
  sqlite.exec('DELETE FROM sqlite_sequence');
}

/** Everything the user's tables hold, in one order: two dumps are equal when two records are. */
export function semanticDump(sqlite: Database): Record<string, unknown[]> {
  const dump: Record<string, unknown[]> = {};
  for (const table of journaledTables(sqlite)) {
    const columns = sqlite.prepare('SELECT name FROM pragma_table_xinfo(?)').pluck().all(table) as string[];
    dump[table] = sqlite
      .prepare(`SELECT * FROM ${sqlIdentifier(table)} ORDER BY ${columns.map(sqlIdentifier).join(',')}`)
      .all();
  }
  return dump;
}

function topOf(sqlite: Database, stack: 'undo' | 'redo') {
  return prepared(sqlite, 'SELECT seq, id, label FROM undoStep WHERE stack = ? ORDER BY seq DESC LIMIT 1').get(stack) as
    | { seq: number; id: string; label: string }
    | undefined;
}

function insertStep(sqlite: Database, step: NewStep, stack: 'undo' | 'redo'): number {
  const { lastInsertRowid } = prepared(
    sqlite,
    'INSERT INTO undoStep(id, label, stack, mergeKey, beganAt, changedAt, bytes) VALUES (?, ?, ?, ?, ?, ?, 0)',
  ).run(step.id, step.label, stack, step.mergeKey, step.at, step.at);
  return Number(lastInsertRowid);
}

/** From here on the triggers note into this step. Rows that another step has touched are untouched again. */
function noteInto(sqlite: Database, step: number): void {
  prepared(sqlite, 'DELETE FROM undoTouched WHERE (SELECT touchedStep FROM undoContext) IS NOT ?').run(step);
  prepared(sqlite, 'UPDATE undoContext SET step = ?, touchedStep = ?').run(step, step);
}

const weightOfStep = `SELECT sum(${bytesOfNote} + coalesce(octet_length(rowKey), 0) + coalesce(octet_length(old), 0)) AS bytes
  FROM undoEntry WHERE step = ?`;

/** Writes down what the notes of a step take; answers whether it has any. */
function weigh(sqlite: Database, step: number): boolean {
  const { bytes } = prepared(sqlite, weightOfStep).get(step) as { bytes: number | null };
  if (bytes === null) return false;
  prepared(sqlite, 'UPDATE undoStep SET bytes = ? WHERE seq = ?').run(bytes, step);
  return true;
}

/** Forgets the oldest steps until what is left is few enough and light enough. */
function prune(sqlite: Database): void {
  let { steps, bytes } = prepared(sqlite, 'SELECT steps, bytes FROM undoTotal').get() as {
    steps: number;
    bytes: number;
  };
  while (steps > maxSteps || (steps > 1 && bytes > maxBytes)) {
    const oldest = prepared(sqlite, 'SELECT seq, bytes FROM undoStep ORDER BY seq LIMIT 1').get() as {
      seq: number;
      bytes: number;
    };
    prepared(sqlite, 'DELETE FROM undoStep WHERE seq = ?').run(oldest.seq);
    steps -= 1;
    bytes -= oldest.bytes;
  }
}
