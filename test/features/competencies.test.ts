/** One identity for each competency: renamed, placed, made one and made two, and everything taken back again. */

import { expect, test } from 'vitest';
import { RoleContent } from '../../shared/api/role-content.ts';
import { databaseOver } from '../../src-main/db/database.ts';
import { semanticDump } from '../../src-main/db/undo/undo.ts';
import { joinOffers } from '../../src-main/store/competencies/alike-competencies.ts';
import { freshCairn, type TestCairn } from '../helpers/cairn.ts';

const sqliteOf = (cairn: TestCairn) => cairn.session.profile?.sqlite ?? expect.fail('no profile is open');
const dump = (cairn: TestCairn) => semanticDump(sqliteOf(cairn));

const named = async (cairn: TestCairn, name: string) => (await cairn.call('nameCompetency', { name })).id;
const log = async (cairn: TestCairn, text: string) => {
  const { id } = await cairn.call('logAccomplishment', { text });
  await cairn.call('changeAccomplishment', { id, patch: { status: 'ready' } });
  return id;
};
const roleAsking = async (cairn: TestCairn, title: string, ...competencies: string[]) =>
  (
    await cairn.call('makeRole', {
      role: RoleContent.parse({
        title,
        requirements: competencies.map((competency) => ({
          competency,
          kind: 'skill',
          level: 3,
          importance: 'critical',
        })),
      }),
    })
  ).id;

test('a renamed competency keeps its old name as an alias, and both find it', async () => {
  const cairn = await freshCairn();
  const id = await named(cairn, 'Tidal modelling');
  await cairn.call('renameCompetency', { id, name: 'Modelling of tides' });
  const use = await cairn.call('getCompetency', { id });
  expect(use).toMatchObject({ name: 'Modelling of tides', aliases: ['Tidal modelling'] });
  expect(await named(cairn, 'tidal  modelling')).toBe(id);
  expect(await named(cairn, 'Modelling of Tides')).toBe(id);
  for (const text of ['modelling of tides', 'tidal']) {
    const hits = await cairn.call('searchEverything', { text });
    expect(hits.map((hit) => [hit.id, hit.title])).toContainEqual([id, 'Modelling of tides']);
  }
  await cairn.call('renameCompetency', { id, name: 'Tidal modelling' });
  expect(await cairn.call('getCompetency', { id })).toMatchObject({
    name: 'Tidal modelling',
    aliases: ['Modelling of tides'],
  });
});

test('a name another competency bears is refused, and nothing changes', async () => {
  const cairn = await freshCairn();
  const tides = await named(cairn, 'Tidal modelling');
  const charts = await named(cairn, 'Chart reading');
  await cairn.call('addAlias', { id: charts, alias: 'Reading of charts' });
  const before = dump(cairn);
  await expect(cairn.call('renameCompetency', { id: tides, name: 'chart  reading' })).rejects.toMatchObject({
    code: 'CONFLICT',
  });
  await expect(cairn.call('addAlias', { id: tides, alias: 'Reading of Charts' })).rejects.toMatchObject({
    code: 'CONFLICT',
    message: '“Reading of Charts” is a name of Chart reading. Nothing was changed. To make them one, merge the two.',
  });
  await expect(cairn.call('addAlias', { id: tides, alias: '   ' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  expect(dump(cairn)).toEqual(before);
});

test('a competency never comes to stand beneath itself', async () => {
  const cairn = await freshCairn();
  const [top, middle, low] = [
    await named(cairn, 'Sailing'),
    await named(cairn, 'Knots'),
    await named(cairn, 'Bowline'),
  ];
  await cairn.call('placeCompetency', { id: middle, parentId: top });
  await cairn.call('placeCompetency', { id: low, parentId: middle });
  await expect(cairn.call('placeCompetency', { id: top, parentId: low })).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    message: 'Bowline stands under Sailing. Nothing was changed.',
  });
  await expect(cairn.call('placeCompetency', { id: top, parentId: top })).rejects.toMatchObject({
    code: 'INVALID_INPUT',
  });
  expect(await cairn.call('getCompetency', { id: middle })).toMatchObject({
    parent: { id: top, name: 'Sailing' },
    children: [{ id: low, name: 'Bowline' }],
  });
  await cairn.call('placeCompetency', { id: low, parentId: null });
  expect((await cairn.call('getCompetency', { id: low })).parent).toBeNull();
});

test('merged competencies are one everywhere, and undo puts every row back', async () => {
  const cairn = await freshCairn();
  const both = await log(cairn, 'Moved the load +"Kettle care":2 +"Care of kettles":4');
  const second = await log(cairn, 'Wrote it down +"Care of kettles":3');
  const role = await roleAsking(cairn, 'Keeper', 'Kettle care', 'Care of kettles');
  const keepId = await named(cairn, 'Kettle care');
  const mergeId = await named(cairn, 'Care of kettles');
  const child = await named(cairn, 'Spouts');
  const other = await named(cairn, 'Kettles');
  await cairn.call('placeCompetency', { id: child, parentId: mergeId });
  await cairn.call('describeCompetency', { id: mergeId, description: 'Keeps them clean.' });
  await cairn.call('assessCompetency', { competencyId: mergeId, level: 4, scaleId: 'five-levels' });
  await cairn.call('keepApart', { aId: mergeId, bId: other });
  const before = dump(cairn);

  await cairn.call('mergeCompetencies', { keepId, mergeId });
  const use = await cairn.call('getCompetency', { id: keepId });
  expect(use).toMatchObject({
    name: 'Kettle care',
    aliases: ['Care of kettles'],
    description: 'Keeps them clean.',
    children: [{ id: child, name: 'Spouts' }],
    roles: [
      { roleId: role, as: 'Kettle care', level: 3, of: 5 },
      { roleId: role, as: 'Care of kettles', level: 3, of: 5 },
    ],
  });
  expect(use.accomplishments.map(({ id, level }) => [id, level]).sort()).toEqual(
    [
      [both, 4],
      [second, 3],
    ].sort(),
  );
  const listed = (await cairn.call('listCompetencies', {})).competencies;
  expect(listed.find((competency) => competency.id === keepId)?.selfAssessment?.level).toBe(4);
  expect(listed.some((competency) => competency.id === mergeId)).toBe(false);
  expect(await named(cairn, 'care of kettles')).toBe(keepId);
  expect(
    (await cairn.call('listLikePairs', {})).some(
      ({ a, b }) => [a.id, b.id].includes(other) && [a.id, b.id].includes(keepId),
    ),
  ).toBe(false);
  expect((await cairn.call('checkRecord', {})).problems).toEqual([]);

  await cairn.call('undo', {});
  expect(dump(cairn)).toEqual(before);
  await cairn.call('redo', {});
  await cairn.call('undo', {});
  expect(dump(cairn)).toEqual(before);
});

test('both reasons of an accomplishment that showed both are kept', async () => {
  const cairn = await freshCairn();
  const id = await log(cairn, 'Moved the load +"Kettle care":2 +"Care of kettles":4');
  const [keepId, mergeId] = [await named(cairn, 'Kettle care'), await named(cairn, 'Care of kettles')];
  const sqlite = sqliteOf(cairn);
  sqlite.prepare('UPDATE showing SET reason = ? WHERE competencyId = ?').run('Descaled it', keepId);
  sqlite.prepare('UPDATE showing SET reason = ? WHERE competencyId = ?').run('Kept the log', mergeId);
  await cairn.call('mergeCompetencies', { keepId, mergeId });
  expect(sqlite.prepare('SELECT * FROM showing WHERE accomplishmentId = ?').all(id)).toMatchObject([
    { competencyId: keepId, level: 4, reason: 'Descaled it\n\nKept the log' },
  ]);
});

test('after a merge an accomplishment that showed both counts once', async () => {
  const cairn = await freshCairn();
  await log(cairn, 'Moved the load +"Kettle care":3 +"Care of kettles":3');
  const role = await roleAsking(cairn, 'Keeper', 'Kettle care');
  const [keepId, mergeId] = [await named(cairn, 'Kettle care'), await named(cairn, 'Care of kettles')];
  const before = await cairn.call('getMatch', { roleId: role });
  await cairn.call('mergeCompetencies', { keepId, mergeId });
  const after = await cairn.call('getMatch', { roleId: role });
  expect(after.requirements[0]?.terms).toHaveLength(1);
  expect(after.match).toBe(before.match);
});

test('evidence for the merged competency counts for the role at once, and no longer once it is undone', async () => {
  const cairn = await freshCairn();
  await log(cairn, 'Moved the load +"Care of kettles":3');
  await log(cairn, 'Wrote it down +"Care of kettles":3');
  const role = await roleAsking(cairn, 'Keeper', 'Kettle care');
  const [keepId, mergeId] = [await named(cairn, 'Kettle care'), await named(cairn, 'Care of kettles')];
  expect((await cairn.call('getMatch', { roleId: role })).match).toBe(0);
  await cairn.call('mergeCompetencies', { keepId, mergeId });
  expect((await cairn.call('getMatch', { roleId: role })).match).toBe(1);
  await cairn.call('undo', {});
  expect((await cairn.call('getMatch', { roleId: role })).match).toBe(0);
});

test('merging one into another that stands beneath it leaves no circle', async () => {
  const cairn = await freshCairn();
  const ids = [];
  for (const name of ['Harbour work', 'Quay work', 'Mooring', 'Rope work']) ids.push(await named(cairn, name));
  const [top = '', middle = '', low = '', lowest = ''] = ids;
  await cairn.call('placeCompetency', { id: middle, parentId: top });
  await cairn.call('placeCompetency', { id: low, parentId: middle });
  await cairn.call('placeCompetency', { id: lowest, parentId: low });
  await cairn.call('mergeCompetencies', { keepId: low, mergeId: middle });
  expect(await cairn.call('getCompetency', { id: low })).toMatchObject({
    parent: { id: top },
    children: [{ id: lowest }],
  });
  await cairn.call('mergeCompetencies', { keepId: lowest, mergeId: top });
  expect(await cairn.call('getCompetency', { id: lowest })).toMatchObject({ parent: null, children: [{ id: low }] });
});

test('what was merged can be split again, with the requirements of its name and the evidence chosen', async () => {
  const cairn = await freshCairn();
  const first = await log(cairn, 'Moved the load +"Kettle care":2');
  const second = await log(cairn, 'Wrote it down +"Care of kettles":3');
  const role = await roleAsking(cairn, 'Keeper', 'Kettle care', 'Care of kettles');
  const [keepId, mergeId] = [await named(cairn, 'Kettle care'), await named(cairn, 'Care of kettles')];
  await cairn.call('mergeCompetencies', { keepId, mergeId });
  const merged = dump(cairn);
  const { id } = await cairn.call('splitCompetency', {
    id: keepId,
    alias: 'care of Kettles',
    accomplishmentIds: [second],
  });
  expect(await cairn.call('getCompetency', { id })).toMatchObject({
    name: 'Care of kettles',
    aliases: [],
    roles: [{ roleId: role, as: 'Care of kettles' }],
    accomplishments: [{ id: second }],
  });
  expect(await cairn.call('getCompetency', { id: keepId })).toMatchObject({
    aliases: [],
    roles: [{ roleId: role, as: 'Kettle care' }],
    accomplishments: [{ id: first }],
  });
  const isOffered = (await cairn.call('listLikePairs', {})).some(
    ({ a, b }) => [a.id, b.id].includes(id) && [a.id, b.id].includes(keepId),
  );
  expect(isOffered).toBe(false);
  await cairn.call('undo', {});
  expect(dump(cairn)).toEqual(merged);
  await expect(
    cairn.call('splitCompetency', { id: keepId, alias: 'Kettle care', accomplishmentIds: [] }),
  ).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  await expect(
    cairn.call('splitCompetency', { id: keepId, alias: 'Teapots', accomplishmentIds: [] }),
  ).rejects.toMatchObject({ code: 'INVALID_INPUT' });
});

test('pairs that read alike are offered until they are decided, for the roles asked', async () => {
  const cairn = await freshCairn();
  const roleId = await roleAsking(cairn, 'Keeper', 'Kettle descaling', 'Log keeping');
  const secondId = await roleAsking(cairn, 'Warden', 'Descaling of kettles', 'Signals');
  const pairs = await cairn.call('listLikePairs', { roleIds: [roleId, secondId] });
  expect(pairs).toEqual([
    {
      a: { id: expect.any(String), name: 'Kettle descaling' },
      b: { id: expect.any(String), name: 'Descaling of kettles' },
      likeness: 0.98,
    },
  ]);
  const [pair] = pairs;
  await cairn.call('keepApart', { aId: pair?.b.id ?? '', bId: pair?.a.id ?? '' });
  expect(await cairn.call('listLikePairs', { roleIds: [roleId, secondId] })).toEqual([]);
  await cairn.call('undo', {});
  expect(await cairn.call('listLikePairs', { roleIds: [roleId, secondId] })).toHaveLength(1);
});

test('names of a draft nobody bears are offered what they read like; known names are not', async () => {
  const cairn = await freshCairn();
  const id = await named(cairn, 'Kettle descaling');
  await cairn.call('addAlias', { id, alias: 'Limescale removal' });
  expect(
    joinOffers(databaseOver(sqliteOf(cairn)), ['kettle  Descaling', 'Removal of limescale', 'Zither tuning']),
  ).toEqual([
    {
      name: 'Removal of limescale',
      candidates: [{ id, name: 'Kettle descaling', alias: 'Limescale removal', likeness: 0.98 }],
    },
  ]);
});
