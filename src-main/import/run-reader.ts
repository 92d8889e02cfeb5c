/** Runs the reader in a worker thread that is stopped when it takes too long, needs too much memory or is no longer wanted. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { AppError, type ErrorCode } from '../../shared/api/errors.ts';
import type { Draft } from '../../shared/api/import.ts';
import { quoted } from './clean.ts';
import { checkSize } from './read.ts';

export interface ReaderRequest {
  readonly id: number;
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ReaderAnswer {
  readonly id: number;
  readonly drafts?: Draft[];
  readonly error?: { readonly code: ErrorCode; readonly message: string; readonly details: unknown };
  /** What is no AppError. */
  readonly crash?: string;
}

interface Options {
  /** From the call to the answer, the start of the thread included. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

/** How long a thread waits for the next file; several are often read one after another. */
const IDLE_MS = 60_000;

let idle: Worker | null = null;
let idleTimer: NodeJS.Timeout | undefined;
let lastId = 0;

/** Beside this file as TypeScript; built, in the folder of the main bundle, of which this code may be a chunk. */
function workerUrl(): URL {
  const here = import.meta.url;
  const names = here.endsWith('.ts') ? ['./worker.ts'] : ['./import-worker.js', '../import-worker.js'];
  const urls = names.map((name) => new URL(name, here));
  const found = urls.find((url) => existsSync(fileURLToPath(url))) ?? urls[0];
  if (found === undefined) throw new Error('The reader’s thread has no file.');
  return found;
}

function takeWorker(): Worker {
  if (idle !== null) {
    const worker = idle;
    clearTimeout(idleTimer);
    idle = null;
    worker.removeAllListeners();
    worker.ref();
    return worker;
  }
  return new Worker(workerUrl(), {
    name: 'cairn-import',
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 48, stackSizeMb: 4 },
  });
}

/** Keeps one thread for the next file; it does not keep the process alive. */
function giveBack(worker: Worker): void {
  worker.removeAllListeners();
  if (idle !== null) {
    void worker.terminate();
    return;
  }
  const drop = () => {
    if (idle === worker) idle = null;
    void worker.terminate();
  };
  worker.on('error', drop);
  worker.on('exit', drop);
  worker.unref();
  idle = worker;
  idleTimer = setTimeout(drop, IDLE_MS);
  idleTimer.unref();
}

/**
 * Reads a file into drafts. Rejects with AppErrors: those of the reader, TIMED_OUT, and FILE_UNREADABLE when the
 * thread gives up under the file; or with the signal's reason when it is aborted.
 */
export function runReader(
  name: string,
  bytes: Uint8Array,
  { timeoutMs = 10_000, signal }: Options = {},
): Promise<Draft[]> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    checkSize(name, bytes.byteLength);
    const worker = takeWorker();
    lastId += 1;
    const id = lastId;
    const settle = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      worker.removeAllListeners();
    };
    const stop = (reason: unknown) => {
      settle();
      void worker.terminate();
      reject(reason);
    };
    const abort = () => stop(signal?.reason);
    const timer = setTimeout(() => {
      const seconds = timeoutMs >= 1_000 ? `${Math.round(timeoutMs / 1_000)} seconds` : `${timeoutMs} milliseconds`;
      stop(
        new AppError(
          'TIMED_OUT',
          `${quoted(name)} was not read within ${seconds}, so reading was stopped. Nothing was added. Copy the role’s part and paste that.`,
        ),
      );
    }, timeoutMs);
    const giveUp = (error: unknown) => {
      stop(
        new AppError(
          'FILE_UNREADABLE',
          `The reader gave up under ${quoted(name)}. Nothing was added, and your record is safe. Copy the role’s part and paste that.`,
          {
            cause: error instanceof Error ? error.message : String(error),
          },
        ),
      );
    };
    signal?.addEventListener('abort', abort, { once: true });
    worker.on('error', giveUp);
    worker.on('messageerror', giveUp);
    worker.on('exit', (code) => giveUp(`exit ${code}`));
    worker.on('message', (answer: ReaderAnswer) => {
      if (answer.id !== id) return;
      if (answer.crash !== undefined) {
        giveUp(answer.crash);
        return;
      }
      settle();
      giveBack(worker);
      if (answer.drafts !== undefined) resolve(answer.drafts);
      else if (answer.error !== undefined)
        reject(new AppError(answer.error.code, answer.error.message, answer.error.details));
    });
    // A copy: the caller keeps its bytes, and a view never drags the buffer behind it along.
    const request: ReaderRequest = { id, name, bytes: Uint8Array.from(bytes) };
    worker.postMessage(request, [request.bytes.buffer as ArrayBuffer]);
  });
}
