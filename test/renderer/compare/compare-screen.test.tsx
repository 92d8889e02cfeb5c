/** Comparing roles over a real record: choosing them, the standings of their rows, and what may be the same thing. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { RoleContent } from '../../../shared/api/role-content.ts';
import { RoleContent as RoleSchema } from '../../../shared/api/role-content.ts';
import { CompareScreen } from '../../../src-renderer/features/compare/compare-screen.tsx';
import { freshCairn } from '../../helpers/cairn.ts';
import { showScreen } from '../roles/show-screen.tsx';

const asks = (competency: string, level: number, isMandatory = false) => ({
  competency,
  kind: 'competency' as const,
  level,
  importance: null,
  isMandatory,
});
const role = (title: string, more: object): RoleContent => RoleSchema.parse({ title, family: 'Lamps', ...more });

async function harbour() {
  const cairn = await freshCairn();
  for (const { id } of await cairn.call('listRoles', {})) await cairn.call('binRole', { id });
  const add = async (content: RoleContent) => (await cairn.call('makeRole', { role: content })).id;
  const keeper = await add(
    role('Keeper', {
      requirements: [asks('Lamp oil', 3), asks('Fog signals', 2), asks('Data stewardship', 2), asks('Seamanship', 1)],
      tools: [{ name: 'Wick trimmer' }],
      mission: 'Keeps the light.',
    }),
  );
  const pilot = await add(
    role('Pilot', {
      requirements: [asks('Lamp oil', 3), asks('Fog signals', 3), asks('Data steward ship', 2), asks('Seamanship', 5)],
      tools: [{ name: 'wick trimmer' }, { name: 'Chart' }],
      mission: 'Brings ships in.',
    }),
  );
  return { cairn, keeper, pilot };
}

const rowOf = (name: string) => screen.getByRole('rowheader', { name: new RegExp(`^${name}`) }).closest('tr');

describe('two roles side by side', () => {
  test('agree, differ, contradict, or stand alone', async () => {
    const { cairn, keeper, pilot } = await harbour();
    showScreen(cairn, CompareScreen, '/compare', `/compare?roles=${keeper},${pilot}`);
    await screen.findByRole('rowheader', { name: 'Lamp oil' });
    expect(rowOf('Lamp oil')?.textContent).toContain('Agree');
    expect(rowOf('Fog signals')?.textContent).toContain('Differ');
    expect(rowOf('Seamanship')?.textContent).toContain('Contradict');
    expect(rowOf('Only in one')?.textContent).toContain('Data stewardship');
    fireEvent.click(screen.getByRole('radio', { name: 'Contradict 1' }));
    await waitFor(() => expect(screen.queryByRole('rowheader', { name: 'Lamp oil' })).toBeNull());
    fireEvent.click(screen.getByRole('radio', { name: /^All/ }));
    fireEvent.click(screen.getByRole('tab', { name: 'Tools' }));
    await screen.findByRole('rowheader', { name: 'Wick trimmer' });
    fireEvent.click(screen.getByRole('tab', { name: 'About' }));
    await screen.findByText('Brings ships in.');
  });

  test('may name one thing twice: decided once, and taken back like anything', async () => {
    const { cairn, keeper, pilot } = await harbour();
    showScreen(cairn, CompareScreen, '/compare', `/compare?roles=${keeper},${pilot}`);
    const strip = await screen.findByRole('region', { name: 'These may be the same thing' });
    expect(within(strip).getByText('Data stewardship')).toBeTruthy();
    fireEvent.click(within(strip).getByRole('button', { name: /are different$/ }));
    await waitFor(() => expect(screen.queryByRole('region', { name: 'These may be the same thing' })).toBeNull());
    await cairn.call('undo', {});
    expect(await cairn.call('listLikePairs', { roleIds: [keeper, pilot], limit: 10 })).toHaveLength(1);
  });

  test('show three such pairs, and the rest when asked', async () => {
    const { cairn } = await harbour();
    const names = ['Data stewardship', 'Harbour lighting', 'Tide forecasting', 'Rope maintenance'];
    const add = async (title: string, asked: readonly string[]) =>
      (await cairn.call('makeRole', { role: role(title, { requirements: asked.map((name) => asks(name, 2)) }) })).id;
    const wardenId = await add('Warden', names);
    const warderId = await add('Warder', [
      'Data steward ship',
      'Harbour light ing',
      'Tide forecast ing',
      'Rope mainten ance',
    ]);
    showScreen(cairn, CompareScreen, '/compare', `/compare?roles=${wardenId},${warderId}`);
    const strip = await screen.findByRole('region', { name: 'These may be the same thing' });
    expect(within(strip).getAllByRole('listitem')).toHaveLength(3);
    fireEvent.click(within(strip).getByRole('button', { name: 'Show all' }));
    expect(within(strip).getAllByRole('listitem')).toHaveLength(4);
  });

  test('become one competency under the name that stays', async () => {
    const { cairn, keeper, pilot } = await harbour();
    showScreen(cairn, CompareScreen, '/compare', `/compare?roles=${keeper},${pilot}`);
    fireEvent.click(await screen.findByRole('button', { name: /are the same$/ }));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Data stewardship' }));
    await waitFor(() => expect(rowOf('Data stewardship')?.textContent).toContain('Agree'));
    const names = (await cairn.call('listCompetencies', {})).competencies.map((competency) => competency.name);
    expect(names).toContain('Data stewardship');
    expect(names).not.toContain('Data steward ship');
  });

  test('are chosen from the library, the steps next to the aim first', async () => {
    const { cairn } = await harbour();
    showScreen(cairn, CompareScreen, '/compare', '/compare');
    await screen.findByText('Choose two roles');
    expect(screen.getByPlaceholderText('Choose a role')).toBeTruthy();
  });
});
