/** Screens show the words that were written, with the common name of the competency beside them. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, expect, test, vi } from 'vitest';
import { useRoute } from 'wouter';
import { RoleContent } from '../../../shared/api/role-content.ts';
import { useAnswer } from '../../../src-renderer/api.ts';
import { RecordScreen } from '../../../src-renderer/features/record/record-screen.tsx';
import { ResumeHead } from '../../../src-renderer/features/resumes/resume-head.tsx';
import { RoleScreen } from '../../../src-renderer/features/role/role-screen.tsx';
import { freshCairn, type TestCairn } from '../../helpers/cairn.ts';
import { showScreen } from '../roles/show-screen.tsx';
import { giveSizes } from './layout.ts';

vi.setConfig({ testTimeout: 30_000 });
beforeAll(giveSizes);

/** An accomplishment on the screen that shows what the library calls Containers. */
async function showAccomplishment(text: string): Promise<{ readonly cairn: TestCairn; readonly id: string }> {
  const cairn = await freshCairn();
  const { id } = await cairn.call('logAccomplishment', { text });
  showScreen(cairn, RecordScreen, '/record/:id?', `/record/${id}`);
  return { cairn, id };
}

test('an accomplishment shows my words, and what the library calls them beside', async () => {
  await showAccomplishment('Moved the builds +docker:3');
  expect(await screen.findByText('Docker')).toBeTruthy();
  expect((await screen.findByTitle('Containers in your library')).textContent).toContain('Containers');
  expect(screen.getByRole('button', { name: 'Take out Docker' })).toBeTruthy();
});

test('a competency picked by an alias is shown by that alias', async () => {
  const { cairn, id } = await showAccomplishment('Moved the builds');
  fireEvent.click(await screen.findByRole('button', { name: 'Add competency' }));
  const field = await screen.findByRole('textbox', { name: 'Competency it shows' });
  fireEvent.focus(field);
  fireEvent.change(field, { target: { value: 'docker' } });
  fireEvent.click(await screen.findByRole('option', { name: 'Containers Docker', hidden: true }));
  const levels = within(await screen.findByRole('group', { name: 'Level of Docker' }));
  fireEvent.click(levels.getByText('Skilled'));
  await waitFor(async () =>
    expect((await cairn.call('getAccomplishment', { id })).showings).toMatchObject([{ words: ['Docker'], level: 3 }]),
  );
});

test('what an accomplishment calls a competency can be changed where its level is', async () => {
  const { cairn, id } = await showAccomplishment('Moved the builds +Containers:3');
  fireEvent.click(await screen.findByText('Containers'));
  const field = await screen.findByLabelText('In your words', { selector: 'input' });
  fireEvent.focus(field);
  fireEvent.click(field);
  fireEvent.click(await screen.findByRole('option', { name: 'Docker', hidden: true }));
  const words = async () => (await cairn.call('getAccomplishment', { id })).showings.map((showing) => showing.words);
  await waitFor(async () => expect(await words()).toEqual([['Containers', 'Docker']]));
  fireEvent.keyDown(field, { key: 'Backspace', code: 'Backspace' });
  await waitFor(async () => expect(await words()).toEqual([[]]));
});

test('a role shows its own words, and what the library calls them beside', async () => {
  const cairn = await freshCairn();
  const requirements = (['competency', 'skill'] as const).map((kind, at) => ({
    competency: ['Docker', 'K8s'][at],
    kind,
    level: 3,
    importance: 'critical',
  }));
  const role = RoleContent.parse({ title: 'Keeper', requirements });
  const { id } = await cairn.call('makeRole', { role });
  showScreen(cairn, RoleScreen, '/roles/:id', `/roles/${id}`);
  await screen.findByRole('heading', { level: 1, name: 'Keeper' });
  expect(screen.getAllByTitle(/in your library$/).map((hint) => hint.title)).toEqual([
    'Containers in your library',
    'Kubernetes in your library',
  ]);
  expect(screen.getAllByText(/^Docker/).length).toBeGreaterThan(0);
});

function Head() {
  const [, params] = useRoute('/resumes/:id');
  const builder = useAnswer('getResume', { id: params?.id ?? '' });
  return builder.data === undefined ? null : <ResumeHead builder={builder.data} />;
}

test('whose words the skills of a resume are in is chosen in its menu', async () => {
  const cairn = await freshCairn();
  const { id } = await cairn.call('createResume', { name: 'Keeper', roleId: null });
  showScreen(cairn, Head, '/resumes/:id', `/resumes/${id}`);
  fireEvent.click(await screen.findByRole('button', { name: 'More for this resume' }));
  fireEvent.click(await screen.findByRole('menuitem', { name: /^Common names/ }));
  await waitFor(async () => expect((await cairn.call('getResume', { id })).resume.skillWords).toBe('common'));
});
