import { EventEmitter } from 'node:events';
import type { App, BrowserWindow } from 'electron';
import { expect, test, vi } from 'vitest';
import { followClosing } from '../../src-main/electron/close-window.ts';

/** A window and an app that only remember what is done to them. */
function closing(platform: string, isFullScreen = false) {
  const done: string[] = [];
  const noted = (name: string) => () => void done.push(name);
  const window = Object.assign(new EventEmitter(), {
    isFullScreen: () => isFullScreen,
    setFullScreen: noted('leave full screen'),
    hide: noted('hide'),
    show: noted('show'),
  });
  const app = new EventEmitter();
  const preventDefault = vi.fn();
  followClosing({
    app: app as EventEmitter & Pick<App, 'on'>,
    window: window as typeof window & Pick<BrowserWindow, 'on' | 'once'>,
    platform,
    flush: async () => void done.push('flush'),
    quit: async () => void done.push('quit'),
  });
  window.emit('close', { preventDefault });
  expect(preventDefault).toHaveBeenCalledOnce();
  return { done, window, app };
}

test.each(['linux', 'win32'])('closing the window quits on %s', (platform) => {
  const { done, app } = closing(platform);
  expect(done).toEqual(['quit']);
  expect(app.listenerCount('activate')).toBe(0);
});

test('on a Mac a closed window is hidden once what is typed is saved, and shown again when the app is activated', async () => {
  const { done, app } = closing('darwin');
  await vi.waitFor(() => expect(done).toEqual(['flush', 'hide']));
  app.emit('activate');
  expect(done.at(-1)).toBe('show');
  expect(done).not.toContain('quit');
});

test('a window that fills the screen of a Mac leaves full screen before it is hidden', async () => {
  const { done, window } = closing('darwin', true);
  await vi.waitFor(() => expect(done).toEqual(['flush', 'leave full screen']));
  window.emit('leave-full-screen');
  expect(done.at(-1)).toBe('hide');
});
