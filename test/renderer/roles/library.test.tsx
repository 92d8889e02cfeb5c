/** The library: what a query leaves, how it is grouped and read as rows, and the list over a real record. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { RoleRow } from '../../../shared/api/role.ts';
import { groupRoles, rowsOf } from '../../../src-renderer/features/roles/group-roles.ts';
import {
  choicesOf,
  filterRoles,
  type LibraryQuery,
  readLibraryQuery,
  unfilteredLibrary,
  withLibraryQuery,
} from '../../../src-renderer/features/roles/library-query.ts';
import { RolesScreen } from '../../../src-renderer/features/roles/roles-screen.tsx';
import { giveSizes } from './layout.ts';
import { sampleCairn, showScreen } from './show-screen.tsx';

// A real database and a whole screen: more than a unit of code, and slower where other tests run beside it.
vi.setConfig({ testTimeout: 30_000 });
giveSizes();

const row = (title: string, over: Partial<RoleRow> = {}): RoleRow => ({
  id: title,
  title,
  family: 'Baking',
  levelCode: null,
  levelLabel: null,
  levelOrder: null,
  tourOfDuty: null,
  requirementCount: 3,
  packId: null,
  packName: null,
  sourceName: null,
  ladderId: null,
  isForked: false,
  archivedAt: null,
  pin: null,
  ...over,
});
const pin = (roleId: string) => ({ roleId, targetOn: null, pinnedAt: '2026-01-01' });

const roles: readonly RoleRow[] = [
  row('Master', { levelOrder: 2, levelLabel: 'Senior', packId: 'p', packName: 'Bakers', ladderId: 'l' }),
  row('Baker', { levelOrder: 1, levelLabel: 'Junior', packId: 'p', packName: 'Bakers', ladderId: 'l' }),
  row('Driver', { family: null }),
  row('Miller', { family: 'Milling', sourceName: 'mill.html', levelLabel: 'Senior', levelOrder: 3 }),
  row('Head', { levelOrder: 3, pin: pin('Head') }),
  row('Cooper', { archivedAt: '2026-02-01' }),
];
const left = (query: Partial<LibraryQuery>) =>
  filterRoles(roles, { ...unfilteredLibrary, ...query }).map((role) => role.title);

test('a query leaves the roles that meet all of it, and archived ones only when they are asked for', () => {
  expect(left({})).toEqual(['Master', 'Baker', 'Driver', 'Miller', 'Head']);
  expect(left({ show: 'archived' })).toEqual(['Cooper']);
  expect(left({ show: 'pinned' })).toEqual(['Head']);
  expect(left({ level: 'Senior' })).toEqual(['Master', 'Miller']);
  expect(left({ level: 'Senior', family: 'Milling' })).toEqual(['Miller']);
  expect(left({ source: 'pack:p' })).toEqual(['Master', 'Baker']);
  expect(left({ source: 'imported' })).toEqual(['Miller']);
  expect(left({ source: 'own' })).toEqual(['Driver', 'Head']);
  expect(left({ text: 'MILL html' })).toEqual(['Miller']);
});

test('what can be chosen is what the roles have, levels from the lowest up', () => {
  expect(choicesOf(roles)).toEqual({
    families: ['Baking', 'Milling'],
    levels: ['Junior', 'Senior'],
    sources: [
      { value: 'pack:p', label: 'Bakers' },
      { value: 'imported', label: 'Imported files' },
      { value: 'own', label: 'Your own' },
    ],
  });
});

test('a query in the address reads back as it was, and leaves the rest of the address alone', () => {
  const word = fc.string({ minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(
      fc.record({
        text: fc.string({ maxLength: 12 }),
        family: fc.option(word),
        level: fc.option(word.filter((text) => text !== 'all')),
        source: fc.option(word.filter((text) => text !== 'all')),
        show: fc.constantFrom('all' as const, 'pinned' as const, 'archived' as const),
      }),
      (query) => {
        fc.pre(![query.text, query.family].includes('all'));
        const address = withLibraryQuery(new URLSearchParams({ role: 'x' }), query).toString();
        const params = new URLSearchParams(address);
        expect(readLibraryQuery(params)).toEqual(query);
        expect(params.get('role')).toBe('x');
      },
    ),
  );
});

test('pinned roles come first, families follow as ladders, roles of no family last', () => {
  const groups = groupRoles(filterRoles(roles, unfilteredLibrary));
  expect(groups.map((group) => [group.label, group.ladderId, group.roles.map((role) => role.title)])).toEqual([
    ['Pinned', null, ['Head']],
    ['Baking', 'l', ['Baker', 'Master']],
    ['Milling', null, ['Miller']],
    ['No family', null, ['Driver']],
  ]);
});

test('a closed family keeps its head and hides its roles', () => {
  const groups = groupRoles(filterRoles(roles, unfilteredLibrary));
  const baking = groups.find((group) => group.label === 'Baking');
  const rows = rowsOf(groups, new Set([baking?.key ?? '']));
  expect(rows.map((row) => row.role?.title ?? row.group.label)).toEqual([
    'Pinned',
    'Head',
    'Baking',
    'Milling',
    'Miller',
    'No family',
    'Driver',
  ]);
});

const tree = () => screen.findByRole('tree', { name: 'Roles' });
const shownTitles = (list: HTMLElement) =>
  within(list)
    .getAllByRole('treeitem')
    .map((item) => item.textContent ?? '');
const chosen = (list: HTMLElement) =>
  within(list)
    .getAllByRole('treeitem')
    .find((item) => item.getAttribute('aria-selected') === 'true')?.textContent ?? '';

test('the pinned role is chosen first; arrows choose, Enter opens a role, and the ladder from the head of its family', async () => {
  const cairn = await sampleCairn();
  const pinned = (await cairn.call('listRoles', {})).find((role) => role.pin !== null);
  const { visited } = showScreen(cairn, RolesScreen, '/roles', '/roles');
  const list = await tree();
  expect(chosen(list)).toContain(pinned?.title);
  fireEvent.keyDown(list, { key: 'ArrowDown' });
  await waitFor(() => expect(chosen(list)).toContain('Ladder'));
  fireEvent.keyDown(list, { key: 'Enter' });
  expect(visited.at(-1)).toMatch(/^\/ladders\/[^?]+$/);
});

test('a window of the library holds only the rows in view, however many roles there are', async () => {
  const cairn = await sampleCairn();
  for (let index = 0; index < 120; index++) {
    await cairn.call('makeRole', { role: { title: `Baker ${index}`, family: 'Baking' } });
  }
  showScreen(cairn, RolesScreen, '/roles', '/roles');
  const list = await tree();
  expect(within(list).getAllByRole('treeitem').length).toBeLessThan(60);
  fireEvent.keyDown(list, { key: 'End' });
  await waitFor(() => expect(within(list).getAllByRole('treeitem').length).toBeGreaterThan(0));
  const at = list.getAttribute('aria-activedescendant');
  expect(document.getElementById(at ?? '')).not.toBeNull();
});

test('Delete moves the chosen role to the bin, and undo brings it back', async () => {
  const cairn = await sampleCairn();
  const count = (await cairn.call('listRoles', {})).length;
  showScreen(cairn, RolesScreen, '/roles', '/roles');
  fireEvent.keyDown(await tree(), { key: 'Delete' });
  await waitFor(async () => expect(await cairn.call('listRoles', {})).toHaveLength(count - 1));
  await cairn.call('undo', {});
  expect(await cairn.call('listRoles', {})).toHaveLength(count);
});

test('Space marks roles; two of them can be compared', async () => {
  const cairn = await sampleCairn();
  showScreen(cairn, RolesScreen, '/roles', '/roles?show=all');
  const list = await tree();
  fireEvent.keyDown(list, { key: ' ' });
  expect(await screen.findByText('1 marked, mark another to compare')).toBeTruthy();
  fireEvent.keyDown(list, { key: 'ArrowDown' });
  await waitFor(() => expect(chosen(list)).toContain('Ladder'));
  fireEvent.keyDown(list, { key: 'ArrowDown' });
  await waitFor(() => expect(chosen(list)).not.toContain('Ladder'));
  fireEvent.keyDown(list, { key: ' ' });
  const compare = await screen.findByRole('link', { name: 'Compare' });
  expect(compare.getAttribute('href')).toMatch(/^\/compare\?roles=[^,]+,[^,]+$/);
});

test('a filter that finds nothing says so and shows all again', async () => {
  showScreen(await sampleCairn(), RolesScreen, '/roles', '/roles');
  fireEvent.change(await screen.findByRole('textbox', { name: 'Filter the roles' }), { target: { value: 'zeppelin' } });
  expect(await screen.findByText('Nothing here is called “zeppelin”.')).toBeTruthy();
  fireEvent.click(screen.getAllByRole('button', { name: 'Show all roles' })[0] as HTMLElement);
  expect(shownTitles(await tree()).length).toBeGreaterThan(1);
});

test('an archived role leaves the list and is found again under Archived', async () => {
  const cairn = await sampleCairn();
  const role = (await cairn.call('listRoles', {})).find((role) => role.pin === null);
  if (role === undefined) throw new Error('the sample has roles that are not pinned');
  await cairn.call('archiveRole', { id: role.id, isArchived: true });
  showScreen(cairn, RolesScreen, '/roles', '/roles?show=archived');
  expect(shownTitles(await tree()).some((text) => text.includes(role.title))).toBe(true);
});

test('a new role is made with its title and opened to be written', async () => {
  const cairn = await sampleCairn();
  const { visited } = showScreen(cairn, RolesScreen, '/roles', '/roles');
  fireEvent.click(await screen.findByRole('button', { name: 'Add a role' }));
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Create a role' }));
  fireEvent.change(await screen.findByRole('textbox', { name: 'Title' }), { target: { value: 'Lighthouse keeper' } });
  fireEvent.click(screen.getByRole('button', { name: 'Create' }));
  await waitFor(() => expect(visited.at(-1)).toMatch(/^\/roles\/[^/]+\/edit$/));
  expect((await cairn.call('listRoles', {})).map((role) => role.title)).toContain('Lighthouse keeper');
});
