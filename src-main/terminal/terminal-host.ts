/** The operating system behind Host for a terminal: no dialogs; printing starts an Electron for one document. */
import { spawn } from 'node:child_process';
import { v7 as uuidv7 } from 'uuid';
import { AppError } from '../../shared/api/errors.ts';
import type { Host } from '../host.ts';
import { startNodeProcess } from '../jobs/node-process.ts';

const noDialog = () => {
  throw new AppError('INVALID_INPUT', 'There is no dialog in a terminal. Name the file in the command instead.');
};

/** `electron` answers how to start the app: program and arguments. */
export function createTerminalHost(options: {
  version: string;
  electron: () => Promise<{ path: string; args: readonly string[] }>;
}): Host {
  return {
    version: options.version,
    now: () => new Date(),
    newId: () => uuidv7(),
    pickFile: noDialog,
    saveFile: noDialog,
    openSaved: noDialog,
    openFolder: noDialog,
    openAddress: noDialog,
    startProcess: startNodeProcess,
    connectionAttempts: () => 0,
    async print(document) {
      const { path, args } = await options.electron().catch((error: Error) => {
        throw new AppError('PRINT_FAILED', error.message);
      });
      return runPrinter(path, [...args, '--print-document'], JSON.stringify(document));
    },
  };
}

/** Starts the app to print. Private text passes through pipes only: whatever is killed, no file of it is left. */
function runPrinter(path: string, args: readonly string[], document: string): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const child = spawn(path, args, { stdio: ['pipe', 'pipe', 'pipe'] });
    const pieces: Buffer[] = [];
    let errorOutput = '';
    child.stdout.on('data', (piece: Buffer) => pieces.push(piece));
    child.stderr.on('data', (chunk) => {
      errorOutput = (errorOutput + String(chunk)).slice(-2_000);
    });
    // it may end before it has read everything; its exit says why
    child.stdin.on('error', () => undefined);
    child.stdin.end(document);
    child.on('error', (error) =>
      reject(new AppError('PRINT_FAILED', `Printing needs the app, and it could not be started: ${error.message}`)),
    );
    child.on('close', (code) => {
      const pdf = Buffer.concat(pieces);
      if (code === 0 && pdf.subarray(0, 5).toString('latin1') === '%PDF-') resolve(new Uint8Array(pdf));
      else
        reject(
          new AppError(
            'PRINT_FAILED',
            'The document was not printed. Nothing was written.',
            errorOutput.trim().split('\n').slice(-3),
          ),
        );
    });
  });
}
