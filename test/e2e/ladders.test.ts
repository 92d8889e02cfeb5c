/** Ladders, the comparison and the career map in the real window: by keys alone, saved to files, clean for axe. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Ladder } from '../../shared/api/ladder.ts';
import { temporaryFolder } from '../helpers/cairn.ts';
import { answerSaveDialog, goTo, openSample, share, type TestWindow } from '../helpers/window.ts';

let opened: TestWindow;
let page: Page;
let ladder: Ladder;
let roles: readonly string[];

beforeAll(async () => {
  const { value, end } = await share(openSample);
  opened = value;
  page = value.page;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.keyboard.press('Escape');
  const [first] = await opened.call('listLadders', {});
  ladder = await opened.call('getLadder', { id: first?.id ?? '' });
  roles = ladder.levels.slice(0, 2).map((level) => level.roleId);
  await opened.call('pinRole', { roleId: ladder.levels[2]?.roleId ?? '', targetOn: null });
  return end;
});

const focused = () =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');

/** Whether what has the focus lies whole within the matrix, beneath its head and beside its names. */
const isFocusInSight = () =>
  page.evaluate(() => {
    const cell = document.activeElement?.getBoundingClientRect();
    const grid = document.querySelector('[role="grid"]')?.getBoundingClientRect();
    const head = document.querySelector('[role="grid"] > [role="rowgroup"]')?.getBoundingClientRect();
    if (!cell || !grid || !head) return false;
    return cell.top >= head.bottom - 1 && cell.bottom <= grid.bottom + 1 && cell.left >= grid.left - 1;
  });

test('the matrix is walked, opened and left by keys alone', async () => {
  await goTo(page, `/ladders/${ladder.id}`);
  const grid = page.getByRole('grid');
  await grid.waitFor();
  for (let step = 0; step < 60 && !(await grid.evaluate((one) => one.contains(document.activeElement))); step++) {
    await page.keyboard.press('Tab');
  }
  const start = await focused();
  expect(start).toContain(`${ladder.levels[2]?.levelLabel}: `);
  for (const key of ['PageDown', 'PageDown', 'ArrowRight', 'ArrowDown', 'Control+End', 'Control+Home', 'PageDown']) {
    await page.keyboard.press(key);
    await expect.poll(isFocusInSight).toBe(true);
  }
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  const cell = await focused();
  await page.keyboard.press('Enter');
  const detail = page.getByRole('complementary', { name: 'What is asked' });
  await detail.waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H2');
  await page.keyboard.press('Escape');
  await detail.waitFor({ state: 'detached' });
  expect(await focused()).toBe(cell);
  // one more Tab is out of the grid, one back is in the same cell
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  expect(await focused()).toBe(cell);
});

test('the matrix is saved as CSV, with every skill', async () => {
  await goTo(page, `/ladders/${ladder.id}`);
  const path = join(temporaryFolder(), 'matrix.csv');
  await answerSaveDialog(opened.app, path);
  await page.getByRole('button', { name: `More for ${ladder.title}` }).click();
  await page.getByRole('menuitem', { name: 'Export matrix (CSV)' }).click();
  await page.getByText(/^Saved as /).waitFor();
  const csv = await readFile(path, 'utf8');
  for (const skill of ladder.skills.filter((one) => one.category !== null)) expect(csv).toContain(skill.name);
});

test('the career map is walked by keys, and a path shows its gap', async () => {
  await goTo(page, '/careers');
  const map = page.getByRole('region', { name: 'Map of roles' });
  await map.waitFor();
  const aim = map.locator('[tabindex="0"]');
  expect(await aim.textContent()).toContain('your aim');
  await aim.focus();
  await page.keyboard.press('ArrowRight');
  expect(await focused()).not.toContain('your aim');
  await page.keyboard.press('Enter');
  const beside = page.getByRole('complementary', { name: 'The role' });
  await beside.waitFor();
  await beside.getByRole('button', { expanded: false }).first().press('Enter');
  await beside.getByRole('link', { name: 'Compare the two' }).waitFor();
  await page.keyboard.press('Escape');
  await beside.waitFor({ state: 'detached' });
});

describe('without a violation that axe can find, in both schemes', () => {
  const screens: readonly (readonly [name: string, route: () => string, shown: string])[] = [
    ['the matrix', () => `/ladders/${ladder.id}`, '[role="grid"]'],
    [
      'a cell of it',
      () => `/ladders/${ladder.id}?skill=${ladder.skills[0]?.competencyId}&level=${ladder.levels[0]?.roleId}`,
      'aside footer',
    ],
    ['the levels', () => `/ladders/${ladder.id}?view=levels`, '[data-level]'],
    ['about the ladder', () => `/ladders/${ladder.id}?view=about`, '[role="tab"][aria-selected="true"]'],
    ['the comparison', () => `/compare?roles=${roles.join(',')}`, 'tbody'],
    ['responsibilities compared', () => `/compare?roles=${roles.join(',')}&tab=responsibilities`, 'tbody'],
    ['a comparison to begin', () => '/compare', 'h2'],
    ['the career map', () => '/careers', '[data-role-key]'],
    ['a role on it', () => `/careers?role=${roles[0]}`, 'aside footer'],
    ['the list of careers', () => '/careers?view=list', '[data-role-key]'],
  ];
  test.each(screens)('%s', async (_, route, shown) => {
    await goTo(page, '/settings/about');
    await goTo(page, route());
    await page.locator(shown).first().waitFor();
    if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
    for (const colorScheme of ['dark', 'light'] as const) {
      await opened.call('changeSettings', { patch: { colorScheme } });
      await page.waitForFunction(
        (wanted) => document.documentElement.getAttribute('data-mantine-color-scheme') === wanted,
        colorScheme,
      );
      const found = await page.evaluate(async () => {
        const { axe: loaded } = window as unknown as { axe: typeof axe };
        const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
        const results = await loaded.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] });
        return results.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id} ${node.html.slice(0, 160)}`));
      });
      expect(found).toEqual([]);
    }
  });

  test('and nothing was complained of meanwhile', () => {
    expect(opened.complaints).toEqual([]);
  });
});
