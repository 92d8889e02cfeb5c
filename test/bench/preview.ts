/** The preview of a resume of two pages: from an edit to the page drawn anew, and printing beside Chromium's own. */
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import type { BuilderItem } from '../../shared/api/resume.ts';
import { inFolder } from './cairn.ts';
import { cairnFolder, untilHome, withWindow } from './desktop.ts';
import { type Bench, figure, median, ms, p95 } from './measure.ts';
import { copyRecord } from './record.ts';
import { callFrom, untilQuiet } from './screen-list.ts';
import { prose, seededRandom } from './words.ts';

const rounds = 15;
const warmUp = 3;

export const preview: Bench = {
  name: 'preview',
  about: 'an edit of a two-page resume until its page is drawn anew; printing against printing a still page',
  needsElectron: true,
  run: (desktop) =>
    inFolder(async (folder) => {
      const record = await copyRecord(1_000, join(folder, 'record'));
      return withWindow(desktop, { app: cairnFolder, data: record }, async (page, electron) => {
        page.setDefaultTimeout(120_000);
        await untilHome(page);
        const { id, item } = await makeTwoPages(page);
        await page.evaluate((to) => {
          location.hash = to;
        }, `/resumes/${id}`);
        await page.waitForSelector(`${sheet} canvas`);
        await untilQuiet(page, 1_000);
        await watchPrinter(electron);
        const random = seededRandom(23);
        const refreshed: number[] = [];
        const still: number[] = [];
        const printed: Printed[] = [];
        for (let round = 0; round < rounds + warmUp; round += 1) {
          const override = `${prose(random, 24)} ${round}`;
          const took = await editAndWait(page, { id, kind: item.kind, refId: item.refId, override });
          await untilQuiet(page, 400);
          const own = await lastPrint(electron);
          const bare = await printStill(electron);
          if (round < warmUp) continue;
          refreshed.push(took);
          printed.push(own);
          still.push(bare);
        }
        const passes = printed[0]?.passes ?? 0;
        const times = printed.map((print) => print.ms);
        return [
          figure(
            'preview of a two-page resume refreshed after an edit',
            median(refreshed),
            'ms',
            300,
            `p95 ${ms(p95(refreshed))}; record of 1,000 accomplishments`,
          ),
          figure(
            'printing it ÷ Chromium printing a still page of the same length',
            median(times) / median(still),
            '×',
            3,
            `${ms(median(times))} with layout, in ${passes} ${passes === 1 ? 'pass' : 'passes'}; still page ${ms(median(still))}`,
          ),
        ];
      });
    }),
};

const sheet = '[role="img"][aria-label^="Page 1 of"]';

/** Shows as many lines as fill two pages; answers the resume and a line of it to edit. */
async function makeTwoPages(page: Page): Promise<{ id: string; item: BuilderItem }> {
  const call = callFrom(page);
  const [resume] = await call('listResumes', {});
  const id = resume?.id ?? '';
  for (let tries = 0; tries < 60; tries += 1) {
    const { sections } = await call('getResume', { id });
    const { proof } = await call('writeExport', { kind: 'resume', format: 'pdf', id });
    const pageCount = proof?.pageCount ?? 0;
    const lines = sections.flatMap(({ kind, groups }) =>
      kind === 'experience'
        ? groups.flatMap(({ items }) => items.filter((item) => item.kind === 'accomplishment'))
        : [],
    );
    const shown = lines.filter(({ isHidden }) => !isHidden);
    if (pageCount === 2 && shown[0]) return { id, item: shown[0] };
    const changed = pageCount < 2 ? lines.filter(({ isHidden }) => isHidden).slice(0, 2) : shown.slice(-1);
    for (const { kind, refId, isHidden } of changed) {
      await call('chooseResumeItem', { id, kind, refId, isHidden: !isHidden });
    }
  }
  throw new Error('The resume did not come to two pages.');
}

interface Edit {
  readonly id: string;
  readonly kind: BuilderItem['kind'];
  readonly refId: string;
  readonly override: string;
}

/** Saves an edit as the builder does and waits until the first page is drawn anew and painted. */
function editAndWait(page: Page, edit: Edit): Promise<number> {
  return page.evaluate(
    ([input, selector]) =>
      new Promise<number>((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error('The page was not drawn anew within half a minute.')), 30_000);
        const since = performance.now();
        const observer = new MutationObserver((changes) => {
          const isDrawn = changes.some(
            ({ target, addedNodes }) =>
              (target as Element).closest(selector) !== null &&
              [...addedNodes].some(
                (node) => node instanceof HTMLCanvasElement || (node as Element).querySelector?.('canvas'),
              ),
          );
          if (!isDrawn) return;
          observer.disconnect();
          clearTimeout(timer);
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - since)));
        });
        observer.observe(document.body, { childList: true, subtree: true });
        window.api.call('chooseResumeItem', input).catch(reject);
      }),
    [edit, sheet] as const,
  );
}

interface Printed {
  readonly ms: number;
  readonly passes: number;
}

/** What the functions below keep in the main process between them. */
interface Watch {
  since: number;
  ms: number;
  passes: number;
  page: string;
  still: Electron.BrowserWindow | null;
}

/**
 * Notes in the main process when the hidden page is told to lay a document out and when Chromium has printed it, and
 * keeps the page as it stood, to print it again as it is.
 */
function watchPrinter(electron: ElectronApplication): Promise<void> {
  return electron.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows().find((window) =>
      window.webContents.getURL().endsWith('/print.html'),
    )?.webContents;
    if (!contents) throw new Error('The printer has no page.');
    const watch: Watch = { since: 0, ms: 0, passes: 0, page: '', still: null };
    Object.assign(globalThis, { watch });
    const run = contents.executeJavaScript.bind(contents);
    const print = contents.printToPDF.bind(contents);
    contents.executeJavaScript = (code, isGesture) => {
      if (code.startsWith('window.cairnPrint(')) {
        watch.since = performance.now();
        watch.passes = 0;
      }
      return run(code, isGesture);
    };
    contents.printToPDF = async (options) => {
      if (watch.page === '') {
        watch.page = await run('JSON.stringify([document.head.innerHTML, document.body.innerHTML])');
      }
      const pdf = await print(options);
      watch.passes += 1;
      watch.ms = performance.now() - watch.since;
      return pdf;
    };
  });
}

function lastPrint(electron: ElectronApplication): Promise<Printed> {
  return electron.evaluate(() => {
    const { watch } = globalThis as typeof globalThis & { watch: Watch };
    return { ms: watch.ms, passes: watch.passes };
  });
}

/** Prints the same page, already laid out, with the same options. */
function printStill(electron: ElectronApplication): Promise<number> {
  return electron.evaluate(async ({ BrowserWindow }) => {
    const { watch } = globalThis as typeof globalThis & { watch: Watch };
    if (watch.still === null) {
      const window = new BrowserWindow({
        show: false,
        width: 900,
        height: 1200,
        webPreferences: { sandbox: true, partition: 'cairn', backgroundThrottling: false },
      });
      await window.loadURL('app://cairn/print.html');
      await window.webContents.executeJavaScript(`(async () => {
        const [head, body] = ${watch.page};
        document.head.innerHTML = head;
        document.body.innerHTML = body;
        await new Promise((resolve) => setTimeout(resolve, 500));
        await Promise.all([...document.fonts].map((face) => face.load()));
      })()`);
      watch.still = window;
    }
    const since = performance.now();
    await watch.still.webContents.printToPDF({
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    });
    return performance.now() - since;
  });
}
