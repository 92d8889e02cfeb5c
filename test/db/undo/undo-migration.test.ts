/** What becomes of the undo journal when a record is brought to a newer schema. */
import { join } from 'node:path';
import Database, { type Database as Sqlite } from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate } from '../../../src-main/db/migrate.ts';
import { migrations } from '../../../src-main/db/migrations/index.ts';
import { createDatabase } from '../../../src-main/db/open.ts';
import { semanticDump } from '../../../src-main/db/undo/undo.ts';
import { describeTables } from '../../../src-main/db/undo/undo-tables.ts';
import { openCairn, temporaryFolder } from '../../helpers/cairn.ts';

const journal = (sqlite: Sqlite) => sqlite.prepare('SELECT count(*) FROM undoStep JOIN undoEntry').pluck().get();

test.each([1, 2])('a record of schema %i opens whole, and the SQL its journal held is never run', async (schema) => {
  const folder = temporaryFolder();
  const old = createDatabase(join(folder, 'record.db'));
  migrate(old, migrations.slice(0, schema));
  old.exec(`
    UPDATE profile SET name = 'Noor', summary = 'Twelve years on ferries';
    INSERT INTO employer VALUES ('e', 'Harbour ferries', '', '', '', '2026-01-01', NULL);
    INSERT INTO competency VALUES ('c', 'Mooring', NULL, '', '2026-01-01');
    INSERT INTO competencyName VALUES ('mooring', 'c', 'Mooring', 0);
    INSERT INTO undoStep(id, label, stack, mergeKey, at) VALUES ('s', 'Employer added', 'undo', NULL, '2026-01-01');
    INSERT INTO undoEntry(stepId, inverse) VALUES ('s', 'DELETE FROM employer; DELETE FROM competency');`);
  old.close();
  const cairn = await openCairn(folder);
  const sqlite = cairn.session.profile?.sqlite ?? expect.fail(cairn.session.problem?.message);
  expect(journal(sqlite)).toBe(0);
  expect(await cairn.call('getUndoState', {})).toEqual({ undo: null, redo: null, undoId: null });
  await expect(cairn.call('undo', {})).rejects.toMatchObject({ code: 'NOTHING_TO_UNDO' });
  const { profile, employers } = await cairn.call('getBackground', {});
  expect(profile).toMatchObject({ name: 'Noor', summary: 'Twelve years on ferries' });
  expect(employers.map((employer) => employer.name)).toEqual(['Harbour ferries']);
  const before = semanticDump(sqlite);
  await cairn.call('binBackgroundItem', { kind: 'employer', id: 'e' });
  await cairn.call('undo', {});
  expect(semanticDump(sqlite)).toEqual(before);
  expect((await cairn.call('checkRecord', {})).problems).toEqual([]);
});

test('a migration that changes the columns of a table brings its notes along whole, or leaves none at all', () => {
  const columns = (sqlite: Sqlite) => describeTables(sqlite);
  for (let from = 3; from < migrations.length; from += 1) {
    const sqlite = new Database(':memory:');
    migrate(sqlite, migrations.slice(0, from));
    const before = columns(sqlite);
    sqlite.exec(`
      INSERT INTO undoStep(id, label, stack, beganAt, changedAt, bytes) VALUES ('s', 'Changed', 'undo', '2026', '2026', 1);`);
    const note = sqlite.prepare(`INSERT INTO undoEntry(step, tableName, change, old) VALUES (1, ?, 'delete', ?)`);
    for (const table of before) note.run(table.name, JSON.stringify(table.columns));
    note.run('showing', 'no JSON');
    migrate(sqlite, migrations.slice(0, from + 1));
    const after = new Map(columns(sqlite).map((table) => [table.name, table.columns]));
    const noted = sqlite.prepare(`SELECT tableName, old FROM undoEntry WHERE json_valid(old)`).all() as {
      tableName: string;
      old: string;
    }[];
    for (const { tableName, old } of noted) {
      const now = after.get(tableName) ?? [];
      const then = before.find((table) => table.name === tableName)?.columns ?? [];
      const values = JSON.parse(old) as unknown[];
      // what was noted is at the places of its columns, and each new column has a value
      expect([from + 1, tableName, values.length]).toEqual([from + 1, tableName, now.length]);
      expect(values.slice(0, then.length)).toEqual(then);
      expect(now.slice(0, then.length)).toEqual(then);
    }
  }
});
