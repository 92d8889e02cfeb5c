/** The role page over the sample record: its chapters, the document as it came, find, pin. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { RoleScreen } from '../../../src-renderer/features/role/role-screen.tsx';
import { sampleCairn, showScreen } from './show-screen.tsx';

// A real database and a whole screen: more than a unit of code, and slower where other tests run beside it.
vi.setConfig({ testTimeout: 30_000 });

async function pinnedRole(cairn: Awaited<ReturnType<typeof sampleCairn>>) {
  const row = (await cairn.call('listRoles', {})).find((role) => role.pin !== null);
  if (row === undefined) throw new Error('the sample pins a role');
  return cairn.call('getRole', { id: row.id });
}

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
  for (const kpi of role.kpis) expect(screen.getAllByText(kpi.name).length).toBeGreaterThan(0);
  for (const responsibility of role.responsibilities) {
    expect(screen.getAllByText(responsibility.text, { exact: false }).length).toBeGreaterThan(0);
  }
});

test('the document as it came holds every heading of the source', async () => {
  const cairn = await sampleCairn();
  const paragraph = (text: string) => ({ kind: 'paragraph' as const, inlines: [{ text }] });
  const sections = [
    { depth: 1, heading: 'Duties', blocks: [paragraph('Keep the starter alive')] },
    { depth: 1, heading: 'Tools of the shop', blocks: [paragraph('A scale and two hands')] },
  ];
  const { id } = await cairn.call('makeRole', {
    role: { title: 'Baker', responsibilities: [{ text: 'Keep the starter alive', section: 0 }], sections },
  });
  showScreen(cairn, RoleScreen, '/roles/:id', `/roles/${id}`);
  expect(await screen.findByRole('heading', { level: 2, name: 'Responsibilities' })).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'The document as it came' }));
  for (const section of sections) {
    expect(screen.getByRole('heading', { level: 2, name: section.heading })).toBeTruthy();
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
  const role = (await cairn.call('listRoles', {})).find((role) => role.pin === null);
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
