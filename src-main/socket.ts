/**
 * How a terminal reaches the app that has the profile open: a socket in the profile folder, for its owner only.
 * One JSON line asks, one answers; bytes travel as base64.
 */
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import type { Result } from '../shared/api/errors.ts';
import type { Dispatch } from './dispatch.ts';

const maxLine = 64 * 1024 * 1024;

/** Where it listens: a file in the folder, or on Windows a pipe named after it. Long paths go by their hash, as systems cut them. */
function addressOf(folder: string): string {
  const hash = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  if (process.platform === 'win32') return `\\\\.\\pipe\\cairn-${hash}`;
  return join(folder, 'cairn.sock');
}

/** Whether the system can name the socket: most allow about 100 bytes. */
const isTooLong = (address: string) => process.platform !== 'win32' && Buffer.byteLength(address) > 100;

/** Listens for terminals; answers how to stop. Without a usable address it does nothing: the terminal then says that the record is open elsewhere. */
export function listenForTerminals(folder: string, dispatch: Dispatch): () => void {
  const address = addressOf(folder);
  if (isTooLong(address)) return () => undefined;
  if (process.platform !== 'win32') rmSync(address, { force: true });
  const server = createServer((socket) => {
    readLines(socket, async (line) => {
      let reply: Result;
      try {
        const { name, input } = decode(line) as { name: string; input: unknown };
        reply = await dispatch(name, input);
      } catch {
        reply = { ok: false, error: { code: 'INVALID_INPUT', message: 'The question was not understood.' } };
      }
      socket.write(`${encode(reply)}\n`);
    });
    socket.on('error', () => socket.destroy());
  });
  server.on('error', () => server.close());
  server.listen(address, () => {
    if (process.platform !== 'win32' && existsSync(address)) chmodSync(address, 0o600);
  });
  server.unref();
  return () => {
    server.close();
    if (process.platform !== 'win32') rmSync(address, { force: true });
  };
}

/** Reaches the app that has the folder open; null when none answers. */
export async function reachApp(folder: string): Promise<{ call: Dispatch; end: () => void } | null> {
  const address = addressOf(folder);
  if (isTooLong(address)) return null;
  const socket = await new Promise<Socket | null>((resolve) => {
    const attempt = connect(address, () => resolve(attempt));
    attempt.on('error', () => resolve(null));
  });
  if (!socket) return null;
  const waiting: ((result: Result) => void)[] = [];
  readLines(socket, async (line) => waiting.shift()?.(decode(line) as Result));
  socket.on('close', () => {
    for (const answer of waiting.splice(0))
      answer({ ok: false, error: { code: 'INTERNAL', message: 'Cairn was closed while it worked on this.' } });
  });
  return {
    call: (name, input) =>
      new Promise((resolve) => {
        waiting.push(resolve);
        socket.write(`${encode({ name, input })}\n`);
      }),
    end: () => socket.end(),
  };
}

function readLines(socket: Socket, onLine: (line: string) => Promise<void>): void {
  let parts: Buffer[] = [];
  let length = 0;
  let turn = Promise.resolve();
  socket.on('data', (chunk: Buffer) => {
    let rest = chunk;
    for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
      const line = Buffer.concat([...parts, rest.subarray(0, end)]).toString('utf8');
      parts = [];
      length = 0;
      rest = rest.subarray(end + 1);
      turn = turn.then(() => onLine(line)).catch(() => undefined);
    }
    parts.push(rest);
    length += rest.length;
    if (length > maxLine) socket.destroy();
  });
}

/** JSON with bytes as `{"$bytes": base64}`. */
export function encode(value: unknown): string {
  return JSON.stringify(value, (_key, one: unknown) => {
    if (one instanceof Uint8Array) return { $bytes: Buffer.from(one).toString('base64') };
    // a Buffer turns itself into this before the replacer sees it
    if (isPlain(one) && one.type === 'Buffer' && Array.isArray(one.data))
      return { $bytes: Buffer.from(one.data as number[]).toString('base64') };
    return one;
  });
}

export function decode(line: string): unknown {
  return JSON.parse(line, (_key, one: unknown) =>
    isPlain(one) && typeof one.$bytes === 'string' ? new Uint8Array(Buffer.from(one.$bytes, 'base64')) : one,
  );
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
