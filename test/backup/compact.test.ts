/** The file of a record gets smaller once much of it is empty, and loses nothing by that. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkpoint } from '../../src-main/db/checkpoint.ts';
import { compactWhenWorthIt } from '../../src-main/db/compact.ts';
import { findDamage } from '../../src-main/db/open.ts';
import { semanticDump } from '../../src-main/db/undo/undo.ts';
import { freshCairn, type TestCairn } from '../helpers/cairn.ts';

const sqliteOf = (cairn: TestCairn) => cairn.session.profile?.sqlite ?? expect.fail('no profile is open');

function sizeOf(cairn: TestCairn): number {
  if (cairn.session.profile) checkpoint(cairn.session.profile, 'TRUNCATE');
  return statSync(join(cairn.folder, 'record.db')).size;
}

/** Puts sources of so many megabytes in and takes them out again. */
function leaveRoom(cairn: TestCairn, megabytes: number): void {
  const sqlite = sqliteOf(cairn);
  const add = sqlite.prepare('INSERT INTO sourceBytes (sha256, bytes) VALUES (?, ?)');
  for (let at = 0; at < megabytes; at += 1) add.run(`test-${at}`, Buffer.alloc(1024 * 1024, at));
  sqlite.prepare(`DELETE FROM sourceBytes WHERE sha256 LIKE 'test-%'`).run();
}

describe('a record much of which is empty', () => {
  test('gives its space back, and searching and undoing go on as before', async () => {
    const cairn = await freshCairn();
    const sqlite = sqliteOf(cairn);
    for (const title of ['Moved the lighthouse', 'Painted the quay', 'Sold the crane'])
      await cairn.call('logAccomplishment', { text: title });
    const beforeBin = semanticDump(sqlite);
    const [row] = (await cairn.call('listAccomplishments', {})).rows;
    await cairn.call('binAccomplishments', { ids: [row?.id ?? ''] });
    await cairn.call('searchEverything', { text: 'quay', limit: 10 });
    leaveRoom(cairn, 40);
    const large = sizeOf(cairn);
    const documents = sqlite.prepare('SELECT id, kind, refId, title FROM searchDoc ORDER BY id').all();
    const content = semanticDump(sqlite);
    const schema = sqlite.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name').all();

    expect(compactWhenWorthIt(sqlite)).toBe(true);

    expect(sizeOf(cairn)).toBeLessThan(large - 35 * 1024 * 1024);
    expect(sqlite.prepare('SELECT id, kind, refId, title FROM searchDoc ORDER BY id').all()).toEqual(documents);
    expect(semanticDump(sqlite)).toEqual(content);
    expect(sqlite.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name').all()).toEqual(schema);
    expect(findDamage(sqlite)).toEqual([]);
    const found = await cairn.call('searchEverything', { text: 'quay', limit: 10 });
    expect(JSON.stringify(found)).toContain('Painted the quay');
    await cairn.call('undo', {});
    expect(semanticDump(sqlite)).toEqual(beforeBin);
    await cairn.call('logAccomplishment', { text: 'Bought a buoy' });
    expect(JSON.stringify(await cairn.call('searchEverything', { text: 'buoy', limit: 10 }))).toContain(
      'Bought a buoy',
    );
  });

  test('is left alone while the room is little, or a transaction is open', async () => {
    const cairn = await freshCairn();
    const sqlite = sqliteOf(cairn);
    expect(compactWhenWorthIt(sqlite)).toBe(false);
    leaveRoom(cairn, 10);
    expect(compactWhenWorthIt(sqlite)).toBe(false);
    leaveRoom(cairn, 40);
    sqlite.exec('BEGIN');
    expect(compactWhenWorthIt(sqlite)).toBe(false);
    sqlite.exec('COMMIT');
    expect(compactWhenWorthIt(sqlite)).toBe(true);
  });
});
