/** Ladders, the comparison and the career map in the real window: by keys alone, and saved to files. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import type { Ladder } from '../../shared/api/ladder.ts';
import { temporaryFolder } from '../helpers/cairn.ts';
import { answerSaveDialog, goTo, openSample, share, type TestWindow } from '../helpers/window.ts';

let opened: TestWindow;
let page: Page;
let ladder: Ladder;

beforeAll(async () => {
  const { value, end } = await share(openSample);
  opened = value;
  page = value.page;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.keyboard.press('Escape');
  const [first] = await opened.call('listLadders', {});
  ladder = await opened.call('getLadder', { id: first?.id ?? '' });
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
  for (
    let step = 0;
    step < 60 && !(await grid.evaluate((element) => element.contains(document.activeElement)));
    step++
  ) {
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
  await page.getByRole('menuitem', { name: 'Export the matrix (CSV)' }).click();
  await page.getByText(/^Saved as /).waitFor();
  const csv = await readFile(path, 'utf8');
  for (const skill of ladder.skills.filter((skill) => skill.category !== null)) expect(csv).toContain(skill.name);
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

test('and nothing was complained of meanwhile', () => {
  expect(opened.complaints).toEqual([]);
});
