/** The system's tracer, which records what a process asks of the disk and makes single calls fail. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { wholeCalls } from './trace.ts';

let known: string | null | undefined;

/** Why it cannot be used here, or null. */
export function straceUnavailable(): string | null {
  if (known === undefined) {
    const tried = spawnSync('strace', [
      '-f',
      '-qq',
      '-o',
      '/dev/null',
      '-e',
      'trace=fsync',
      process.execPath,
      '--version',
    ]);
    if (tried.error) known = 'strace is not installed, so the calls of a process cannot be recorded or made to fail.';
    else if (tried.status !== 0)
      known = `strace may not trace processes here: ${String(tried.stderr).trim().split('\n')[0]}`;
    else known = null;
  }
  return known;
}

const recordedCalls = [
  ...['openat', 'open', 'creat', 'close', 'clone', 'clone3', 'fork', 'vfork'],
  ...['pwrite64', 'write', 'writev', 'pwritev', 'pwritev2', 'ftruncate', 'truncate', 'fallocate'],
  ...['fsync', 'fdatasync', 'sync_file_range', 'copy_file_range', 'sendfile', 'splice'],
  ...[
    'unlink',
    'unlinkat',
    'rmdir',
    'rename',
    'renameat',
    'renameat2',
    'link',
    'linkat',
    'symlink',
    'mkdir',
    'mkdirat',
  ],
];

/** The command before a program that records everything it asks of the disk, with all bytes. */
export function recording(trace: string): string[] {
  const options = ['-f', '-y', '-xx', '-qq', '-s', '67108864', '--seccomp-bpf', '-e', 'signal=none', '-o', trace];
  return ['strace', ...options, '-e', `trace=${recordedCalls.join()}`];
}

export interface Fault {
  /** Calls of one kind: `rename` and `renameat2` do the same. */
  readonly calls: readonly string[];
  readonly effect: 'error=EIO' | 'error=ENOSPC' | 'signal=KILL';
  /** At which call of each thread; with `forever` at every later one too. */
  readonly nth: number;
  readonly forever?: boolean;
}

/** The command before a program that makes its Nth call of a kind fail. */
export function injecting(trace: string, fault: Fault): string[] {
  const calls = fault.calls.join();
  const when = `${fault.nth}${fault.forever ? '+' : ''}`;
  // strace 6.1 sends no signal where the kernel filters calls for it
  const filter = fault.effect === 'signal=KILL' ? [] : ['--seccomp-bpf'];
  const options = ['-f', '-y', '-qq', '-s', '0', ...filter, '-e', 'signal=none', '-o', trace];
  return ['strace', ...options, '-e', `trace=${calls}`, '-e', `inject=${calls}:${fault.effect}:when=${when}`];
}

/** The calls that were made to fail, as strace wrote them down. A kill is not marked by it: the process is gone. */
export function firedIn(trace: string): string[] {
  return [...wholeCalls(readFileSync(trace, 'latin1'))]
    .map(({ call }) => call)
    .filter((call) => call.includes('(INJECTED)'));
}
