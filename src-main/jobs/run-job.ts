/** Runs one job on a database in a process of its own, which is ended when it takes too long or is no longer wanted. */
import { AppError, type ErrorCode } from '../../shared/api/errors.ts';
import type { Host, WorkerProcess } from '../host.ts';
import type { JobInput, JobName, JobOutput } from './jobs.ts';

export interface JobRequest {
  readonly name: JobName;
  readonly input: unknown;
  readonly timeoutMs: number;
  readonly mostMemory: number;
}

export interface JobAnswer {
  readonly value?: unknown;
  readonly progress?: { readonly done: number; readonly total: number };
  readonly error?: { readonly code: ErrorCode; readonly message: string; readonly details: unknown };
  /** What is no AppError. */
  readonly crash?: string;
}

export interface JobOptions {
  readonly timeoutMs: number;
  /** In bytes; a job that reads piece by piece needs no more than the usual. */
  readonly mostMemory?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** What went wrong in the process itself: it died, took too long, or failed in a way it has no words for. */
export class JobFailure extends AppError {
  readonly reason: 'died' | 'timed-out' | 'crashed';

  constructor(reason: JobFailure['reason'], details: string) {
    super(reason === 'timed-out' ? 'TIMED_OUT' : 'INTERNAL', words[reason], details);
    this.name = 'JobFailure';
    this.reason = reason;
  }
}

const words = {
  died: 'Reading the database needed too much memory or ended without a word, so it was stopped. Nothing was changed.',
  'timed-out': 'Reading the database took far longer than it should, so it was stopped. Nothing was changed.',
  crashed: 'Reading the database failed. Nothing was changed.',
} as const;

/** SQLite's own limit needs its counting of memory, which the build we use leaves out. */
const usualMemory = 1024 ** 3;

/** A process that was killed is gone within so long. */
const exitPatienceMs = 3_000;

/** Rejects with the job's AppError, with a JobFailure, or with the signal's reason. */
export function runJob<Name extends JobName>(
  host: Pick<Host, 'startProcess'>,
  name: Name,
  input: JobInput<Name>,
  { timeoutMs, mostMemory = usualMemory, signal, onProgress }: JobOptions,
): Promise<JobOutput<Name>> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    let worker: WorkerProcess;
    try {
      worker = host.startProcess();
    } catch (error) {
      throw new JobFailure('died', `${name} could not be started: ${(error as Error).message}`);
    }
    let failure: { readonly reason: unknown } | null = null;
    const settle = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      worker.kill();
    };
    // rejects when the process is gone: by the time of the clean-up nothing may be written any more
    const fail = (reason: unknown) => {
      failure ??= { reason };
      settle();
      setTimeout(reject, exitPatienceMs, reason).unref();
    };
    const abort = () => fail(signal?.reason);
    const timer = setTimeout(
      () => fail(new JobFailure('timed-out', `${name} took longer than ${timeoutMs / 1_000} s.`)),
      timeoutMs,
    );
    signal?.addEventListener('abort', abort, { once: true });
    worker.onExit((code) => {
      settle();
      reject(failure ? failure.reason : new JobFailure('died', `${name} ended with ${code}.`));
    });
    worker.onMessage((message) => {
      const answer = message as JobAnswer;
      if (answer.progress) onProgress?.(answer.progress.done, answer.progress.total);
      else if (answer.error) fail(new AppError(answer.error.code, answer.error.message, answer.error.details));
      else if (answer.crash !== undefined) fail(new JobFailure('crashed', answer.crash));
      else {
        settle();
        resolve(answer.value as JobOutput<Name>);
      }
    });
    worker.post({ name, input, timeoutMs, mostMemory } satisfies JobRequest);
  });
}
