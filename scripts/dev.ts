// npm run dev: the app with hot reload in the window and a restart when the main process changes.
import { findElectron } from './electron.ts';
import { ensureElectronRuns, hasDisplay } from './linux-needs.ts';
import { electronViteBin, main, run } from './run-program.ts';

await main(async () => {
  if (!hasDisplay()) {
    console.error('There is no display to open a window on. Try: xvfb-run -a npm run dev');
    return 1;
  }
  const electron = await findElectron();
  await ensureElectronRuns(electron.path, false);
  return run(
    process.execPath,
    [
      electronViteBin,
      'dev',
      '--watch',
      '--config',
      'src-main/electron.vite.config.ts',
      '--',
      ...electron.args,
      ...process.argv.slice(2),
    ],
    { env: { ...process.env, ELECTRON_EXEC_PATH: electron.path, ELECTRON_MAJOR_VER: electron.version.split('.')[0] } },
  );
});
