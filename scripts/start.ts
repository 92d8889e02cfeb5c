// npm start: builds the app and opens it. `npm start -- --data DIR` passes what follows on to the app.
import { findElectron } from './electron.ts';
import { ensureElectronRuns, hasDisplay } from './linux-needs.ts';
import { electronViteBin, main, root, run } from './run-program.ts';

await main(async () => {
  if (!hasDisplay()) {
    console.error(
      'There is no display to open a window on. Either give it one that nobody sees:\n' +
        '  xvfb-run -a npm start\n' +
        'or let the app show itself in pictures:\n' +
        '  npm run demo',
    );
    return 1;
  }
  const electron = await findElectron();
  await ensureElectronRuns(electron.path, false);
  const built = await run(process.execPath, [
    electronViteBin,
    'build',
    '--config',
    'src-main/electron.vite.config.ts',
    '--logLevel',
    'warn',
  ]);
  if (built !== 0) return built;
  // Relative paths among the arguments are meant from where the person is, which npm leaves for package.json's folder.
  return run(electron.path, [...electron.args, root, ...process.argv.slice(2)], {
    cwd: process.env.INIT_CWD ?? root,
  });
});
