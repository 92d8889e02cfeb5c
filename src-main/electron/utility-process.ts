/** The process for work on databases, as Electron starts it: in a package it has no Node to be started with. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { utilityProcess } from 'electron';
import type { WorkerProcess } from '../host.ts';

/** To be called when the app is ready. It ends with the app. */
export function startUtilityProcess(): WorkerProcess {
  const child = utilityProcess.fork(workerFile(), [], {
    serviceName: 'Cairn database worker',
    stdio: 'ignore',
    execArgv: ['--max-old-space-size=512'],
  });
  return {
    post: (message) => child.postMessage(message),
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => child.once('exit', listener),
    kill: () => child.kill(),
  };
}

/** In the folder of the main bundle, of which this code may be a chunk. */
function workerFile(): string {
  const beside = join(import.meta.dirname, 'database-worker.js');
  return existsSync(beside) ? beside : join(import.meta.dirname, '..', 'database-worker.js');
}
