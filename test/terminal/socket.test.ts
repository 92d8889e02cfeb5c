/** The socket terminals ask through: there once there is a record, one app's alone, and never in the way of the window. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, lstatSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Result } from '../../shared/api/errors.ts';
import type { Dispatch } from '../../src-main/app/dispatch.ts';
import { LineBuffer, reachApp } from '../../src-main/terminal/socket.ts';
import { createTerminalListener, listenerLimits } from '../../src-main/terminal/terminal-listener.ts';
import { freshCairn, openCairn, temporaryFolder } from '../helpers/cairn.ts';

const echo: Dispatch = async (name, input) => ({ ok: true, value: { name, input } });

async function listening(dispatch: Dispatch = echo, limits: Partial<typeof listenerLimits> = {}) {
  const folder = temporaryFolder();
  const listener = createTerminalListener(folder, dispatch, { ...listenerLimits, ...limits });
  onTestFinished(listener.close);
  expect(await listener.open()).toBe(true);
  return { folder, listener, address: join(folder, 'cairn.sock') };
}

/** A terminal as rough as a test wants it: writes bytes, and collects the lines that come back. */
function terminal(address: string) {
  const socket = connect(address);
  const answers: Result[] = [];
  const lines = new LineBuffer();
  socket.on('error', () => undefined);
  socket.on('data', (piece: Buffer) => {
    for (const line of lines.add(piece)) answers.push(JSON.parse(line) as Result);
  });
  onTestFinished(() => {
    socket.destroy();
  });
  const gone = new Promise<void>((done) => socket.once('close', () => done()));
  return { socket, answers, gone };
}

const line = (name: string, input: unknown = {}) => `${JSON.stringify({ name, input })}\n`;

const mebibytes = (bytes: number) => bytes / 1024 / 1024;

describe('where it listens', () => {
  test('without a folder nothing listens and no folder is made; once there is a record it does', async () => {
    const folder = join(temporaryFolder(), 'record');
    const cairn = await openCairn(folder);
    const listener = createTerminalListener(folder, cairn.dispatch);
    onTestFinished(listener.close);
    expect(await listener.open()).toBe(false);
    expect(existsSync(folder)).toBe(false);
    expect((await cairn.call('getAppState', {})).state).toBe('first-run');
    await cairn.call('startFresh', { name: 'Ada Example' });
    expect(await listener.open()).toBe(true);
    const reached = (await reachApp(folder)) ?? expect.fail('the app was not reached');
    expect(await reached.call('getAppState', {})).toMatchObject({ ok: true, value: { state: 'open' } });
    reached.end();
  });

  test('a socket in a folder without a record does not make it look like one', async () => {
    const { folder } = await listening();
    const cairn = await openCairn(folder);
    expect((await cairn.call('getAppState', {})).state).toBe('first-run');
  });

  test('a second listener leaves the first its socket, and does not take it down when it goes', async () => {
    const { folder, address } = await listening();
    const inode = lstatSync(address).ino;
    const second = createTerminalListener(folder, echo);
    expect(await second.open()).toBe(false);
    second.close();
    await later(50);
    expect(lstatSync(address).ino).toBe(inode);
    expect(await (await reachApp(folder))?.call('x', {})).toMatchObject({ ok: true });
  });

  test('a second listener takes over when the first has gone', async () => {
    const { folder, listener } = await listening();
    const second = createTerminalListener(folder, echo);
    onTestFinished(second.close);
    expect(await second.open()).toBe(false);
    listener.close();
    await expect.poll(() => second.open()).toBe(true);
  });

  test('of two that begin at once, on a socket that a crash left, one listens', async () => {
    const folder = temporaryFolder();
    const address = join(folder, 'cairn.sock');
    const child = spawn(process.execPath, [
      '-e',
      `require('node:net').createServer().listen(${JSON.stringify(address)}, () => process.kill(process.pid, 'SIGKILL'))`,
    ]);
    await once(child, 'exit');
    expect(lstatSync(address).isSocket()).toBe(true);
    const two = [1, 2].map(() => createTerminalListener(folder, echo));
    onTestFinished(() => {
      for (const listener of two) listener.close();
    });
    expect((await Promise.all(two.map((listener) => listener.open()))).filter(Boolean)).toHaveLength(1);
    expect(await (await reachApp(folder))?.call('x', {})).toMatchObject({ ok: true });
  });

  test('a file of that name that is no socket is left alone', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'cairn.sock'), 'mine');
    const listener = createTerminalListener(folder, echo);
    expect(await listener.open()).toBe(false);
    listener.close();
    expect(statSync(join(folder, 'cairn.sock')).size).toBe(4);
  });

  test('a socket of somebody who is slow to answer is not removed', async () => {
    const folder = temporaryFolder();
    const silent = createServer(() => undefined).listen(join(folder, 'cairn.sock'));
    await once(silent, 'listening');
    onTestFinished(() => {
      silent.close();
    });
    expect(await createTerminalListener(folder, echo).open()).toBe(false);
    expect(existsSync(join(folder, 'cairn.sock'))).toBe(true);
  });

  test('it is for its owner only, and gone after closing', async () => {
    const { folder, address, listener } = await listening();
    await expect.poll(() => statSync(address).mode & 0o777).toBe(0o600);
    listener.close();
    await expect.poll(() => readdirSync(folder)).toEqual([]);
  });

  test('in a folder whose path is too long for a socket nothing listens, and nothing fails', async () => {
    const folder = join(temporaryFolder(), 'a'.repeat(120));
    mkdirSync(folder);
    expect(await createTerminalListener(folder, echo).open()).toBe(false);
    expect(await reachApp(folder)).toBeNull();
  });
});

describe('what it answers', () => {
  test('calls on one connection one after the other, in their order', async () => {
    let running = 0;
    let most = 0;
    const { address } = await listening(async (name) => {
      running += 1;
      most = Math.max(most, running);
      await later(1);
      running -= 1;
      return { ok: true, value: name };
    });
    const { socket, answers } = terminal(address);
    socket.write(Array.from({ length: 50 }, (_, index) => line(`n${index}`)).join(''));
    await expect.poll(() => answers.length).toBe(50);
    expect(answers).toEqual(Array.from({ length: 50 }, (_, index) => ({ ok: true, value: `n${index}` })));
    expect(most).toBe(1);
  });

  test('a terminal that asks and hangs up its half, as a pipe does', async () => {
    const { address } = await listening(async (name) => {
      await later(50);
      return { ok: true, value: name };
    });
    const { socket, answers, gone } = terminal(address);
    socket.end(line('a') + line('b'));
    await gone;
    expect(answers).toEqual([
      { ok: true, value: 'a' },
      { ok: true, value: 'b' },
    ]);
  });

  test('what is no question with a refusal, and goes on', async () => {
    const { address } = await listening();
    const { socket, answers } = terminal(address);
    socket.write(`nonsense\n[1]\nnull\n{"name":5}\n\n${line('x')}`);
    await expect.poll(() => answers.length).toBe(6);
    expect(answers.map((answer) => answer.ok)).toEqual([false, false, false, false, false, true]);
  });

  test('eight terminals at once; a ninth is told so, and gets its turn when one has gone', async () => {
    const { folder, address } = await listening();
    const eight = Array.from({ length: 8 }, () => terminal(address));
    for (const { socket } of eight) socket.write(line('x'));
    await expect.poll(() => eight.every(({ answers }) => answers.length === 1)).toBe(true);
    const ninth = (await reachApp(folder)) ?? expect.fail('the app was not reached');
    expect(await ninth.call('x', {})).toMatchObject({ ok: false, error: { code: 'CONFLICT' } });
    eight[0]?.socket.end();
    await eight[0]?.gone;
    const next = (await reachApp(folder)) ?? expect.fail('the app was not reached');
    expect(await next.call('x', {})).toMatchObject({ ok: true });
    next.end();
  });

  test('a line longer than the longest with a refusal, and closes', async () => {
    const { address } = await listening(echo, { shortLine: 1_000, longestLine: 200_000 });
    const { socket, answers, gone } = terminal(address);
    socket.write('x'.repeat(400_000));
    await gone;
    expect(answers).toMatchObject([{ ok: false, error: { code: 'FILE_TOO_LARGE' } }]);
  });

  test('a call after the app has gone, instead of leaving it unanswered', async () => {
    const { folder, listener } = await listening();
    const reached = (await reachApp(folder)) ?? expect.fail('the app was not reached');
    listener.close();
    await later(50);
    expect(await reached.call('x', {})).toMatchObject({ ok: false, error: { details: 'closed' } });
  });
});

describe('who keeps it waiting', () => {
  test('a terminal that is silent, or dribbles, is let go; one whose call runs is not', async () => {
    const { address } = await listening(
      async (name) => {
        if (name === 'slow') await later(600);
        return { ok: true, value: name };
      },
      { askingMs: 300 },
    );
    const silent = terminal(address);
    const dribbling = terminal(address);
    const waiting = terminal(address);
    waiting.socket.write(line('slow'));
    const timer = setInterval(() => dribbling.socket.write('x'), 50);
    onTestFinished(() => clearInterval(timer));
    await Promise.all([silent.gone, dribbling.gone]);
    await expect.poll(() => waiting.answers).toEqual([{ ok: true, value: 'slow' }]);
  });

  test('a terminal that does not read is let go, and holds back nobody else', async () => {
    const large = 'x'.repeat(4 * 1024 * 1024);
    const { address } = await listening(async (name) => ({ ok: true, value: name === 'large' ? large : name }), {
      readingMs: 400,
      unreadAnswers: 1024 * 1024,
    });
    const deaf = terminal(address);
    deaf.socket.pause();
    deaf.socket.write(line('large').repeat(100));
    await later(100);
    const other = terminal(address);
    other.socket.write(line('x'));
    await expect.poll(() => other.answers, { timeout: 5_000 }).toEqual([{ ok: true, value: 'x' }]);
  });

  test('many long lines at once are read one after the other, and take the memory of one', async () => {
    const heard: number[] = [];
    const { address } = await listening(async (_name, input) => {
      heard.push((input as string).length);
      return { ok: true, value: (input as string).length };
    });
    const size = 30 * 1024 * 1024;
    const program = `
      const net = require('node:net');
      let open = 0;
      for (let index = 0; index < 20; index += 1) {
        const socket = net.connect(${JSON.stringify(address)});
        socket.on('error', () => undefined);
        socket.on('data', () => socket.end());
        socket.write('{"name":"x","input":"' + 'y'.repeat(${size}) + '"}\\n');
      }`;
    const before = process.memoryUsage();
    let most = 0;
    const timer = setInterval(() => {
      const { external, arrayBuffers } = process.memoryUsage();
      most = Math.max(most, external - before.external, arrayBuffers - before.arrayBuffers);
    }, 5);
    const child = spawn(process.execPath, ['-e', program], { stdio: 'inherit' });
    await once(child, 'exit');
    clearInterval(timer);
    expect(heard.length).toBeGreaterThanOrEqual(8);
    expect(new Set(heard)).toEqual(new Set([size]));
    expect(mebibytes(most)).toBeLessThan(300);
  });
});

/** Asks as the window does, every 20 ms, and answers how long each took. */
async function askAsTheWindow(dispatch: Dispatch, until: Promise<unknown>): Promise<number[]> {
  let isOver = false;
  void until.then(() => {
    isOver = true;
  });
  const took: number[] = [];
  while (!isOver) {
    const due = performance.now() + 20;
    await later(20);
    expect(await dispatch('listAccomplishments', {})).toMatchObject({ ok: true });
    took.push(performance.now() - due);
  }
  return took.sort((left, right) => left - right);
}

test('while terminals push 5,000 calls through, the window is answered within tens of milliseconds', async () => {
  const cairn = await freshCairn();
  await cairn.call('logAccomplishment', { text: 'Ran the failover drill' });
  const listener = createTerminalListener(cairn.folder, cairn.dispatch);
  onTestFinished(listener.close);
  await listener.open();
  const program = `
    const net = require('node:net');
    let answered = 0;
    for (let index = 0; index < 8; index += 1) {
      const socket = net.connect(${JSON.stringify(join(cairn.folder, 'cairn.sock'))});
      socket.on('data', (piece) => {
        for (const byte of piece) if (byte === 10) answered += 1;
        if (answered >= 5000) process.exit(0);
      });
      socket.write(${JSON.stringify(line('listAccomplishments'))}.repeat(625));
    }`;
  const child = spawn(process.execPath, ['-e', program], { stdio: 'inherit' });
  const end = once(child, 'exit');
  const took = await askAsTheWindow(cairn.dispatch, end);
  expect((await end)[0]).toBe(0);
  const median = took[Math.floor(took.length / 2)] ?? Number.POSITIVE_INFINITY;
  const late = took[Math.floor(took.length * 0.95)] ?? Number.POSITIVE_INFINITY;
  console.info(`window calls: ${took.length}, median ${median.toFixed(1)} ms, 95 % ${late.toFixed(1)} ms`);
  expect(took.length).toBeGreaterThan(20);
  expect(median).toBeLessThan(50);
  expect(late).toBeLessThan(250);
});

test('a line of a million parts is refused before it is read', async () => {
  let wasAsked = false;
  const { address } = await listening(async () => {
    wasAsked = true;
    return { ok: true, value: {} };
  });
  const { socket, answers } = terminal(address);
  socket.write(`{"name":"echo","input":[${'[],'.repeat(1_000_000)}[]]}\n`);
  await expect.poll(() => answers.length, { timeout: 20_000 }).toBe(1);
  expect(answers[0]).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
  expect(wasAsked).toBe(false);
});
