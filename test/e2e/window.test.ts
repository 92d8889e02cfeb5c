/** A window that can be trusted: sandboxed, closed to navigation, to the network, and to anyone but our own page. */
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { answer, listFiles } from '../../src-main/electron/protocol-files.ts';
import { openFresh } from '../helpers/window.ts';

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
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
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

test('a frame inside the page is not answered, and neither is a page from elsewhere', async () => {
  const { app } = await openFresh();
  const preload = resolve(import.meta.dirname, '../../out/preload/preload.cjs');
  const said = await app.evaluate(async ({ BrowserWindow }, ownPreload) => {
    const window = new BrowserWindow({
      show: false,
      webPreferences: { preload: ownPreload, sandbox: true, contextIsolation: true },
    });
    await window.loadURL('data:text/html,<p>elsewhere</p>');
    const result: unknown = await window.webContents.executeJavaScript('window.api.call("getAppState", {})');
    window.destroy();
    return result;
  }, preload);
  expect(said).toMatchObject({ ok: false });
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
