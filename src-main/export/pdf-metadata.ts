/** What a PDF says about itself: a title and that Cairn wrote it; no program of the system, no path, no other text. */
import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFOperator, PDFOperatorNames, PDFString } from '@cantoo/pdf-lib';

/** What a finished PDF is to say and to bear. */
export interface PdfFinish {
  readonly title: string;
  readonly language: string;
  readonly writtenAt: Date;
  /** A PDF with running text for each page, laid over; null where Chromium printed it itself. */
  readonly runningText: Uint8Array | null;
  /** Texts of the document, by which a heading that stands twice in its line of the outline is known. */
  readonly texts: readonly string[];
}

/** Rewrites the information of a PDF that Chromium printed. Tags, outline, links and text stay as they are. */
export async function finishPdf(pdf: Uint8Array, finish: PdfFinish): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  if (finish.runningText !== null) await layOver(document, finish.runningText);
  mendOutline(document, finish.texts);
  // Only what is listed here is said: Chromium writes its whole user agent as the creator.
  document.context.trailerInfo.Info = document.context.register(document.context.obj({}));
  document.setTitle(finish.title, { showInWindowTitleBar: true });
  document.setProducer('Cairn');
  document.setCreationDate(finish.writtenAt);
  document.setModificationDate(finish.writtenAt);
  document.catalog.set(PDFName.of('Lang'), PDFString.of(finish.language));
  document.catalog.delete(PDFName.of('Metadata'));
  return document.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false });
}

/** How many pages a PDF of Chromium's has; its page tree is written in plain text, so that nothing has to be unpacked. */
export function countPages(pdf: Uint8Array): number {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  return Math.max(1, ...Array.from(text.matchAll(/\/Type \/Pages\s+\/Count (\d+)/g), (tree) => Number(tree[1])));
}

/** Draws each page of `over` on the page of the same number, after its text, as an artifact: readers do not announce it. */
async function layOver(document: PDFDocument, over: Uint8Array): Promise<void> {
  const pages = document.getPages();
  const source = await PDFDocument.load(over, { updateMetadata: false });
  const overlays = await document.embedPages(source.getPages().slice(0, pages.length));
  for (const [index, overlay] of overlays.entries()) {
    const page = pages[index];
    if (page === undefined) continue;
    page.pushOperators(PDFOperator.of(PDFOperatorNames.BeginMarkedContent, [PDFName.of('Artifact')]));
    page.drawPage(overlay);
    page.pushOperators(PDFOperator.of(PDFOperatorNames.EndMarkedContent));
  }
}

/** A heading that was first laid out at the foot of a page and then moved on stands twice in its line: “LanguagesLanguages”. */
function mendOutline(document: PDFDocument, texts: readonly string[]): void {
  const known = new Set(texts.map((text) => text.toLowerCase()));
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || !object.has(PDFName.of('Parent'))) continue;
    const value = object.get(PDFName.of('Title'));
    if (!(value instanceof PDFString || value instanceof PDFHexString)) continue;
    const title = value.decodeText();
    const half = title.slice(0, title.length / 2);
    const isTwice = title === half + half && known.has(half.toLowerCase()) && !known.has(title.toLowerCase());
    if (isTwice) object.set(PDFName.of('Title'), PDFHexString.fromText(half));
  }
}

/** The entries of the information dictionary, for tests. */
export async function readPdfInfo(pdf: Uint8Array): Promise<Readonly<Record<string, string>>> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const info = document.context.lookupMaybe(document.context.trailerInfo.Info, PDFDict);
  return Object.fromEntries((info?.entries() ?? []).map(([key, value]) => [key.decodeText(), String(value)]));
}
