/** Home: what it proposes, and that no question of it reads the whole record. */
import type { Database } from 'better-sqlite3';
import { expect, test, vi } from 'vitest';
import { freshCairn, type TestCairn } from '../helpers/cairn.ts';

async function sampleCairn(): Promise<TestCairn> {
  const cairn = await freshCairn();
  await cairn.call('exploreSample', {});
  return cairn;
}
const sqliteOf = (cairn: TestCairn) => cairn.session.profile?.sqlite ?? expect.fail('no profile is open');

/** Tables that grow with the record, under whatever name a statement gives them. */
const growing =
  /\b(?:accomplishment|showing|metric|witness|evidence|accomplishmentTag)(?:\s+(?:AS\s+)?"?([a-z]\w*)"?)?/gi;

/** Every statement that was compiled while `work` ran. */
async function statementsOf(sqlite: Database, work: () => Promise<unknown>): Promise<string[]> {
  const prepare = vi.spyOn(sqlite, 'prepare');
  try {
    await work();
    return prepare.mock.calls.map(([sql]) => sql).filter((sql) => /^\s*(?:select|with)/i.test(sql));
  } finally {
    prepare.mockRestore();
  }
}

/** Steps of the plan of a statement that read a growing table from one end to the other. */
function scansOf(sqlite: Database, sql: string): string[] {
  const names = new Set([...sql.matchAll(growing)].flatMap(([name, alias]) => [name.split(/\s/)[0], alias]));
  const placeholders = (sql.match(/\?/g) ?? []).map(() => null);
  const plan = sqlite.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...placeholders) as { detail: string }[];
  return plan
    .map(({ detail }) => detail)
    .filter((detail) => names.has(/^SCAN (\w+)/.exec(detail)?.[1] ?? 'none'))
    .filter((detail) => !detail.includes('INDEX') || !/\blimit\b/i.test(sql));
}

test('no statement of Home reads a table that grows with the record from one end to the other', async () => {
  const cairn = await sampleCairn();
  const sqlite = sqliteOf(cairn);
  const statements = await statementsOf(sqlite, () => cairn.call('getHome', {}));
  expect(statements.length).toBeGreaterThan(8);
  expect(statements.flatMap((sql) => scansOf(sqlite, sql))).toEqual([]);
});

test.each([
  'SELECT count(*) FROM accomplishment WHERE deletedAt IS NULL',
  'SELECT title FROM accomplishment ORDER BY title LIMIT 3',
  'SELECT count(*) FROM showing s WHERE s.level > ?',
])('“%s” would be found out', async (sql) => {
  expect(scansOf(sqliteOf(await sampleCairn()), sql)).not.toEqual([]);
});

test('a resume behind a large record counts no further than the newest 500', async () => {
  const cairn = await sampleCairn();
  const sqlite = sqliteOf(cairn);
  const insert = sqlite.prepare(
    `INSERT INTO accomplishment (id, title, story, isOngoing, confidentiality, status, shortWording, longWording, createdAt, updatedAt)
     VALUES (?, 'Done', '', 0, 'public', 'ready', '', '', '2099-01-01', '2099-01-01')`,
  );
  const resumeText = async () =>
    (await cairn.call('getHome', {})).suggestions.find(({ kind }) => kind === 'resume')?.detail;
  insert.run('x0');
  expect(await resumeText()).toBe('One accomplishment is newer than this resume.');
  for (let at = 1; at < 500; at += 1) insert.run(`x${at}`);
  expect(await resumeText()).toBe('500 accomplishments are newer than this resume.');
  insert.run('x500');
  expect(await resumeText()).toBe('More than 500 accomplishments are newer than this resume.');
});

test('the gaps of the aim follow every change of the evidence, and are those of a match made anew', async () => {
  const cairn = await sampleCairn();
  const { aim } = await cairn.call('getHome', {});
  const roleId = aim?.roleId ?? expect.fail('the sample aims at nothing');
  const again = async () => {
    const kept = await cairn.call('getMatch', { roleId });
    // the ladder asks for other competencies, so that nothing kept answers the second time
    await cairn.call('getLadder', { id: roleId });
    expect(await cairn.call('getMatch', { roleId })).toEqual(kept);
    return kept;
  };
  const before = await again();
  const term = before.requirements.flatMap(({ terms }) => terms)[0] ?? expect.fail('nothing counts');
  const id = term.accomplishmentId;
  const count = (match: typeof before) =>
    match.requirements.flatMap(({ terms }) => terms).filter(({ accomplishmentId }) => accomplishmentId === id).length;
  await cairn.call('changeAccomplishment', { id, patch: { story: 'Another story.' } });
  expect(await again()).toEqual(before);
  await cairn.call('changeAccomplishment', { id, patch: { title: 'Renamed' } });
  expect((await again()).requirements.flatMap(({ terms }) => terms).map(({ title }) => title)).toContain('Renamed');
  await cairn.call('changeAccomplishment', { id, patch: { showings: [] } });
  expect(count(await again())).toBe(0);
  await cairn.call('undo', {});
  expect(count(await again())).toBe(count(before));
  await cairn.call('binAccomplishments', { ids: [id] });
  expect(count(await again())).toBe(0);
});
