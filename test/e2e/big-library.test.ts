/** A library of a thousand roles: read, added with its progress shown, stopped half way, added whole, scrolled and searched. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { bigPack } from '../bench/big-pack.ts';
import { dropFiles, goTo, openApp, share, type TestWindow } from '../helpers/window.ts';

let opened: TestWindow;
let page: Page;

beforeAll(async () => {
  const { value, end } = await share((atEnd) => openApp(undefined, atEnd));
  opened = value;
  page = value.page;
  // a thousand roles take their time on a busy machine, and no test here is about time
  page.setDefaultTimeout(30_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await opened.call('startFresh', { name: 'Ines Okafor' });
  await page.getByText('Three first acts').waitFor();
  return end;
});

const add = () => page.getByRole('button', { name: 'Add 1,000 roles' });
const tree = () => page.getByRole('tree', { name: 'Roles' });
const items = () => tree().getByRole('treeitem');

test('a pack of a thousand roles is dropped and reviewed', async () => {
  const path = join(opened.folder, 'harbour.rolepack.json');
  await writeFile(path, JSON.stringify(bigPack(1_000)));
  await dropFiles(page, [path]);
  await page.getByRole('heading', { level: 1, name: 'harbour.rolepack.json' }).waitFor();
  await page.getByText('1,000 roles, 200 ladders, 300 competencies').waitFor();
  await page.getByText('Roles, 1,000').waitFor();
  // the table has its rows only where they are in view
  expect(await page.getByRole('region', { name: 'What the pack brings' }).getByRole('row').count()).toBeLessThan(120);
});

test('the adding tells how far it is, and stopped half way it leaves nothing behind', async () => {
  const before = await library();
  await add().click();
  const bar = page.getByRole('progressbar', { name: /^\d+ of 1,?000 roles added$/ });
  await bar.waitFor();
  await page.getByText(/^[\d,]+ of 1,000 roles$/).waitFor();
  await page.getByRole('main').getByRole('button', { name: 'Cancel' }).click();
  await page.getByText('Cancelled. Nothing was added; the draft is as it was.').waitFor();
  await bar.waitFor({ state: 'detached' });
  expect(await library()).toEqual(before);
  expect(await opened.call('listImportDrafts', {})).toHaveLength(1);
});

test('added again it is whole, and one undo would take it back', async () => {
  await add().click();
  await tree().waitFor({ timeout: 60_000 });
  await page.getByText('1,060 roles', { exact: true }).waitFor();
  expect((await library()).roles).toHaveLength(1_060);
  expect(await opened.call('getUndoState', {})).toMatchObject({ undo: 'Import added' });
});

test('the list scrolls to its end and back by wheel and by key, with rows only where they are in view', async () => {
  await goTo(page, '/home');
  await goTo(page, '/roles');
  await tree().waitFor();
  await tree().hover();
  for (let turns = 0; turns < 40; turns++) await page.mouse.wheel(0, 3_000);
  const scrolled = () =>
    tree().evaluate((element) => element.scrollTop + element.clientHeight >= element.scrollHeight - 2);
  await expect.poll(scrolled).toBe(true);
  expect(await items().count()).toBeLessThan(60);
  await tree().focus();
  await page.keyboard.press('Home');
  await expect.poll(() => tree().evaluate((element) => element.scrollTop)).toBe(0);
  await page.keyboard.press('End');
  // what the keyboard stands on is the last role, and in sight
  const active = page.locator('[role="treeitem"][aria-selected="true"]');
  await expect.poll(() => active.getAttribute('aria-posinset')).toBe('5');
  const isInSight = () =>
    active.evaluate((element) => {
      const box = element.getBoundingClientRect();
      const frame = element.closest('[role="tree"]')?.getBoundingClientRect();
      return frame !== undefined && box.top >= frame.top && box.bottom <= frame.bottom + 1;
    });
  await expect.poll(isInSight).toBe(true);
  expect(await items().count()).toBeLessThan(60);
});

test('typing narrows a thousand roles to one family, and to one role that opens beside', async () => {
  const field = page.getByRole('textbox', { name: 'Filter the roles' });
  await field.fill('Harbour trade 117');
  await page.getByText('5 roles', { exact: true }).waitFor();
  await field.fill('Harbour trade 117, level 4');
  await page.getByText('1 role', { exact: true }).waitFor();
  await items().filter({ hasText: 'Harbour trade 117, level 4' }).click();
  await page.getByRole('heading', { level: 1, name: 'Harbour trade 117, level 4' }).waitFor();
  await field.fill('');
  await page.getByText('1,060 roles', { exact: true }).waitFor();
});

test('filters of level and source narrow it, and are taken back by their chips', async () => {
  await page.getByRole('button', { name: 'Narrow the list' }).click();
  await page.getByRole('combobox', { name: 'Level' }).click();
  await page.getByRole('option', { name: 'H5', exact: true }).click();
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByText('200 roles', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'H5: take this filter away' }).click();
  await page.getByText('1,060 roles', { exact: true }).waitFor();
});

test('and the page never complained', () => {
  expect(opened.complaints).toEqual([]);
});

async function library() {
  return {
    roles: await opened.call('listRoles', {}),
    ladders: (await opened.call('listLadders', {})).length,
    packs: await opened.call('listPacks', {}),
    competencies: (await opened.call('listCompetencies', {})).competencies.length,
  };
}
