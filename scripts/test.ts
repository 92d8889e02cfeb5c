// npm test: every test, with an Electron and a display for those that need one. Arguments go on to vitest.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { withBuiltApp } from './built-app.ts';
import { main, root, run, vitestBin } from './run.ts';
import { needsElectron } from './test-plan.ts';

await main(async () => {
  const args = process.argv.slice(2);
  const vitest = [vitestBin, 'run', '--config', 'test/vitest.config.ts', ...args];
  if (!needsElectron(args, await endToEndFiles())) return run(process.execPath, vitest);
  return withBuiltApp((env) => run(process.execPath, vitest, { env }));
});

async function endToEndFiles(): Promise<readonly string[]> {
  const files = await readdir(join(root, 'test', 'e2e'), { recursive: true }).catch(() => []);
  return files.map((file) => `test/e2e/${file.replaceAll('\\', '/')}`);
}
