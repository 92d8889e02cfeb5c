/**
 * A process of its own for work on whole databases, ours or a stranger's: copying, packing, checking. It can be killed
 * at any moment, which a thread cannot while SQLite computes, and what it does never holds up the window.
 */
import { AppError } from '../shared/api/errors.ts';
import { jobs } from './db/jobs.ts';
import type { JobAnswer, JobRequest } from './run-job.ts';

interface Port {
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
  postMessage(message: unknown): void;
}

process.umask(0o077);
const { parentPort } = process as unknown as { parentPort?: Port };

function post(answer: JobAnswer): void {
  if (parentPort) parentPort.postMessage(answer);
  else process.send?.(answer);
}

async function run({ name, input }: JobRequest): Promise<void> {
  try {
    const work = jobs[name] as (input: unknown, progress: (done: number, total: number) => void) => unknown;
    post({ value: await work(input, (done, total) => post({ progress: { done, total } })) });
  } catch (error) {
    if (error instanceof AppError)
      post({ error: { code: error.code, message: error.message, details: error.details } });
    else post({ crash: error instanceof Error ? `${error.name}: ${error.message}` : String(error) });
  }
}

if (parentPort) parentPort.on('message', (event) => void run(event.data as JobRequest));
else {
  process.on('message', (request) => void run(request as JobRequest));
  process.on('disconnect', () => process.exit(0));
}
