/** The window ends when it should and not when it should not: a crash, a hang, a signal, a dialog nobody answers. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication } from 'playwright-core';
import { expect, test } from 'vitest';
import { goTo, openApp, openFresh, type TestWindow } from '../helpers/window.ts';

const typed = 'The standby took over in nine seconds.';

/** At an accomplishment, with its story being typed. */
async function typeStory({ call, page }: TestWindow): Promise<string> {
  const { id } = await call('logAccomplishment', { text: 'Ran the failover drill' });
  await goTo(page, `/record/${id}`);
  await page.getByRole('button', { name: /Story/ }).click();
  await page.keyboard.type(typed);
  return id;
}

/** What a page that Playwright has given up shows: it does not follow a page through a crash. */
const seenByMain = (app: ElectronApplication) =>
  app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (!contents || contents.isCrashed() || contents.isLoading()) return null;
    const seen = contents.executeJavaScript('({ at: location.hash, text: document.body.innerText })') as Promise<{
      at: string;
      text: string;
    }>;
    // a page that is just ending never answers
    return Promise.race([seen, new Promise<null>((later) => setTimeout(() => later(null), 1_000))]);
  });

const crash = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer());

async function secondsUntilGone(window: TestWindow, end: () => Promise<unknown> | unknown): Promise<number> {
  const gone = new Promise<number>((done) => window.app.process().once('exit', () => done(Date.now())));
  const since = Date.now();
  await end();
  return ((await gone) - since) / 1_000;
}

test('a page that crashes comes back at the same screen, with what was typed', async () => {
  const window = await openFresh();
  const id = await typeStory(window);
  await expect.poll(async () => (await window.call('getAccomplishment', { id })).story).toContain(typed);
  await crash(window.app);
  await expect
    .poll(() => seenByMain(window.app))
    .toMatchObject({
      at: `#/record/${id}`,
      text: expect.stringContaining(typed),
    });
  expect(readFileSync(join(window.folder, 'cairn.log'), 'utf8')).toMatch(/the page ended: (crashed|killed)/);
});

test('a page that crashes a fourth time within a minute is asked about, and is loaded again or closed', async () => {
  const window = await openFresh();
  await window.app.evaluate(({ dialog }) => {
    const asked: unknown[] = [];
    Object.assign(globalThis, { asked });
    dialog.showMessageBox = (async (...given: unknown[]) => {
      asked.push(given.at(-1));
      return { response: asked.length - 1, checkboxChecked: false };
    }) as typeof dialog.showMessageBox;
  });
  const asked = () => window.app.evaluate(() => (globalThis as Record<string, unknown>).asked);
  for (let count = 1; count <= 4; count += 1) {
    await crash(window.app);
    await expect.poll(() => seenByMain(window.app).then((seen) => seen !== null)).toBe(true);
  }
  expect(await asked()).toMatchObject([{ buttons: ['Reload', 'Close'] }]);
  for (let count = 1; count <= 3; count += 1) {
    await crash(window.app);
    await expect.poll(() => seenByMain(window.app).then((seen) => seen !== null)).toBe(true);
  }
  expect(await secondsUntilGone(window, () => crash(window.app))).toBeLessThan(10);
});

test('a signal to end saves what was typed last and ends within seconds', async () => {
  const window = await openFresh();
  const id = await typeStory(window);
  expect(await secondsUntilGone(window, () => window.app.process().kill('SIGTERM'))).toBeLessThan(5);
  const again = await openApp(window.folder);
  expect((await again.call('getAccomplishment', { id })).story).toContain(typed);
});

test('a page that hangs does not keep the app from ending', async () => {
  const window = await openFresh();
  await window.call('logAccomplishment', { text: 'Ran the failover drill' });
  void window.page
    .evaluate(() => {
      for (;;);
    })
    .catch(() => undefined);
  await new Promise((later) => setTimeout(later, 500));
  expect(await secondsUntilGone(window, () => window.app.process().kill('SIGTERM'))).toBeLessThan(8);
  const again = await openApp(window.folder);
  expect((await again.call('listAccomplishments', {})).rows).toHaveLength(1);
});

test('a dialog that nobody answers, and a file that is being read, do not keep the app from ending', async () => {
  const window = await openFresh();
  await window.app.evaluate(({ dialog }) => {
    dialog.showSaveDialog = () => new Promise(() => undefined);
  });
  void window.call('saveBackupCopy', {}).catch(() => undefined);
  const bytes = new TextEncoder().encode('Skills\n'.repeat(400_000));
  void window.call('readImport', { files: [{ name: 'long.txt', bytes }] }).catch(() => undefined);
  await new Promise((later) => setTimeout(later, 500));
  expect(
    await secondsUntilGone(window, () => window.app.evaluate(({ app }) => app.quit()).catch(() => undefined)),
  ).toBeLessThan(12);
  const again = await openApp(window.folder);
  expect((await again.call('getAppState', {})).state).toBe('open');
});
