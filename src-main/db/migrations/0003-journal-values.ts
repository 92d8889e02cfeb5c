/**
 * The undo journal notes values instead of SQL. What older journals hold is SQL as text, and text out of a file must never
 * be run, so the steps that could be undone before this update are dropped; the record itself is not touched.
 *
 * Values are noted in the order of their table's columns. A later migration that changes the columns of a table of the
 * user must bring the notes of that table along, or empty `undoEntry` and `undoStep`; undo-migration.test.ts holds it to that.
 */

export const version = 3;

export const sql = `
DROP TABLE undoEntry;
DROP TABLE undoStep;

CREATE TABLE undoStep (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, label TEXT NOT NULL,
  stack TEXT NOT NULL CHECK (stack IN ('undo', 'redo')), mergeKey TEXT,
  beganAt TEXT NOT NULL, changedAt TEXT NOT NULL, bytes INTEGER NOT NULL
) STRICT;
CREATE INDEX undoStepByStack ON undoStep(stack);

-- what happened to a row: its key as a JSON array (not for 'delete'), what it held as a JSON array (not for 'insert')
CREATE TABLE undoEntry (
  seq INTEGER PRIMARY KEY, step INTEGER NOT NULL REFERENCES undoStep(seq) ON DELETE CASCADE, tableName TEXT NOT NULL,
  change TEXT NOT NULL CHECK (change IN ('insert', 'update', 'delete')), rowKey TEXT, old TEXT
) STRICT;
CREATE INDEX undoEntryByStep ON undoEntry(step);
`;
