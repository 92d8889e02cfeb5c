/** pdf.js in the window: one worker for all documents, fetched with the first of them. */
import type { getDocument as GetDocument, PDFDocumentProxy, PDFPageProxy, PDFWorker } from 'pdfjs-dist';
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import type { PlacedPage } from './find-on-paper.ts';

export interface PdfPage {
  readonly number: number;
  readonly widthPt: number;
  readonly heightPt: number;
  readonly proxy: PDFPageProxy;
}

/** A PDF that can be drawn; `close` gives back its memory. */
export interface OpenPdf {
  /** What it was opened from. */
  readonly bytes: Uint8Array;
  readonly pages: readonly PdfPage[];
  close(): void;
}

/** A CSS pixel is 3/4 of a point: at 100 % the paper has its true size. */
export const pixelsPerPoint = 96 / 72;

let loading: Promise<{
  readonly getDocument: typeof GetDocument;
  readonly worker: PDFWorker;
  readonly thread: Worker;
}> | null = null;
/** How many screens draw, and how long after the last of them the worker is kept: the next resume may follow at once. */
let users = 0;
const cachedMs = 5_000;

/** Fetches pdf.js and starts its worker. */
function loadPdfJs(): NonNullable<typeof loading> {
  // The legacy build also runs on the oldest Chromium that Cairn runs on.
  loading ??= import('pdfjs-dist/legacy/build/pdf.mjs').then(({ getDocument, PDFWorker: WorkerOfPdf }) => {
    const thread = new Worker(new URL(workerAddress, window.location.href), { type: 'module' });
    return { getDocument, worker: WorkerOfPdf.create({ port: thread }), thread };
  });
  return loading;
}

/** Keeps pdf.js from now on; answers what lets it go again, with the memory of its worker. */
export function holdPdfJs(): () => void {
  users += 1;
  // A refusal comes again, and is shown, when the first page is opened.
  loadPdfJs().catch(() => undefined);
  return () => {
    users -= 1;
    setTimeout(() => {
      if (users === 0) endPdfJs();
    }, cachedMs);
  };
}

function endPdfJs(): void {
  const ending = loading;
  loading = null;
  ending
    ?.then(({ worker, thread }) => {
      worker.destroy();
      // pdf.js does not end a thread that it was given; its creator does
      thread.terminate();
    })
    .catch(() => undefined);
}

/** Opens a PDF of ours. */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  const { getDocument, worker } = await loadPdfJs();
  // pdf.js takes the bytes it is given away from the caller
  const task = getDocument({ data: bytes.slice(), worker, useSystemFonts: false });
  const document: PDFDocumentProxy = await task.promise;
  const pages = await Promise.all(
    Array.from({ length: document.numPages }, async (_, index): Promise<PdfPage> => {
      const proxy = await document.getPage(index + 1);
      const { width, height } = proxy.getViewport({ scale: 1 });
      return { number: index + 1, widthPt: width, heightPt: height, proxy };
    }),
  );
  return { bytes, pages, close: () => void task.destroy() };
}

/** The texts of all pages where they stand. */
export function placeTexts(pdf: OpenPdf): Promise<readonly PlacedPage[]> {
  return Promise.all(
    pdf.pages.map(async ({ number, heightPt, proxy }) => {
      const { items } = await proxy.getTextContent({ disableNormalization: true });
      const texts = items.flatMap((item) =>
        'str' in item && item.str !== ''
          ? [
              {
                text: item.str,
                x: Number(item.transform[4]),
                y: Number(item.transform[5]),
                width: item.width,
                height: item.height,
              },
            ]
          : [],
      );
      return { number, heightPt, texts };
    }),
  );
}

/** Draws a page at a scale of CSS pixels per point, sharp on any screen. Answers null when it was stopped. */
export async function drawPage(
  page: PdfPage,
  scale: number,
  isStopped: () => boolean,
): Promise<HTMLCanvasElement | null> {
  const density = window.devicePixelRatio || 1;
  const viewport = page.proxy.getViewport({ scale: scale * density });
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(viewport.width);
  canvas.height = Math.round(viewport.height);
  const context = canvas.getContext('2d', { alpha: false });
  if (context === null || isStopped()) return null;
  // drawn in one go: the intent for the screen waits for a frame every few milliseconds
  const task = page.proxy.render({ canvas, canvasContext: context, viewport, intent: 'print', background: '#fff' });
  task.onContinue = (go: () => void) => {
    if (isStopped()) task.cancel();
    else go();
  };
  try {
    await task.promise;
  } catch (error) {
    if (isStopped()) return null;
    throw error;
  }
  return isStopped() ? null : canvas;
}
