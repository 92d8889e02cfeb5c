// npm test: every test, with an Electron and a display for those that need one. Arguments go on to vitest.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { findElectron } from './electron.ts';
import { ensureElectronRuns, withDisplay } from './linux.ts';
import { electronViteBin, main, root, run, vitestBin } from './run.ts';
import { needsElectron } from './test-plan.ts';

await main(async () => {
  const args = process.argv.slice(2);
  const vitest = [vitestBin, 'run', '--config', 'test/vitest.config.ts', ...args];
  if (!needsElectron(args, await endToEndFiles())) return run(process.execPath, vitest);

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
    run(process.execPath, vitest, {
      env: {
        ...process.env,
        ...display,
        CAIRN_ELECTRON: electron.path,
        CAIRN_ELECTRON_ARGS: JSON.stringify(electron.args),
      },
    }),
  );
});

async function endToEndFiles(): Promise<readonly string[]> {
  const files = await readdir(join(root, 'test', 'e2e'), { recursive: true }).catch(() => []);
  return files.map((file) => `test/e2e/${file.replaceAll('\\', '/')}`);
}
