/** The list of resumes: making, renaming, duplicating and binning, all by the keyboard too. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ResumesScreen } from '../../../src-renderer/features/resumes/resumes-screen.tsx';
import { freshCairn } from '../../helpers/cairn.ts';
import { sampleCairn, showScreen } from '../roles/show-screen.tsx';
import './show-resumes.tsx';

const names = () => screen.getAllByRole('rowheader').map((cell) => cell.textContent);

test('without a resume it says what one is and offers to make one', async () => {
  const cairn = await freshCairn();
  showScreen(cairn, ResumesScreen, '/resumes', '/resumes');
  expect(await screen.findByText('No resumes yet')).toBeTruthy();
  expect(screen.getAllByRole('button', { name: 'Create a resume' })).toHaveLength(1);
});

test('a new resume is for the aim unless another role is chosen, is named after it, and opens', async () => {
  const cairn = await sampleCairn();
  const aim = (await cairn.call('listRoles', {})).find((role) => role.pin !== null);
  const before = await cairn.call('listResumes', {});
  const { visited } = showScreen(cairn, ResumesScreen, '/resumes', '/resumes');
  fireEvent.click(await screen.findByRole('button', { name: 'Create a resume' }));
  const name = await screen.findByRole('textbox', { name: 'Name' });
  expect((name as HTMLInputElement).value).toBe(aim?.title);
  fireEvent.change(name, { target: { value: 'One page' } });
  fireEvent.click(screen.getByRole('button', { name: 'Create' }));
  await waitFor(() => expect(visited.at(-1)).toMatch(/^\/resumes\/.+/));
  const made = (await cairn.call('listResumes', {})).find((row) => !before.some((old) => old.id === row.id));
  expect(made).toMatchObject({ name: 'One page', roleTitle: aim?.title });
  expect(visited.at(-1)).toBe(`/resumes/${made?.id}`);
});

test('each row tells its role, paper, and when it was changed and exported', async () => {
  const cairn = await sampleCairn();
  const [row] = await cairn.call('listResumes', {});
  showScreen(cairn, ResumesScreen, '/resumes', '/resumes');
  const shown = (await screen.findByRole('link', { name: row?.name })).closest('tr');
  expect(shown?.textContent).toContain(row?.roleTitle);
  expect(shown?.textContent).toContain('A4');
  expect(shown?.textContent).toContain('Not yet');
});

test('duplicate and rename from the menu of a row', async () => {
  const cairn = await sampleCairn();
  const [row] = await cairn.call('listResumes', {});
  showScreen(cairn, ResumesScreen, '/resumes', '/resumes');
  fireEvent.click(await screen.findByRole('button', { name: `More for ${row?.name}` }));
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Duplicate' }));
  await waitFor(() => expect(names()).toContain(`${row?.name}, copy`));
  const link = screen.getByRole('link', { name: `${row?.name}, copy` });
  link.focus();
  fireEvent.keyDown(link, { key: 'F2' });
  const dialog = await screen.findByRole('dialog');
  fireEvent.change(within(dialog).getByRole('textbox', { name: 'Name' }), { target: { value: 'Second' } });
  fireEvent.click(within(dialog).getByRole('button', { name: 'Rename' }));
  await waitFor(() => expect(names()).toContain('Second'));
  expect(names()).not.toContain(`${row?.name}, copy`);
});

test('arrows go from row to row, and Delete moves the row to the bin', async () => {
  const cairn = await sampleCairn();
  for (const name of ['First', 'Second']) await cairn.call('createResume', { name, roleId: null });
  showScreen(cairn, ResumesScreen, '/resumes', '/resumes');
  const links = await screen.findAllByRole('link');
  links[0]?.focus();
  fireEvent.keyDown(links[0] as HTMLElement, { key: 'ArrowDown' });
  expect(document.activeElement).toBe(links[1]);
  fireEvent.keyDown(links[1] as HTMLElement, { key: 'End' });
  expect(document.activeElement).toBe(links.at(-1));
  const gone = links[1]?.textContent ?? '?';
  links[1]?.focus();
  fireEvent.keyDown(links[1] as HTMLElement, { key: 'Delete' });
  await waitFor(() => expect(names()).not.toContain(gone));
  expect((await cairn.call('listBin', {})).map((item) => item.title)).toContain(gone);
  await waitFor(() => expect(document.activeElement?.tagName).toBe('A'));
});
