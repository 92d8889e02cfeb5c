// npm run check: types, lint and format, dead code, boundaries. All run at once, each speaks when it is done.
// `--report FILE` also writes how many passed and failed; `--house` first prints the figures of the house and holds them.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { capture, main, root, vitestBin } from './run-program.ts';
import { figuresOf, readStructure } from './structure/figures.ts';

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
  const isHouse = process.argv.includes('--house');
  let failed = isHouse && !(await isTidy()) ? 1 : 0;
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
  if (report) await writeFile(report, JSON.stringify({ passed: parts.length + (isHouse ? 1 : 0) - failed, failed }));
  return failed === 0 ? 0 : 1;
});

/** Prints the figures of the house; whether each is what it may be. */
async function isTidy(): Promise<boolean> {
  const figures = figuresOf(await readStructure(root));
  for (const { name, value, problems } of figures) {
    console.error(`${problems.length === 0 ? '      ' : 'FAILED'}  ${name}: ${value}`);
    for (const problem of problems) console.error(`          ${problem}`);
  }
  return figures.every(({ problems }) => problems.length === 0);
}
