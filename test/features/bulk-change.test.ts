/** Drafts that wait, and one change made to several accomplishments: one step, all of them or none. */
import { expect, test } from 'vitest';
import { freshCairn, type TestCairn } from '../helpers/cairn.ts';

async function logged(cairn: TestCairn, ...texts: string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const text of texts) ids.push((await cairn.call('logAccomplishment', { text })).id);
  return ids;
}

async function positionOf(cairn: TestCairn): Promise<string> {
  const employer = { kind: 'employer', values: { name: 'Fenlock', place: '', website: '', description: '' } } as const;
  const { id: employerId } = await cairn.call('addBackgroundItem', { item: employer });
  const values = { employerId, title: 'Nurse', startedOn: '2020', endedOn: null, isCurrent: true, summary: '' };
  return (await cairn.call('addBackgroundItem', { item: { kind: 'position', values } })).id;
}

test('drafts are listed newest first, and using all of them is one step that is undone at once', async () => {
  const cairn = await freshCairn();
  const ids = await logged(cairn, 'First', 'Second', 'Third');
  const { drafts, total } = await cairn.call('listDrafts', {});
  expect(total).toBe(3);
  expect(drafts.map(({ title }) => title)).toEqual(['Third', 'Second', 'First']);
  expect((await cairn.call('getHome', {})).suggestions).toContainEqual(
    expect.objectContaining({ kind: 'draft', title: '3 drafts wait to be used', to: '/record?status=draft' }),
  );
  expect(await cairn.call('changeAccomplishments', { ids, patch: { status: 'ready' } })).toEqual({ count: 3 });
  expect(await cairn.call('listDrafts', {})).toEqual({ drafts: [], total: 0 });
  expect(await cairn.call('getUndoState', {})).toMatchObject({ undo: '3 accomplishments marked ready' });
  await cairn.call('undo', {});
  expect((await cairn.call('listDrafts', {})).total).toBe(3);
});

test('six captured lines stand on a resume once they are used', async () => {
  const cairn = await freshCairn();
  const positionId = await positionOf(cairn);
  await logged(cairn, ...['One', 'Two', 'Three', 'Four', 'Five', 'Six'].map((word) => `${word} thing done`));
  const { id } = await cairn.call('createResume', { name: 'For the ward', roleId: null });
  const lines = async () =>
    (await cairn.call('getResume', { id })).sections
      .flatMap((section) => section.groups)
      .filter((group) => group.positionId === positionId)
      .flatMap((group) => group.items)
      .filter((item) => item.kind === 'accomplishment' && !item.isHidden).length;
  expect(await lines()).toBe(0);
  const { drafts } = await cairn.call('listDrafts', {});
  await cairn.call('changeAccomplishments', { ids: drafts.map((draft) => draft.id), patch: { status: 'ready' } });
  expect(await lines()).toBe(6);
});

test('a position, a tag and a competency are given to several, and nothing that was there goes', async () => {
  const cairn = await freshCairn();
  const positionId = await positionOf(cairn);
  const ids = await logged(cairn, 'First #night', 'Second +Triage:2', 'Third');
  const [triage] = (await cairn.call('getAccomplishment', { id: ids[1] ?? '' })).showings;
  if (triage === undefined) throw new Error('the note shows a competency');
  await cairn.call('changeAccomplishments', {
    ids,
    patch: { positionId, addTags: ['Night', 'ward'], addShowings: [{ ...triage, level: 4 }] },
  });
  const changed = await Promise.all(ids.map((id) => cairn.call('getAccomplishment', { id })));
  expect(changed.map((each) => each.positionId)).toEqual([positionId, positionId, positionId]);
  expect(changed.map(({ tags }) => tags)).toEqual([
    ['night', 'ward'],
    ['Night', 'ward'],
    ['Night', 'ward'],
  ]);
  expect(changed.map(({ showings }) => showings.map(({ level }) => level))).toEqual([[4], [2], [4]]);
});

test('where one of several cannot be changed, none is', async () => {
  const cairn = await freshCairn();
  const ids = await logged(cairn, 'First', 'Second');
  await cairn.call('changeAccomplishment', { id: ids[1] ?? '', patch: { startedOn: '2020', endedOn: '2021' } });
  const dates = async () =>
    Promise.all(ids.map(async (id) => (await cairn.call('getAccomplishment', { id })).startedOn));
  const before = await dates();
  await expect(cairn.call('changeAccomplishments', { ids, patch: { startedOn: '2023' } })).rejects.toMatchObject({
    code: 'INVALID_INPUT',
  });
  await expect(
    cairn.call('changeAccomplishments', { ids: [...ids, 'nobody'], patch: { status: 'ready' } }),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(cairn.call('changeAccomplishments', { ids, patch: { positionId: 'nowhere' } })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  await expect(
    cairn.call('changeAccomplishments', { ids, patch: { addTags: Array.from({ length: 40 }, (_, at) => `t${at}`) } }),
  ).resolves.toEqual({ count: 2 });
  await expect(cairn.call('changeAccomplishments', { ids, patch: { addTags: ['one more'] } })).rejects.toMatchObject({
    message: expect.stringMatching(/“(First|Second)” would have more than 40 tags/),
  });
  expect(await dates()).toEqual(before);
});

test('all ids of a list are given in its order, filtered as it is', async () => {
  const cairn = await freshCairn();
  const ids = await logged(cairn, 'First #night', 'Second', 'Third #night');
  expect(new Set(await cairn.call('listAccomplishmentIds', {}))).toEqual(new Set(ids));
  const { rows } = await cairn.call('listAccomplishments', { tag: 'night' });
  expect(await cairn.call('listAccomplishmentIds', { tag: 'night' })).toEqual(rows.map(({ id }) => id));
});
