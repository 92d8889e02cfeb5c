/** The hidden page that prints is let go when nothing was printed for a while. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPrinter } from '../../src-main/electron/printer.ts';

const windows = vi.hoisted((): { isOpen: boolean }[] => []);

vi.mock('electron', () => ({
  BrowserWindow: class {
    isOpen = true;
    webContents = { once: () => undefined };
    constructor() {
      windows.push(this);
    }
    loadURL = async () => undefined;
    isDestroyed = () => !this.isOpen;
    destroy = () => {
      this.isOpen = false;
    };
  },
}));
vi.mock('../../src-main/electron/window.ts', () => ({ pagePreferences: {} }));

beforeEach(() => {
  windows.length = 0;
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

test('after a minute without a document its page is closed, and the next one opens another', async () => {
  const printer = createPrinter({ address: 'app://cairn/print.html' });
  await printer.warm();
  await vi.advanceTimersByTimeAsync(59_000);
  expect(windows.map((page) => page.isOpen)).toEqual([true]);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(windows.map((page) => page.isOpen)).toEqual([false]);
  await printer.warm();
  expect(windows.map((page) => page.isOpen)).toEqual([false, true]);
});

test('a page asked for again within the minute is kept for another', async () => {
  const printer = createPrinter({ address: 'app://cairn/print.html' });
  await printer.warm();
  await vi.advanceTimersByTimeAsync(50_000);
  await printer.warm();
  await vi.advanceTimersByTimeAsync(50_000);
  expect(windows.map((page) => page.isOpen)).toEqual([true]);
  await vi.advanceTimersByTimeAsync(11_000);
  expect(windows.map((page) => page.isOpen)).toEqual([false]);
});
