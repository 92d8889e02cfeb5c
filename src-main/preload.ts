/** The bridge: `window.api.call` and `window.api.onEvent`, and nothing else. Features never touch this file. */
import { contextBridge, ipcRenderer } from 'electron';
import type { AppEvent, Bridge } from '../shared/api/events.ts';

const channel = 'cairn';

const bridge: Bridge = {
  call: (name, input) => ipcRenderer.invoke(channel, name, input),
  onEvent: (listener) => {
    const relay = (_event: unknown, event: AppEvent) => listener(event);
    ipcRenderer.on(channel, relay);
    return () => ipcRenderer.off(channel, relay);
  },
  platform: process.platform,
};

contextBridge.exposeInMainWorld('api', bridge);
