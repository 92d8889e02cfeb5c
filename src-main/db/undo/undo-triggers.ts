/**
 * The triggers that keep the undo journal. They are temporary: made at every opening from the tables as they are, so that
 * a migration cannot forget them and a database opened by another program is not burdened by them.
 */
import type { Database } from 'better-sqlite3';
import { describeTables, type JournaledTable, roleSpecKey, sqlIdentifier, sqlLiteral } from './undo-tables.ts';

const watched = new WeakMap<Database, ReadonlyMap<string, JournaledTable>>();

/** Sets the triggers for this connection; to be called once, after the migrations. */
export function createUndoTriggers(sqlite: Database): void {
  const tables = describeTables(sqlite);
  watched.set(sqlite, new Map(tables.map((table) => [table.name, table])));
  // temporary tables roll back with the rest, so what is noted here is true after a failed save too
  sqlite.exec(`
    CREATE TEMP TABLE undoContext (step INTEGER, wholeId TEXT, touchedStep INTEGER);
    INSERT INTO undoContext VALUES (NULL, NULL, NULL);
    CREATE TEMP TABLE undoTouched (tableName TEXT, rowKey TEXT, PRIMARY KEY (tableName, rowKey)) WITHOUT ROWID;
    -- how many steps there are and what they take, so that no save needs to count them
    CREATE TEMP TABLE undoTotal (steps INTEGER, bytes INTEGER);
    INSERT INTO undoTotal SELECT count(*), total(bytes) FROM undoStep;
    CREATE TEMP TRIGGER undoStepCounted AFTER INSERT ON main.undoStep BEGIN
      UPDATE undoTotal SET steps = steps + 1, bytes = bytes + new.bytes;
    END;
    CREATE TEMP TRIGGER undoStepWeighed AFTER UPDATE OF bytes ON main.undoStep BEGIN
      UPDATE undoTotal SET bytes = bytes + new.bytes - old.bytes;
    END;
    CREATE TEMP TRIGGER undoStepUncounted AFTER DELETE ON main.undoStep BEGIN
      UPDATE undoTotal SET steps = steps - 1, bytes = bytes - old.bytes;
    END;
    ${tables.map(triggersOf).join('\n')}
  `);
}

/** The tables that are watched on this connection, by name: no other may be written to by what a journal says. */
export function watchedTables(sqlite: Database): ReadonlyMap<string, JournaledTable> {
  return watched.get(sqlite) ?? new Map();
}

function triggersOf(table: JournaledTable): string {
  const name = sqlLiteral(table.name);
  const valuesOf = (row: 'old' | 'new', columns: readonly string[]) =>
    `json_array(${columns.map((column) => `${row}.${sqlIdentifier(column)}`).join(', ')})`;
  const differs = (columns: readonly string[]) =>
    columns.map((column) => `old.${sqlIdentifier(column)} IS NOT new.${sqlIdentifier(column)}`).join(' OR ');
  const key = valuesOf('new', table.keys);
  const old = valuesOf('old', table.columns);
  // what is made as part of a whole goes with it, by its foreign key
  const isMadeAlone = table.isPartOfRole
    ? `AND ((SELECT wholeId FROM undoContext) IS NULL OR new.${sqlIdentifier(roleSpecKey)} IS NOT (SELECT wholeId FROM undoContext))`
    : '';
  // A row that is changed again within a step needs no second note: the first one holds all that it was. But where a
  // value must be unique, each of its changes is noted, so that undo passes through the same states and never meets two.
  const isDue =
    table.uniqueColumns === null
      ? 'true'
      : `${differs([...table.keys, ...table.uniqueColumns])}
        OR NOT EXISTS (SELECT 1 FROM undoTouched WHERE tableName = ${name} AND rowKey = ${key})`;
  const trigger = (event: string, when: string, body: string) => `
    CREATE TEMP TRIGGER ${sqlIdentifier(`undo_${table.name}_${event}`)} AFTER ${event} ON main.${sqlIdentifier(table.name)}
    WHEN (SELECT step FROM undoContext) IS NOT NULL ${when} BEGIN ${body} END;`;
  const note = (change: string, columns: string, values: string) => `
    INSERT INTO undoEntry(step, tableName, change, ${columns})
    VALUES ((SELECT step FROM undoContext), ${name}, '${change}', ${values});`;
  return [
    trigger('INSERT', isMadeAlone, note('insert', 'rowKey', key)),
    trigger('DELETE', '', note('delete', 'old', old)),
    trigger(
      'UPDATE',
      `AND (${differs(table.columns)}) AND (${isDue})`,
      `${note('update', 'rowKey, old', `${key}, ${old}`)}
      INSERT OR IGNORE INTO undoTouched VALUES (${name}, ${key});`,
    ),
  ].join('');
}
