/** What is written stays: over quitting, killing, a second start, and a damaged file. */
import { spawn } from 'node:child_process';
import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { goTo, launchOptions, openApp, openFresh } from '../helpers/window.ts';

test('quit and reopen: the record, the place of the window and the step to undo are there', async () => {
  const first = await openFresh();
  await first.call('logAccomplishment', { text: 'Wrote the depot data contract' });
  await first.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 30, width: 1100, height: 700 }),
  );
  await first.quit();
  const second = await openApp(first.folder);
  expect((await second.call('listAccomplishments', {})).rows[0]?.title).toBe('Wrote the depot data contract');
  expect((await second.call('getUndoState', {})).undo).toBe('Accomplishment captured');
  expect(await second.call('listBackups', {})).toMatchObject([{ reason: 'On closing', accomplishments: 1 }]);
  expect(await second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getSize())).toEqual([
    1100, 700,
  ]);
});

test('killed within a second of typing: what was typed in capture is there on the next start', async () => {
  const first = await openFresh();
  await first.page.keyboard.press('Control+n');
  await first.page.getByRole('dialog').getByRole('textbox').fill('');
  await first.page.keyboard.type('Cut the cold start of the ranking model from 38 s to 9 s #serving');
  await first.page.waitForTimeout(950);
  await first.kill();
  const second = await openApp(first.folder);
  await second.page.keyboard.press('Control+n');
  await expect
    .poll(() => second.page.getByRole('dialog').getByRole('textbox').inputValue())
    .toContain('Cut the cold start of the ranking model from 38 s to 9 s #serving');
});

test('killed within a second of typing: what was typed into a story is in the record', async () => {
  const first = await openFresh();
  const { id } = await first.call('logAccomplishment', { text: 'Ran the failover drill' });
  await goTo(first.page, `/record/${id}`);
  await first.page.getByRole('button', { name: /Story/ }).click();
  await first.page.keyboard.type('The standby took over in nine seconds.');
  await first.page.waitForTimeout(950);
  await first.kill();
  const second = await openApp(first.folder);
  expect((await second.call('getAccomplishment', { id })).story).toContain('The standby took over in nine seconds.');
});

test('a second start of the same profile opens no second window and leaves', async () => {
  const first = await openFresh();
  const { executablePath, args } = launchOptions(first.folder);
  const second = spawn(executablePath, args, { stdio: 'ignore' });
  const status = await new Promise((gone) => second.once('exit', gone));
  expect(status).toBe(0);
  expect(
    await first.app.evaluate(
      ({ BrowserWindow }) => BrowserWindow.getAllWindows().filter((window) => window.isVisible()).length,
    ),
  ).toBe(1);
  expect((await first.call('getAppState', {})).state).toBe('open');
});

test('a damaged record opens the recovery screen, and putting back a backup opens the record', async () => {
  const first = await openFresh();
  await first.call('logAccomplishment', { text: 'Kept through damage' });
  await first.quit();
  truncateSync(join(first.folder, 'record.db'), 3_000);
  const second = await openApp(first.folder);
  await second.page
    .getByText(/does not begin|cut off|damaged/)
    .first()
    .waitFor();
  expect(await second.page.getByText('Start fresh').count()).toBe(0);
  await second.page
    .getByRole('button', { name: /Restore|Put back/ })
    .first()
    .click();
  const confirm = second.page.getByRole('dialog').getByRole('button', { name: /Restore|Put back/ });
  if (await confirm.isVisible().catch(() => false)) await confirm.click();
  // the copy is unpacked and checked whole before it is put in the place of the damaged file
  await expect.poll(async () => (await second.call('getAppState', {})).state, { timeout: 15_000 }).toBe('open');
  expect((await second.call('listAccomplishments', {})).rows[0]?.title).toBe('Kept through damage');
});
