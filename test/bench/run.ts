/** Runs the benchmarks named on the command line, or all, prints the table and writes out/bench.json. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { main, root, ScriptError } from '../../scripts/run-program.ts';
import { type Desktop, withDesktop } from './desktop.ts';
import { growth } from './growth.ts';
import { importing } from './import.ts';
import { library } from './library.ts';
import { libraryWindow } from './library-window.ts';
import { match, ranking } from './match.ts';
import type { Bench, Figure } from './measure.ts';
import { memory } from './memory.ts';
import { preview } from './preview.ts';
import { save } from './save.ts';
import { screens } from './screens.ts';
import { searchInMain } from './search.ts';
import { search } from './search-window.ts';
import { start } from './start.ts';
import { printTable } from './table.ts';

const benches: readonly Bench[] = [
  start,
  screens,
  search,
  searchInMain,
  match,
  ranking,
  save,
  preview,
  importing,
  library,
  libraryWindow,
  memory,
  growth,
];

await main(async () => {
  const args = process.argv.slice(2);
  if (args.includes('--list')) {
    for (const { name, about } of benches) console.log(`${name.padEnd(12)} ${about}`);
    return 0;
  }
  const unknown = args.find((name) => !benches.some((bench) => bench.name === name));
  if (unknown) throw new ScriptError(`There is no benchmark “${unknown}”. npm run bench -- --list names them.`);
  const chosen = benches.filter(({ name }) => args.length === 0 || args.includes(name));
  const figures: Figure[] = [];
  const failed: string[] = [];
  const measure = async (desktop: Desktop | null) => {
    for (const bench of chosen) {
      console.error(`${bench.name} …`);
      try {
        if (!bench.needsElectron) figures.push(...(await bench.run()));
        else if (desktop) figures.push(...(await bench.run(desktop)));
      } catch (error) {
        failed.push(bench.name);
        console.error(error);
      }
    }
  };
  await (chosen.some(({ needsElectron }) => needsElectron) ? withDesktop(measure) : measure(null));
  printTable(figures);
  mkdirSync(join(root, 'out'), { recursive: true });
  const report = figures.map(({ note: _note, ...rest }) => rest);
  writeFileSync(join(root, 'out', 'bench.json'), `${JSON.stringify(report, null, 2)}\n`);
  if (failed.length > 0) console.error(`Could not be measured: ${failed.join(', ')}.`);
  return failed.length > 0 ? 1 : 0;
});
