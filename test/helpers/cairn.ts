/** A Cairn without a window: real dispatch, real SQLite in a folder of its own, a host that stands for the system. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { v7 as uuidv7 } from 'uuid';
import { onTestFinished } from 'vitest';
import { AppError, type Result } from '../../shared/api/errors.ts';
import type { AppEvent } from '../../shared/api/events.ts';
import type { EndpointName, Input, Output } from '../../shared/api/index.ts';
import { createDispatch } from '../../src-main/app/dispatch.ts';
import { endSession, type Session, startSession } from '../../src-main/app/session.ts';
import { stateInRecord, writeMarker } from '../../src-main/db/profile-marker.ts';
import type { Host } from '../../src-main/host.ts';
import { startLastingProcess } from './lasting-process.ts';

export interface TestCairn {
  readonly session: Session;
  readonly folder: string;
  readonly events: AppEvent[];
  readonly logged: string[];
  /** Calls an endpoint; throws AppError with what it refuses. */
  readonly call: <Name extends EndpointName>(name: Name, input: Input<Name>) => Promise<Output<Name>>;
  readonly dispatch: (name: string, input: unknown) => Promise<Result>;
  /** Closes it cleanly; the folder stays until the test ends. */
  readonly close: () => Promise<void>;
}

/** Takes what is to be done at the end: of the test, or of the file for what its tests share. */
export type AtEnd = (clean: () => void | Promise<void>) => void;

/** A folder that is gone when the test is, or whenever `atEnd` says. */
export function temporaryFolder(atEnd: AtEnd = onTestFinished): string {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-test-'));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** What the operating system does, in a test: no dialogs, a settable clock, time-ordered ids. */
export function testHost(over: Partial<Host> = {}): Host {
  const refuse = () => {
    throw new AppError('INVALID_INPUT', 'No dialog in this test.');
  };
  return {
    version: '0.0.0-test',
    now: () => new Date('2026-11-21T10:42:00Z'),
    newId: () => uuidv7(),
    pickFile: refuse,
    saveFile: refuse,
    openSaved: async () => undefined,
    print: refuse,
    openFolder: async () => undefined,
    openAddress: async () => true,
    connectionAttempts: () => 0,
    startProcess: startLastingProcess,
    ...over,
  };
}

/** What ships. */
export const everyResource = resolve(import.meta.dirname, '..', '..', 'resources');
let oneLadder: string | undefined;

/**
 * What ships, with one ladder of the twelve: a record with five roles opens in a tenth of the time. It goes with the
 * temporary folder of the run, and so does the fresh record.
 */
function resourcesOfOneLadder(): string {
  if (oneLadder === undefined) {
    oneLadder = mkdtempSync(join(tmpdir(), 'cairn-test-resources-'));
    cpSync(everyResource, oneLadder, {
      recursive: true,
      filter: (path) => !path.endsWith('.rolepack.json') || path.endsWith('machine-learning-engineering.rolepack.json'),
    });
  }
  return oneLadder;
}

/** Opens what is in the folder. It is closed with the test, or whenever `atEnd` says. */
export async function openCairn(
  folder: string = temporaryFolder(),
  over: Partial<Host> = {},
  resources: string = resourcesOfOneLadder(),
  atEnd: AtEnd = onTestFinished,
): Promise<TestCairn> {
  const events: AppEvent[] = [];
  const logged: string[] = [];
  const session = await startSession({ host: testHost(over), folder, resources, emit: (event) => events.push(event) });
  const dispatch = createDispatch(session, (line) => logged.push(line));
  let isClosed = false;
  const close = async () => {
    if (!isClosed) await endSession(session);
    isClosed = true;
  };
  atEnd(close);
  return {
    session,
    folder,
    events,
    logged,
    dispatch,
    close,
    call: async (name, input) => {
      const result = await dispatch(name, input);
      if (!result.ok) throw new AppError(result.error.code, result.error.message, result.error.details);
      return result.value as Output<typeof name>;
    },
  };
}

let freshRecord: Promise<string> | undefined;

/** The same with a fresh, empty record and one ladder: opened a second time, since to make one takes ten times as long. */
export async function freshCairn(over: Partial<Host> = {}): Promise<TestCairn> {
  freshRecord ??= makeFreshRecord();
  const folder = temporaryFolder();
  cpSync(await freshRecord, folder, { recursive: true });
  await giveOwnId(folder);
  return openCairn(folder, over);
}

async function makeFreshRecord(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-test-fresh-'));
  const session = await startSession({ host: testHost(), folder, resources: resourcesOfOneLadder() });
  const started = await createDispatch(session)('startFresh', { name: 'Test Person' });
  if (!started.ok) throw new Error(started.error.message);
  await endSession(session);
  return folder;
}

/** Two fresh records are not the same record, and each stands as Cairn left it. */
async function giveOwnId(folder: string): Promise<void> {
  const file = join(folder, 'record.db');
  const sqlite = new BetterSqlite3(file);
  sqlite.prepare("UPDATE setting SET value = ? WHERE key = 'recordId'").run(JSON.stringify(uuidv7()));
  const state = stateInRecord(sqlite);
  sqlite.close();
  if (state) await writeMarker(folder, state, file);
}
