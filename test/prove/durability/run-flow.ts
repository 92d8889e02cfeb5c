/** Starts the process of a flow and understands what it says. */
import { type ChildProcess, spawn } from 'node:child_process';
import { programFile } from '../../helpers/programs.ts';
import type { Flow } from './flows.ts';

/** What is taken away for a control: nothing, syncing, committing before acknowledging, or telling what was refused. */
export type Weakness = 'none' | 'unsynced' | 'early' | 'swallowing';

export type Said =
  | { readonly kind: 'opened' | 'ended'; readonly state: string }
  | { readonly kind: 'done'; readonly act: string; readonly state: string }
  | {
      readonly kind: 'refused';
      readonly act: string;
      readonly code: string;
      readonly state: string;
      readonly words: string;
    }
  | { readonly kind: 'backup'; readonly fileName: string }
  | { readonly kind: 'closed' };

export interface FlowRun {
  readonly flow: string;
  readonly folder: string;
  readonly resources: string;
  readonly weakness?: Weakness;
  /** What comes before the program: a strace with its options. */
  readonly under?: readonly string[];
}

/** Starts it; stdout is a pipe. */
async function startFlow(run: FlowRun): Promise<ChildProcess & { readonly stdout: NodeJS.ReadableStream }> {
  const [command = '', ...args] = [
    ...(run.under ?? []),
    process.execPath,
    programFile('flow-process'),
    run.flow,
    run.folder,
    run.resources,
    run.weakness ?? 'none',
  ];
  return spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    // one thread for files makes “the Nth” mean the same in every run
    env: { ...process.env, UV_THREADPOOL_SIZE: '1' },
  });
}

export interface FlowResult {
  readonly said: readonly Said[];
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly complaints: string;
}

/** Lets it run to its end. */
export async function runFlow(
  run: FlowRun,
  onLine: (said: Said, child: ChildProcess) => void = () => undefined,
): Promise<FlowResult> {
  const child = await startFlow(run);
  return new Promise((done, fail) => {
    const said: Said[] = [];
    let rest = '';
    let complaints = '';
    child.stdout.on('data', (chunk) => {
      const lines = (rest + String(chunk)).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const understood = understand(line);
        if (!understood) continue;
        said.push(understood);
        onLine(understood, child);
      }
    });
    child.stderr?.on('data', (chunk) => {
      complaints = (complaints + String(chunk)).slice(-4_000);
    });
    child.on('error', fail);
    child.on('close', (exitCode, signal) => done({ said, exitCode, signal, complaints }));
  });
}

/** Null for what is no line of ours. */
export function understand(line: string): Said | null {
  const [kind, first = '', second = '', third = '', ...more] = line.split(' ');
  if (kind === 'opened' || kind === 'ended') return { kind, state: first };
  if (kind === 'done') return { kind, act: first, state: second };
  if (kind === 'refused') return { kind, act: first, code: second, state: third, words: more.join(' ') };
  if (kind === 'backup') return { kind, fileName: first };
  return kind === 'closed' ? { kind } : null;
}

/** The states that were acknowledged, in order, the one at opening first. */
export function statesOf(said: readonly Said[]): string[] {
  return said.flatMap((line) => (line.kind === 'opened' || line.kind === 'done' ? [line.state] : []));
}

/** The backups that were acknowledged. */
export function backupsOf(said: readonly Said[]): string[] {
  return said.flatMap((line) => (line.kind === 'backup' ? [line.fileName] : []));
}

/** After so many acknowledgements: the state that was acknowledged last or the one that came next, never one between. */
export function allowedStates(start: Flow['start'], acknowledged: number, states: readonly string[]): string[] {
  // opening a record changes nothing; where there is none yet, there may be none
  const last = acknowledged > 0 ? states[acknowledged - 1] : start === 'nothing' ? 'none' : states[0];
  return [last ?? 'none', states[acknowledged] ?? last ?? 'none'];
}
