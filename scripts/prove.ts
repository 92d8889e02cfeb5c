// npm run prove: the attacks that must fail, each with a control that must not. Names choose some; --list tells them.
import { join } from 'node:path';
import { main, root, run } from './run-program.ts';

await main(() => run(process.execPath, [join(root, 'test', 'prove', 'run.ts'), ...process.argv.slice(2)]));
