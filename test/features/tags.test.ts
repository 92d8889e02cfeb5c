/** The tags in use: how often each is, and which spelling a note takes. */
import { expect, test } from 'vitest';
import { freshCairn } from '../helpers/cairn.ts';

test('tags are counted where they are in use: not in the bin, and again once brought back', async () => {
  const cairn = await freshCairn();
  const logged = [];
  for (const text of ['Tuned the kiln #glaze #kiln', 'Swept the kiln #kiln', 'Fired a vase #vase'])
    logged.push((await cairn.call('logAccomplishment', { text })).id);
  const tags = () => cairn.call('listTags', {});
  expect(await tags()).toEqual([
    { tag: 'kiln', count: 2 },
    { tag: 'glaze', count: 1 },
    { tag: 'vase', count: 1 },
  ]);
  await cairn.call('binAccomplishments', { ids: logged.slice(1) });
  expect(await tags()).toEqual([
    { tag: 'glaze', count: 1 },
    { tag: 'kiln', count: 1 },
  ]);
  expect((await cairn.call('getCaptureVocabulary', {})).tags).toEqual(['glaze', 'kiln']);
  await cairn.call('undo', {});
  expect(await tags()).toHaveLength(3);
});

test('a note takes the spelling of a tag that is used most', async () => {
  const cairn = await freshCairn();
  const withTags = async (tags: string[]) => {
    const { id } = await cairn.call('logAccomplishment', { text: 'Tuned the kiln' });
    await cairn.call('changeAccomplishment', { id, patch: { tags } });
  };
  await withTags(['glaze']);
  for (let time = 0; time < 2; time += 1) await withTags(['Glaze']);
  const { understood } = await cairn.call('logAccomplishment', { text: 'Mixed a new one #GLAZE' });
  expect(understood).toContain('Tag: Glaze');
});
