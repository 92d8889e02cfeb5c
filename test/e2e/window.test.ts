/** A window that can be trusted: sandboxed, closed to navigation, to the network, and to anyone but our own page. */
import { join, resolve } from 'node:path';
import type { ElectronApplication } from 'playwright-core';
import { expect, test } from 'vitest';
import { answer, listFiles } from '../../src-main/electron/protocol-files.ts';
import { answerSaveDialog, goTo, openFresh } from '../helpers/window.ts';

test('the page has no Node, and a policy that lets nothing in', async () => {
  const { app, page } = await openFresh();
  expect(
    await page.evaluate(() => [
      typeof (globalThis as Record<string, unknown>).require,
      typeof (globalThis as Record<string, unknown>).process,
    ]),
  ).toEqual(['undefined', 'undefined']);
  expect(await page.evaluate(() => Object.keys(window.api).sort())).toEqual(['call', 'onEvent', 'platform']);
  const headers = await page.evaluate(async () =>
    (await fetch('app://cairn/index.html')).headers.get('content-security-policy'),
  );
  expect(headers).toContain(`default-src 'none'`);
  expect(headers).toContain(`script-src 'self'`);
  expect(headers).not.toMatch(/script-src[^;]*unsafe/);
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    // Electron has it and does not declare it
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as Electron.WebContents & {
      getLastWebPreferences: () => Record<string, unknown>;
    };
    const { sandbox, contextIsolation, nodeIntegration, webSecurity } = contents.getLastWebPreferences();
    return { sandbox, contextIsolation, nodeIntegration, webSecurity };
  });
  expect(preferences).toEqual({ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true });
});

test.each([
  '../package.json',
  '..%2f..%2fpackage.json',
  '%2e%2e/%2e%2e/etc/passwd',
  '/etc/passwd',
  'assets/../../main/main.js',
  '\\..\\main.js',
  'index.html%00.js',
  '//etc/passwd',
])('the address app://cairn/%s names no file', async (path) => {
  const response = await answer(`app://cairn/${path}`, listFiles(resolve(import.meta.dirname, '../../out/renderer')));
  expect(response.status).toBe(404);
});

test('the page cannot navigate, open windows, or be given permissions', async () => {
  const { app, page, call } = await openFresh();
  const before = page.url().split('#')[0];
  await page.evaluate(() => {
    window.open('https://example.org/');
    window.location.href = 'https://example.org/elsewhere';
  });
  await page.waitForTimeout(300);
  expect(page.url().split('#')[0]).toBe(before);
  expect(
    await app.evaluate(
      ({ BrowserWindow }) => BrowserWindow.getAllWindows().filter((window) => window.isVisible()).length,
    ),
  ).toBe(1);
  const permission = await page.evaluate(() =>
    navigator.permissions.query({ name: 'geolocation' }).then((status) => status.state),
  );
  expect(permission).toBe('denied');
  expect(await page.evaluate(() => Notification.requestPermission())).toBe('denied');
  expect(await call('getPrivacy', {})).toMatchObject({ connectionAttempts: 0 });
});

test('a request that gets past the policy is cancelled and counted', async () => {
  const { app, call } = await openFresh();
  // the positive control: without it a count of 0 would prove nothing
  const failed = await app.evaluate(async ({ BrowserWindow }) => {
    const window = new BrowserWindow({ show: false, webPreferences: { partition: 'cairn' } });
    const outcome = await window.loadURL('https://example.org/').then(
      () => 'loaded',
      (error: Error) => error.message,
    );
    window.destroy();
    return outcome;
  });
  expect(failed).not.toBe('loaded');
  expect((await call('getPrivacy', {})).connectionAttempts).toBe(1);
});

test('a frame inside the page is not answered, and neither is a page from elsewhere or in another window', async () => {
  const { app, page } = await openFresh();
  const preload = resolve(import.meta.dirname, '../../out/preload/preload.cjs');
  const answersTo = (address: string) =>
    app.evaluate(
      async ({ BrowserWindow }, [ownPreload, url]) => {
        const window = new BrowserWindow({
          show: false,
          webPreferences: { preload: ownPreload, sandbox: true, contextIsolation: true, partition: 'cairn' },
        });
        await window.loadURL(url);
        const result: unknown = await window.webContents.executeJavaScript('window.api.call("getAppState", {})');
        window.destroy();
        return result;
      },
      [preload, address] as const,
    );
  expect(await answersTo('data:text/html,<p>elsewhere</p>')).toMatchObject({ ok: false });
  // our own page, in a window that is not ours
  expect(await answersTo('app://cairn/index.html')).toMatchObject({ ok: false });
  const strange = await page.evaluate(() =>
    Promise.all(
      [['getAppState'], 5, null, {}].map((name) =>
        (window.api.call as (name: unknown, input: unknown) => Promise<{ ok: boolean }>)(name, {}),
      ),
    ),
  );
  expect(strange.map((answer) => answer.ok)).toEqual([false, false, false, false]);
});

test('the native menu does what the keys do, and the title names whose record is open', async () => {
  const { app, page } = await openFresh();
  const click = (id: string) =>
    app.evaluate(({ Menu }, item) => Menu.getApplicationMenu()?.getMenuItemById(item)?.click(), id);
  await click('go-resumes');
  await expect.poll(() => page.url().split('#')[1]).toBe('/resumes');
  await click('larger');
  await expect
    .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor()))
    .toBeCloseTo(1.1);
  await page.keyboard.press('Control+0');
  await expect
    .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor()))
    .toBeCloseTo(1);
  const title = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle());
  expect(title).toBe('Ada Example – Cairn');
});

test('spell-checking fetches no dictionaries', async () => {
  const { app } = await openFresh();
  expect(
    await app.evaluate(({ session }) => [
      session.defaultSession.isSpellCheckerEnabled(),
      session.fromPartition('cairn').isSpellCheckerEnabled(),
    ]),
  ).toEqual([false, false]);
});

/** Answers the next questions about an address with this button and remembers what was asked, opened and copied. */
async function answerAddressDialog(app: ElectronApplication, button: number): Promise<void> {
  await app.evaluate(({ dialog, shell }, response) => {
    const seen = { asked: [] as unknown[], opened: [] as string[] };
    Object.assign(globalThis, { seenAddresses: seen });
    const answer = async (...given: unknown[]) => {
      seen.asked.push(given.at(-1));
      await new Promise((later) => setTimeout(later, 200));
      return { response, checkboxChecked: false };
    };
    dialog.showMessageBox = answer as typeof dialog.showMessageBox;
    shell.openExternal = async (url) => {
      seen.opened.push(url);
    };
  }, button);
}

function seenAddresses(app: ElectronApplication) {
  return app.evaluate(
    () =>
      (globalThis as Record<string, unknown>).seenAddresses as {
        asked: { message: string; detail: string; buttons: string[]; defaultId: number; cancelId: number }[];
        opened: string[];
      },
  );
}

test('the page cannot open an address by itself: main asks, and only agreement opens it, as it was shown', async () => {
  const { app, call } = await openFresh();
  const url = 'https://аpple.com/\u202egpj.exe';
  const href = 'https://xn--pple-43d.com/%E2%80%AEgpj.exe';
  await answerAddressDialog(app, 0);
  expect(await call('openAddress', { url })).toEqual({ isOpened: false });
  const refused = await seenAddresses(app);
  expect(refused.opened).toEqual([]);
  expect(refused.asked).toMatchObject([
    { buttons: ['Cancel', 'Copy address', 'Open address'], defaultId: 0, cancelId: 0 },
  ]);
  expect(refused.asked[0]?.message).toContain('xn--pple-43d.com');
  expect(refused.asked[0]?.detail.split('\n')).toContain(href);
  await answerAddressDialog(app, 1);
  expect(await call('openAddress', { url })).toEqual({ isOpened: false });
  expect((await seenAddresses(app)).opened).toEqual([]);
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe(href);
  await answerAddressDialog(app, 2);
  expect(await call('openAddress', { url })).toEqual({ isOpened: true });
  expect((await seenAddresses(app)).opened).toEqual([href]);
  // what asks again while a question stands gets no second one
  await answerAddressDialog(app, 0);
  const answers = await Promise.allSettled([1, 2, 3].map((number) => call('openAddress', { url: `${url}?${number}` })));
  expect(answers.map((answer) => answer.status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
  expect((await seenAddresses(app)).asked).toHaveLength(1);
});

test('an address that is refused is not asked about, and the page says why', async () => {
  const { app, page, call } = await openFresh();
  await answerAddressDialog(app, 2);
  const { id } = await call('logAccomplishment', { text: 'Ran the failover drill' });
  await call('changeAccomplishment', { id, patch: { story: '[there](https://example.org@evil.example/)' } });
  await goTo(page, `/record/${id}`);
  await page.getByRole('link', { name: 'there' }).click();
  await page.getByText(/a name or a password before its host/).waitFor();
  expect(await seenAddresses(app)).toEqual({ asked: [], opened: [] });
});

test('a file that the save dialog puts over the record is refused, and the record goes on', async () => {
  const { app, call, folder } = await openFresh();
  await call('logAccomplishment', { text: 'Ran the failover drill' });
  for (const name of ['record.db', 'profile.json', join('backups', 'manifest.json'), 'new.gz']) {
    await answerSaveDialog(app, join(folder, name));
    await expect(call('saveBackupCopy', {})).rejects.toThrow(/INVALID_INPUT: .* Choose another place/);
  }
  expect(await call('checkRecord', {})).toMatchObject({ isSound: true });
  expect((await call('listAccomplishments', {})).rows).toHaveLength(1);
});
