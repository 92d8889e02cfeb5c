/** Terminals beside the window: reached from the first record on, and never in its way. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { reachApp } from '../../src-main/terminal/socket.ts';
import { openApp } from '../helpers/window.ts';

test('an app that was started without a record answers terminals as soon as it has made one', async () => {
  const { folder, call } = await openApp();
  await call('startFresh', { name: 'Ada Example' });
  await expect
    .poll(async () => {
      const reached = await reachApp(folder);
      const answer = await reached?.call('logAccomplishment', { text: 'From a terminal' });
      reached?.end();
      return answer?.ok;
    })
    .toBe(true);
  expect((await call('listAccomplishments', {})).rows[0]?.title).toBe('From a terminal');
});

test('while terminals push 20,000 calls through, the page is answered within tens of milliseconds', async () => {
  const { folder, page, call } = await openApp();
  await call('startFresh', { name: 'Ada Example' });
  await call('logAccomplishment', { text: 'Ran the failover drill' });
  const program = `
    const net = require('node:net');
    let answered = 0;
    for (let index = 0; index < 8; index += 1) {
      const socket = net.connect(${JSON.stringify(join(folder, 'cairn.sock'))});
      socket.on('data', (piece) => {
        for (const byte of piece) if (byte === 10) answered += 1;
        if (answered >= 20000) process.exit(0);
      });
      socket.write('{"name":"listAccomplishments","input":{}}\\n'.repeat(2500));
    }`;
  const child = spawn(process.execPath, ['-e', program], { stdio: 'inherit' });
  let isOver = false;
  const end = once(child, 'exit').then(([status]) => {
    isOver = true;
    return status as number;
  });
  const took: number[] = [];
  while (!isOver) {
    took.push(
      await page.evaluate(async () => {
        const since = performance.now();
        await window.api.call('listAccomplishments', {});
        return performance.now() - since;
      }),
    );
  }
  expect(await end).toBe(0);
  took.sort((left, right) => left - right);
  const median = took[Math.floor(took.length / 2)] ?? Number.POSITIVE_INFINITY;
  console.info(`page calls: ${took.length}, median ${median.toFixed(1)} ms, longest ${took.at(-1)?.toFixed(1)} ms`);
  expect(took.length).toBeGreaterThan(20);
  expect(median).toBeLessThan(60);
});
