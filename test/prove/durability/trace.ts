/** Reads what strace recorded into what happened to the files below one folder, and what the process said meanwhile. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export type DiskEvent =
  | {
      readonly kind: 'open';
      readonly file: string;
      readonly path: string;
      readonly creates: boolean;
      readonly empties: boolean;
    }
  | { readonly kind: 'close'; readonly file: string }
  /** `at` is null for a write at the present position. */
  | {
      readonly kind: 'write';
      readonly file: string;
      readonly bytes: Buffer;
      readonly at: number | null;
      readonly path: string;
    }
  | { readonly kind: 'resize'; readonly file: string; readonly size: number; readonly path: string }
  | { readonly kind: 'sync'; readonly file: string; readonly path: string }
  | { readonly kind: 'remove'; readonly path: string }
  | { readonly kind: 'rename'; readonly from: string; readonly path: string }
  | { readonly kind: 'link'; readonly from: string; readonly path: string }
  | { readonly kind: 'make-folder'; readonly path: string }
  | { readonly kind: 'said'; readonly line: string };

interface Call {
  readonly thread: string;
  readonly name: string;
  readonly args: string;
  readonly result: number;
}

/** Everything below `root`, in order. Throws at a call that changes a file in a way that cannot be replayed. */
export function readTrace(trace: string, root: string): DiskEvent[] {
  const calls = callsOf(readFileSync(trace, 'latin1'));
  const tables = fileTables(calls);
  const events: DiskEvent[] = [];
  let rest = '';
  for (const call of calls) {
    const said = call.name === 'writev' ? saidBy(call) : null;
    if (said === null) {
      const event = eventOf(call, tables.get(call.thread) ?? call.thread, root);
      if (event) events.push(event);
      continue;
    }
    const lines = (rest + said).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) events.push({ kind: 'said', line });
  }
  return events;
}

/** Where calls of a kind concern something below `root`: at the Nth call of that name in their thread. */
export function ordinalsOf(trace: string, names: readonly string[], root: string): number[] {
  const counts = new Map<string, number>();
  const found = new Set<number>();
  for (const { thread, call } of wholeCalls(trace)) {
    const name = call.slice(0, call.indexOf('('));
    if (!names.includes(name)) continue;
    const count = 1 + (counts.get(`${thread} ${name}`) ?? 0);
    counts.set(`${thread} ${name}`, count);
    if (call.includes(hex(root))) found.add(count);
  }
  return [...found].sort((a, b) => a - b);
}

/**
 * Each call on a line of its own, with its thread. A call that others interrupted stands where it ended; only a `close`
 * stands where it began, because its number is free from then on and another thread may be given it before it ends.
 */
export function* wholeCalls(text: string): Generator<{ thread: string; call: string }> {
  const unfinished = new Map<string, string>();
  for (const line of text.split('\n')) {
    const space = line.indexOf(' ');
    if (space < 0) continue;
    const thread = line.slice(0, space);
    let call = line.slice(space).trimStart();
    if (call.endsWith('<unfinished ...>')) {
      const begun = call.slice(0, -'<unfinished ...>'.length).trimEnd();
      if (begun.startsWith('close(')) yield { thread, call: `${begun}) = 0` };
      else unfinished.set(thread, begun);
      continue;
    }
    const [resumed, name] = /^<\.\.\. (\w+) resumed>/.exec(call) ?? [];
    if (name === 'close') continue;
    if (resumed) {
      call = `${unfinished.get(thread) ?? ''}${call.slice(resumed.length)}`;
      unfinished.delete(thread);
    }
    yield { thread, call };
  }
}

/** The calls that succeeded. */
function callsOf(text: string): Call[] {
  const calls: Call[] = [];
  for (const { thread, call } of wholeCalls(text)) {
    const opening = call.indexOf('(');
    const equals = call.lastIndexOf(' = ');
    const end = call.lastIndexOf(')', equals);
    if (opening < 1 || end < opening) continue;
    const result = Number.parseInt(call.slice(equals + 3), 10);
    if (Number.isNaN(result) || result < 0) continue;
    calls.push({ thread, name: call.slice(0, opening), args: call.slice(opening + 1, end), result });
  }
  return calls;
}

/** Threads of a process share one table of open files, whichever of them is told of first; a process has its own. */
function fileTables(calls: readonly Call[]): Map<string, string> {
  const sharedWith = new Map<string, string>();
  for (const { thread, name, args, result } of calls) {
    if (['clone', 'clone3'].includes(name) && args.includes('CLONE_FILES')) sharedWith.set(String(result), thread);
  }
  const owner = (thread: string): string => {
    const other = sharedWith.get(thread);
    return other === undefined ? thread : owner(other);
  };
  return new Map([...sharedWith.keys()].map((thread) => [thread, owner(thread)]));
}

/** What went to standard output, which is a pipe or a socket; null for any other write. */
function saidBy({ args }: Call): string | null {
  const [, descriptor, path = ''] = /^(\d+)<([^>]*)>/.exec(args) ?? [];
  return descriptor === '1' && /^(pipe|socket):/.test(unhex(path).toString())
    ? Buffer.concat(stringsOf(args)).toString()
    : null;
}

function eventOf(call: Call, table: string, root: string): DiskEvent | null {
  const { name, args, result } = call;
  const isInside = (path: string) => path === root || path.startsWith(`${root}/`);
  const opened = openedFile(args);
  const file = `${table}:${opened?.descriptor ?? ''}`;
  switch (name) {
    case 'openat':
    case 'open':
    case 'creat':
      return {
        kind: 'open',
        file: `${table}:${result}`,
        path: pathsOf(args)[0] ?? '',
        creates: name === 'creat' || args.includes('O_CREAT'),
        empties: name === 'creat' || args.includes('O_TRUNC'),
      };
    case 'close':
      return { kind: 'close', file };
  }
  if (opened && isInside(opened.path)) {
    const numbers = trailingNumbers(args);
    const bytes = () => Buffer.concat(stringsOf(args)).subarray(0, result);
    switch (name) {
      case 'pwrite64':
      case 'pwritev':
        return { kind: 'write', file, path: opened.path, bytes: bytes(), at: numbers.at(-1) ?? 0 };
      case 'pwritev2':
        return { kind: 'write', file, path: opened.path, bytes: bytes(), at: numbers.at(-2) ?? 0 };
      case 'write':
      case 'writev':
        return { kind: 'write', file, path: opened.path, bytes: bytes(), at: null };
      case 'ftruncate':
        return { kind: 'resize', file, path: opened.path, size: numbers.at(-1) ?? 0 };
      case 'fsync':
      case 'fdatasync':
        return { kind: 'sync', file, path: opened.path };
      case 'fallocate':
      case 'sync_file_range':
      case 'copy_file_range':
      case 'sendfile':
      case 'splice':
        throw new Error(`${name} on ${opened.path} cannot be replayed.`);
    }
  }
  if (/write|sync|clone|fork/.test(name)) return null;
  const [path = '', second = ''] = pathsOf(args);
  if (!isInside(path) && !isInside(second)) return null;
  switch (name) {
    case 'unlink':
    case 'unlinkat':
    case 'rmdir':
      return { kind: 'remove', path };
    case 'rename':
    case 'renameat':
    case 'renameat2':
      return { kind: 'rename', from: path, path: second };
    case 'link':
    case 'linkat':
      return { kind: 'link', from: path, path: second };
    case 'mkdir':
    case 'mkdirat':
      return { kind: 'make-folder', path };
    case 'truncate':
    case 'symlink':
      throw new Error(`${name} of ${path} cannot be replayed.`);
  }
  return null;
}

/** The open file a call is about, by its descriptor and the path strace wrote beside it. */
function openedFile(args: string): { descriptor: string; path: string } | null {
  const [, descriptor, path] = /^(\d+)<([^>]*)>/.exec(args) ?? [];
  return descriptor === undefined || path === undefined ? null : { descriptor, path: unhex(path).toString() };
}

/** Paths given as text, each taken from the folder that stands before it. */
function pathsOf(args: string): string[] {
  const given = [...args.matchAll(/(?:(?:AT_FDCWD|\d+)<([^>]*)>(?:\(deleted\))?, )?"((?:\\x[0-9a-f]{2})*)"/g)];
  return given.map(([, folder = '', text = '']) => {
    const path = unhex(text).toString();
    return path.startsWith('/') ? resolve(path) : join(unhex(folder).toString(), path);
  });
}

function stringsOf(args: string): Buffer[] {
  return [...args.matchAll(/"((?:\\x[0-9a-f]{2})*)"/g)].map(([, text = '']) => unhex(text));
}

function trailingNumbers(args: string): number[] {
  const [tail = ''] = /(?:, \d+)+$/.exec(args) ?? [];
  return tail.split(', ').slice(1).map(Number);
}

function hex(text: string): string {
  return [...Buffer.from(text)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
}

/** Reads text of the form \x41\x42. */
function unhex(text: string): Buffer {
  return Buffer.from(text.replaceAll('\\x', ''), 'hex');
}
