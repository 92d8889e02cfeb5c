/** The career map as one uses it: arrows from role to role, the panel beside, paths with their gaps, the list. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import type { MapPath, MapRole } from '../../../shared/api/career.ts';
import { lineText } from '../../../src-renderer/features/careers/career-map-lines.tsx';
import { gapText, stepsOf } from '../../../src-renderer/features/careers/career-words.ts';
import { CareersScreen, shownCareers } from '../../../src-renderer/features/careers/careers-screen.tsx';
import { fakeMain, show } from '../parts/fake-main.tsx';

const role = (key: string, levelOrder: number | null, more: Partial<MapRole> = {}): MapRole => ({
  key,
  roleId: key,
  title: key,
  family: 'Lamps',
  levelCode: null,
  levelOrder,
  ladderId: null,
  pin: null,
  ...more,
});
const path = (from: string, to: string, kind: MapPath['kind'], more: Partial<MapPath> = {}): MapPath => ({
  from,
  to,
  kind,
  note: null,
  theme: null,
  gap: [],
  ...more,
});

const roles = [
  role('Junior keeper', 1),
  role('Keeper', 2, { pin: { targetOn: null } }),
  role('Senior keeper', 3),
  role('Pilot', 2, { family: 'Boats' }),
  role('Harbour master', null, { roleId: null, family: null }),
];
const paths = [
  path('Junior keeper', 'Keeper', 'next'),
  path('Keeper', 'Senior keeper', 'next', {
    note: 'After two winters alone.',
    gap: [
      { competency: 'Fog signals', from: 1, to: 3, of: 4 },
      { competency: 'Log keeping', from: null, to: 2, of: 4 },
    ],
  }),
  path('Keeper', 'Pilot', 'lateral'),
  path('Pilot', 'Keeper', 'lateral'),
  path('Harbour master', 'Senior keeper', 'feeder'),
];

function open(at = '/careers', answers: Record<string, (input: never) => unknown> = {}) {
  Element.prototype.scrollIntoView = vi.fn();
  const main = fakeMain({
    getCareerMap: () => ({ roles, paths }),
    getRole: () => ({ mission: 'Keeps the light.', tourOfDuty: 'Two winters.' }),
    ...answers,
  });
  show(<CareersScreen />, at);
  return main;
}
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });
const panel = () => screen.findByRole('complementary', { name: 'The role' });

describe('the map', () => {
  test('takes Tab at the aim, and arrows lead from role to role', async () => {
    open();
    const map = await screen.findByRole('region', { name: 'Map of roles' });
    const stops = within(map)
      .getAllByRole('button')
      .filter((button) => button.tabIndex === 0);
    expect(stops.map((button) => button.getAttribute('data-role-key'))).toEqual(['Keeper']);
    stops[0]?.focus();
    press('ArrowRight');
    expect(document.activeElement?.getAttribute('data-role-key')).toBe('Senior keeper');
    press('Home');
    press('End');
    press('ArrowLeft');
    expect(document.activeElement?.getAttribute('data-role-key')).not.toBeNull();
  });

  test('opens a role with what leads from it, a path with its gap, and closes with Escape', async () => {
    open();
    fireEvent.click(await screen.findByRole('button', { name: /^Keeper ?, Lamps, your aim/ }));
    const beside = await panel();
    await within(beside).findByText('Keeps the light.');
    expect(within(beside).queryAllByText('Pilot')).toHaveLength(1);
    const step = within(beside).getByRole('button', { name: /^Senior keeper/ });
    step.focus();
    fireEvent.click(step);
    expect(within(beside).getByText('After two winters alone.')).toBeTruthy();
    expect(within(beside).getByText('Fog signals')).toBeTruthy();
    press('Escape');
    await waitFor(() => expect(screen.queryByRole('complementary', { name: 'The role' })).toBeNull());
    expect(document.activeElement?.getAttribute('data-role-key')).toBe('Keeper');
  });

  test('pins the role that is open', async () => {
    const main = open();
    fireEvent.click(await screen.findByRole('button', { name: /^Senior keeper/ }));
    fireEvent.click(within(await panel()).getByRole('button', { name: 'Pin' }));
    await waitFor(() => expect(main.inputsOf('pinRole')).toEqual([{ roleId: 'Senior keeper', targetOn: null }]));
  });

  test('is a list in words for those who read it', async () => {
    open();
    fireEvent.click(await screen.findByRole('radio', { name: 'List' }));
    expect(await screen.findAllByRole('button', { name: 'Up to Senior keeper' })).toHaveLength(2);
    expect(screen.getByText('Fog signals, 1 to 3 of 4; Log keeping, new at 2 of 4')).toBeTruthy();
  });

  test('leaves out a kind of path that is switched off', async () => {
    open();
    await screen.findByText('5 roles in 2 families, 5 paths');
    fireEvent.click(screen.getByRole('checkbox', { name: 'Sideways' }));
    await screen.findByText('5 roles in 2 families, 3 paths');
  });

  test('says what goes there when there are no roles', async () => {
    open('/careers', { getCareerMap: () => ({ roles: [], paths: [] }) });
    await screen.findByText('No roles on the map yet');
  });
});

describe('the words of the map', () => {
  const byKey = new Map(roles.map((role) => [role.key, role]));

  test('tell a way that leads both ways once, and the strongest of two', () => {
    const steps = stepsOf('Keeper', [...paths, path('Junior keeper', 'Keeper', 'feeder')], byKey);
    expect(steps.up.map((step) => step.role.key)).toEqual(['Senior keeper']);
    expect(steps.sideways.map((step) => step.role.key)).toEqual(['Pilot']);
    expect(steps.from.map((step) => [step.role.key, step.path.kind])).toEqual([['Junior keeper', 'next']]);
  });

  test('of a family hold the roles a path away from it, and no path between others', () => {
    const near = shownCareers(roles, paths, 'Boats');
    expect(near.roles.map((role) => role.key)).toEqual(['Keeper', 'Pilot']);
    expect(near.paths).toHaveLength(2);
  });

  test('count what is left of a gap', () => {
    expect(gapText(paths[1] ?? { gap: [] }, 1)).toBe('Fog signals, 1 to 3 of 4; 1 more');
  });

  test('draw a line through all its points, with corners that never overrun a short run', () => {
    const line = lineText([
      { x: 0, y: 0 },
      { x: 4, y: 0 },
      { x: 4, y: 40 },
    ]);
    expect(line).toBe('M0 0 L2 0 Q4 0 4 6 L4 40');
  });
});
