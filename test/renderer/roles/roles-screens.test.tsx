/** The library, the role and the competencies over the sample record. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { CompetenciesScreen } from '../../../src-renderer/features/roles/competencies-screen.tsx';
import { RoleScreen } from '../../../src-renderer/features/roles/role-screen.tsx';
import { RolesScreen } from '../../../src-renderer/features/roles/roles-screen.tsx';
import { sampleCairn, showScreen } from './show-screen.tsx';

// A real database and a whole screen: more than a unit of code, and slower where other tests run beside it.
vi.setConfig({ testTimeout: 30_000 });

async function pinnedRole(cairn: Awaited<ReturnType<typeof sampleCairn>>) {
  const row = (await cairn.call('listRoles', {})).find((one) => one.pin !== null);
  if (row === undefined) throw new Error('the sample pins a role');
  return cairn.call('getRole', { id: row.id });
}

test('the library lists every role, the pinned one first and chosen; arrows choose and Enter opens', async () => {
  const cairn = await sampleCairn();
  const roles = await cairn.call('listRoles', {});
  const pinned = await pinnedRole(cairn);
  const { visited } = showScreen(cairn, RolesScreen, '/roles', '/roles');
  const list = await screen.findByRole('listbox', { name: 'Roles' });
  const options = within(list).getAllByRole('option');
  expect(options).toHaveLength(roles.length);
  expect(options[0]?.textContent).toContain(pinned.title);
  expect(options[0]?.getAttribute('aria-selected')).toBe('true');
  fireEvent.keyDown(list, { key: 'ArrowDown' });
  await waitFor(() => expect(within(list).getAllByRole('option')[1]?.getAttribute('aria-selected')).toBe('true'));
  fireEvent.keyDown(list, { key: 'Enter' });
  expect(visited.at(-1)).toMatch(/^\/roles\/[^?]+$/);
});

test('Delete moves the chosen role to the bin, and undo brings it back', async () => {
  const cairn = await sampleCairn();
  const count = (await cairn.call('listRoles', {})).length;
  showScreen(cairn, RolesScreen, '/roles', '/roles');
  const list = await screen.findByRole('listbox', { name: 'Roles' });
  fireEvent.keyDown(list, { key: 'Delete' });
  await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(count - 1));
  await cairn.call('undo', {});
  expect(await cairn.call('listRoles', {})).toHaveLength(count);
});

test('a filter that finds nothing says so and shows all again', async () => {
  showScreen(await sampleCairn(), RolesScreen, '/roles', '/roles');
  fireEvent.change(await screen.findByRole('textbox', { name: 'Filter the roles' }), { target: { value: 'zeppelin' } });
  fireEvent.click(await screen.findByRole('button', { name: 'Show all roles' }));
  expect(await screen.findByRole('listbox', { name: 'Roles' })).toBeTruthy();
});

test('a role shows a chapter for each kind of row it has, numbered as its contents are', async () => {
  const cairn = await sampleCairn();
  const role = await pinnedRole(cairn);
  showScreen(cairn, RoleScreen, '/roles/:id', `/roles/${role.id}`);
  expect(await screen.findByRole('heading', { level: 1, name: role.title })).toBeTruthy();
  const contents = within(screen.getByRole('navigation', { name: 'Contents' })).getAllByRole('button');
  const chapters = screen.getAllByRole('heading', { level: 2 });
  expect(contents.slice(0, chapters.length).map((entry) => entry.textContent?.replace(/^\d+/, ''))).toEqual(
    chapters.map((heading) => heading.textContent),
  );
  for (const kpi of role.kpis) expect(screen.getByText(kpi.name)).toBeTruthy();
  for (const one of role.responsibilities) expect(screen.getByText(one.text, { exact: false })).toBeTruthy();
});

test('the document as it came holds every heading of the source', async () => {
  const cairn = await sampleCairn();
  const role = await pinnedRole(cairn);
  showScreen(cairn, RoleScreen, '/roles/:id', `/roles/${role.id}`);
  fireEvent.click(await screen.findByRole('button', { name: 'The document as it came' }));
  for (const section of role.sections) {
    expect(
      screen.getAllByRole('heading', { name: new RegExp(section.heading.replace(/[()]/g, '.')) }).length,
    ).toBeGreaterThan(0);
  }
});

test('finding words counts their places and goes round', async () => {
  const cairn = await sampleCairn();
  const role = await pinnedRole(cairn);
  showScreen(cairn, RoleScreen, '/roles/:id', `/roles/${role.id}`);
  fireEvent.click(await screen.findByRole('button', { name: `More for ${role.title}` }));
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Find in this role' }));
  const field = await screen.findByRole('textbox', { name: 'Find in this role' });
  fireEvent.change(field, { target: { value: role.kpis[0]?.name ?? '' } });
  const told = await screen.findByText(/^1 of \d+$/);
  const count = Number(told.textContent?.split(' ').at(-1));
  fireEvent.keyDown(field, { key: 'Enter', shiftKey: true });
  expect(screen.getByText(`${count} of ${count}`)).toBeTruthy();
  fireEvent.change(field, { target: { value: 'zeppelin' } });
  expect(await screen.findByText('Not on this page')).toBeTruthy();
  fireEvent.keyDown(field, { key: 'Escape' });
  expect(screen.queryByRole('textbox', { name: 'Find in this role' })).toBeNull();
});

test('a date that cannot be read does not pin the role without one', async () => {
  const cairn = await sampleCairn();
  const role = (await cairn.call('listRoles', {})).find((one) => one.pin === null);
  if (role === undefined) throw new Error('the sample has roles that are not pinned');
  showScreen(cairn, RoleScreen, '/roles/:id', `/roles/${role.id}`);
  fireEvent.click(await screen.findByRole('button', { name: 'Pin' }));
  const field = await screen.findByRole('textbox', { name: 'By when, if you know' });
  fireEvent.change(field, { target: { value: '2027-13' } });
  fireEvent.blur(field);
  await screen.findByText(/There is no month 13/);
  fireEvent.click(screen.getByRole('button', { name: 'Pin role' }));
  expect((await cairn.call('getRole', { id: role.id })).pin).toBeNull();
  fireEvent.change(field, { target: { value: 'Jun 2027' } });
  fireEvent.blur(field);
  fireEvent.click(screen.getByRole('button', { name: 'Pin role' }));
  await waitFor(async () => expect((await cairn.call('getRole', { id: role.id })).pin?.targetOn).toBe('2027-06'));
});

test('a key gives oneself a level, Delete takes it back', async () => {
  const cairn = await sampleCairn();
  const [first] = (await cairn.call('listCompetencies', {})).competencies.filter((one) => one.selfAssessment === null);
  if (first === undefined) throw new Error('the sample leaves some competencies unassessed');
  const given = async () =>
    (await cairn.call('listCompetencies', {})).competencies.find((one) => one.id === first.id)?.selfAssessment?.level ??
    null;
  showScreen(cairn, CompetenciesScreen, '/competencies', '/competencies');
  const levels = await screen.findByRole('radiogroup', { name: `Your level of ${first.name}` });
  fireEvent.keyDown(within(levels).getAllByRole('radio')[0] as HTMLElement, { key: '3' });
  await waitFor(() => expect(within(levels).getByRole('radio', { checked: true }).textContent).toBe('3'));
  expect(await given()).toBe(3);
  fireEvent.keyDown(within(levels).getByRole('radio', { checked: true }), { key: 'Delete' });
  await waitFor(async () => expect(await given()).toBeNull());
});

test('a competency named in the address is the one that is shown, until other words are typed', async () => {
  const cairn = await sampleCairn();
  const { competencies } = await cairn.call('listCompetencies', {});
  const named = competencies.at(-1);
  if (named === undefined) throw new Error('the sample has competencies');
  const { visited } = showScreen(cairn, CompetenciesScreen, '/competencies', `/competencies?id=${named.id}`);
  const field = await screen.findByRole('textbox', { name: 'Search the competencies' });
  expect((field as HTMLInputElement).value).toBe(named.name);
  expect(screen.getByRole('radiogroup', { name: `Your level of ${named.name}` })).toBeTruthy();
  fireEvent.change(field, { target: { value: '' } });
  await waitFor(() =>
    expect(screen.getAllByRole('radiogroup', { name: /^Your level of/ })).toHaveLength(competencies.length),
  );
  expect(visited.at(-1)).not.toContain('id=');
});
