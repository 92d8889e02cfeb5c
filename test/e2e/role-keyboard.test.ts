/** The matrix and the career map without a mouse: walked, opened, filtered, its short rows placed, and the focus never lost. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { openApp, share, type TestWindow } from '../helpers/window.ts';

/** No screen needs more steps than this from one end to the other. */
const mostSteps = 120;

let opened: TestWindow;
let page: Page;
let ladderId = '';

beforeAll(async () => {
  const { value, end } = await share((atEnd) => openApp(undefined, atEnd));
  opened = value;
  page = value.page;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await opened.call('startFresh', { name: 'Ines Okafor' });
  await page.getByText('Three first acts').waitFor();
  const text = await readFile(resolve(import.meta.dirname, '../fixtures/skill-matrix.txt'), 'utf8');
  const read = await opened.call('readPastedImport', { text });
  await opened.call('applyImport', { id: read?.ids[0] ?? '' });
  ladderId = (await opened.call('listLadders', {})).find(({ family }) => family === 'Inland Waterways')?.id ?? '';
  return end;
});

const press = async (...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const grid = () => page.getByRole('grid', { name: /^Skill matrix of/ });
const isFocused = (wanted: Locator) => wanted.first().evaluate((element) => element === document.activeElement);

/** Goes on with a key, step by step, until what is looked for has the focus. */
async function reach(wanted: Locator, key = 'Tab'): Promise<void> {
  await wanted.first().waitFor();
  for (let steps = 0; steps < mostSteps; steps++) {
    if (await isFocused(wanted)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${wanted} was not reached with ${mostSteps} × ${key}.`);
}

/** Where the keyboard stands in the matrix: the skill of its row, its column from 1, and whether it is in sight. */
const standing = () =>
  page.evaluate(() => {
    const cell = document.activeElement;
    const row = cell?.closest('[role="row"]');
    const box = cell?.getBoundingClientRect();
    const frame = cell?.closest('[role="grid"]')?.getBoundingClientRect();
    const isInSight =
      box !== undefined && frame !== undefined && box.top >= frame.top && box.bottom <= frame.bottom + 1;
    return [
      row?.querySelector('[role="rowheader"]')?.textContent ?? 'head',
      Number((cell?.closest('[aria-colindex]') ?? cell)?.getAttribute('aria-colindex')),
      isInSight,
    ];
  });

async function expectAt(skill: string, column: number): Promise<void> {
  await expect.poll(standing).toEqual([skill, column, true]);
}

test('the ladder is opened from the list of roles', async () => {
  await press('Control+3');
  await page.getByRole('tree', { name: 'Roles' }).waitFor();
  await press('Control+f');
  await page.keyboard.type('inland');
  await page.getByText('4 roles', { exact: true }).waitFor();
  await press('ArrowDown', 'ArrowLeft', 'Enter');
  await grid().waitFor();
  expect(page.url()).toContain(ladderId);
});

test('arrows, Home, End and Ctrl with them walk the matrix from corner to corner', async () => {
  for (let steps = 0; steps < mostSteps; steps++) {
    if (await grid().evaluate((element) => element.contains(document.activeElement))) break;
    await press('Tab');
  }
  await press('Control+Home');
  await expectAt('Gate balance', 1);
  await press('ArrowRight', 'ArrowRight', 'ArrowDown');
  await expectAt('Paddle gear', 3);
  await press('Home');
  await expectAt('Paddle gear', 1);
  // four levels, what is evidenced and what one says of oneself
  await press('End');
  await expectAt('Paddle gear', 7);
  await press('ArrowRight');
  await expectAt('Paddle gear', 7);
  await press('Control+End');
  await expectAt('Rule book', 7);
  await press('ArrowDown');
  await expectAt('Rule book', 7);
  await press('Control+Home', 'ArrowUp');
  await expectAt('head', 1);
  await press('ArrowDown', 'ArrowLeft');
  await expectAt('Gate balance', 1);
});

test('Enter opens the cell, Escape brings the focus back to it, and one Tab leaves the grid', async () => {
  await press('Control+Home', 'ArrowDown', 'ArrowRight', 'ArrowRight');
  await expectAt('Paddle gear', 3);
  await press('Enter');
  const detail = page.getByRole('complementary', { name: 'What is asked' });
  await detail.getByRole('heading', { level: 2, name: 'Paddle gear' }).waitFor();
  await expect.poll(() => isFocused(detail.getByRole('heading', { level: 2 }))).toBe(true);
  // another level is gone to inside, and the keyboard still stands where it stood
  await reach(detail.getByRole('button', { name: /Superintendent/ }));
  await press('Enter');
  await detail
    .getByText(/^Superintendent/)
    .first()
    .waitFor();
  await press('Escape');
  await detail.waitFor({ state: 'detached' });
  await expectAt('Paddle gear', 3);
  await press('Shift+Tab');
  expect(await grid().evaluate((element) => element.contains(document.activeElement))).toBe(false);
  await press('Tab');
  await expectAt('Paddle gear', 3);
});

test('the filter narrows the rows, hands the focus down, and Escape clears it', async () => {
  await press('Control+f');
  await page.keyboard.type('weir');
  await page.getByText(/^1 of 9 shown/).waitFor();
  await press('ArrowDown');
  await expect.poll(async () => (await standing())[0]).toBe('Weir control');
  await press('Enter');
  await page.getByRole('complementary', { name: 'What is asked' }).waitFor();
  await press('Escape');
  await expect.poll(async () => (await standing())[0]).toBe('Weir control');
  await press('Control+f', 'Escape');
  await page.getByText(/^1 of 9 shown/).waitFor({ state: 'detached' });
  await grid().getByRole('rowheader', { name: 'Rule book' }).waitFor();
});

test('a short row is placed value by value', async () => {
  await reach(page.getByRole('button', { name: 'Place them' }), 'Shift+Tab');
  await press('Enter');
  const dialog = page.getByRole('dialog');
  const row = dialog.getByRole('region', { name: 'Rack and pinion' });
  const value = (name: string) => row.getByRole('radio', { name: `Rack and pinion: value ${name}` });
  await reach(value('1, A, at Trainee'));
  await press('Space');
  // the next value starts to the right of the first
  await reach(value('2, S, at Keeper'));
  await press('Space', 'ArrowRight');
  expect(await value('2, S, at Senior / Relief').isChecked()).toBe(true);
  await row.getByText('Blank at Keeper and Superintendent.').waitFor();
  await reach(row.getByRole('button', { name: 'Place', exact: true }));
  await press('Enter');
  await row.waitFor({ state: 'detached' });
  await press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('1 row has fewer values than levels.').waitFor();
  await grid().getByRole('rowheader', { name: 'Rack and pinion' }).waitFor();
  const { skills } = await opened.call('getLadder', { id: ladderId });
  const cells = skills.find(({ name }) => name === 'Rack and pinion')?.cells.map((cell) => cell?.level ?? null);
  expect(cells).toEqual([expect.any(Number), null, 2, null]);
});

test('the career map is gone through by arrows, opened, followed along a path, and zoomed', async () => {
  await press('Control+3');
  await reach(page.getByRole('link', { name: 'Career map' }));
  await press('Enter');
  const map = page.getByRole('region', { name: 'Map of roles' });
  const here = map.locator('[tabindex="0"][data-role-key]');
  await reach(here);
  await press('Home');
  const first = await here.getAttribute('data-role-key');
  await press('ArrowRight');
  const second = await here.getAttribute('data-role-key');
  expect(second).not.toBe(first);
  expect(await isFocused(here)).toBe(true);
  await press('ArrowLeft');
  expect(await here.getAttribute('data-role-key')).toBe(first);

  await press('Enter');
  const beside = page.getByRole('complementary', { name: 'The role' });
  await beside.getByRole('heading', { level: 2 }).waitFor();
  await expect.poll(() => isFocused(beside.getByRole('heading', { level: 2 }))).toBe(true);
  await reach(beside.getByRole('button', { expanded: false }).first());
  await press('Enter');
  await beside.getByRole('link', { name: 'Compare the two' }).waitFor();
  await press('Escape');
  await beside.waitFor({ state: 'detached' });
  await expect.poll(() => isFocused(here)).toBe(true);
  expect(await here.getAttribute('data-role-key')).toBe(first);

  await press('+');
  await page.getByText('125 %', { exact: true }).waitFor();
  await press('0');
  await page.getByText('100 %', { exact: true }).waitFor();
  await press('End');
  const last = await here.getAttribute('data-role-key');
  expect(last).not.toBe(first);
  const box = await here.boundingBox();
  const frame = await map.boundingBox();
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual((frame?.y ?? 0) + (frame?.height ?? 0) + 1);
});

test('and nothing was complained of meanwhile', () => {
  expect(opened.complaints).toEqual([]);
});
