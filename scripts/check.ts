// npm run check: types, lint and format, dead code, boundaries. All run at once, each speaks when it is done.
// `--report FILE` also writes how many passed and failed.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { capture, main, root, vitestBin } from './run.ts';

const bin = (...parts: string[]) => join(root, 'node_modules', ...parts);
const parts = [
  { name: 'types', command: [bin('typescript', 'bin', 'tsc'), '--build'] },
  { name: 'lint and format', command: [bin('@biomejs', 'biome', 'bin', 'biome'), 'ci', '--colors=off', '.'] },
  { name: 'dead code', command: [bin('knip', 'bin', 'knip.js')] },
  {
    name: 'boundaries',
    command: [vitestBin, 'run', '--config', 'test/vitest.config.ts', '--project', 'boundaries'],
  },
] as const;

await main(async () => {
  let failed = 0;
  await Promise.all(
    parts.map(async ({ name, command }) => {
      const since = performance.now();
      const { status, output } = await capture(process.execPath, command);
      const seconds = ((performance.now() - since) / 1000).toFixed(1);
      if (status !== 0) {
        failed += 1;
        console.error(`\n${output.trim()}\n`);
      }
      console.error(`${status === 0 ? 'passed' : 'FAILED'}  ${name} (${seconds} s)`);
    }),
  );
  const at = process.argv.indexOf('--report');
  const report = at < 0 ? undefined : process.argv[at + 1];
  if (report) await writeFile(report, JSON.stringify({ passed: parts.length - failed, failed }));
  return failed === 0 ? 0 : 1;
});
