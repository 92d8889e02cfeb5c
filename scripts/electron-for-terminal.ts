// How a terminal starts the app for printing: the Electron of this checkout and the built app.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findElectron } from './electron.ts';
import { ScriptError } from './run-program.ts';

/** Program and arguments that start the app of this folder. Throws when it was never built. */
export async function electronForTerminal(root: string): Promise<{ path: string; args: readonly string[] }> {
  if (!existsSync(join(root, 'out', 'main', 'main.js')))
    throw new ScriptError('Printing needs the built app: run `npm run build` first.');
  const { path, args } = await findElectron();
  return { path, args: [...args, root] };
}
