/** The reader in a thread of its own, which can be stopped at any moment. */
import { parentPort } from 'node:worker_threads';
import { config } from 'zod';
import { AppError } from '../../shared/api/errors.ts';
import { readFiles } from './read.ts';
import type { ReaderAnswer, ReaderRequest } from './run-reader.ts';

// Schemas are read, not compiled to code: nothing here may make code out of text.
config({ jitless: true });

function answer({ id, files, options }: ReaderRequest): ReaderAnswer {
  try {
    return { id, drafts: readFiles(files, options) };
  } catch (error) {
    if (error instanceof AppError)
      return { id, error: { code: error.code, message: error.message, details: error.details } };
    return { id, crash: error instanceof Error ? `${error.name}: ${error.message}` : 'unknown' };
  }
}

parentPort?.on('message', (request: ReaderRequest) => parentPort?.postMessage(answer(request)));
