/** A name that is given to a competency stays the name where it was given, whatever the competency is called beneath. */
import { expect, test } from 'vitest';
import type { Accomplishment } from '../../shared/api/accomplishment.ts';
import { semanticDump } from '../../src-main/db/undo/undo.ts';
import { freshCairn, type TestCairn } from '../helpers/cairn.ts';

const dump = (cairn: TestCairn) => semanticDump(cairn.session.profile?.sqlite ?? expect.fail('no profile is open'));

/** With a library in which Docker and Containerisation are Containers, as shipped, and CI/CD is Delivery automation. */
async function cairnWithLibrary(): Promise<TestCairn & { readonly containers: string }> {
  const cairn = await freshCairn();
  const { id } = await cairn.call('nameCompetency', { name: 'Delivery automation' });
  await cairn.call('addAlias', { id, alias: 'CI/CD' });
  return { ...cairn, containers: (await cairn.call('nameCompetency', { name: 'Containers' })).id };
}

async function capture(cairn: TestCairn, text: string): Promise<Accomplishment> {
  const { id } = await cairn.call('logAccomplishment', { text });
  return cairn.call('changeAccomplishment', { id, patch: { status: 'ready' } });
}

const shown = ({ showings }: Accomplishment) => showings.map(({ words, level }) => [words, level]);
const load = (cairn: TestCairn, { id }: Accomplishment) => cairn.call('getAccomplishment', { id });

test('what is captured by an alias keeps it, is found by it, and is one competency beneath', async () => {
  const cairn = await cairnWithLibrary();
  const one = await capture(cairn, 'Moved the builds +docker:3 +CI/CD:2');
  const other = await capture(cairn, 'Split the cluster +Containers:2');
  expect(shown(one)).toEqual([
    [['Docker'], 3],
    [['CI/CD'], 2],
  ]);
  expect(shown(other)).toEqual([[[], 2]]);
  expect(one.showings[0]?.competencyId).toBe(other.showings[0]?.competencyId);
  const found = await cairn.call('listAccomplishments', { text: 'Docker' });
  expect(found.rows.map((row) => row.id)).toEqual([one.id]);
  const use = await cairn.call('getCompetency', { id: cairn.containers });
  expect(use.accomplishments.map(({ id, as }) => [id, as])).toEqual([
    [other.id, ['Containers']],
    [one.id, ['Docker']],
  ]);
});

test('two names of one competency in a note are shown once, by both, at the higher level', async () => {
  const cairn = await cairnWithLibrary();
  const { understood } = await cairn.call('logAccomplishment', { text: 'Moved it +Docker:3 +Containerisation:2' });
  expect(understood).toEqual(['Shows: Docker, Containerisation, level 3']);
  const both = await capture(cairn, 'Moved it again +Docker:3 +Containerisation:2');
  expect(shown(both)).toEqual([[['Docker', 'Containerisation'], 3]]);
});

test('an alias without a level becomes a tag of that name', async () => {
  const cairn = await cairnWithLibrary();
  expect((await capture(cairn, 'Moved it +Docker')).tags).toEqual(['Docker']);
});

test('an edit that leaves the names out keeps them, and undo brings them back', async () => {
  const cairn = await cairnWithLibrary();
  const { id, showings } = await capture(cairn, 'Moved the builds +Docker:3');
  const before = dump(cairn);
  const [{ words: _words, ...showing }] = showings as [Accomplishment['showings'][number]];
  await cairn.call('changeAccomplishment', { id, patch: { showings: [{ ...showing, level: 4, reason: 'Twice' }] } });
  expect(shown(await cairn.call('getAccomplishment', { id }))).toEqual([[['Docker'], 4]]);
  await cairn.call('changeAccomplishment', { id, patch: { showings: [{ ...showing, words: ['OCI images'] }] } });
  expect(shown(await cairn.call('getAccomplishment', { id }))).toEqual([[['OCI images'], 3]]);
  await cairn.call('changeAccomplishment', { id, patch: { showings: [{ ...showing, words: ['Containers'] }] } });
  expect(shown(await cairn.call('getAccomplishment', { id }))).toEqual([[[], 3]]);
  // one step: what is typed within half a minute is one change
  await cairn.call('undo', {});
  expect(dump(cairn)).toEqual(before);
});

test('competencies that are merged are still called in each accomplishment as they were', async () => {
  const cairn = await cairnWithLibrary();
  const common = await capture(cairn, 'Wrote it down +Images:2');
  const alias = await capture(cairn, 'Moved the builds +Docker:3');
  const both = await capture(cairn, 'Moved all +Containerisation:1 +Images:4');
  const before = dump(cairn);
  const mergeId = (await cairn.call('nameCompetency', { name: 'Images' })).id;
  await cairn.call('mergeCompetencies', { keepId: cairn.containers, mergeId });
  expect(shown(await load(cairn, common))).toEqual([[['Images'], 2]]);
  expect(shown(await load(cairn, alias))).toEqual([[['Docker'], 3]]);
  expect(shown(await load(cairn, both))).toEqual([[['Containerisation', 'Images'], 4]]);
  await cairn.call('undo', {});
  expect(dump(cairn)).toEqual(before);
});

test('merged the other way, what had the common name keeps that one', async () => {
  const cairn = await cairnWithLibrary();
  const plain = await capture(cairn, 'Split the cluster +Containers:2');
  const images = (await cairn.call('nameCompetency', { name: 'Images' })).id;
  await cairn.call('mergeCompetencies', { keepId: images, mergeId: cairn.containers });
  expect(shown(await load(cairn, plain))).toEqual([[['Containers'], 2]]);
});

test('an alias that is split off takes its own showings along, and leaves the other names where they were', async () => {
  const cairn = await cairnWithLibrary();
  const docker = await capture(cairn, 'Moved the builds +Docker:3');
  const both = await capture(cairn, 'Moved all +Containerisation:1 +Docker:4');
  const plain = await capture(cairn, 'Split the cluster +Containers:2');
  const before = dump(cairn);
  const { id } = await cairn.call('splitCompetency', {
    id: cairn.containers,
    alias: 'Docker',
    accomplishmentIds: [docker.id, both.id],
  });
  expect((await load(cairn, docker)).showings).toMatchObject([{ competencyId: id, words: [], level: 3 }]);
  expect((await load(cairn, both)).showings).toMatchObject([
    { competencyId: cairn.containers, words: ['Containerisation'], level: 4 },
    { competencyId: id, words: [], level: 4 },
  ]);
  expect((await load(cairn, plain)).showings).toMatchObject([{ competencyId: cairn.containers, words: [] }]);
  await cairn.call('undo', {});
  expect(dump(cairn)).toEqual(before);
});
