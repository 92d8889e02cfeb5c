/**
 * What a match reads is held from one question to the next and brought up to date from notes. Whatever was done in
 * between, and whichever questions were asked in turn, the answer is the one that is read anew.
 */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { drainSearch } from '../../src-main/db/search/search-queue.ts';
import { matchRule, readSettings } from '../../src-main/db/settings.ts';
import { loadLadder } from '../../src-main/store/ladders/ladders.ts';
import { matchRole, readEvidenceFor } from '../../src-main/store/record/evidence.ts';
import { freshCairn, type TestCairn } from '../helpers/cairn.ts';
import { propertyRuns } from '../helpers/property-runs.ts';

const today = '2026-11-21';
const profileOf = (cairn: TestCairn) => cairn.session.profile ?? expect.fail('no profile is open');

/** Answers a question from what is held, and anew: inside a transaction nothing is held or taken from what is. */
function answers(cairn: TestCairn, { roleId, about }: { roleId: string; about: 'role' | 'paper' | 'ladder' }) {
  const { db, sqlite } = profileOf(cairn);
  const ask = () =>
    about === 'ladder'
      ? loadLadder(db, roleId, { today, rule: matchRule(readSettings(db)) })
      : matchRole(db, roleId, today, about === 'paper');
  const held = ask();
  sqlite.exec('BEGIN');
  const anew = ask();
  sqlite.exec('ROLLBACK');
  return { held, anew };
}

interface Acting {
  readonly cairn: TestCairn;
  readonly pick: <Item>(list: readonly Item[]) => Item;
}

const accomplishmentsOf = async ({ cairn }: Acting) =>
  (await cairn.call('listAccomplishments', { limit: 500 })).rows.map(({ id }) => id);
/** Competencies that roles ask for, the same few each time, so that acts meet. */
const competenciesOf = ({ cairn }: Acting) =>
  profileOf(cairn)
    .sqlite.prepare('SELECT DISTINCT competencyId FROM requirement ORDER BY rank, competencyId LIMIT 8')
    .pluck()
    .all() as string[];

async function change(acting: Acting, patch: (acting: Acting) => object): Promise<void> {
  const ids = await accomplishmentsOf(acting);
  if (ids.length > 0)
    await acting.cairn.dispatch('changeAccomplishment', { id: acting.pick(ids), patch: patch(acting) });
}

const showing = ({ pick, ...acting }: Acting) => ({
  competencyId: pick(competenciesOf({ pick, ...acting })),
  level: pick([1, 2, 3, 4, 5]),
  scaleId: 'five-levels',
  reason: '',
});

/** What can come between two questions. An act that the record refuses is none. */
const acts: Readonly<Record<string, (acting: Acting) => Promise<unknown>>> = {
  log: async (acting) => {
    const { cairn, pick } = acting;
    const { id } = await cairn.call('logAccomplishment', { text: `Tuned the kiln ${pick([1, 2, 3])}` });
    await cairn.call('changeAccomplishment', { id, patch: { status: 'ready', showings: [showing(acting)] } });
  },
  retitle: (acting) => change(acting, ({ pick }) => ({ title: `Rebuilt oven ${pick([1, 2, 3])}` })),
  show: (acting) => change(acting, () => ({ showings: [showing(acting), showing(acting)], status: 'ready' })),
  date: (acting) => change(acting, ({ pick }) => ({ startedOn: pick(['2015', '2024-03', null]) })),
  measure: (acting) =>
    change(acting, ({ pick }) => ({
      metrics: [{ name: 'Time', unit: 's', baseline: pick([9, null]), value: pick([3, null]) }],
    })),
  witness: (acting) =>
    change(acting, ({ pick }) => ({
      witnesses: [
        { name: 'Ann', relation: pick(['manager', 'peer', 'other']), title: '', confirmedOn: null, words: '' },
      ],
    })),
  hide: (acting) => change(acting, ({ pick }) => ({ confidentiality: pick(['private', 'confidential', 'public']) })),
  draft: (acting) => change(acting, ({ pick }) => ({ status: pick(['draft', 'ready']) })),
  bin: async (acting) => {
    const ids = await accomplishmentsOf(acting);
    if (ids.length > 0) await acting.cairn.call('binAccomplishments', { ids: [acting.pick(ids)] });
  },
  restore: async ({ cairn, pick }) => {
    const items = await cairn.call('listBin', {});
    if (items.length > 0) await cairn.dispatch('restoreFromBin', pick(items));
  },
  merge: async (acting) => {
    const [keepId, mergeId] = [acting.pick(competenciesOf(acting)), acting.pick(competenciesOf(acting))];
    await acting.cairn.dispatch('mergeCompetencies', { keepId, mergeId });
  },
  place: async (acting) => {
    const [id, parentId] = [acting.pick(competenciesOf(acting)), acting.pick(competenciesOf(acting))];
    await acting.cairn.dispatch('placeCompetency', { id, parentId });
  },
  rename: (acting) =>
    acting.cairn.dispatch('renameCompetency', {
      id: acting.pick(competenciesOf(acting)),
      name: `Craft ${acting.pick([1, 2, 3, 4])}`,
    }),
  judge: ({ cairn, pick }) =>
    cairn.call('changeSettings', { patch: { theta: pick([2, 3]), recency: pick([true, false]) } }),
  search: ({ cairn }) => cairn.call('searchEverything', { text: 'kiln' }),
  undo: ({ cairn }) => cairn.dispatch('undo', {}),
  redo: ({ cairn }) => cairn.dispatch('redo', {}),
  backUp: ({ cairn }) => cairn.call('backUpNow', {}),
  restoreBackup: async ({ cairn, pick }) => {
    const backups = await cairn.call('listBackups', {});
    if (backups.length > 0) await cairn.call('restoreBackup', { fileName: pick(backups).fileName });
  },
};

const often = Object.keys(acts).filter((act) => act !== 'backUp' && act !== 'restoreBackup');
const steps = fc.array(
  fc.record({
    act: fc.oneof(
      { weight: 20, arbitrary: fc.constantFrom(...often) },
      { weight: 6, arbitrary: fc.constant('log') },
      { weight: 1, arbitrary: fc.constantFrom('backUp', 'restoreBackup') },
    ),
    picks: fc.array(fc.nat(10_000), { minLength: 6, maxLength: 6 }),
    question: fc.record({ role: fc.nat(4), about: fc.constantFrom('role', 'role', 'paper', 'ladder') }),
  }),
  { minLength: 30, maxLength: 60, size: 'max' },
);

test('whatever is done between several questions in turn, each is answered as if read anew', async () => {
  let shown = 0;
  await fc.assert(
    fc.asyncProperty(steps, async (script) => {
      const cairn = await freshCairn();
      try {
        const roleIds = (await cairn.call('listRoles', {})).map(({ id }) => id);
        for (const { act, picks, question } of script) {
          let picked = 0;
          const pick = <Item>(list: readonly Item[]) =>
            list[(picks[picked++ % picks.length] ?? 0) % list.length] as Item;
          await acts[act]?.({ cairn, pick });
          const roleId = roleIds[question.role % roleIds.length] ?? expect.fail('no role');
          const { held, anew } = answers(cairn, { roleId, about: question.about as 'role' | 'paper' | 'ladder' });
          expect(held, act).toEqual(anew);
          if (held && 'report' in held) shown += held.report.requirements.flatMap(({ terms }) => terms).length;
        }
      } finally {
        await cairn.close();
      }
    }),
    { seed: 20261130, numRuns: propertyRuns(6) },
  );
  expect(shown).toBeGreaterThan(100);
}, 240_000);

test('after an edit, a role looked at again is not read anew, also when others were looked at in between', async () => {
  const cairn = await freshCairn();
  const { db } = profileOf(cairn);
  const [first = '', second = '', third = ''] = competenciesOf({ cairn, pick: ([item]) => item as never });
  const lookup = (competencyIds: string[], isForPaper = false) =>
    readEvidenceFor(db, competencyIds, { today, rule: matchRule(readSettings(db)), isForPaper }).evidence;
  const held = lookup([first, second]);
  const onPaper = lookup([first, second], true);
  await cairn.call('logAccomplishment', { text: 'Tuned the kiln' });
  expect(lookup([third])).not.toBe(held);
  expect(lookup([second, first])).toBe(held);
  expect(lookup([first, second], true)).toBe(onPaper);
  expect(onPaper).not.toBe(held);
});

test('more changes than are remembered, more questions than are held: each answer still is the one read anew', async () => {
  const cairn = await freshCairn();
  const pick = <Item>(list: readonly Item[]) => list[0] as Item;
  const roleIds = (await cairn.call('listRoles', {})).map(({ id }) => id);
  const compareAll = () => {
    for (const about of ['role', 'paper', 'ladder', 'role'] as const)
      for (const roleId of roleIds) {
        const { held, anew } = answers(cairn, { roleId, about });
        expect(held).toEqual(anew);
      }
  };
  await acts.log?.({ cairn, pick });
  compareAll();
  const { sqlite } = profileOf(cairn);
  const add = sqlite.prepare(
    `INSERT INTO accomplishment(id, title, story, isOngoing, confidentiality, status, shortWording, longWording, createdAt, updatedAt)
     VALUES (?, ?, '', 0, 'public', 'ready', '', '', '2026', '2026')`,
  );
  const show = sqlite.prepare(`INSERT INTO showing VALUES (?, ?, 3, 'five-levels', '', 0, '[]')`);
  const [competencyId] = competenciesOf({ cairn, pick });
  for (let at = 0; at < 350; at += 1) {
    add.run(`many-${at}`, `Piece ${at}`);
    show.run(`many-${at}`, competencyId);
    // some wait for the index, some went through it before the question
    if (at === 200) await cairn.call('searchEverything', { text: 'piece' });
  }
  compareAll();
  const question = { roleId: roleIds[0] ?? '', about: 'role' } as const;
  const retitle = (ids: string) => {
    sqlite.exec(`UPDATE accomplishment SET title = title || '!' WHERE id ${ids}`);
    drainSearch(sqlite, 1_000);
  };
  const expectSame = () => {
    const { held, anew } = answers(cairn, question);
    expect(held).toEqual(anew);
  };
  drainSearch(sqlite, 1_000);
  expectSame();
  // the last one that is remembered, and one that is forgotten again
  retitle(`= 'many-7'`);
  expectSame();
  retitle(`= 'many-8'`);
  retitle(`GLOB 'many-[1-3]*' AND id <> 'many-8'`);
  retitle(`GLOB 'many-[4-9]*' AND id <> 'many-8'`);
  retitle(`= 'many-0'`);
  expectSame();
});
