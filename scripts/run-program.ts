// Starting other programs from the scripts, and ending them with us.
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

/** The folder that holds package.json. */
export const root = resolve(import.meta.dirname, '..');

/** The file of a package's command, to be run with `process.execPath`: unlike node_modules/.bin it is the same on Windows. */
export const electronViteBin = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
export const vitestBin = join(root, 'node_modules', 'vitest', 'vitest.mjs');

const running = new Set<ChildProcess>();

/** Starts a program that must not outlive this one. */
export function start(command: string, args: readonly string[], options: SpawnOptions = {}): ChildProcess {
  const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

/** Runs a program to its end in our own terminal; resolves to its exit status, 1 when a signal ended it. */
export async function run(command: string, args: readonly string[], options: SpawnOptions = {}): Promise<number> {
  const child = start(command, args, options);
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? 1;
}

/** Runs a program quietly; resolves to its status and everything it said. Rejects when it cannot be started. */
export async function capture(
  command: string,
  args: readonly string[],
  options: SpawnOptions & { readonly timeoutMs?: number } = {},
): Promise<{ readonly status: number; readonly stdout: string; readonly output: string }> {
  const { timeoutMs, ...spawnOptions } = options;
  const child = start(command, args, { ...spawnOptions, stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let output = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    output += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  const timer = timeoutMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), timeoutMs);
  try {
    const [code] = (await once(child, 'close')) as [number | null];
    return { status: code ?? 1, stdout, output };
  } finally {
    clearTimeout(timer);
  }
}

/** Whether a command is to be found on PATH. */
export function hasCommand(name: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Something a person can act on; printed without a stack. */
export class ScriptError extends Error {}

/** Runs a script's body; its result is the exit status. */
export async function main(body: () => Promise<number>): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      endAll();
      process.exit(signal === 'SIGINT' ? 130 : 143);
    });
  }
  try {
    process.exitCode = await body();
  } catch (error) {
    console.error(error instanceof ScriptError ? error.message : error);
    process.exitCode = 1;
  } finally {
    endAll();
  }
}

function endAll(): void {
  for (const child of running) child.kill();
}
