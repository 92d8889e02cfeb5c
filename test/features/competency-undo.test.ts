/** Undo over any sequence of what is done to competencies. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { RoleContent } from '../../shared/api/role-content.ts';
import { semanticDump } from '../../src-main/db/undo/undo.ts';
import { freshCairn, type TestCairn } from '../helpers/cairn.ts';
import { propertyRuns } from '../helpers/property-runs.ts';

const sqliteOf = (cairn: TestCairn) => cairn.session.profile?.sqlite ?? expect.fail('no profile is open');

interface Step {
  readonly act: string;
  readonly a: number;
  readonly b: number;
}

/** Does the step to whatever competencies stand at those places; what is refused changes nothing. */
async function take(cairn: TestCairn, { act, a, b }: Step): Promise<void> {
  const { competencies } = await cairn.call('listCompetencies', {});
  const own = competencies.filter(
    (competency) => /^Tin/.test(competency.name) || competency.aliases.some((alias) => /^Tin/.test(alias)),
  );
  const [first, second] = [own[a % own.length], own[b % own.length]];
  if (!first || !second) return;
  const { accomplishments } = await cairn.call('getCompetency', { id: first.id });
  const calls: Readonly<Record<string, () => Promise<unknown>>> = {
    merge: () => cairn.dispatch('mergeCompetencies', { keepId: first.id, mergeId: second.id }),
    split: () =>
      cairn.dispatch('splitCompetency', {
        id: first.id,
        alias: first.aliases[b % Math.max(first.aliases.length, 1)] ?? 'none',
        accomplishmentIds: accomplishments.filter((_, at) => at % 2 === 0).map((showing) => showing.id),
      }),
    rename: () => cairn.dispatch('renameCompetency', { id: first.id, name: `Tin ${b}` }),
    alias: () => cairn.dispatch('addAlias', { id: first.id, alias: `Tin alias ${b}` }),
    place: () => cairn.dispatch('placeCompetency', { id: first.id, parentId: second.id }),
    lift: () => cairn.dispatch('placeCompetency', { id: first.id, parentId: null }),
    apart: () => cairn.dispatch('keepApart', { aId: first.id, bId: second.id }),
    describe: () => cairn.dispatch('describeCompetency', { id: first.id, description: `About ${b}` }),
    assess: () =>
      cairn.dispatch('assessCompetency', { competencyId: first.id, level: 1 + (b % 5), scaleId: 'five-levels' }),
  };
  await calls[act]?.();
}

test('any sequence of merges, splits and moves is sound, and undone it gives the record of before', async () => {
  const cairn = await freshCairn();
  for (const text of ['One +"Tin soldering":2 +"Tin plating":3', 'Two +"Tin plating":4 +"Tin roofs":1']) {
    await cairn.call('logAccomplishment', { text });
  }
  const requirements = ['Tin soldering', 'Tin plating', 'Tin roofs', 'Tin whistles'].map((competency) => ({
    competency,
    kind: 'skill',
    level: 2,
    importance: null,
  }));
  await cairn.call('makeRole', { role: RoleContent.parse({ title: 'Tinker', requirements }) });
  const dump = () => semanticDump(sqliteOf(cairn));
  const acts = ['merge', 'merge', 'split', 'split', 'rename', 'alias', 'place', 'lift', 'apart', 'describe', 'assess'];
  const step = fc.record({ act: fc.constantFrom(...acts), a: fc.nat(9), b: fc.nat(9) });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      const before = dump();
      const { undoId: floor } = await cairn.call('getUndoState', {});
      for (const step of steps) await take(cairn, step);
      const after = dump();
      expect((await cairn.call('checkRecord', {})).problems).toEqual([]);
      const sqlite = sqliteOf(cairn);
      // nobody stands beneath themselves, and everyone has exactly one name
      const circles = sqlite.prepare(
        `WITH RECURSIVE up(start, id, n) AS (SELECT id, parentId, 1 FROM competency WHERE parentId IS NOT NULL
           UNION ALL SELECT up.start, c.parentId, n + 1 FROM up JOIN competency c ON c.id = up.id WHERE c.parentId IS NOT NULL AND n < 50)
         SELECT count(*) AS n FROM up WHERE start = id`,
      );
      expect(circles.get()).toEqual({ n: 0 });
      const names = sqlite.prepare(
        `SELECT count(*) AS n FROM competency c WHERE 1 <> (SELECT count(*) FROM competencyName WHERE competencyId = c.id AND NOT isAlias AND name = c.name)`,
      );
      expect(names.get()).toEqual({ n: 0 });
      let count = 0;
      while ((await cairn.call('getUndoState', {})).undoId !== floor) {
        await cairn.call('undo', {});
        count += 1;
      }
      expect(dump()).toEqual(before);
      for (let at = 0; at < count; at += 1) await cairn.call('redo', {});
      expect(dump()).toEqual(after);
      for (let at = 0; at < count; at += 1) await cairn.call('undo', {});
    }),
    { numRuns: propertyRuns(30) },
  );
}, 120_000);
