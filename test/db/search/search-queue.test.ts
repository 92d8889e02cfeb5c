/** The search index follows what is saved, and totals and matches agree with what stands in the record. */
import type { Database } from 'better-sqlite3';
import { expect, test } from 'vitest';
import { findDamage } from '../../../src-main/db/open.ts';
import { drainSearch } from '../../../src-main/db/search/search-queue.ts';
import { prepared } from '../../../src-main/db/statement-cache.ts';
import { freshCairn, type TestCairn } from '../../helpers/cairn.ts';

const sqliteOf = (cairn: TestCairn): Database => cairn.session.profile?.sqlite ?? expect.fail('no profile is open');
const waiting = (sqlite: Database) =>
  (sqlite.prepare('SELECT count(*) AS n FROM searchStale').get() as { n: number }).n;
const found = async (cairn: TestCairn, text: string) =>
  (await cairn.call('listAccomplishments', { text })).rows.map((row) => row.title);

test('a save leaves the index alone and notes once what it changed; the next search indexes it', async () => {
  const cairn = await freshCairn();
  const sqlite = sqliteOf(cairn);
  drainSearch(sqlite, 100_000);
  const { id } = await cairn.call('logAccomplishment', { text: 'Tuned the kiln #glaze' });
  await cairn.call('changeAccomplishment', { id, patch: { story: 'A quieter firing.', tags: ['a', 'b'] } });
  expect(waiting(sqlite)).toBe(1);
  expect(sqlite.prepare('SELECT 1 FROM searchDoc WHERE refId = ?').get(id)).toBeUndefined();
  expect(await found(cairn, 'quieter')).toEqual(['Tuned the kiln']);
  expect(waiting(sqlite)).toBe(0);
  expect(findDamage(sqlite)).toEqual([]);
});

test('what was undone, binned and brought back is found as it then stands', async () => {
  const cairn = await freshCairn();
  const { id } = await cairn.call('logAccomplishment', { text: 'Tuned the kiln' });
  await cairn.call('changeAccomplishment', { id, patch: { title: 'Rebuilt the oven' } });
  expect(await found(cairn, 'oven')).toEqual(['Rebuilt the oven']);
  await cairn.call('undo', {});
  expect(await found(cairn, 'oven')).toEqual([]);
  expect(await found(cairn, 'kiln')).toEqual(['Tuned the kiln']);
  await cairn.call('binAccomplishments', { ids: [id] });
  expect(await found(cairn, 'kiln')).toEqual([]);
  await cairn.call('undo', {});
  expect(await found(cairn, 'kiln')).toEqual(['Tuned the kiln']);
  expect(findDamage(sqliteOf(cairn))).toEqual([]);
});

test('what is drained inside a transaction that fails is drained again later', async () => {
  const cairn = await freshCairn();
  const sqlite = sqliteOf(cairn);
  drainSearch(sqlite, 100_000);
  await cairn.call('logAccomplishment', { text: 'Tuned the kiln' });
  sqlite.exec('BEGIN');
  expect(drainSearch(sqlite)).toBe(1);
  sqlite.exec('ROLLBACK');
  expect(waiting(sqlite)).toBe(1);
  expect(await found(cairn, 'kiln')).toEqual(['Tuned the kiln']);
});

test('with more to index than fits, what was changed last comes first and nothing is forgotten', async () => {
  const cairn = await freshCairn();
  const sqlite = sqliteOf(cairn);
  drainSearch(sqlite, 100_000);
  for (const text of ['Oldest kiln', 'Middle kiln', 'Newest kiln']) await cairn.call('logAccomplishment', { text });
  expect(drainSearch(sqlite, 1)).toBe(1);
  expect(sqlite.prepare('SELECT title FROM searchDoc ORDER BY id DESC LIMIT 1').get()).toEqual({
    title: 'Newest kiln',
  });
  expect(drainSearch(sqlite, 5)).toBe(2);
  expect(drainSearch(sqlite, 5)).toBe(0);
});

test('a new name of an employer is found in the work done there', async () => {
  const cairn = await freshCairn();
  const { id: employerId } = await cairn.call('addBackgroundItem', {
    item: { kind: 'employer', values: { name: 'Fenwick', place: '', description: '', website: '' } },
  });
  const { id: positionId } = await cairn.call('addBackgroundItem', {
    item: {
      kind: 'position',
      values: { employerId, title: 'Potter', startedOn: '2024', endedOn: null, isCurrent: true, summary: '' },
    },
  });
  const { id } = await cairn.call('logAccomplishment', { text: 'Tuned the kiln' });
  await cairn.call('changeAccomplishment', { id, patch: { positionId } });
  expect(await found(cairn, 'fenwick')).toEqual(['Tuned the kiln']);
  sqliteOf(cairn).prepare(`UPDATE employer SET name = 'Ravensworth' WHERE id = ?`).run(employerId);
  expect(await found(cairn, 'fenwick')).toEqual([]);
  expect(await found(cairn, 'ravensworth')).toEqual(['Tuned the kiln']);
});

test('the kept totals are those of a count, whatever was added, moved, binned and undone', async () => {
  const cairn = await freshCairn();
  const sqlite = sqliteOf(cairn);
  const agree = async () => {
    const counted = sqlite
      .prepare(
        `SELECT coalesce(positionId, '') AS positionId, count(*) AS n FROM accomplishment WHERE deletedAt IS NULL GROUP BY 1 ORDER BY 1`,
      )
      .all() as { n: number }[];
    expect(sqlite.prepare('SELECT * FROM accomplishmentCount WHERE n <> 0 ORDER BY 1').all()).toEqual(counted);
    const total = counted.reduce((sum, group) => sum + group.n, 0);
    expect((await cairn.call('listAccomplishments', { limit: 1 })).total).toBe(total);
    expect((await cairn.call('listAccomplishments', { limit: 1, sort: 'newest' })).total).toBe(total);
    expect(await cairn.call('getAppState', {})).toMatchObject({ counts: { accomplishments: total } });
  };
  const { id: employerId } = await cairn.call('addBackgroundItem', {
    item: { kind: 'employer', values: { name: 'Fenwick', place: '', description: '', website: '' } },
  });
  const { id: positionId } = await cairn.call('addBackgroundItem', {
    item: {
      kind: 'position',
      values: { employerId, title: 'Potter', startedOn: '2024', endedOn: null, isCurrent: false, summary: '' },
    },
  });
  const { id } = await cairn.call('logAccomplishment', { text: 'Tuned the kiln' });
  await cairn.call('logAccomplishment', { text: 'Swept the floor' });
  await agree();
  await cairn.call('changeAccomplishment', { id, patch: { positionId } });
  await agree();
  expect((await cairn.call('listAccomplishments', { positionId })).total).toBe(1);
  await cairn.call('binAccomplishments', { ids: [id] });
  await agree();
  for (let step = 0; step < 3; step += 1) {
    await cairn.call('undo', {});
    await agree();
  }
  for (let step = 0; step < 3; step += 1) {
    await cairn.call('redo', {});
    await agree();
  }
});

test('a match after an edit, an undo and a search is the match read anew', async () => {
  const cairn = await freshCairn();
  const sqlite = sqliteOf(cairn);
  const { id: roleId, competencyId } = sqlite
    .prepare(
      `SELECT roleSpecId AS id, competencyId FROM requirement WHERE level IS NOT NULL ORDER BY roleSpecId, rank LIMIT 1`,
    )
    .get() as { id: string; competencyId: string };
  const evidence = async () =>
    (await cairn.call('getMatch', { roleId })).requirements
      .flatMap((requirement) => requirement.terms.map((term) => term.title))
      .sort();
  expect(await evidence()).toEqual([]);
  const { id } = await cairn.call('logAccomplishment', { text: 'Tuned the kiln' });
  const showings = [{ competencyId, level: 3, scaleId: 'five-levels', reason: '' }];
  await cairn.call('changeAccomplishment', { id, patch: { status: 'ready', story: 'It fires evenly.', showings } });
  expect(await evidence()).toEqual(['Tuned the kiln']);
  await cairn.call('changeAccomplishment', { id, patch: { title: 'Rebuilt the oven' } });
  await cairn.call('searchEverything', { text: 'oven' });
  expect(await evidence()).toEqual(['Rebuilt the oven']);
  await cairn.call('undo', {});
  expect(await evidence()).toEqual(['Tuned the kiln']);
  await cairn.call('binAccomplishments', { ids: [id] });
  expect(await evidence()).toEqual([]);
});

test('a statement is compiled once, and one that is being read through is not handed out again', async () => {
  const sqlite = sqliteOf(await freshCairn());
  const sql = 'SELECT id FROM competency LIMIT 3';
  expect(prepared(sqlite, sql)).toBe(prepared(sqlite, sql));
  const rows = prepared(sqlite, sql).iterate();
  rows.next();
  expect(prepared(sqlite, sql).all()).toHaveLength(3);
  rows.return?.();
});
