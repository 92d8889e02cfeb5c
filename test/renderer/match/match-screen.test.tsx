/** The match screen over the sample record: its figures are those of the report, and each of them opens. */
import { fireEvent, screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { MatchScreen } from '../../../src-renderer/features/match/match-screen.tsx';
import { matchFigure } from '../../../src-renderer/features/match/match-words.ts';
import { freshCairn } from '../../helpers/cairn.ts';
import { sampleCairn, showScreen } from '../roles/show-screen.tsx';

// A real database and a whole screen: more than a unit of code, and slower where other tests run beside it.
vi.setConfig({ testTimeout: 30_000 });

async function aimOfSample(cairn: Awaited<ReturnType<typeof sampleCairn>>) {
  const role = (await cairn.call('listRoles', {})).find((role) => role.pin !== null);
  if (role === undefined) throw new Error('the sample pins a role');
  return cairn.call('getMatch', { roleId: role.id });
}

test('without an address it opens the pinned role, with the figure and the unproven requirements of the report', async () => {
  const cairn = await sampleCairn();
  const match = await aimOfSample(cairn);
  showScreen(cairn, MatchScreen, '/match/:roleId?', '/match');
  expect(await screen.findByRole('heading', { level: 1, name: match.role.title })).toBeTruthy();
  const verdict = screen.getByRole('region', { name: 'Match' });
  expect(within(verdict).getByText(matchFigure(match))).toBeTruthy();
  const [unproven] = match.requirements.filter((asked) => match.unproven.includes(asked.requirementId));
  expect(within(verdict).getByText(unproven?.competency ?? '?')).toBeTruthy();
});

test('every requirement of the role is a row, and its evidenced figure opens what was counted', async () => {
  const cairn = await sampleCairn();
  const match = await aimOfSample(cairn);
  showScreen(cairn, MatchScreen, '/match/:roleId?', `/match/${match.role.id}`);
  for (const asked of match.requirements)
    expect(await screen.findByRole('rowheader', { name: new RegExp(`^${asked.competency}`) })).toBeTruthy();
  const [first] = match.requirements.filter((asked) => asked.terms.length > 0);
  if (first === undefined) throw new Error('the sample has evidence');
  fireEvent.click(screen.getByRole('button', { name: new RegExp(`^${first.competency}: evidenced`) }));
  const drawer = screen.getByRole('complementary', { name: 'Why' });
  for (const term of first.terms) {
    expect(within(drawer).getByRole('link', { name: term.title }).getAttribute('href')).toBe(
      `/record/${term.accomplishmentId}`,
    );
  }
  expect(within(drawer).getByText(/^Coverage .* to the match\.$/)).toBeTruthy();
  fireEvent.keyDown(drawer, { key: 'Escape' });
  expect(screen.queryByRole('complementary', { name: 'Why' })).toBeNull();
});

test('the match figure opens parts that add up to it', async () => {
  const cairn = await sampleCairn();
  const match = await aimOfSample(cairn);
  showScreen(cairn, MatchScreen, '/match/:roleId?', `/match/${match.role.id}`);
  fireEvent.click(await screen.findByRole('button', { name: /^Match 0\.\d\d/ }));
  const table = within(screen.getByRole('complementary', { name: 'Why' })).getByRole('table');
  const rows = within(table).getAllByRole('row').slice(1);
  const figures = rows.map((row) => Number(row.lastElementChild?.textContent));
  const parts = figures.slice(0, -1).reduce((sum, part) => sum + part, 0);
  expect(rows).toHaveLength(match.requirements.length + 1);
  expect(parts).toBeCloseTo(figures.at(-1) ?? -1, 9);
});

test('arrows go from figure to figure and only one row is in the tab order', async () => {
  const cairn = await sampleCairn();
  const match = await aimOfSample(cairn);
  showScreen(cairn, MatchScreen, '/match/:roleId?', `/match/${match.role.id}`);
  await screen.findByRole('heading', { level: 1 });
  const figures = screen.getAllByRole('button', { name: /: evidenced / });
  expect(figures.filter((figure) => figure.tabIndex === 0)).toHaveLength(1);
  figures[0]?.focus();
  fireEvent.keyDown(figures[0] as HTMLElement, { key: 'ArrowDown' });
  expect(document.activeElement).toBe(figures[1]);
  fireEvent.keyDown(figures[1] as HTMLElement, { key: 'ArrowRight' });
  expect(document.activeElement?.getAttribute('data-column')).toBe('self');
  fireEvent.keyDown(document.activeElement as HTMLElement, { key: 'End' });
  expect(figures.at(-1)?.closest('tr')?.contains(document.activeElement)).toBe(true);
});

test('giving oneself a level changes that figure and not the match', async () => {
  const cairn = await sampleCairn();
  const match = await aimOfSample(cairn);
  const asked = match.requirements.find((requirement) => requirement.hasLevel && requirement.selfAssessed !== 5);
  if (asked === undefined) throw new Error('the sample asks for levels');
  showScreen(cairn, MatchScreen, '/match/:roleId?', `/match/${match.role.id}`);
  fireEvent.click(await screen.findByRole('button', { name: new RegExp(`^${asked.competency}: your own level`) }));
  fireEvent.click(await screen.findByRole('menuitem', { name: /^5/ }));
  expect(await screen.findByRole('button', { name: `${asked.competency}: your own level 5, change it` })).toBeTruthy();
  expect((await cairn.call('getMatch', { roleId: match.role.id })).match).toBe(match.match);
});

test('with no role at all it says so and leads to the import', async () => {
  const cairn = await freshCairn();
  for (const role of await cairn.call('listRoles', {})) await cairn.call('binRole', { id: role.id });
  showScreen(cairn, MatchScreen, '/match/:roleId?', '/match');
  expect((await screen.findByRole('link', { name: 'Import a role' })).getAttribute('href')).toBe('/import');
});
