/** Packs through the dispatch: installed, removed, updated, written again. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { RoleContent } from '../../shared/api/role-content.ts';
import { RolePack } from '../../shared/api/role-pack.ts';
import { semanticDump } from '../../src-main/db/undo/undo.ts';
import { freshCairn, type TestCairn, temporaryFolder } from '../helpers/cairn.ts';
import { exportedText } from '../helpers/exported.ts';

const id = 'machine-learning-engineering';
const sqliteOf = (cairn: TestCairn) => cairn.session.profile?.sqlite ?? expect.fail('no profile is open');
const packOf = async (cairn: TestCairn) => (await cairn.call('listPacks', {})).find((pack) => pack.id === id);
const rolesOf = async (cairn: TestCairn) => (await cairn.call('listRoles', {})).filter((role) => role.packId === id);

test('removing a pack takes its roles and what only they spoke of, and undo brings all of it back', async () => {
  const cairn = await freshCairn();
  const before = semanticDump(sqliteOf(cairn));
  expect(await cairn.call('removePack', { id })).toEqual({ removed: 5, kept: 0 });
  expect(await rolesOf(cairn)).toEqual([]);
  expect(await packOf(cairn)).toMatchObject({ installedAt: null, roleCount: 5 });
  const { competencies } = await cairn.call('listCompetencies', {});
  expect(competencies.map((competency) => competency.name)).not.toContain('Gradient boosting');
  await cairn.call('undo', {});
  expect(semanticDump(sqliteOf(cairn))).toEqual(before);
});

test('what the user built on a pack stays when it is removed, with the credit its licence asks for', async () => {
  const cairn = await freshCairn();
  const [junior, , senior] = await rolesOf(cairn);
  if (!junior || !senior) expect.fail('the pack has no roles');
  await cairn.call('pinRole', { roleId: senior.id, targetOn: null });
  const content = RoleContent.parse(await cairn.call('getRole', { id: junior.id }));
  await cairn.call('changeRole', { id: junior.id, role: { ...content, mission: 'Mine now.' } });
  expect(await packOf(cairn)).toMatchObject({ keptRoleCount: 2 });
  expect(await cairn.call('removePack', { id })).toEqual({ removed: 3, kept: 2 });
  const kept = await cairn.call('getRole', { id: junior.id });
  expect(kept).toMatchObject({ mission: 'Mine now.', pack: null });
  expect(kept.credit).toContain('CC BY 4.0');
});

test('a pack that was removed is installed again whole, and not twice', async () => {
  const cairn = await freshCairn();
  await cairn.call('removePack', { id });
  const { roleIds } = await cairn.call('installPack', { id });
  expect(roleIds).toHaveLength(5);
  await expect(cairn.call('installPack', { id })).rejects.toMatchObject({ code: 'CONFLICT' });
  await cairn.call('undo', {});
  expect(await rolesOf(cairn)).toEqual([]);
});

test('an update of a pack is reviewed change by change and leaves the user’s own edits', async () => {
  const cairn = await freshCairn();
  const resources = temporaryFolder();
  cpSync(cairn.session.resources, resources, { recursive: true });
  const file = join(resources, 'packs', `${id}.rolepack.json`);
  const pack = RolePack.parse(JSON.parse(readFileSync(file, 'utf8')));
  const [first] = pack.roles;
  const [asked] = first?.requirements ?? [];
  if (!first || !asked) expect.fail('the pack asks for nothing');
  asked.level = 5;
  first.mission = 'A mission of the newer edition.';
  writeFileSync(file, JSON.stringify({ ...pack, version: '1.1.0' }));
  Object.assign(cairn.session, { resources });
  const [junior] = await rolesOf(cairn);
  if (!junior) expect.fail('the pack has no roles');
  const content = RoleContent.parse(await cairn.call('getRole', { id: junior.id }));
  await cairn.call('changeRole', { id: junior.id, role: { ...content, tourOfDuty: 'My own proof.' } });
  expect(await packOf(cairn)).toMatchObject({ version: '1.0.0', shippedVersion: '1.1.0' });

  const { draftId } = await cairn.call('updatePack', { id });
  const offers = await cairn.call('getEditionOffers', { id: draftId });
  expect(offers).toHaveLength(5);
  const offer = offers.find((offer) => offer.roleId === junior.id);
  expect(offer?.yourEdits).toBe(1);
  expect(offer?.changes.map((change) => change.words).join('\n')).toContain(asked.competency);
  expect(offer?.changes).toHaveLength(2);
  expect(offers.filter((offer) => offer.roleId !== junior.id).flatMap((offer) => offer.changes)).toEqual([]);

  const raised = offer?.changes.find((change) => 'list' in change.change);
  await cairn.call('applyImport', {
    id: draftId,
    into: offers.map(({ roleId, index }) => ({
      roleId,
      index,
      changeIds: roleId === junior.id && raised ? [raised.id] : [],
    })),
  });
  const after = await cairn.call('getRole', { id: junior.id });
  expect(after.requirements.find((requirement) => requirement.competency === asked.competency)?.level).toBe(5);
  expect(after.mission).toBe(content.mission);
  expect(after.tourOfDuty).toBe('My own proof.');
  // the tour of duty and the mission that was not taken over
  expect(after.ownEdits).toBe(2);
  expect(await packOf(cairn)).toMatchObject({ version: '1.1.0', shippedVersion: null });
  expect(await rolesOf(cairn)).toHaveLength(5);
});

test('a pack written from the library reads back as the same roles', async () => {
  const cairn = await freshCairn();
  const { bytes, fileName } = await cairn.call('writeExport', { kind: 'pack', format: 'role-pack', id });
  expect(fileName).toBe('Machine-learning-engineering.rolepack.json');
  const written = RolePack.parse(JSON.parse(new TextDecoder().decode(bytes)));
  const other = await freshCairn();
  await other.call('removePack', { id });
  const read = await other.call('readImport', { files: [{ name: fileName, bytes: new Uint8Array(bytes) }] });
  const [draftId] = read?.ids ?? [];
  if (draftId === undefined) expect.fail('nothing was read');
  await other.call('applyImport', { id: draftId });
  const again = await packFile(other);
  expect(again.roles).toEqual(written.roles);
  expect(again.ladders).toEqual(written.ladders);
});

const packFile = async (cairn: TestCairn, packId = id) =>
  RolePack.parse(JSON.parse(await exportedText(cairn.call, { kind: 'pack', format: 'role-pack', id: packId })));

test('a pack that nobody changed is written under the name of its author', async () => {
  const cairn = await freshCairn();
  const shipped = await packOf(cairn);
  // of the user's record, not of the pack
  const { competencies } = await cairn.call('listCompetencies', {});
  const modelling = competencies.find((competency) => competency.name === 'Machine learning modelling');
  await cairn.call('renameCompetency', { id: modelling?.id ?? '', name: 'Weir modelling' });
  const { id: writtenId, name, version, author, licence, attribution } = await packFile(cairn);
  expect({ id: writtenId, name, version, author, licence }).toEqual({
    id,
    name: shipped?.name,
    version: shipped?.version,
    author: shipped?.author,
    licence: shipped?.licence,
  });
  expect(attribution ?? '').toBe(shipped?.attribution);
});

test.each([
  [
    'a role was edited',
    async (cairn: TestCairn) => {
      const [junior] = await rolesOf(cairn);
      const content = RoleContent.parse(await cairn.call('getRole', { id: junior?.id ?? '' }));
      await cairn.call('changeRole', { id: junior?.id ?? '', role: { ...content, mission: 'Mine now.' } });
    },
  ],
  [
    'a role was taken out',
    async (cairn: TestCairn) => cairn.call('binRole', { id: (await rolesOf(cairn))[0]?.id ?? '' }),
  ],
])(
  'a pack in which %s says who changed it, keeps licence and credit, and is no edition of the original',
  async (_what, change) => {
    const cairn = await freshCairn();
    const shipped = await packOf(cairn);
    await change(cairn);
    const written = await packFile(cairn);
    expect(written.id).toBe(`${id}-changed-by-test-person`);
    expect(written.author).toBe(`Test Person, based on ${shipped?.name} by ${shipped?.author}`);
    expect(written.name).toBe(`${shipped?.name} (changed)`);
    expect(written.licence).toBe(shipped?.licence);
    expect(written.attribution).toContain(shipped?.attribution || shipped?.author);
    expect(written.attribution).toContain('Changed by Test Person');
    const other = await freshCairn();
    const bytes = new TextEncoder().encode(JSON.stringify(written));
    const read = await other.call('readImport', { files: [{ name: 'changed.rolepack.json', bytes }] });
    await other.call('applyImport', { id: read?.ids[0] ?? '' });
    expect(await packOf(other)).toMatchObject({ author: shipped?.author });
    // handed on as it came, it is still the first person's
    expect(await packFile(other, written.id)).toMatchObject({ id: written.id, author: written.author });
  },
);

test('removing a pack leaves the competencies the user made, and what a file says is not what the user added', async () => {
  const cairn = await freshCairn();
  const own = await cairn.call('nameCompetency', { name: 'Project Nightfall' });
  await cairn.call('describeCompetency', { id: own.id, description: 'Private words.' });
  const { competencies } = await cairn.call('listCompetencies', {});
  const modelling = competencies.find((competency) => competency.name === 'Machine learning modelling');
  await cairn.call('addAlias', { id: modelling?.id ?? '', alias: 'Nightfall modelling' });
  expect(await exportedText(cairn.call, { kind: 'pack', format: 'role-pack', id })).not.toContain('Nightfall');
  await cairn.call('removePack', { id });
  const left = (await cairn.call('listCompetencies', {})).competencies.map((competency) => competency.name);
  expect(left).toContain('Project Nightfall');
});

test('levels written without an order keep that in which they were written', async () => {
  const cairn = await freshCairn();
  const titles = ['Junior keeper', 'Keeper', 'Head keeper', 'Master of weirs'];
  const text = JSON.stringify({
    format: 'cairn-rolepack',
    formatVersion: 2,
    id: 'weirs',
    name: 'Weirs',
    version: '1',
    author: 'Ostby',
    licence: 'CC BY 4.0',
    ladders: [
      { family: 'Weirs', matrix: { scale: 'five-levels', skills: [{ name: 'Gauges', cells: ['1', '2', '3', '4'] }] } },
    ],
    roles: titles.map((title) => ({ title, family: 'Weirs' })),
  });
  const read = await cairn.call('readPastedImport', { text });
  const { roleIds = [] } = (await cairn.call('applyImport', { id: read?.ids[0] ?? '' })) ?? {};
  const ladder = await cairn.call('getLadder', { id: roleIds[2] ?? '' });
  expect(ladder.levels.map((level) => level.title)).toEqual(titles);
  expect(ladder.skills[0]?.cells.map((cell) => cell?.level)).toEqual([1, 2, 3, 4]);
});
