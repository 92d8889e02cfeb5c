/** What closing the window does. */
import type { App, BrowserWindow } from 'electron';

interface ClosingOptions {
  readonly app: Pick<App, 'on'>;
  readonly window: Pick<BrowserWindow, 'on' | 'once' | 'hide' | 'show' | 'isFullScreen' | 'setFullScreen'>;
  /** As `process.platform` names it. */
  readonly platform: string;
  /** Saves what is being typed. */
  readonly flush: () => Promise<void>;
  readonly quit: () => Promise<void>;
}

/** Quits with the window. On a Mac the app stays in the dock with its record open, and activating it shows the window again. */
export function followClosing({ app, window, platform, flush, quit }: ClosingOptions): void {
  const staysInDock = platform === 'darwin';
  window.on('close', (event) => {
    event.preventDefault();
    if (!staysInDock) void quit();
    else void flush().finally(() => hideWindow(window));
  });
  if (staysInDock) app.on('activate', () => window.show());
}

/** A window that is hidden while it fills the screen would leave the screen black. */
function hideWindow(window: ClosingOptions['window']): void {
  if (!window.isFullScreen()) {
    window.hide();
    return;
  }
  window.once('leave-full-screen', () => window.hide());
  window.setFullScreen(false);
}
