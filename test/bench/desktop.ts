/** Electron, a display and the built app: what the benchmarks with a window need. */
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { findElectron } from '../../scripts/electron.ts';
import { ensureElectronRuns, withDisplay } from '../../scripts/linux-needs.ts';
import { electronViteBin, root, run, ScriptError } from '../../scripts/run-program.ts';

/** How to start an app of Electron here. */
export interface Desktop {
  readonly electron: string;
  /** Switches before the app's folder. */
  readonly args: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
}

export const cairnFolder = root;
export const blankFolder = join(import.meta.dirname, 'blank');

/** Builds the app and runs `work` with an Electron and a display. */
export async function withDesktop<T>(work: (desktop: Desktop) => Promise<T>): Promise<T> {
  const electron = await findElectron();
  await ensureElectronRuns(electron.path, true);
  const config = ['--config', 'src-main/electron.vite.config.ts', '--logLevel', 'warn'];
  // the table alone goes to stdout
  const built = await run(process.execPath, [electronViteBin, 'build', ...config], { stdio: ['ignore', 2, 2] });
  if (built !== 0) throw new ScriptError('The app could not be built.');
  return withDisplay((display) =>
    work({
      electron: electron.path,
      args: electron.args,
      environment: { ...process.env, NODE_ENV: 'production', ...display },
    }),
  );
}

/** Runs `work` with a window of the app in this folder, over the record in that one. */
export async function withWindow<T>(
  desktop: Desktop,
  { app, data }: { readonly app: string; readonly data: string },
  work: (page: Page, electron: ElectronApplication) => Promise<T>,
): Promise<T> {
  const electron = await _electron.launch({
    executablePath: desktop.electron,
    args: [...desktop.args, app, '--data', data],
    env: desktop.environment as Record<string, string>,
  });
  try {
    return await work(await electron.firstWindow(), electron);
  } finally {
    await electron.close();
  }
}

/** Waits until the home screen of Cairn is there with what it says. */
export async function untilHome(page: Page): Promise<void> {
  await page.waitForSelector('nav[aria-label="Screens"]');
  await page.waitForSelector('#content:not(:has([aria-busy="true"])) h1');
}
