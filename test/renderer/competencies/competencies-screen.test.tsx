/** The competencies over the sample record: a level for oneself, and one of them whole beside the list. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { CompetenciesScreen } from '../../../src-renderer/features/competencies/competencies-screen.tsx';
import { giveSizes } from '../roles/layout.ts';
import { sampleCairn, showScreen } from '../roles/show-screen.tsx';

// A real database and a whole screen: more than a unit of code, and slower where other tests run beside it.
vi.setConfig({ testTimeout: 30_000 });
giveSizes();

type Cairn = Awaited<ReturnType<typeof sampleCairn>>;
const show = (cairn: Cairn, at = '/competencies') => showScreen(cairn, CompetenciesScreen, '/competencies', at);
const all = async (cairn: Cairn) => (await cairn.call('listCompetencies', {})).competencies;
const named = async (cairn: Cairn, name: string) => (await all(cairn)).find((competency) => competency.name === name);
const panel = () => screen.findByRole('complementary', { name: 'The competency' });

test('a key gives oneself a level, Delete takes it back', async () => {
  const cairn = await sampleCairn();
  const [first] = (await all(cairn)).filter((competency) => competency.selfAssessment === null);
  if (first === undefined) throw new Error('the sample leaves some competencies unassessed');
  const given = async () => (await named(cairn, first.name))?.selfAssessment?.level ?? null;
  show(cairn);
  const levels = await screen.findByRole('radiogroup', { name: `Your level of ${first.name}` });
  fireEvent.keyDown(within(levels).getAllByRole('radio')[0] as HTMLElement, { key: '3' });
  await waitFor(() => expect(within(levels).getByRole('radio', { checked: true }).textContent).toBe('3'));
  expect(await given()).toBe(3);
  fireEvent.keyDown(within(levels).getByRole('radio', { checked: true }), { key: 'Delete' });
  await waitFor(async () => expect(await given()).toBeNull());
});

test('a competency named in the address is open beside the list; Escape closes it', async () => {
  const cairn = await sampleCairn();
  const competency = (await all(cairn)).find((competency) => competency.roleCount > 0);
  if (competency === undefined) throw new Error('the sample has competencies that roles ask for');
  const { visited } = show(cairn, `/competencies?id=${competency.id}`);
  const open = await panel();
  expect(await within(open).findByRole('heading', { level: 2, name: competency.name })).toBeTruthy();
  expect(within(open).getByText('Asked for by')).toBeTruthy();
  fireEvent.keyDown(open, { key: 'Escape' });
  await waitFor(() => expect(screen.queryByRole('complementary', { name: 'The competency' })).toBeNull());
  expect(visited.at(-1)).not.toContain('id=');
});

test('a new name leaves the old one as an alias, and half a name is never kept', async () => {
  const cairn = await sampleCairn();
  const { id } = await cairn.call('nameCompetency', { name: 'Kneading' });
  show(cairn, `/competencies?id=${id}`);
  fireEvent.click(await within(await panel()).findByRole('button', { name: 'Kneading' }));
  const field = await screen.findByRole('textbox', { name: 'Name of Kneading' });
  fireEvent.change(field, { target: { value: 'Hand' } });
  fireEvent.change(field, { target: { value: 'Hand kneading' } });
  fireEvent.keyDown(field, { key: 'Enter' });
  await waitFor(async () => expect((await named(cairn, 'Hand kneading'))?.aliases).toEqual(['Kneading']));
});

test('an alias is added, and one that another competency bears is refused in words', async () => {
  const cairn = await sampleCairn();
  const { id } = await cairn.call('nameCompetency', { name: 'Kneading' });
  await cairn.call('nameCompetency', { name: 'Proving' });
  show(cairn, `/competencies?id=${id}`);
  const field = await screen.findByRole('textbox', { name: 'Add a name it is known by' });
  fireEvent.change(field, { target: { value: 'Dough work' } });
  fireEvent.submit(field);
  await waitFor(async () => expect((await named(cairn, 'Kneading'))?.aliases).toEqual(['Dough work']));
  fireEvent.change(field, { target: { value: 'Proving' } });
  fireEvent.submit(field);
  expect((await screen.findByRole('alert')).textContent).toContain('merge the two');
});

test('two that are the same become one under the name that is chosen', async () => {
  const cairn = await sampleCairn();
  const kneading = await cairn.call('nameCompetency', { name: 'Kneading' });
  await cairn.call('nameCompetency', { name: 'Zymurgy of dough' });
  show(cairn, `/competencies?id=${kneading.id}`);
  const picker = await screen.findByRole('textbox', { name: 'Competency that is the same as Kneading' });
  fireEvent.focus(picker);
  fireEvent.change(picker, { target: { value: 'Zymurgy of' } });
  fireEvent.click(await screen.findByRole('option', { name: 'Zymurgy of dough' }));
  const choice = await screen.findByRole('group', { name: 'Which name stays' });
  fireEvent.click(within(choice).getByRole('button', { name: 'Zymurgy of dough' }));
  await waitFor(async () => expect(await named(cairn, 'Kneading')).toBeUndefined());
  expect((await named(cairn, 'Zymurgy of dough'))?.aliases).toContain('Kneading');
});

test('an alias is split off with the accomplishments that are chosen', async () => {
  const cairn = await sampleCairn();
  const { id } = await cairn.call('nameCompetency', { name: 'Kneading' });
  await cairn.call('addAlias', { id, alias: 'Folding' });
  show(cairn, `/competencies?id=${id}`);
  fireEvent.click(await screen.findByRole('button', { name: 'More for Folding' }));
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Split off as its own' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Split off' }));
  await waitFor(async () => expect(await named(cairn, 'Folding')).toBeDefined());
  expect((await named(cairn, 'Kneading'))?.aliases).toEqual([]);
});

test('a pair that may be one thing is decided once', async () => {
  const cairn = await sampleCairn();
  await cairn.call('nameCompetency', { name: 'Sourdough fermentation control' });
  await cairn.call('nameCompetency', { name: 'Control of sourdough fermentation' });
  const pairs = await cairn.call('listLikePairs', {});
  const pair = pairs.find((pair) => `${pair.a.name} ${pair.b.name}`.includes('sourdough'));
  if (pair === undefined) throw new Error('the two names read alike');
  show(cairn);
  if (pairs.length > 1) fireEvent.click(await screen.findByRole('button', { name: 'Show all' }));
  fireEvent.click(await screen.findByRole('button', { name: `${pair.a.name} and ${pair.b.name} are different` }));
  await waitFor(async () => expect(await cairn.call('listLikePairs', {})).toHaveLength(pairs.length - 1));
});
