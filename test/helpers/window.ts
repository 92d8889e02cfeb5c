/** The real app in its real window, driven by Playwright; dialogs of the system are answered by the test. */
import { resolve } from 'node:path';
import { _electron, type ElectronApplication, errors, type Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import type { Result } from '../../shared/api/errors.ts';
import type { EndpointName, Input, Output } from '../../shared/api/index.ts';
// for the type of window.api
import type {} from '../../src-renderer/api.ts';
import { type AtEnd, temporaryFolder } from './cairn.ts';

export interface TestWindow {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly folder: string;
  /** What the page complained of: errors and refusals of its policy. */
  readonly complaints: string[];
  readonly call: <Name extends EndpointName>(name: Name, input: Input<Name>) => Promise<Output<Name>>;
  /** Quits as a person does and waits until the process is gone. */
  readonly quit: () => Promise<void>;
  /** Ends the process at once, as a power cut would end it. */
  readonly kill: () => Promise<void>;
}

/** Program and arguments that start the app of this checkout. */
export function launchOptions(folder: string, more: readonly string[] = []) {
  const path = process.env.CAIRN_ELECTRON;
  if (!path) throw new Error('Run these tests with `npm test`: it finds an Electron and builds the app.');
  const root = resolve(import.meta.dirname, '../..');
  const args = [...(JSON.parse(process.env.CAIRN_ELECTRON_ARGS ?? '[]') as string[]), root, '--data', folder, ...more];
  return { executablePath: path, args };
}

/** Opens the app on a profile folder; a new one unless named. It is ended with the test, or whenever `atEnd` says. */
export async function openApp(folder?: string, atEnd: AtEnd = onTestFinished): Promise<TestWindow> {
  return launchOn(folder ?? temporaryFolder(atEnd), atEnd);
}

/** Starts the process; on a busy machine Electron now and then never tells Playwright that it is ready, and then does. */
async function launch(folder: string): Promise<ElectronApplication> {
  const options = launchOptions(folder);
  try {
    return await _electron.launch({ ...options, timeout: 15_000 });
  } catch (error) {
    if (!(error instanceof errors.TimeoutError)) throw error;
    return _electron.launch({ ...options, timeout: 30_000 });
  }
}

/**
 * Playwright loses the answer of a call into main now and then, when the promise of it is collected as garbage. It is asked
 * again then; what is asked may be done twice.
 */
function askAgainWhenLost(app: ElectronApplication): void {
  const evaluate = app.evaluate.bind(app) as (...given: unknown[]) => Promise<unknown>;
  const asking = async (...given: unknown[]) => {
    try {
      return await evaluate(...given);
    } catch (error) {
      if (!(error as Error).message.includes('promise was garbage collected')) throw error;
      return evaluate(...given);
    }
  };
  app.evaluate = asking as typeof app.evaluate;
}

async function launchOn(folder: string, atEnd: AtEnd): Promise<TestWindow> {
  const app = await launch(folder);
  askAgainWhenLost(app);
  const child = app.process();
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  let isGone = false;
  void gone.then(() => {
    isGone = true;
  });
  const complaints: string[] = [];
  const page = await app.firstWindow();
  page.setDefaultTimeout(10_000);
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  const kill = async () => {
    if (!isGone) child.kill('SIGKILL');
    await gone;
  };
  atEnd(kill);
  return {
    app,
    page,
    folder,
    complaints,
    call: async (name, input) => {
      const result = (await page.evaluate(([endpoint, payload]) => window.api.call(endpoint as string, payload), [
        name,
        input,
      ] as const)) as Result;
      if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
      return result.value as Output<typeof name>;
    },
    quit: async () => {
      // the answer is lost when the process goes first
      await app.evaluate(({ app: own }) => own.quit()).catch(() => undefined);
      await gone;
    },
    kill,
  };
}

/** What `beforeAll` answers so that what the tests of a file share is put away after the last of them. */
export interface Shared<Value> {
  readonly value: Value;
  readonly end: () => Promise<void>;
}

/** Makes something that the tests of one file share: call it in `beforeAll`, and return its `end`. */
export async function share<Value>(make: (atEnd: AtEnd) => Promise<Value>): Promise<Shared<Value>> {
  const cleanings: (() => void | Promise<void>)[] = [];
  const end = async () => {
    for (const clean of cleanings.toReversed()) await clean();
  };
  try {
    return { value: await make((clean) => cleanings.push(clean)), end };
  } catch (error) {
    await end();
    throw error;
  }
}

/** The app with a record started fresh, at Home. */
export async function openFresh(name = 'Ada Example', atEnd: AtEnd = onTestFinished): Promise<TestWindow> {
  const opened = await openApp(undefined, atEnd);
  await opened.call('startFresh', { name });
  await reload(opened.page);
  return opened;
}

/** The app with the sample record. */
export async function openSample(atEnd: AtEnd = onTestFinished): Promise<TestWindow> {
  const opened = await openApp(undefined, atEnd);
  await opened.call('exploreSample', {});
  await reload(opened.page);
  return opened;
}

async function reload(page: Page): Promise<void> {
  await page.reload();
  await page.getByRole('navigation').first().waitFor();
}

/** Goes to a screen by its address; filters that another screen left in the query do not stay. */
export async function goTo(page: Page, route: string): Promise<void> {
  await page.evaluate((to) => {
    const [path, query = ''] = to.split('?');
    window.history.pushState(null, '', `${window.location.pathname}${query === '' ? '' : `?${query}`}#${path}`);
    window.dispatchEvent(new HashChangeEvent('hashchange'));
  }, route);
}

/** Answers the next save dialogs with this path, or as cancelled. */
export async function answerSaveDialog(app: ElectronApplication, path: string | null): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: filePath === null, filePath: filePath ?? '' });
  }, path);
}

/** Answers the next open dialogs with this path, or as cancelled. */
export async function answerOpenDialog(app: ElectronApplication, path: string | null): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = async () => ({
      canceled: filePath === null,
      filePaths: filePath === null ? [] : [filePath],
    });
  }, path);
}

/** Drops files on the middle of the window as a file manager does: the page gets what the system hands it. */
export async function dropFiles(page: Page, paths: readonly string[]): Promise<void> {
  const { x, y } = await page.evaluate(() => ({ x: window.innerWidth / 2, y: window.innerHeight / 2 }));
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x, y, data });
  }
  await session.detach();
}
