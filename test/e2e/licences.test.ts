import { expect, test } from 'vitest';
import { goTo, openFresh } from '../helpers/window.ts';

test('About names what the app carries of others, with the words of each licence', async () => {
  const { page, complaints } = await openFresh();
  await goTo(page, '/settings/about');
  const react = page.getByText(/^react \d/);
  await react.waitFor();
  await expect.poll(() => page.getByText('SQLite, in better-sqlite3').count()).toBe(1);
  const words = page.getByText('Copyright (c) Meta Platforms').first();
  expect(await words.isVisible()).toBe(false);
  await react.click();
  await expect.poll(() => page.getByText('Copyright (c) Meta Platforms').filter({ visible: true }).count()).toBe(1);
  expect(complaints).toEqual([]);
});
