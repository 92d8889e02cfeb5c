// npm run bench: the budgets of the app, measured as ratios within one run. Names choose some of them; --list tells them.
import { join } from 'node:path';
import { main, root, run } from './run-program.ts';

await main(() => run(process.execPath, [join(root, 'test', 'bench', 'run.ts'), ...process.argv.slice(2)]));
