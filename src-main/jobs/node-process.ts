/** The process for work on databases, on plain Node: what a terminal uses. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { WorkerProcess } from '../host.ts';

/** Starts it; it ends by itself when this process does. */
export function startNodeProcess(): WorkerProcess {
  const child = fork(fileURLToPath(new URL('./database-worker.ts', import.meta.url)), {
    // nothing of the surroundings but what Windows cannot do without
    env: { SystemRoot: process.env.SystemRoot },
    execArgv: ['--max-old-space-size=512'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return {
    post: (message) => {
      // a process that is already gone is reported by its exit event
      if (child.connected) child.send(message as object, () => undefined);
    },
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => {
      child.once('error', () => listener(1));
      child.once('exit', (code) => listener(code ?? 1));
    },
    kill: () => child.kill('SIGKILL'),
  };
}
