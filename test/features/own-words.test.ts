/** A name that is given to a competency stays the name where it was given, whatever the competency is called beneath. */
import { expect, test } from 'vitest';
import type { Accomplishment } from '../../shared/api/accomplishment.ts';
import { RoleContent } from '../../shared/api/role-content.ts';
import { semanticDump } from '../../src-main/db/undo/undo.ts';
import { freshCairn, type TestCairn } from '../helpers/cairn.ts';
import { exportedText } from '../helpers/exported.ts';

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

/** A resume for a role that asks for OCI images, over accomplishments that show Docker, CI/CD and one thing more. */
async function cairnWithResume() {
  const cairn = await cairnWithLibrary();
  await capture(cairn, 'Moved the builds +Docker:3');
  await capture(cairn, 'Made releases daily +CI/CD:3');
  await capture(cairn, 'Wrote the guide +Kettles:2');
  const secret = await capture(cairn, 'Moved what nobody knows of +Containerisation:3');
  await cairn.call('changeAccomplishment', { id: secret.id, patch: { confidentiality: 'private' } });
  const asked = { competency: 'OCI images', kind: 'skill', level: 3, importance: 'critical' };
  const role = RoleContent.parse({ title: 'Keeper of images', requirements: [asked] });
  const { id: roleId } = await cairn.call('makeRole', { role });
  const { id } = await cairn.call('createResume', { name: 'Keeper', roleId });
  return { cairn, id };
}

/** The skills as they print and as JSON Resume has them; both are the same words. */
async function printedSkills(cairn: TestCairn, id: string): Promise<string[]> {
  const { document } = await cairn.call('getResume', { id });
  const printed = document.blocks.flatMap((block) => (block.kind === 'skills' ? block.groups : []));
  const json = JSON.parse(await exportedText(cairn.call, { kind: 'resume', format: 'json-resume', id })) as {
    skills: { name: string; keywords?: string[] }[];
  };
  const inJson = json.skills.flatMap(({ name, keywords }) => keywords ?? [name]);
  const items = printed.flatMap((group) => group.items);
  expect(inJson).toEqual(items);
  return [...items].sort();
}

test('a resume prints my words unless it is told otherwise, and nothing of what is above its clearance', async () => {
  const { cairn, id } = await cairnWithResume();
  expect(await printedSkills(cairn, id)).toEqual(['CI/CD', 'Docker', 'Kettles']);
});

test('a resume prints the words of its role, and mine where the role asks for nothing', async () => {
  const { cairn, id } = await cairnWithResume();
  await cairn.call('changeResume', { id, patch: { skillWords: 'role' } });
  expect(await printedSkills(cairn, id)).toEqual(['CI/CD', 'Kettles', 'OCI images']);
  await cairn.call('changeResume', { id, patch: { roleId: null } });
  expect(await printedSkills(cairn, id)).toEqual(['CI/CD', 'Docker', 'Kettles']);
});

test('a resume prints common names by choice, its copy does too, and undo takes the choice back', async () => {
  const { cairn, id } = await cairnWithResume();
  await cairn.call('changeResume', { id, patch: { skillWords: 'common' } });
  expect(await printedSkills(cairn, id)).toEqual(['Containers', 'Delivery automation', 'Kettles']);
  const copy = await cairn.call('duplicateResume', { id });
  expect(await printedSkills(cairn, copy.id)).toEqual(['Containers', 'Delivery automation', 'Kettles']);
  await cairn.call('undo', {});
  await cairn.call('undo', {});
  expect(await printedSkills(cairn, id)).toEqual(['CI/CD', 'Docker', 'Kettles']);
});

test('a skill that is worded for one resume prints so there, whosever words the others are in', async () => {
  const { cairn, id } = await cairnWithResume();
  const other = await cairn.call('duplicateResume', { id });
  const refId = cairn.containers;
  await cairn.call('chooseResumeItem', { id, kind: 'skill', refId, override: 'Docker, Podman' });
  for (const [skillWords, automation] of [
    ['mine', 'CI/CD'],
    ['common', 'Delivery automation'],
  ] as const) {
    await cairn.call('changeResume', { id, patch: { skillWords } });
    expect(await printedSkills(cairn, id)).toEqual([automation, 'Docker, Podman', 'Kettles']);
  }
  expect(await printedSkills(cairn, other.id)).toEqual(['CI/CD', 'Docker', 'Kettles']);
  const { sections } = await cairn.call('getResume', { id });
  const lines = sections.flatMap((section) => section.groups.flatMap((group) => group.items));
  expect(lines.find((line) => line.refId === refId)).toMatchObject({ differs: true, commonName: 'Containers' });
});

test('two names of one competency are two skills on a resume, the one used more often first', async () => {
  const { cairn, id } = await cairnWithResume();
  await capture(cairn, 'Moved it all +Docker:3 +"Container images":2');
  expect(await printedSkills(cairn, id)).toEqual(['CI/CD', 'Container images', 'Docker', 'Kettles']);
});

test('a line of a resume says what it speaks to in the words of the role', async () => {
  const { cairn, id } = await cairnWithResume();
  const { sections } = await cairn.call('getResume', { id });
  const spoken = sections.flatMap((section) =>
    section.groups.flatMap((group) => group.items.flatMap((item) => item.speaksTo)),
  );
  expect([...new Set(spoken)]).toEqual(['OCI images']);
});

test('the whole record is written with my words', async () => {
  const { cairn } = await cairnWithResume();
  const written = { kind: 'record', format: 'json-resume', clearance: 'employer' } as const;
  const { skills } = JSON.parse(await exportedText(cairn.call, written)) as { skills: { name: string }[] };
  expect(skills.map(({ name }) => name)).toEqual(['CI/CD', 'Docker', 'Kettles']);
});
