/**
 * What a terminal and the app that has the profile open say to each other: a socket in the profile folder, for its owner
 * only. One JSON line asks, one answers; bytes travel as base64. The app's side is in `terminal-listener.ts`.
 */
import { createHash } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import type { Result } from '../../shared/api/errors.ts';
import type { Dispatch } from '../app/dispatch.ts';

/** The longest answer a terminal takes: a printed document, in base64. */
const maxAnswer = 256 * 1024 * 1024;

/**
 * Where the app listens: a file in the folder, or on Windows a pipe named after it. Null when the system cannot name it:
 * most allow about 100 bytes.
 */
export function socketAddress(folder: string): string | null {
  if (process.platform === 'win32') {
    return `\\\\.\\pipe\\cairn-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`;
  }
  const address = join(folder, 'cairn.sock');
  return Buffer.byteLength(address) > 100 ? null : address;
}

/** Connects, or says with which code it failed. */
export function connectTo(address: string): Promise<Socket | { readonly failed: string }> {
  return new Promise((resolve) => {
    const socket = connect(address);
    socket.once('error', (error: NodeJS.ErrnoException) => resolve({ failed: error.code ?? '' }));
    socket.once('connect', () => {
      socket.on('error', () => socket.destroy());
      resolve(socket);
    });
  });
}

/** What a terminal gets instead of an answer when too many others are being answered. */
export const busyResult: Result = {
  ok: false,
  error: {
    code: 'CONFLICT',
    message: 'Cairn is answering other terminals. Nothing was changed. Try again in a moment.',
    details: 'busy',
  },
};

/** Whether the app had no time: asked again a moment later it may have. */
export const isBusy = (result: Result): boolean => !result.ok && result.error.details === 'busy';

const closed: Result = {
  ok: false,
  error: { code: 'INTERNAL', message: 'Cairn was closed while it worked on this.', details: 'closed' },
};

/** Whether the app went away instead of answering. */
export const isClosed = (result: Result): boolean => !result.ok && result.error.details === 'closed';

/** Reaches the app that has the folder open; null when none answers. */
export async function reachApp(folder: string): Promise<{ call: Dispatch; end: () => void } | null> {
  const address = socketAddress(folder);
  const socket = address === null ? null : await connectTo(address);
  if (socket === null || 'failed' in socket) return null;
  const waiting: ((result: Result) => void)[] = [];
  const lines = new LineBuffer();
  socket.on('data', (chunk: Buffer) => {
    try {
      for (const line of lines.add(chunk)) waiting.shift()?.(decode(line) as Result);
    } catch {
      // whatever answers there is no Cairn
      socket.destroy();
    }
    if (lines.length > maxAnswer) socket.destroy();
  });
  socket.on('close', () => {
    for (const answer of waiting.splice(0)) answer(closed);
  });
  return {
    call: (name, input) =>
      new Promise((resolve) => {
        if (socket.destroyed || socket.readableEnded) return resolve(closed);
        waiting.push(resolve);
        socket.write(`${encode({ name, input })}\n`);
      }),
    end: () => socket.end(),
  };
}

/** Collects bytes until a line is whole. However small the pieces, it holds no more than twice what came. */
export class LineBuffer {
  /** How many bytes of an unfinished line it holds. */
  length = 0;
  private bytes = Buffer.alloc(0);

  /** Takes a piece and gives the lines that it ends, one by one as they are asked for. */
  *add(piece: Buffer): Generator<string> {
    let rest = piece;
    for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
      const line = this.length === 0 ? rest.subarray(0, end) : this.append(rest.subarray(0, end));
      rest = rest.subarray(end + 1);
      this.length = 0;
      this.bytes = Buffer.alloc(0);
      yield line.toString('utf8');
    }
    if (rest.length > 0) this.append(rest);
  }

  private append(piece: Buffer): Buffer {
    const length = this.length + piece.length;
    if (length > this.bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(length, this.bytes.length * 2));
      this.bytes.copy(larger, 0, 0, this.length);
      this.bytes = larger;
    }
    piece.copy(this.bytes, this.length);
    this.length = length;
    return this.bytes.subarray(0, length);
  }
}

/** JSON with bytes as `{"$bytes": base64}`. */
export function encode(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) => {
    if (item instanceof Uint8Array) return { $bytes: Buffer.from(item).toString('base64') };
    // a Buffer turns itself into this before the replacer sees it
    if (isPlain(item) && item.type === 'Buffer' && Array.isArray(item.data))
      return { $bytes: Buffer.from(item.data as number[]).toString('base64') };
    return item;
  });
}

export function decode(line: string): unknown {
  return JSON.parse(line, (_key, item: unknown) =>
    isPlain(item) && typeof item.$bytes === 'string' ? new Uint8Array(Buffer.from(item.$bytes, 'base64')) : item,
  );
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
