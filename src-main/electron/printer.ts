/** Prints a document to PDF in a hidden page of ours that has no way to main. */
import { BrowserWindow } from 'electron';
import type { PrintableDocument } from '../../shared/api/document.ts';
import { AppError } from '../../shared/api/errors.ts';
import { printedFieldsOf } from '../../shared/domain/paper/printed-fields.ts';
import { countPages, finishPdf } from '../export/pdf-metadata.ts';
import { pagePreferences } from './window.ts';

/** A page is made again after so many documents, and after any error. */
const printsPerPage = 50;
const timeoutMs = 30_000;
/** A page that prints nothing for so long is closed: it holds as much memory as a window. */
const idleMs = 60_000;
/** The first Chromium that prints the margin boxes of `@page`. */
const firstWithMarginBoxes = 131;

/** Prints one document after another. */
export interface Printer {
  /** Throws PRINT_FAILED. The same document again is the same PDF: what was previewed is what is exported. */
  print(document: PrintableDocument): Promise<Uint8Array>;
  /** Loads the page before it is needed. Never throws. */
  warm(): Promise<void>;
  close(): void;
}

interface WarmPage {
  readonly window: BrowserWindow;
  /** Rejects when its process dies. */
  readonly died: Promise<never>;
  printed: number;
}

/** `address` is that of print.html, in the window's own session. */
export function createPrinter({ address }: { readonly address: string }): Printer {
  const hasBoxes = Number(process.versions.chrome?.split('.')[0] ?? 0) >= firstWithMarginBoxes;
  let warm: Promise<WarmPage> | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  /** The last one asked for, by its model. */
  let latest: { readonly model: string; readonly pdf: Promise<Uint8Array> } | null = null;

  /** How many documents wait or are being printed. */
  let waiting = 0;
  let idle: NodeJS.Timeout | undefined;

  const discard = () => {
    clearTimeout(idle);
    void warm?.then((page) => page.window.destroy()).catch(() => undefined);
    warm = null;
  };

  const closeWhenIdle = () => {
    clearTimeout(idle);
    idle = setTimeout(() => {
      if (waiting === 0) discard();
    }, idleMs);
    idle.unref();
  };

  const readyPage = async (): Promise<WarmPage> => {
    const known = await warm?.catch(() => null);
    if (known && known.printed < printsPerPage && !known.window.isDestroyed()) return known;
    discard();
    warm = openPage(address);
    return warm;
  };

  const printNow = async (model: string, document: PrintableDocument): Promise<Uint8Array> => {
    try {
      return await inTime(
        readyPage().then((page) => {
          page.printed += 1;
          return Promise.race([printOn(page.window, model, document, hasBoxes), page.died]);
        }),
      );
    } catch (error) {
      discard();
      throw new AppError('PRINT_FAILED', 'The document was not printed. Your record is safe. Try again.', {
        reason: error instanceof Error ? error.message.slice(0, 300) : 'unknown',
      });
    }
  };

  return {
    print(document) {
      const model = JSON.stringify(document);
      if (latest?.model === model) return latest.pdf;
      waiting += 1;
      const pdf = queue
        .then(() => printNow(model, document))
        .finally(() => {
          waiting -= 1;
          closeWhenIdle();
        });
      queue = pdf.catch(() => undefined);
      latest = { model, pdf };
      pdf.catch(() => {
        if (latest?.pdf === pdf) latest = null;
      });
      return pdf;
    },
    async warm() {
      await readyPage().then(closeWhenIdle, discard);
    },
    close: discard,
  };
}

async function openPage(address: string): Promise<WarmPage> {
  const window = new BrowserWindow({
    show: false,
    // wide enough that no line is laid out twice; the sheet decides when it is printed
    width: 900,
    height: 1200,
    skipTaskbar: true,
    webPreferences: { ...pagePreferences, backgroundThrottling: false, devTools: false },
  });
  const died = new Promise<never>((_resolve, reject) => {
    window.webContents.once('render-process-gone', (_event, details) =>
      reject(new Error(`The page to print ended: ${details.reason}.`)),
    );
  });
  died.catch(() => undefined);
  try {
    await window.loadURL(address);
  } catch (error) {
    window.destroy();
    throw error;
  }
  return { window, died, printed: 0 };
}

async function printOn(
  { webContents }: BrowserWindow,
  model: string,
  document: PrintableDocument,
  hasBoxes: boolean,
): Promise<Uint8Array> {
  const ask = (name: string, second: boolean | number) =>
    webContents.executeJavaScript(`window.${name}(JSON.parse(${literal(model)}), ${second})`);
  await ask('cairnPrint', hasBoxes);
  const pdf = await webContents.printToPDF({
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  });
  let runningText: Uint8Array | null = null;
  if (!hasBoxes) {
    const pageCount = countPages(pdf);
    if (pageCount > 1 || document.kind !== 'resume') {
      await ask('cairnPrintRunning', pageCount);
      runningText = await webContents.printToPDF({ preferCSSPageSize: true, printBackground: true });
    }
  }
  return finishPdf(pdf, {
    title: document.title,
    language: document.language,
    writtenAt: new Date(),
    runningText,
    texts: printedFieldsOf(document).map((field) => field.text),
  });
}

/** A string of JavaScript; separators that once ended a line of code, and what would end a script, are escaped. */
function literal(text: string): string {
  return JSON.stringify(text).replace(
    /[\u2028\u2029<]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

async function inTime<Value>(work: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`Printing took longer than ${timeoutMs / 1_000} seconds.`)), timeoutMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
