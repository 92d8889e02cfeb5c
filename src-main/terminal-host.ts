/** The operating system behind Host for a terminal: no dialogs; printing starts an Electron for one document. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { AppError } from '../shared/api/errors.ts';
import type { Host } from './host.ts';
import { startNodeProcess } from './node-process.ts';

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
    openFolder: noDialog,
    openAddress: noDialog,
    startProcess: startNodeProcess,
    connectionAttempts: () => 0,
    async print(document) {
      const { path, args } = await options.electron().catch((error: Error) => {
        throw new AppError('PRINT_FAILED', error.message);
      });
      // private text passes through a folder of this user's own, gone right after
      const folder = mkdtempSync(join(process.env.XDG_RUNTIME_DIR ?? tmpdir(), 'cairn-'));
      const job = join(folder, 'document.json');
      try {
        writeFileSync(job, JSON.stringify(document), { mode: 0o600 });
        await run(path, [...args, '--print-document', job]);
        return new Uint8Array(readFileSync(`${job}.pdf`));
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}

function run(path: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(path, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk) => {
      said = (said + String(chunk)).slice(-2_000);
    });
    child.on('error', (error) =>
      reject(new AppError('PRINT_FAILED', `Printing needs the app, and it could not be started: ${error.message}`)),
    );
    child.on('close', (code) => {
      if (code === 0) resolve();
      else
        reject(
          new AppError(
            'PRINT_FAILED',
            'The document was not printed. Nothing was written.',
            said.trim().split('\n').slice(-3),
          ),
        );
    });
  });
}
