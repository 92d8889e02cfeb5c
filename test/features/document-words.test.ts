/** A document keeps its words for what it asks, whatever the library calls the competency beneath. */
import { expect, test } from 'vitest';
import { RoleContent } from '../../shared/api/role-content.ts';
import { RolePack } from '../../shared/api/role-pack.ts';
import { freshCairn, type TestCairn } from '../helpers/cairn.ts';
import { exportedText } from '../helpers/exported.ts';

const matrix = (middle = 'W') => `Keeping of Servers Skills Matrix
Legend,A = Awareness,W = Working,E = Expert

Category,Skill,Junior,Middle,Senior
Running,Docker,A,${middle},E
,AWS,A,W,E
,Kettles,,A,W
`;

async function read(cairn: TestCairn, name: string, text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  const answer = await cairn.call('readImport', { files: [{ name, bytes }] });
  return answer?.ids[0] ?? expect.fail('nothing was read');
}

async function add(cairn: TestCairn, name: string, text: string): Promise<readonly string[]> {
  return (await cairn.call('applyImport', { id: await read(cairn, name, text) }))?.roleIds ?? [];
}

/** The library as it ships, in which Docker is Containers and AWS is Public cloud services. */
async function cairnWithLibrary(): Promise<TestCairn> {
  const cairn = await freshCairn();
  const { id } = await cairn.call('nameCompetency', { name: 'Public cloud services' });
  const { aliases } = await cairn.call('getCompetency', { id });
  if (!aliases.includes('AWS')) await cairn.call('addAlias', { id, alias: 'AWS' });
  return cairn;
}

const rowsOf = async (cairn: TestCairn, id: string) =>
  (await cairn.call('getLadder', { id })).skills.map(({ name, commonName }) => [name, commonName]);

test('a matrix that is imported shows its own names, with the common ones as a hint, on screen and as CSV', async () => {
  const cairn = await cairnWithLibrary();
  const [id = ''] = await add(cairn, 'servers.csv', matrix());
  expect(await rowsOf(cairn, id)).toEqual([
    ['Docker', 'Containers'],
    ['AWS', 'Public cloud services'],
    ['Kettles', undefined],
  ]);
  const csv = await exportedText(cairn.call, { kind: 'ladder', format: 'csv', id });
  expect(csv.split('\r\n').map((line) => line.split(',')[1])).toEqual(
    expect.arrayContaining(['Docker', 'AWS', 'Kettles']),
  );
  const role = await cairn.call('getRole', { id });
  expect(role.requirements.map((asked) => [asked.competency, asked.commonName])).toEqual([
    ['Docker', 'Containers'],
    ['AWS', 'Public cloud services'],
  ]);
  const match = await cairn.call('getMatch', { roleId: id });
  expect(match.requirements.map((asked) => asked.competency)).toEqual(['Docker', 'AWS']);
});

test('evidence for the competency counts for the row of another name', async () => {
  const cairn = await cairnWithLibrary();
  const [id = ''] = await add(cairn, 'servers.csv', matrix());
  const done = await cairn.call('logAccomplishment', { text: 'Moved the builds +"Container images":4' });
  await cairn.call('changeAccomplishment', { id: done.id, patch: { status: 'ready' } });
  const ladder = await cairn.call('getLadder', { id });
  expect(ladder.skills.filter((skill) => skill.evidenced > 0).map((skill) => skill.name)).toEqual(['Docker']);
});

test('where the levels of a ladder have two names for a competency, its row has the one that most of them use', async () => {
  const cairn = await cairnWithLibrary();
  const ids = await add(cairn, 'servers.csv', matrix());
  const role = await cairn.call('getRole', { id: ids[0] ?? '' });
  const requirements = role.requirements.map(
    ({ id: _id, competencyId: _c, commonName: _n, scaleLevels: _s, ...asked }) => ({
      ...asked,
      competency: asked.competency === 'Docker' ? 'OCI images' : asked.competency,
    }),
  );
  const { requirements: _requirements, ...content } = RoleContent.parse({ title: role.title, requirements: [] });
  await cairn.call('changeRole', { id: role.id, role: { ...content, family: role.family, requirements } });
  expect((await rowsOf(cairn, ids[1] ?? ''))[0]).toEqual(['Docker', 'Containers']);
  expect((await cairn.call('getRole', { id: role.id })).requirements[0]).toMatchObject({
    competency: 'OCI images',
    commonName: 'Containers',
  });
});

test('a newer edition of the matrix is told by its changes, not by its names', async () => {
  const cairn = await cairnWithLibrary();
  await add(cairn, 'servers.csv', matrix());
  const offers = await cairn.call('getEditionOffers', { id: await read(cairn, 'servers.csv', matrix('E')) });
  const changed = offers.flatMap((offer) => offer.changes);
  expect(JSON.stringify(changed)).toContain('Docker');
  expect(JSON.stringify(changed)).not.toContain('Containers');
});

test('merging, renaming and splitting competencies leaves what documents say as it was', async () => {
  const cairn = await cairnWithLibrary();
  const [id = ''] = await add(cairn, 'servers.csv', matrix());
  const keepId = (await cairn.call('nameCompetency', { name: 'Containers' })).id;
  const mergeId = (await cairn.call('nameCompetency', { name: 'Kettles' })).id;
  await cairn.call('renameCompetency', { id: keepId, name: 'Boxes' });
  expect((await rowsOf(cairn, id))[0]).toEqual(['Docker', 'Boxes']);
  const senior = (await cairn.call('getLadder', { id })).levels[2]?.roleId ?? '';
  await cairn.call('mergeCompetencies', { keepId, mergeId });
  const names = async () => (await cairn.call('getRole', { id: senior })).requirements.map((asked) => asked.competency);
  expect(await names()).toEqual(['Docker', 'AWS', 'Kettles']);
  await cairn.call('splitCompetency', { id: keepId, alias: 'Docker' });
  expect((await rowsOf(cairn, id))[0]).toEqual(['Docker', undefined]);
  expect(await names()).toEqual(['Docker', 'AWS', 'Kettles']);
});

test('a pack takes the names along and what they are one with, and gives both back', async () => {
  const cairn = await cairnWithLibrary();
  const asked = (competency: string) => ({ competency, kind: 'skill', level: 3, importance: 'critical' });
  const pack = {
    format: 'cairn-rolepack',
    formatVersion: 2,
    id: 'servers',
    name: 'Servers',
    version: '1',
    author: 'Noor',
    licence: 'CC BY 4.0',
    competencies: [{ name: 'Running of pipes', aliases: ['Ansible'] }],
    roles: [{ title: 'Keeper', requirements: [asked('Ansible'), asked('Docker')] }],
  };
  const [id = ''] = await add(cairn, 'servers.rolepack.json', JSON.stringify(pack));
  const written = await exportedText(cairn.call, {
    kind: 'roles',
    format: 'role-pack',
    ids: [id],
    name: 'Mine',
    author: 'Ada',
  });
  const again = RolePack.parse(JSON.parse(written));
  expect(again.roles[0]?.requirements.map((row) => row.competency)).toEqual(['Ansible', 'Docker']);
  expect(again.competencies).toMatchObject([{ name: 'Docker' }, { name: 'Running of pipes', aliases: ['Ansible'] }]);
  const other = await freshCairn();
  const [copy = ''] = await add(other, 'mine.rolepack.json', written);
  expect(
    (await other.call('getRole', { id: copy })).requirements.map((row) => [row.competency, row.commonName]),
  ).toEqual([
    ['Ansible', 'Running of pipes'],
    ['Docker', 'Containers'],
  ]);
});

test('an advert keeps its spelling of a technique, which is one with the usual name for match and evidence', async () => {
  const cairn = await cairnWithLibrary();
  await cairn.call('nameCompetency', { name: 'Go' });
  const advert =
    'Backend Engineer at Lantern Bank\nLondon · Full-time\n\nRequirements\n- Strong Golang and Postgres\n- You keep a pager\n\nBenefits\n- Pension\n';
  const [id = ''] = await add(cairn, 'advert.txt', advert);
  const { requirements } = await cairn.call('getRole', { id });
  expect(requirements.map((asked) => [asked.competency, asked.commonName])).toEqual(
    expect.arrayContaining([
      ['Golang', 'Go'],
      // nobody had a name for it yet
      ['Postgres', undefined],
    ]),
  );
  const done = await cairn.call('logAccomplishment', { text: 'Rewrote the ledger +Go:4' });
  await cairn.call('changeAccomplishment', { id: done.id, patch: { status: 'ready' } });
  const match = await cairn.call('getMatch', { roleId: id });
  expect(match.requirements.filter((asked) => asked.evidenced > 0).map((asked) => asked.competency)).toEqual([
    'Golang',
  ]);
  const { id: database } = await cairn.call('nameCompetency', { name: 'PostgreSQL' });
  expect(await cairn.call('getCompetency', { id: database })).toMatchObject({
    name: 'Postgres',
    aliases: ['PostgreSQL'],
  });
});

test('a name that is joined in the review is linked, and stays the name of the document', async () => {
  const cairn = await cairnWithLibrary();
  const { id: competencyId } = await cairn.call('nameCompetency', { name: 'Containers' });
  const draftId = await read(cairn, 'servers.csv', matrix());
  const joins = [{ name: 'Kettles', competencyId }];
  const [id = ''] = (await cairn.call('applyImport', { id: draftId, joins }))?.roleIds ?? [];
  const senior = (await cairn.call('getLadder', { id })).levels[2]?.roleId ?? '';
  const { requirements } = await cairn.call('getRole', { id: senior });
  expect(requirements.map((asked) => [asked.competency, asked.commonName])).toEqual([
    ['Docker', 'Containers'],
    ['AWS', 'Public cloud services'],
    ['Kettles', 'Containers'],
  ]);
});
