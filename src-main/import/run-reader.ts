/** Runs the reader in a worker thread that is stopped when it takes too long, needs too much memory or is no longer wanted. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { AppError, type ErrorCode } from '../../shared/api/errors.ts';
import type { Draft } from '../../shared/api/import.ts';
import { checkFileSize } from './files/file-size.ts';
import { quoted } from './outline/clean-text.ts';

import type { GivenFile, ReadOptions } from './source.ts';

export interface ReaderRequest {
  readonly id: number;
  readonly files: readonly GivenFile[];
  readonly options: ReadOptions;
}

export interface ReaderAnswer {
  readonly id: number;
  readonly drafts?: Draft[];
  readonly error?: { readonly code: ErrorCode; readonly message: string; readonly details: unknown };
  /** What is no AppError. */
  readonly crash?: string;
}

interface Options extends ReadOptions {
  /** From the call to the answer, the start of the thread included. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
  /** Heap of a thread that is not kept for the next file. */
  readonly memoryMb?: number;
}

/** How long a thread waits for the next file; several are often read one after another. */
const idleMs = 60_000;
/** Ten times what the largest page within the limits needs. */
const usualMemoryMb = 384;
/** For the tables of an official download, which are many times as large as a page. */
const largeMemoryMb = 1_024;
const largeBytes = 8 * 1024 * 1024;
const usualTimeoutMs = 10_000;
/** More than this no one waits for without asking. */
const longestTimeoutMs = 60_000;

/** What waits for the answer of a thread. */
interface Job {
  readonly id: number;
  readonly answered: (answer: ReaderAnswer) => void;
  readonly died: (reason: unknown) => void;
}

/** A thread and what it works on. Its listeners are set once: they are what keeps its answers coming. */
interface Thread {
  readonly worker: Worker;
  job: Job | null;
}

let idle: Thread | null = null;
let idleTimer: NodeJS.Timeout | undefined;
let lastId = 0;

/** Beside this file as TypeScript; built, in the folder of the main bundle, of which this code may be a chunk. */
function workerUrl(): URL {
  const ownUrl = import.meta.url;
  const names = ownUrl.endsWith('.ts') ? ['./worker.ts'] : ['./import-worker.js', '../import-worker.js'];
  const urls = names.map((name) => new URL(name, ownUrl));
  const found = urls.find((url) => existsSync(fileURLToPath(url))) ?? urls[0];
  if (found === undefined) throw new Error('The thread of the reader has no file.');
  return found;
}

function startThread(memoryMb: number): Thread {
  const worker = new Worker(workerUrl(), {
    name: 'cairn-import',
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 },
  });
  const thread: Thread = { worker, job: null };
  const died = (reason: unknown) => {
    if (idle === thread) idle = null;
    thread.job?.died(reason);
  };
  worker.on('error', died);
  worker.on('messageerror', died);
  worker.on('exit', (code) => died(`exit ${code}`));
  worker.on('message', (answer: ReaderAnswer) => {
    if (answer.id === thread.job?.id) thread.job.answered(answer);
  });
  return thread;
}

function takeThread(memoryMb: number | undefined): Thread {
  if (memoryMb !== undefined || idle === null) return startThread(memoryMb ?? usualMemoryMb);
  const thread = idle;
  idle = null;
  clearTimeout(idleTimer);
  thread.worker.ref();
  return thread;
}

/** Keeps one thread for the next file; it does not keep the process alive. */
function giveBack(thread: Thread, isKept: boolean): void {
  if (!isKept || idle !== null) {
    void thread.worker.terminate();
    return;
  }
  thread.worker.unref();
  idle = thread;
  idleTimer = setTimeout(() => {
    if (idle === thread) idle = null;
    void thread.worker.terminate();
  }, idleMs);
  idleTimer.unref();
}

/**
 * Reads files into drafts. Rejects with AppErrors: those of the reader, TIMED_OUT, and FILE_UNREADABLE when the
 * thread gives up under them; or with the signal's reason when it is aborted.
 */
export function runReader(files: readonly GivenFile[], options: Options = {}): Promise<Draft[]> {
  const { signal, isRepaired, known } = options;
  const total = files.reduce((sum, file) => sum + file.bytes.byteLength, 0);
  const isLarge = total > largeBytes;
  const timeoutMs =
    options.timeoutMs ?? Math.min(longestTimeoutMs, usualTimeoutMs * Math.max(1, Math.ceil(total / largeBytes)));
  const memoryMb = options.memoryMb ?? (isLarge ? largeMemoryMb : undefined);
  const name = nameOf(files);
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    // Of several files, one that is too large is named by the reader, which reads the others.
    const [only] = files;
    if (only !== undefined && files.length === 1) checkFileSize(only.name, only.bytes.byteLength);
    const thread = takeThread(memoryMb);
    lastId += 1;
    const id = lastId;
    const settle = () => {
      thread.job = null;
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    };
    const stop = (reason: unknown) => {
      settle();
      void thread.worker.terminate();
      reject(reason);
    };
    const abort = () => stop(signal?.reason);
    const timer = setTimeout(() => stop(timedOut(name, timeoutMs)), timeoutMs);
    const died = (reason: unknown) => stop(readerFailure(name, reason));
    const answered = (answer: ReaderAnswer) => {
      if (answer.crash !== undefined) {
        died(answer.crash);
        return;
      }
      settle();
      giveBack(thread, memoryMb === undefined);
      if (answer.error === undefined) resolve(answer.drafts ?? []);
      else reject(new AppError(answer.error.code, answer.error.message, answer.error.details));
    };
    thread.job = { id, answered, died };
    signal?.addEventListener('abort', abort, { once: true });
    // Copies: the caller keeps its bytes, and a view never drags the buffer behind it along.
    const copies = files.map((file) => ({ name: file.name, bytes: Uint8Array.from(file.bytes) }));
    thread.worker.postMessage(
      { id, files: copies, options: { isRepaired, known } } satisfies ReaderRequest,
      copies.map((copy) => copy.bytes.buffer),
    );
  });
}

/** What the files are called in a message. */
function nameOf(files: readonly GivenFile[]): string {
  const first = files[0]?.name ?? '';
  return files.length > 1 ? `${first} and ${files.length - 1} more` : first;
}

function timedOut(name: string, timeoutMs: number): AppError {
  const time = timeoutMs >= 1_000 ? `${Math.round(timeoutMs / 1_000)} seconds` : `${timeoutMs} milliseconds`;
  return new AppError(
    'TIMED_OUT',
    `${quoted(name)} was not read within ${time}, so reading was stopped. Nothing was added. Copy the role’s part and paste that.`,
  );
}

function readerFailure(name: string, reason: unknown): AppError {
  return new AppError(
    'FILE_UNREADABLE',
    `The reader gave up under ${quoted(name)}. Nothing was added, and your record is safe. Copy the role’s part and paste that.`,
    { cause: reason instanceof Error ? reason.message : String(reason) },
  );
}
