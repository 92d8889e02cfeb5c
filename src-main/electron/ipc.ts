/** The one channel between window and main. */
import { BrowserWindow, ipcMain, type WebContents } from 'electron';
import type { AppEvent } from '../../shared/api/events.ts';
import type { Dispatch } from '../app/dispatch.ts';
import { origin } from './protocol.ts';

/** The one channel; preload names it too. */
const channel = 'cairn';

/** Answers the window's calls. Only the main frame of its own page is heard: anything else may be a page that got in. */
export function answerWindow(
  window: WebContents,
  dispatch: Dispatch,
  onFlushed: () => void,
  devOrigin: string | null,
): void {
  ipcMain.handle(channel, async (event, name: unknown, input: unknown) => {
    const frame = event.senderFrame;
    const from = frame ? originOf(frame.url) : null;
    const isOurs =
      event.sender === window &&
      frame !== null &&
      frame === window.mainFrame &&
      typeof name === 'string' &&
      (from === origin || (devOrigin !== null && from === devOrigin));
    if (!isOurs)
      return { ok: false, error: { code: 'INVALID_INPUT', message: 'Only Cairn’s own window is answered.' } };
    if (name === 'windowFlushed') {
      onFlushed();
      return { ok: true, value: {} };
    }
    return dispatch(name, input);
  });
}

/** Tells every window of ours. */
export function tellWindows(event: AppEvent): void {
  for (const window of BrowserWindow.getAllWindows()) {
    if (!window.isDestroyed()) window.webContents.send(channel, event);
  }
}

/** `URL.origin` is “null” for app:, so the parts are put together. */
function originOf(address: string): string | null {
  try {
    const url = new URL(address);
    return `${url.protocol}//${url.host}`;
  } catch {
    return null;
  }
}
