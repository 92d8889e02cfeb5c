/** Every list of names has one order, that of the language, numbers as numbers. */
import { expect, test } from 'vitest';
import { RoleContent } from '../../shared/api/role-content.ts';
import { freshCairn } from '../helpers/cairn.ts';

const shuffled = ['zebra', 'Äpfel', 'éclair', 'apple', 'Item 10', 'Banana', 'Item 9'];
const ordered = ['Äpfel', 'apple', 'Banana', 'éclair', 'Item 9', 'Item 10', 'zebra'];

test('competencies, what stands beneath one, its aliases, names for capture, tags and roles', async () => {
  const cairn = await freshCairn();
  const { id: parentId } = await cairn.call('nameCompetency', { name: 'Parent' });
  for (const name of shuffled) {
    const { id } = await cairn.call('nameCompetency', { name });
    await cairn.call('placeCompetency', { id, parentId });
    await cairn.call('addAlias', { id: parentId, alias: `${name} alias` });
    await cairn.call('logAccomplishment', { text: `Did it #"${name}"` });
    await cairn.call('makeRole', { role: RoleContent.parse({ title: name, family: 'Sorting', levelOrder: 1 }) });
    await cairn.call('makeRole', { role: RoleContent.parse({ title: 'Any', family: `${name} family` }) });
  }
  const only = (names: readonly string[]) => names.filter((name) => ordered.includes(name));
  const { competencies } = await cairn.call('listCompetencies', {});
  expect(only(competencies.map(({ name }) => name))).toEqual(ordered);
  const parent = await cairn.call('getCompetency', { id: parentId });
  expect(parent.children.map(({ name }) => name)).toEqual(ordered);
  expect(parent.aliases).toEqual(ordered.map((name) => `${name} alias`));
  const vocabulary = await cairn.call('getCaptureVocabulary', {});
  expect(only(vocabulary.competencies.map(({ name }) => name))).toEqual(ordered);
  expect((await cairn.call('listTags', {})).map(({ tag }) => tag)).toEqual(ordered);
  const roles = await cairn.call('listRoles', {});
  expect(roles.filter(({ family }) => family === 'Sorting').map(({ title }) => title)).toEqual(ordered);
  expect(roles.filter(({ title }) => title === 'Any').map(({ family }) => family)).toEqual(
    ordered.map((name) => `${name} family`),
  );
  const map = await cairn.call('getCareerMap', {});
  expect(map.roles.filter(({ family }) => family === 'Sorting').map(({ title }) => title)).toEqual(ordered);
});
