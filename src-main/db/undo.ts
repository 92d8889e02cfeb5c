/**
 * The undo journal. Triggers on every table of the user write the inverse of each change, by primary key, into a journal
 * that survives restarts. A step is taken back by running its inverses last to first; the triggers record that in turn,
 * so redo is the undo of an undo.
 */
import type { Database } from 'better-sqlite3';
import { AppError } from '../../shared/api/errors.ts';
import { prepared } from './statement-cache.ts';

/** Tables that undo leaves alone: what is derived, what is the journal's own, what is no part of the record. */
const exempt = new Set([
  'undoStep',
  'undoEntry',
  'undoContext',
  'searchDoc',
  'accomplishmentCount',
  'setting',
  'unsavedText',
  'sourceBytes',
  'scale',
  'profileMeta',
]);
/** The column by which the parts of a role spec name it, with ON DELETE CASCADE. */
const wholeKey = 'roleSpecId';
const keptSteps = 500;
const mergeWithinMs = 5_000;

interface Column {
  readonly name: string;
  readonly pk: number;
  readonly hidden: number;
}

/** The user's tables, in the order of their making. */
export function journaledTables(sqlite: Database): string[] {
  const rows = sqlite
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY rowid`)
    .all() as { name: string }[];
  return rows
    .map((row) => row.name)
    .filter((name) => !name.startsWith('sqlite_') && !name.startsWith('search') && !exempt.has(name));
}

/** Sets the triggers for this connection; to be called once, after the migrations. */
export function watchChanges(sqlite: Database): void {
  sqlite.exec(
    'CREATE TEMP TABLE undoContext (stepId TEXT, wholeId TEXT); INSERT INTO undoContext VALUES (NULL, NULL);',
  );
  for (const table of journaledTables(sqlite)) {
    const columns = (sqlite.pragma(`table_xinfo(${table})`) as Column[]).filter((column) => column.hidden === 0);
    const names = columns.map((column) => `"${column.name}"`);
    const keys = columns.filter((column) => column.pk > 0);
    const isKey = (row: string) =>
      keys.map((key) => `'"${key.name}" = ' || quote(${row}."${key.name}")`).join(` || ' AND ' || `);
    const values = columns.map((column) => `quote(old."${column.name}")`).join(` || ',' || `);
    const sets = columns.map((column) => `'"${column.name}" = ' || quote(old."${column.name}")`).join(` || ',' || `);
    const record = (event: string, inverse: string, when = '') => `
      CREATE TEMP TRIGGER undo_${table}_${event} AFTER ${event} ON main."${table}"
      WHEN (SELECT stepId FROM undoContext) IS NOT NULL ${when} BEGIN
        INSERT INTO undoEntry(stepId, inverse) VALUES ((SELECT stepId FROM undoContext), ${inverse});
      END;`;
    // what is made as part of a whole goes with it, by its foreign key
    const isPart = isPartOfRole(sqlite, table)
      ? `AND ((SELECT wholeId FROM undoContext) IS NULL OR new."${wholeKey}" IS NOT (SELECT wholeId FROM undoContext))`
      : '';
    const changed = columns.map((column) => `old."${column.name}" IS NOT new."${column.name}"`).join(' OR ');
    sqlite.exec(
      record('INSERT', `'DELETE FROM "${table}" WHERE ' || ${isKey('new')}`, isPart) +
        record('DELETE', `'INSERT INTO "${table}"(${names.join(',')}) VALUES (' || ${values} || ')'`) +
        record('UPDATE', `'UPDATE "${table}" SET ' || ${sets} || ' WHERE ' || ${isKey('new')}`, `AND (${changed})`),
    );
  }
}

function isPartOfRole(sqlite: Database, table: string): boolean {
  const keys = sqlite.pragma(`foreign_key_list(${table})`) as { table: string; from: string; on_delete: string }[];
  return keys.some((key) => key.from === wholeKey && key.table === 'roleSpec' && key.on_delete === 'CASCADE');
}

/** Opens a step inside the running transaction; what is written from here on belongs to it. Answers its id. */
export function beginStep(
  sqlite: Database,
  step: { id: string; label: string; mergeKey: string | null; at: string },
): string {
  prepared(sqlite, `DELETE FROM undoStep WHERE stack = 'redo'`).run();
  const last = prepared(sqlite, `SELECT id, mergeKey, at FROM undoStep ORDER BY seq DESC LIMIT 1`).get() as
    | { id: string; mergeKey: string | null; at: string }
    | undefined;
  const isNear = last !== undefined && Math.abs(Date.parse(step.at) - Date.parse(last.at)) <= mergeWithinMs;
  if (last && isNear && step.mergeKey !== null && last.mergeKey === step.mergeKey) {
    prepared(sqlite, 'UPDATE undoStep SET at = ? WHERE id = ?').run(step.at, last.id);
    setContext(sqlite, last.id);
    return last.id;
  }
  insertStep(sqlite, step, 'undo');
  setContext(sqlite, step.id);
  return step.id;
}

/**
 * Runs work that makes the parts of a role spec just made in this step. To take the step back it is enough to take out
 * the role: a library of thousands of roles is so undone in the time it takes to delete them.
 */
export function asParts(sqlite: Database, roleSpecId: string, make: () => void): void {
  const set = prepared(sqlite, 'UPDATE undoContext SET wholeId = ?');
  set.run(roleSpecId);
  try {
    make();
  } finally {
    set.run(null);
  }
}

/** Closes the step. A step that changed nothing is forgotten; answers whether it is kept. */
export function endStep(sqlite: Database, id: string): boolean {
  setContext(sqlite, null);
  const hasEntries = prepared(sqlite, 'SELECT 1 FROM undoEntry WHERE stepId = ? LIMIT 1').get(id) !== undefined;
  if (!hasEntries) prepared(sqlite, 'DELETE FROM undoStep WHERE id = ?').run(id);
  prepared(sqlite, `DELETE FROM undoStep WHERE seq <= (SELECT max(seq) FROM undoStep) - ?`).run(keptSteps);
  return hasEntries;
}

/** After a rollback the context must be cleared too: the temporary table rolled back with the rest, but be sure. */
export function forgetStep(sqlite: Database): void {
  setContext(sqlite, null);
}

/** Empties the journal: of a file that this profile did not write, or whose steps cannot be trusted. */
export function dropJournal(sqlite: Database): void {
  sqlite.prepare('DELETE FROM undoStep').run();
}

/** Takes the last step of a stack back and puts its opposite on the other stack. Runs its own transaction. */
export function takeBack(
  sqlite: Database,
  stack: 'undo' | 'redo',
  step: { id: string; at: string; onlyIf?: string | undefined },
): { label: string } {
  const last = sqlite.prepare('SELECT id, label FROM undoStep WHERE stack = ? ORDER BY seq DESC LIMIT 1').get(stack) as
    | { id: string; label: string }
    | undefined;
  if (!last)
    throw new AppError(
      'NOTHING_TO_UNDO',
      stack === 'undo' ? 'There is nothing left to undo.' : 'There is nothing to redo.',
    );
  if (step.onlyIf !== undefined && step.onlyIf !== last.id) {
    throw new AppError('CONFLICT', 'Something was changed since. Undo that first (Ctrl Z).');
  }
  const entries = sqlite.prepare('SELECT inverse FROM undoEntry WHERE stepId = ? ORDER BY seq DESC').all(last.id) as {
    inverse: string;
  }[];
  sqlite.exec('BEGIN IMMEDIATE');
  try {
    // a parent may come back after its children
    sqlite.pragma('defer_foreign_keys = ON');
    insertStep(
      sqlite,
      { id: step.id, label: last.label, mergeKey: null, at: step.at },
      stack === 'undo' ? 'redo' : 'undo',
    );
    setContext(sqlite, step.id);
    for (const entry of entries) sqlite.exec(entry.inverse);
    setContext(sqlite, null);
    sqlite.prepare('DELETE FROM undoStep WHERE id = ?').run(last.id);
    sqlite.exec('COMMIT');
  } catch (error) {
    if (sqlite.inTransaction) sqlite.exec('ROLLBACK');
    setContext(sqlite, null);
    throw error;
  }
  return { label: last.label };
}

/** The labels on top of both stacks. */
export function undoState(sqlite: Database): { undo: string | null; redo: string | null; undoId: string | null } {
  const top = (stack: string) =>
    sqlite.prepare('SELECT id, label FROM undoStep WHERE stack = ? ORDER BY seq DESC LIMIT 1').get(stack) as
      | { id: string; label: string }
      | undefined;
  const undo = top('undo');
  return { undo: undo?.label ?? null, redo: top('redo')?.label ?? null, undoId: undo?.id ?? null };
}

/** Everything the user's tables hold, in one order: two dumps are equal when two records are. */
export function semanticDump(sqlite: Database): Record<string, unknown[]> {
  const dump: Record<string, unknown[]> = {};
  for (const table of journaledTables(sqlite)) {
    const columns = (sqlite.pragma(`table_xinfo(${table})`) as Column[]).map((column) => `"${column.name}"`);
    dump[table] = sqlite.prepare(`SELECT * FROM "${table}" ORDER BY ${columns.join(',')}`).all();
  }
  return dump;
}

function insertStep(
  sqlite: Database,
  step: { id: string; label: string; mergeKey: string | null; at: string },
  stack: 'undo' | 'redo',
): void {
  prepared(sqlite, 'INSERT INTO undoStep(id, label, stack, mergeKey, at) VALUES (?, ?, ?, ?, ?)').run(
    step.id,
    step.label,
    stack,
    step.mergeKey,
    step.at,
  );
}

function setContext(sqlite: Database, stepId: string | null): void {
  prepared(sqlite, 'UPDATE undoContext SET stepId = ?').run(stepId);
}
