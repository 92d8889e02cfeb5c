/** What is typed while main is busy arrives whole: in the field, in the record, and after a restart. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { goTo, openApp, openFresh, type TestWindow } from '../helpers/window.ts';

const title = 'Ran the failover drill with both teams, twice on the same day';
const story =
  'The standby took over in nine seconds, and the team watched it happen twice without a single page to anyone; then we wrote it all down.';

/**
 * Blocks main again and again for so many milliseconds, with a moment between in which it takes up what waits. Settles
 * when that is over; nothing is asked of main meanwhile but what the page asks.
 */
async function keepBusy({ app }: TestWindow, ms: number): Promise<() => Promise<void>> {
  await app.evaluate((_electron, total) => {
    const over = Date.now() + total;
    const block = () => {
      const end = Date.now() + 1_400;
      while (Date.now() < end);
      if (Date.now() < over) setTimeout(block, 40);
    };
    // once this has been answered
    setTimeout(block, 300);
  }, ms);
  const isOver = new Promise<void>((done) => setTimeout(done, ms + 2_000));
  return () => isOver;
}

/**
 * Puts characters one by one where the cursor is, as the keyboard does. Keys of the system and of Playwright go through
 * main, which would make the typing wait for it; here only the answers do.
 */
async function typeKeyByKey(page: Page, text: string): Promise<void> {
  await page.evaluate(async (keys) => {
    for (const key of keys) {
      document.execCommand('insertText', false, key);
      await new Promise((resolve) => setTimeout(resolve, 70));
    }
  }, text);
}

test('a title and a story typed key by key while main is busy are stored as they were typed', async () => {
  const first = await openFresh();
  const { id } = await first.call('logAccomplishment', { text: 'Ran' });
  await goTo(first.page, `/record/${id}`);
  const { page } = first;
  await page.getByRole('button', { name: 'Title: Ran' }).click();
  await page.keyboard.press('Control+A');
  let rest = await keepBusy(first, 5_000);
  await typeKeyByKey(page, title);
  expect(await page.getByRole('textbox', { name: 'Title' }).inputValue()).toBe(title);
  await rest();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /Edit: Story/ }).click();
  rest = await keepBusy(first, 10_000);
  await typeKeyByKey(page, story);
  expect(await page.getByRole('textbox', { name: 'Story' }).inputValue()).toBe(story);
  await rest();
  const stored = async (window: TestWindow) => {
    const { title: now, story: told } = await window.call('getAccomplishment', { id });
    return [now, told];
  };
  await expect.poll(() => stored(first)).toEqual([title, story]);
  expect(await page.getByRole('textbox', { name: 'Story' }).inputValue()).toBe(story);
  await first.quit();
  expect(await stored(await openApp(first.folder))).toEqual([title, story]);
});

test('what is typed last before the window is closed is stored, though main is busy with what was typed before', async () => {
  const first = await openFresh();
  const { id } = await first.call('logAccomplishment', { text: 'Ran the drill' });
  await goTo(first.page, `/record/${id}`);
  await first.page.getByRole('button', { name: /Edit: Story/ }).click();
  await first.page.keyboard.type('The standby took over', { delay: 60 });
  await first.app.evaluate(() => {
    const end = Date.now() + 700;
    while (Date.now() < end);
  });
  await first.page.keyboard.type(' in nine seconds.');
  await first.quit();
  const second = await openApp(first.folder);
  expect((await second.call('getAccomplishment', { id })).story).toBe('The standby took over in nine seconds.');
});
