/** A page that crashed is loaded again, at the same screen; what was typed was kept meanwhile and is there again. */
import { app, type BrowserWindow, dialog } from 'electron';
import { createCrashCount } from './crash-count.ts';

/** `log` hears what ended and why. A page that ends again and again is asked about. */
export function reviveAfterCrash(window: BrowserWindow, log: (line: string) => void): void {
  const mayReload = createCrashCount();
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    log(`the page ended: ${reason} (${exitCode})`);
    // not within the event: Chromium is still putting the old process away
    setImmediate(() => {
      if (window.isDestroyed()) return;
      if (mayReload(Date.now())) window.webContents.reload();
      else void askToReload(window);
    });
  });
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    // Cairn itself ends its workers when they have taken too long
    const isOwnDoing = reason === 'clean-exit' || (type === 'Utility' && reason === 'killed');
    if (!isOwnDoing) log(`the ${type} process ended: ${reason} (${exitCode})`);
  });
}

async function askToReload(window: BrowserWindow): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    title: 'Cairn',
    message: 'The window stopped working several times.',
    detail:
      'Your record is safe, and so is what you had typed. Load the window again, or close Cairn and start it again.',
    buttons: ['Reload', 'Close'],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  });
  if (window.isDestroyed()) return;
  if (response === 0) window.webContents.reload();
  else app.quit();
}
