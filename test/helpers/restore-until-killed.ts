/** Restores a backup in a process of its own that is killed before the file operation with the number given. */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';

const [folder = '', fileName = '', killAt = '0'] = process.argv.slice(2);
let count = 0;
let isCounting = false;

for (const name of ['renameSync', 'mkdirSync'] as const) hook(fs, name);
for (const name of ['rename', 'rm'] as const) hook(fs.promises, name);
syncBuiltinESMExports();

function hook(target: object, name: string): void {
  const real = Reflect.get(target, name) as (...input: unknown[]) => unknown;
  Reflect.set(target, name, (...input: unknown[]) => {
    const file = String(input[0]);
    // what happens to the record itself: not to its backups, and not when something is removed that is not there
    const isCounted = isCounting && !file.startsWith(join(folder, 'backups')) && (name !== 'rm' || fs.existsSync(file));
    if (isCounted) count += 1;
    if (isCounted && count === Number(killAt)) process.kill(process.pid, 'SIGKILL');
    return real(...input);
  });
}

const { createDispatch } = await import('../../src-main/app/dispatch.ts');
const { startSession } = await import('../../src-main/app/session.ts');
const { startNodeProcess } = await import('../../src-main/jobs/node-process.ts');
const refuse = () => {
  throw new Error('no dialog');
};
const session = await startSession({
  folder,
  resources: '',
  host: {
    version: '0',
    now: () => new Date(),
    newId: () => crypto.randomUUID(),
    pickFile: refuse,
    saveFile: refuse,
    openSaved: refuse,
    print: refuse,
    openFolder: refuse,
    openAddress: refuse,
    connectionAttempts: () => 0,
    startProcess: startNodeProcess,
  },
});
isCounting = true;
const result = await createDispatch(session)('restoreBackup', { fileName });
process.stdout.write(result.ok ? 'restored' : result.error.message);
process.exit(0);
