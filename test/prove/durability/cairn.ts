/** A Cairn on plain Node: real session, dispatch and SQLite; only the system is stood for, with ids and a clock that repeat. */
import { AppError, type Result } from '../../../shared/api/errors.ts';
import type { EndpointName, Input, Output } from '../../../shared/api/index.ts';
import { createDispatch } from '../../../src-main/app/dispatch.ts';
import { endSession, type Session, startSession } from '../../../src-main/app/session.ts';
import type { Host } from '../../../src-main/host.ts';
import { startLastingProcess } from '../../helpers/lasting-process.ts';
import { fingerprintOf } from './fingerprint.ts';

export interface ProofCairn {
  readonly session: Session;
  readonly dispatch: (name: EndpointName, input: unknown) => Promise<Result>;
  /** Calls an endpoint; throws AppError with what it refuses. */
  readonly call: <Name extends EndpointName>(name: Name, input: Input<Name>) => Promise<Output<Name>>;
  /** What stands in the log of what has no words. */
  readonly logged: readonly string[];
  /** The fingerprint of the record that is open, `none` without one, or the code of why it does not open. */
  readonly fingerprint: () => string;
  readonly close: () => Promise<void>;
  /** Lets go of the record as it is: for a look at one that is thrown away afterwards. */
  readonly leave: () => Promise<void>;
}

/** `run` orders the runs over one folder: ids and times of a later one come after those of an earlier one. */
export async function openCairn(
  folder: string,
  resources: string,
  run: number,
  startProcess: Host['startProcess'] = startLastingProcess,
): Promise<ProofCairn> {
  const logged: string[] = [];
  const session = await startSession({ host: hostOf(run, startProcess), folder, resources });
  const dispatch = createDispatch(session, (line) => logged.push(line));
  return {
    session,
    dispatch,
    logged,
    call: async (name, input) => {
      const result = await dispatch(name, input);
      if (!result.ok) throw new AppError(result.error.code, result.error.message, result.error.details);
      return result.value as Output<typeof name>;
    },
    fingerprint: () => (session.profile ? fingerprintOf(session.profile.sqlite) : (session.problem?.code ?? 'none')),
    close: () => endSession(session),
    leave: () => {
      session.profile?.sqlite.close();
      session.profile = null;
      return endSession(session);
    },
  };
}

function hostOf(run: number, startProcess: Host['startProcess']): Host {
  let ids = 0;
  let asked = 0;
  const refuse = () => {
    throw new AppError('INVALID_INPUT', 'No dialog in a proof.');
  };
  return {
    version: '0.0.0-proof',
    // ten seconds between any two questions, so that no two changes merge into one undo step
    now: () => new Date(Date.UTC(2026, 10, 20 + run) + 10_000 * ++asked),
    newId: () => `${String(run).padStart(8, '0')}-0000-7000-8000-${String(++ids).padStart(12, '0')}`,
    pickFile: refuse,
    saveFile: refuse,
    openSaved: async () => undefined,
    print: refuse,
    openFolder: async () => undefined,
    openAddress: async () => true,
    connectionAttempts: () => 0,
    startProcess,
  };
}
