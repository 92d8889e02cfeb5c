/** From the start of the process to a first screen that can be used, in turns with a blank window. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { start as startProgram } from '../../scripts/run-program.ts';
import { inFolder } from './cairn.ts';
import { blankFolder, cairnFolder, type Desktop } from './desktop.ts';
import { type Bench, figure, median, ms } from './measure.ts';
import { copyRecord } from './record.ts';

const rounds = 7;

/** Evaluated in the page again and again, frame by frame; the moment is taken after the frame is painted. */
const isLoaded = `document.readyState === 'complete'`;
const isUsable = `document.querySelector('nav[aria-label="Screens"] a') && document.querySelector('#content h1')`;
const isWhole = `${isUsable} && !document.querySelector('#content [aria-busy="true"]')`;

export const start: Bench = {
  name: 'start',
  about: 'process start to a usable first screen, against a blank window of Electron',
  needsElectron: true,
  run: (desktop) =>
    inFolder(async (folder) => {
      const record = await copyRecord(10_000, join(folder, 'record'));
      const blank: number[] = [];
      const usable: number[] = [];
      const whole: number[] = [];
      // the first round fills the caches of Chromium and is not counted
      for (let round = 0; round <= rounds; round += 1) {
        const [loaded = 0] = await startOnce(desktop, blankFolder, join(folder, 'blank'), [isLoaded]);
        const [first = 0, last = 0] = await startOnce(desktop, cairnFolder, record, [isUsable, isWhole]);
        if (round === 0) continue;
        blank.push(loaded);
        usable.push(first);
        whole.push(last);
      }
      const base = median(blank);
      const note = `Cairn ${ms(median(usable))}, blank window ${ms(base)}, medians of ${rounds}`;
      return [
        figure('start to a usable first screen ÷ blank window', median(usable) / base, '×', 2, note),
        figure('start to everything on Home ÷ blank window', median(whole) / base, '×', null, ms(median(whole))),
      ];
    }),
};

/**
 * Starts an app, waits for each condition in turn and answers the milliseconds from the start of the process to the
 * frame that met it. The page is asked through the protocol of the developer tools, which changes nothing in how it
 * starts, as a driver that holds the app until it has attached would.
 */
async function startOnce(
  desktop: Desktop,
  app: string,
  data: string,
  conditions: readonly string[],
): Promise<readonly number[]> {
  const since = Date.now();
  const child = startProgram(desktop.electron, [...desktop.args, '--remote-debugging-port=0', app, '--data', data], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: desktop.environment,
  });
  const exited = once(child, 'exit');
  try {
    const address = await developerAddress(child);
    const moments: number[] = [];
    for (const condition of conditions) moments.push((await askPage(address, momentOf(condition))) - since);
    return moments;
  } finally {
    // closes as a user would, so that the next start finds a record that was closed
    child.kill('SIGTERM');
    await exited;
  }
}

function momentOf(condition: string): string {
  return `new Promise((resolve, reject) => {
    const look = () => {
      if (location.protocol === 'about:') reject(new Error('not there yet'));
      else if (${condition}) requestAnimationFrame(() => setTimeout(() => resolve(Date.now())));
      else requestAnimationFrame(look);
    };
    look();
  })`;
}

/** Where the app says it can be asked; the rest of what it says is read and dropped, so that it never waits for a reader. */
function developerAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stderr?.on('data', (chunk) => {
      if (text.length > 10_000) return;
      text += String(chunk);
      const found = /DevTools listening on ws:\/\/([^/\s]+)\//.exec(text);
      if (found?.[1]) resolve(found[1]);
    });
    child.once('exit', () => reject(new Error(`The app ended before it opened a window.\n${text}`)));
  });
}

/** Asks the first page there is, again when it was replaced by another meanwhile. */
async function askPage(address: string, expression: string): Promise<number> {
  const giveUp = Date.now() + 60_000;
  while (Date.now() < giveUp) {
    const pages = (await fetch(`http://${address}/json/list`)
      .then((response) => response.json())
      .catch(() => [])) as { type: string; webSocketDebuggerUrl: string }[];
    const page = pages.find(({ type }) => type === 'page');
    const answer = page && (await evaluate(page.webSocketDebuggerUrl, expression));
    if (typeof answer === 'number') return answer;
    await new Promise((resolve) => setTimeout(resolve, 4));
  }
  throw new Error('The page did not get ready within a minute.');
}

/** The value of an expression in a page; undefined when the page went away or the expression failed. */
function evaluate(address: string, expression: string): Promise<unknown> {
  return new Promise((resolve) => {
    const socket = new WebSocket(address);
    const end = (value: unknown) => {
      socket.close();
      resolve(value);
    };
    socket.onerror = () => end(undefined);
    socket.onclose = () => end(undefined);
    socket.onopen = () =>
      socket.send(
        JSON.stringify({
          id: 1,
          method: 'Runtime.evaluate',
          params: { expression, awaitPromise: true, returnByValue: true },
        }),
      );
    socket.onmessage = ({ data }) => {
      const message = JSON.parse(String(data)) as { id?: number; result?: { result?: { value?: unknown } } };
      if (message.id === 1) end(message.result?.result?.value);
    };
  });
}
