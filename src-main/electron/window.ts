/** The window: sandboxed, closed to navigation, put where it was last. */
import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, screen } from 'electron';

export interface WindowPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly isMaximized: boolean;
}

/** The session of all pages: in memory, so that nothing of them is kept on disk. */
export const partition = 'cairn';

/** Preferences of every page of ours; the printer's page has no preload. */
export const pagePreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webSecurity: true,
  spellcheck: false,
  webviewTag: false,
  partition,
} as const;

/** Opens the window, hidden until its place is known and there is something to see. */
export function openWindow(address: string, icon: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 640,
    minHeight: 480,
    show: false,
    title: 'Cairn',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#201e1b' : '#ffffff',
    ...(process.platform === 'linux' ? { icon } : {}),
    webPreferences: {
      ...pagePreferences,
      preload: join(import.meta.dirname, '..', 'preload', 'preload.cjs'),
      devTools: !app.isPackaged,
    },
  });
  void window.loadURL(address);
  return window;
}

/** Puts the window where it was last; without a last place it stays where the system put it. */
export function placeWindow(window: BrowserWindow, stored: WindowPlace | null): void {
  if (!stored) return;
  const { isMaximized, ...bounds } = clampToScreens(stored);
  window.setBounds(bounds);
  if (isMaximized) window.maximize();
}

/** Where the window is now, as it would be without being maximized. */
export function windowPlaceOf(window: BrowserWindow): WindowPlace {
  return { ...window.getNormalBounds(), isMaximized: window.isMaximized() };
}

/** Refuses navigation, new windows and webviews for every page there will ever be. */
export function refuseNavigation(isOwn: (address: string) => boolean): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => {
      if (!isOwn(event.url)) event.preventDefault();
    });
    contents.on('will-frame-navigate', (event) => {
      if (!isOwn(event.url)) event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

/** A place kept from a screen that is gone is moved onto one that is there. */
export function clampToScreens(place: WindowPlace): WindowPlace {
  const { workArea } = screen.getDisplayMatching(place);
  const width = Math.min(Math.max(place.width, 640), workArea.width);
  const height = Math.min(Math.max(place.height, 480), workArea.height);
  const x = Math.min(Math.max(place.x, workArea.x), workArea.x + workArea.width - width);
  const y = Math.min(Math.max(place.y, workArea.y), workArea.y + workArea.height - height);
  return { x, y, width, height, isMaximized: place.isMaximized };
}
