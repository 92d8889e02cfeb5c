/**
 * A process of its own for work on whole databases, ours or a stranger's: copying, packing, checking. It can be killed
 * at any moment, which a thread cannot while SQLite computes, and what it does never holds up the window. A second thread
 * watches it, so that it ends by itself when it grows too large, or takes too long after its parent process is gone.
 */
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import type { JobAnswer, JobRequest } from './run-job.ts';

interface Port {
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
  postMessage(message: unknown): void;
}

const lookEveryMs = 50;

type Limits = Pick<JobRequest, 'timeoutMs' | 'mostMemory'>;

let watcher: Worker | undefined;

if (isMainThread) listen();
else watch();

function listen(): void {
  process.umask(0o077);
  // Ctrl C in a terminal reaches every process of it; the process that started this one decides when it ends
  process.on('SIGINT', () => undefined);
  const { parentPort: port } = process as { parentPort?: Port };
  const post = (answer: JobAnswer) => {
    if (port) port.postMessage(answer);
    else process.send?.(answer);
  };
  if (port) port.on('message', (event) => void run(event.data as JobRequest, post));
  else {
    process.on('message', (request) => void run(request as JobRequest, post));
    // not by an exit, at which open databases are closed one by one, and a log merged that nobody has looked at
    process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
  }
}

async function run(
  { name, input, timeoutMs, mostMemory }: JobRequest,
  post: (answer: JobAnswer) => void,
): Promise<void> {
  watchOver({ timeoutMs, mostMemory });
  const [{ jobs }, { diskError }] = await Promise.all([import('./jobs.ts'), import('../db/disk-error.ts')]);
  let lastReportAt = 0;
  const progress = (done: number, total: number) => {
    const now = performance.now();
    if (now - lastReportAt < 100) return;
    lastReportAt = now;
    post({ progress: { done, total } });
  };
  try {
    const work = jobs[name] as (input: unknown, progress: (done: number, total: number) => void) => unknown;
    post({ value: await work(input, progress) });
  } catch (error) {
    const known = diskError(error);
    if (known) post({ error: { code: known.code, message: known.message, details: known.details } });
    else post({ crash: error instanceof Error ? `${error.name}: ${error.message}` : String(error) });
  } finally {
    // its limit is this job's, and not that of one that may be asked for next
    watchOver(null);
  }
}

/** Sets the limits of the job that runs, or none. One watcher serves all: to start a thread takes longer than a short job. */
function watchOver(limits: Limits | null): void {
  if (watcher === undefined) {
    watcher = new Worker(new URL(import.meta.url));
    watcher.unref();
  }
  watcher.postMessage(limits);
}

function watch(): void {
  let limits: Limits | null = null;
  let startedAt = 0;
  parentPort?.on('message', (next: Limits | null) => {
    limits = next;
    startedAt = performance.now();
  });
  setInterval(() => {
    if (limits === null) return;
    // the caller stops it at the limit; this is for when the caller is gone
    const isLate = performance.now() - startedAt > limits.timeoutMs + 10_000;
    if (isLate || process.memoryUsage.rss() > limits.mostMemory) process.kill(process.pid, 'SIGKILL');
  }, lookEveryMs);
}
