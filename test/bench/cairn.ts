/** A Cairn without a window over a copy of the generated record: real dispatch, real SQLite, on plain Node. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { v7 as uuidv7 } from 'uuid';
import type { EndpointName, Input, Output } from '../../shared/api/index.ts';
import { createDispatch } from '../../src-main/app/dispatch.ts';
import { startSession } from '../../src-main/app/session.ts';
import type { Host } from '../../src-main/host.ts';
import { startNodeProcess } from '../../src-main/jobs/node-process.ts';
import { benchFolder, copyRecord, resources } from './record.ts';

export interface BenchCairn {
  readonly folder: string;
  readonly sqlite: Database;
  readonly call: <Name extends EndpointName>(name: Name, input: Input<Name>) => Promise<Output<Name>>;
}

/** Runs `work` in a folder that is gone afterwards, on the disk where records are kept. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  mkdirSync(benchFolder, { recursive: true });
  const folder = mkdtempSync(join(benchFolder, 'run-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  // an interrupted run must not leave a gigabyte behind
  process.once('exit', remove);
  try {
    return await work(folder);
  } finally {
    process.off('exit', remove);
    remove();
  }
}

/** Runs `work` with a Cairn over a record of so many accomplishments. Nothing is backed up at its end. */
export function withCairn<T>(count: number, work: (cairn: BenchCairn) => Promise<T>): Promise<T> {
  return inFolder(async (folder) => {
    await copyRecord(count, folder);
    const session = await startSession({ host: benchHost(), folder, resources });
    const { profile } = session;
    if (!profile) throw session.problem ?? new Error('The record could not be opened.');
    const dispatch = createDispatch(session, (line) => console.error(line));
    try {
      return await work({
        folder,
        sqlite: profile.sqlite,
        call: async (name, input) => {
          const result = await dispatch(name, input);
          if (!result.ok) throw new Error(`${name}: ${result.error.message}`);
          return result.value as Output<typeof name>;
        },
      });
    } finally {
      profile.sqlite.close();
    }
  });
}

/** What the operating system does, without dialogs. */
export function benchHost(): Host {
  const refuse = () => {
    throw new Error('A benchmark opens no dialog.');
  };
  return {
    version: '0.0.0-bench',
    now: () => new Date(),
    newId: () => uuidv7(),
    pickFile: refuse,
    saveFile: refuse,
    openSaved: async () => undefined,
    print: refuse,
    openFolder: async () => undefined,
    openAddress: async () => false,
    connectionAttempts: () => 0,
    startProcess: startNodeProcess,
  };
}
