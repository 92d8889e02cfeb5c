/** `app://cairn/…`: how the window gets its files. */
import { protocol, session } from 'electron';
import { answer, listFiles } from './protocol-files.ts';
import { partition } from './window.ts';

export const origin = 'app://cairn';

/** To be called before the app is ready. */
export function declareProtocol(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the folder of built files; to be called when the app is ready. */
export function serveWindow(folder: string): void {
  const files = listFiles(folder);
  session.fromPartition(partition).protocol.handle('app', (request) => answer(request.url, files));
}
