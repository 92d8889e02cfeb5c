// npm test: every test, with an Electron and a display for those that need one, then the quick part of the proofs.
// Arguments go on to vitest; those that choose tests leave the proofs out. `--prove-report FILE` goes to the proofs.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { withBuiltApp } from './built-app.ts';
import { main, root, run, vitestBin } from './run-program.ts';
import { enterTemporaryFolder } from './temporary-folder.ts';
import { needsElectron, planTests } from './test-plan.ts';

await main(async () => {
  enterTemporaryFolder();
  const { vitestArgs, proveArgs } = planTests(process.argv.slice(2));
  // the rules of the sources are tried by `npm run check`, which stands beside this wherever everything is run
  const leftOut = proveArgs === null ? [] : ['--project=!boundaries'];
  const vitest = [vitestBin, 'run', '--config', 'test/vitest.config.ts', ...leftOut, ...vitestArgs];
  const testAndProve = async (env: NodeJS.ProcessEnv) => {
    // the terminal and the workers are started hundreds of times, and compiling four hundred modules takes half of that
    const cached = { ...env, NODE_COMPILE_CACHE: join(root, 'out', 'compile-cache') };
    const tested = await run(process.execPath, vitest, { env: cached });
    if (proveArgs === null) return tested;
    const proved = await run(process.execPath, [join(root, 'test', 'prove', 'run.ts'), ...proveArgs], { env: cached });
    return tested || proved;
  };
  return needsElectron(vitestArgs, await endToEndFiles()) ? withBuiltApp(testAndProve) : testAndProve(process.env);
});

async function endToEndFiles(): Promise<readonly string[]> {
  const files = await readdir(join(root, 'test', 'e2e'), { recursive: true }).catch(() => []);
  return files.map((file) => `test/e2e/${file.replaceAll('\\', '/')}`);
}
