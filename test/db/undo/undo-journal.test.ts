/** The undo journal itself: how long a step is, how many are kept, and what is refused of a forged one. */
import type { Database } from 'better-sqlite3';
import { expect, test } from 'vitest';
import { beginStep, dropJournal, endStep, semanticDump } from '../../../src-main/db/undo/undo.ts';
import { freshCairn, openCairn, type TestCairn } from '../../helpers/cairn.ts';

const sqliteOf = (cairn: TestCairn) => cairn.session.profile?.sqlite ?? expect.fail('no profile is open');
const dump = (cairn: TestCairn) => semanticDump(sqliteOf(cairn));
const count = (sqlite: Database, table: 'undoStep' | 'undoEntry') =>
  sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get();

/** A Cairn whose clock the test sets. */
async function cairnWithClock() {
  let at = Date.parse('2026-11-21T10:42:00Z');
  const cairn = await freshCairn({ now: () => new Date(at) });
  return {
    cairn,
    wait: (ms: number) => {
      at += ms;
    },
  };
}

/** Saves a change of the profile's headline as one step, without the rest of a command. */
function saveHeadline(sqlite: Database, nth: number, headline = `Headline ${nth}`): void {
  sqlite.exec('BEGIN');
  const id = beginStep(sqlite, {
    id: `step ${nth}`,
    label: 'Changed',
    mergeKey: null,
    at: new Date(Date.UTC(2026, 10, 21) + nth * 10_000).toISOString(),
  });
  sqlite.prepare('UPDATE profile SET headline = ?').run(headline);
  endStep(sqlite, id);
  sqlite.exec('COMMIT');
}

test('typing without a pause is a new step every thirty seconds', async () => {
  const { cairn, wait } = await cairnWithClock();
  const { id } = await cairn.call('logAccomplishment', { text: 'First words' });
  const story = 'word '.repeat(4_000);
  for (let second = 0; second <= 45; second += 1) {
    await cairn.call('changeAccomplishment', { id, patch: { story: `${story}${second}` } });
    wait(1_000);
  }
  await cairn.call('undo', {});
  expect((await cairn.call('getAccomplishment', { id })).story).toBe(`${story}30`);
  await cairn.call('undo', {});
  expect((await cairn.call('getAccomplishment', { id })).story).toBe('');
  await cairn.call('redo', {});
  await cairn.call('redo', {});
  expect((await cairn.call('getAccomplishment', { id })).story).toBe(`${story}45`);
});

test('a pause of more than five seconds ends a step', async () => {
  const { cairn, wait } = await cairnWithClock();
  const { id } = await cairn.call('logAccomplishment', { text: 'First words' });
  await cairn.call('changeAccomplishment', { id, patch: { story: 'a' } });
  wait(5_001);
  await cairn.call('changeAccomplishment', { id, patch: { story: 'ab' } });
  await cairn.call('undo', {});
  expect((await cairn.call('getAccomplishment', { id })).story).toBe('a');
});

test('an hour of typing in a long story takes a few megabytes of journal', async () => {
  const { cairn, wait } = await cairnWithClock();
  const { id } = await cairn.call('logAccomplishment', { text: 'A long story' });
  const story = 'word '.repeat(4_000);
  // 200 seconds of it, an eighteenth
  for (let nth = 0; nth < 222; nth += 1) {
    await cairn.call('changeAccomplishment', { id, patch: { story: `${story}${nth}` } });
    wait(900);
  }
  const bytes = sqliteOf(cairn).prepare('SELECT sum(octet_length(old)) FROM undoEntry').pluck().get();
  expect(bytes).toBeLessThan(200_000);
  expect(sqliteOf(cairn).prepare('SELECT bytes FROM undoStep ORDER BY seq DESC').pluck().get()).toBeGreaterThan(20_000);
});

test('five hundred steps can be undone, however many were undone before or changed nothing', async () => {
  const cairn = await freshCairn();
  const sqlite = sqliteOf(cairn);
  // what is counted here has nothing to do with the disk
  sqlite.pragma('synchronous = OFF');
  for (let nth = 0; nth < 400; nth += 1) saveHeadline(sqlite, nth);
  for (let nth = 0; nth < 200; nth += 1) await cairn.call('undo', {});
  for (let nth = 400; nth < 600; nth += 1) saveHeadline(sqlite, nth, 'The same');
  expect(count(sqlite, 'undoStep')).toBe(201);
  for (let nth = 600; nth < 899; nth += 1) saveHeadline(sqlite, nth);
  expect(count(sqlite, 'undoStep')).toBe(500);
  saveHeadline(sqlite, 899);
  expect(count(sqlite, 'undoStep')).toBe(500);
  for (let nth = 0; nth < 500; nth += 1) await cairn.call('undo', {});
  expect((await cairn.call('getBackground', {})).profile.headline).toBe('Headline 0');
  await expect(cairn.call('undo', {})).rejects.toMatchObject({ code: 'NOTHING_TO_UNDO' });
  for (let nth = 0; nth < 500; nth += 1) await cairn.call('redo', {});
  expect((await cairn.call('getBackground', {})).profile.headline).toBe('Headline 899');
});

test('of heavy steps the newest are kept, as many as 64 MB hold, and the last one whatever it holds', async () => {
  const cairn = await freshCairn();
  const sqlite = sqliteOf(cairn);
  sqlite.pragma('synchronous = OFF');
  for (let nth = 0; nth < 7; nth += 1) saveHeadline(sqlite, nth, `${nth}${'x'.repeat(12_000_000)}`);
  expect(sqlite.prepare('SELECT id FROM undoStep').pluck().all()).toEqual([2, 3, 4, 5, 6].map((nth) => `step ${nth}`));
  saveHeadline(sqlite, 10, 'y'.repeat(70_000_000));
  saveHeadline(sqlite, 11);
  expect(sqlite.prepare('SELECT id FROM undoStep').pluck().all()).toEqual(['step 11']);
  expect(sqlite.prepare('SELECT DISTINCT step FROM undoEntry').pluck().all()).toHaveLength(1);
  await cairn.call('undo', {});
  expect((await cairn.call('getBackground', {})).profile.headline).toHaveLength(70_000_000);
});

test('texts with a NUL in them come back whole', async () => {
  const cairn = await freshCairn();
  const { id } = await cairn.call('logAccomplishment', { text: 'First words' });
  await cairn.call('changeAccomplishment', { id, patch: { tags: ['before\0after'] } });
  const before = dump(cairn);
  expect(before.accomplishmentTag).toMatchObject([{ tag: 'before\0after' }]);
  await cairn.call('changeAccomplishment', { id, patch: { tags: [], title: 'Other' } });
  await cairn.call('undo', {});
  expect(dump(cairn)).toEqual(before);
});

const planted = `x'; DROP TABLE pin; --`;
const forgeries: readonly (readonly [what: string, set: string])[] = [
  ['SQL in the place of values', `old = 'DELETE FROM accomplishment'`],
  ['SQL in the place of a key', `rowKey = 'COMMIT; DELETE FROM accomplishment'`],
  ['SQL in the place of a table', `tableName = 'accomplishment; DROP TABLE pin'`],
  ['no such table', `tableName = 'nothing'`],
  ['a table of the system', `tableName = 'sqlite_schema'`],
  ['a table that undo leaves alone', `tableName = 'setting'`],
  ['the journal itself', `tableName = 'undoStep'`],
  ['another table, whose columns are others', `tableName = 'employer'`],
  ['a value too few', `old = json_remove(old, '$[0]')`],
  ['a value too many', `old = json_insert(old, '$[#]', 'more')`],
  ['values by name', `old = '{"id":"x"}'`],
  ['no values', 'old = NULL'],
  ['no key', 'rowKey = NULL'],
  ['a key too long', `rowKey = json_insert(rowKey, '$[#]', 'more')`],
  ['the key of no row', `rowKey = '["nobody"]'`],
  ['a key that is SQL', `rowKey = json_array('${planted.replaceAll("'", "''")}')`],
  ['a value the table refuses', `old = json_set(old, '$[8]', 'open to all')`],
  ['a value of another type', `old = json_set(old, '$[5]', 'words')`],
  ['what points at nothing', `old = json_set(old, '$[6]', 'nobody')`],
  ['something else that happened', `change = 'deleted'`],
  ['a delete that has a key', `change = 'delete'`],
  ['an insert that has values', `change = 'insert'`],
];

test.each(forgeries)('a journal that says %s is refused whole, and nothing is changed', async (_, set) => {
  const cairn = await freshCairn();
  const { id } = await cairn.call('logAccomplishment', { text: 'First words' });
  await cairn.call('changeAccomplishment', { id, patch: { title: 'Other', tags: ['a', 'b'] } });
  const sqlite = sqliteOf(cairn);
  sqlite.pragma('ignore_check_constraints = ON');
  // the first note of the step, which is taken back last
  const forged = sqlite
    .prepare(
      `UPDATE undoEntry SET ${set} WHERE seq = (SELECT min(seq) FROM undoEntry WHERE tableName = 'accomplishment' AND change = 'update')`,
    )
    .run();
  sqlite.pragma('ignore_check_constraints = OFF');
  expect(forged.changes).toBe(1);
  const before = dump(cairn);
  const notes = sqlite.prepare('SELECT * FROM undoEntry').all();
  await expect(cairn.call('undo', {})).rejects.toMatchObject({
    code: 'CONFLICT',
    message: expect.stringMatching(/Nothing was changed/),
  });
  expect(dump(cairn)).toEqual(before);
  expect(sqlite.prepare('SELECT * FROM undoEntry').all()).toEqual(notes);
  expect(sqlite.pragma('foreign_key_check')).toEqual([]);
  // the record can still be written, and what is written can be undone
  await cairn.call('changeAccomplishment', { id, patch: { story: 'After' } });
  await cairn.call('undo', {});
  expect(dump(cairn)).toEqual(before);
});

test('SQL in values is a text like any other', async () => {
  const cairn = await freshCairn();
  const { id } = await cairn.call('logAccomplishment', { text: 'First words' });
  await cairn.call('changeAccomplishment', { id, patch: { title: 'Other' } });
  const sqlite = sqliteOf(cairn);
  sqlite.prepare(`UPDATE undoEntry SET old = json_set(old, '$[1]', ?) WHERE change = 'update'`).run(planted);
  await cairn.call('undo', {});
  expect((await cairn.call('getAccomplishment', { id })).title).toBe(planted);
  expect((await cairn.call('checkRecord', {})).problems).toEqual([]);
});

test('a journal that is dropped can undo nothing; the record stays, and what is done next can be undone', async () => {
  const cairn = await freshCairn();
  const { id } = await cairn.call('logAccomplishment', { text: 'First words' });
  await cairn.call('changeAccomplishment', { id, patch: { title: 'Other' } });
  await cairn.call('undo', {});
  const before = dump(cairn);
  dropJournal(sqliteOf(cairn));
  expect(dump(cairn)).toEqual(before);
  expect(count(sqliteOf(cairn), 'undoEntry')).toBe(0);
  expect(await cairn.call('getUndoState', {})).toEqual({ undo: null, redo: null, undoId: null });
  await expect(cairn.call('undo', {})).rejects.toMatchObject({ code: 'NOTHING_TO_UNDO' });
  await cairn.call('changeAccomplishment', { id, patch: { title: 'Third' } });
  await cairn.call('undo', {});
  expect(dump(cairn)).toEqual(before);
});

test('the source of a discarded draft stays in the record while its draft can be brought back', async () => {
  const first = await freshCairn();
  const read = await first.call('readPastedImport', { text: 'Deckhand\n\nResponsibilities\n- Takes the stern line\n' });
  const id = read?.ids[0] ?? expect.fail('nothing was read');
  await first.call('discardImport', { id });
  await first.close();
  const second = await openCairn(first.folder);
  await second.call('undo', {});
  expect((await second.call('listImportDrafts', {})).map((draft) => draft.id)).toEqual([id]);
  expect((await second.call('checkRecord', {})).problems).toEqual([]);
});
