/**
 * The app's side of the socket that terminals ask through. A terminal must never make the window wait: few connections,
 * one call at a time on each, one call begun per turn of the event loop, and no more read than can be answered.
 */
import { EventEmitter, once } from 'node:events';
import { lstatSync, rmSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { dirname } from 'node:path';
import type { Result } from '../../shared/api/errors.ts';
import type { Dispatch } from '../app/dispatch.ts';
import { busyResult, connectTo, decode, encode, LineBuffer, socketAddress } from './socket.ts';

const mebibyte = 1024 * 1024;

export const listenerLimits = {
  connections: 8,
  /** A longer line waits until no other long one is being read or answered. */
  shortLine: mebibyte,
  /** A file to import, in base64. */
  longestLine: 64 * mebibyte,
  /** No call begins while more than this of earlier answers waits for terminals to take it. */
  unreadAnswers: 16 * mebibyte,
  /** How long a terminal may take to ask: for one line in all, or between two. */
  askingMs: 60_000,
  /** How long a terminal may take to read an answer. */
  readingMs: 30_000,
};

export interface TerminalListener {
  /** Listens if there is a folder to listen in and nobody does yet; to be called again when that may have changed. */
  open(): Promise<boolean>;
  /** Stops listening. Calls that run are still answered. */
  close(): void;
}

/** Without a usable address it never listens: a terminal then says that the record is open elsewhere. */
export function createTerminalListener(
  folder: string,
  dispatch: Dispatch,
  limits: typeof listenerLimits = listenerLimits,
): TerminalListener {
  const address = socketAddress(folder);
  const answers = createAnswering(dispatch, limits);
  let opening: Promise<Server | null> = Promise.resolve(null);
  let isClosed = false;
  return {
    async open() {
      if (address === null || isClosed) return false;
      opening = opening.then((server) => server ?? listen(address, answers.serve));
      const server = await opening;
      if (isClosed) server?.close();
      return server !== null && !isClosed;
    },
    close() {
      isClosed = true;
      void opening.then((server) => server?.close());
      answers.close();
    },
  };
}

async function listen(address: string, serve: (socket: Socket) => void): Promise<Server | null> {
  if (!(await makeRoom(address))) return null;
  return new Promise((resolve) => {
    // a terminal that has asked and hung up its half is still answered
    const server = createServer({ allowHalfOpen: true }, serve);
    server.once('error', () => resolve(null));
    server.listen(address, () => {
      if (process.platform !== 'win32') void chmod(address, 0o600).catch(() => undefined);
      server.on('error', () => undefined);
      server.unref();
      resolve(server);
    });
  });
}

/** Whether the address is free. A socket that nobody answers on was left by a crash and is removed; nothing else ever is. */
async function makeRoom(address: string): Promise<boolean> {
  if (process.platform === 'win32') return true;
  const look = (path: string) => lstatSync(path, { throwIfNoEntry: false, bigint: true });
  if (!look(dirname(address))) return false;
  const there = look(address);
  if (!there) return true;
  if (!there.isSocket()) return false;
  const reached = await connectTo(address);
  if (!('failed' in reached)) {
    reached.destroy();
    return false;
  }
  if (reached.failed === 'ENOENT') return true;
  if (reached.failed !== 'ECONNREFUSED') return false;
  // another app may have begun to listen there meanwhile, even under the same inode
  const now = look(address);
  if (now?.ino !== there.ino || now.ctimeNs !== there.ctimeNs) return false;
  rmSync(address, { force: true });
  return true;
}

/** Everything that connections share: how many there are, whose turn it is, what waits to be read. */
function createAnswering(dispatch: Dispatch, limits: typeof listenerLimits) {
  const connections = new Set<{ readonly socket: Socket; isAnswering: boolean }>();
  const long = createGate();
  const reading = new EventEmitter();
  let unread = 0;
  let turn: Promise<unknown> = Promise.resolve();
  let isClosed = false;

  /** The window's calls come in between: one call of all terminals begins in each turn of the event loop. */
  const nextTurn = async () => {
    while (unread > limits.unreadAnswers) await once(reading, 'read');
    turn = turn.then(() => new Promise((resolve) => setImmediate(resolve)));
    await turn;
  };

  const send = async (socket: Socket, answer: Result) => {
    const text = `${encode(answer)}\n`;
    unread += text.length;
    const timer = setTimeout(() => socket.destroy(), limits.readingMs);
    try {
      await new Promise<void>((taken) => {
        socket.write(text, () => taken());
      });
    } finally {
      clearTimeout(timer);
      unread -= text.length;
      reading.emit('read');
    }
  };

  const converse = async (connection: { readonly socket: Socket; isAnswering: boolean }) => {
    const { socket } = connection;
    for await (const line of readLines(socket, limits, long)) {
      connection.isAnswering = true;
      if (line === null) {
        await send(socket, tooLong(limits.longestLine));
        return;
      }
      await nextTurn();
      await send(socket, await answerLine(dispatch, line));
      connection.isAnswering = false;
      if (isClosed || socket.destroyed) return;
    }
  };

  return {
    serve(socket: Socket): void {
      socket.on('error', () => socket.destroy());
      if (connections.size >= limits.connections || isClosed) {
        socket.end(`${encode(busyResult)}\n`, () => socket.destroy());
        return;
      }
      const connection = { socket, isAnswering: false };
      connections.add(connection);
      socket.once('close', () => connections.delete(connection));
      void converse(connection)
        .catch(() => undefined)
        .finally(() => socket.end(() => socket.destroy()));
    },
    close(): void {
      isClosed = true;
      for (const { socket, isAnswering } of connections) if (!isAnswering) socket.destroy();
    },
  };
}

/** More lists, objects and values than any question of ours has; reading them would hold up the window. */
const mostParts = 100_000;

/** Counts what begins or parts a value, in texts too: bytes travel as base64, which has none of these signs. */
function hasManyParts(line: string): boolean {
  if (line.length < mostParts) return false;
  let parts = 0;
  for (let index = 0; index < line.length; index += 1) {
    const sign = line.charCodeAt(index);
    // [ { ,
    if (sign === 91 || sign === 123 || sign === 44) parts += 1;
    if (parts > mostParts) return true;
  }
  return false;
}

async function answerLine(dispatch: Dispatch, line: string): Promise<Result> {
  let asked: unknown;
  try {
    asked = hasManyParts(line) ? null : decode(line);
  } catch {
    asked = null;
  }
  if (typeof asked !== 'object' || asked === null || !('name' in asked) || typeof asked.name !== 'string') {
    return { ok: false, error: { code: 'INVALID_INPUT', message: 'The question was not understood.' } };
  }
  return dispatch(asked.name, 'input' in asked ? asked.input : undefined);
}

/**
 * The lines of a connection, read no further than they are asked for; null for one that is too long, and then no more.
 * Ends the connection when a line takes too long to come.
 */
async function* readLines(
  socket: Socket,
  limits: typeof listenerLimits,
  long: Gate,
): AsyncGenerator<string | null, void> {
  const lines = new LineBuffer();
  const pieces: AsyncIterator<Buffer> = socket[Symbol.asyncIterator]();
  let isLong = false;
  let patienceMs = limits.askingMs;
  try {
    for (;;) {
      const since = Date.now();
      const timer = setTimeout(() => socket.destroy(), patienceMs);
      const piece = await pieces.next().finally(() => clearTimeout(timer));
      if (piece.done) return;
      patienceMs -= Date.now() - since;
      for (const line of lines.add(piece.value)) {
        yield line;
        if (isLong) long.leave();
        isLong = false;
        patienceMs = limits.askingMs;
      }
      if (lines.length > limits.longestLine) {
        yield null;
        return;
      }
      if (lines.length > limits.shortLine && !isLong) {
        await long.enter();
        isLong = true;
      }
    }
  } finally {
    if (isLong) long.leave();
  }
}

/** Lets one through at a time, who came first before the others. */
interface Gate {
  enter(): Promise<void>;
  leave(): void;
}

function createGate(): Gate {
  let isTaken = false;
  const waiting: (() => void)[] = [];
  return {
    async enter() {
      if (isTaken) await new Promise<void>((resolve) => waiting.push(resolve));
      isTaken = true;
    },
    leave() {
      const next = waiting.shift();
      if (next) next();
      else isTaken = false;
    },
  };
}

function tooLong(bytes: number): Result {
  return {
    ok: false,
    error: {
      code: 'FILE_TOO_LARGE',
      message: `That is more than the ${Math.round(bytes / mebibyte)} MB that a terminal can hand to the open app. Nothing was changed. Close Cairn and try again, or add the file in its window.`,
    },
  };
}
