// What every script needs that drives the real app: an Electron that runs, a fresh build, a display.
import { type FoundElectron, findElectron } from './electron.ts';
import { ensureElectronRuns, withDisplay } from './linux-needs.ts';
import { electronViteBin, run } from './run-program.ts';

/** Builds the app, then does the work with an Electron and a display; answers the exit status. */
export async function withBuiltApp(
  work: (environment: NodeJS.ProcessEnv, electron: FoundElectron) => Promise<number>,
): Promise<number> {
  const electron = await findElectron();
  await ensureElectronRuns(electron.path, true);
  const built = await run(process.execPath, [
    electronViteBin,
    'build',
    '--config',
    'src-main/electron.vite.config.ts',
    '--logLevel',
    'warn',
  ]);
  if (built !== 0) return built;
  return withDisplay((display) =>
    work(
      {
        ...process.env,
        ...display,
        CAIRN_ELECTRON: electron.path,
        CAIRN_ELECTRON_ARGS: JSON.stringify(electron.args),
      },
      electron,
    ),
  );
}
