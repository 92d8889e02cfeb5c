/** The fonts a PDF carries, by name and kind. */
import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';

export interface PdfFont {
  /** Without the tag of its subset. */
  readonly name: string;
  readonly isType3: boolean;
  readonly isEmbedded: boolean;
}

/** Every font of the file, in the order in which they stand there. */
export async function readFonts(pdf: Uint8Array): Promise<readonly PdfFont[]> {
  const { context } = await PDFDocument.load(pdf, { updateMetadata: false });
  const fonts: PdfFont[] = [];
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || object.get(PDFName.of('Type')) !== PDFName.of('Font')) continue;
    const kind = object.lookupMaybe(PDFName.of('Subtype'), PDFName)?.decodeText() ?? '';
    // a composite font names the one that holds the shapes, which is listed too
    if (kind === 'Type0') continue;
    const name = object.lookupMaybe(PDFName.of('BaseFont'), PDFName)?.decodeText() ?? '';
    const descriptor = object.lookupMaybe(PDFName.of('FontDescriptor'), PDFDict);
    fonts.push({
      name: name.replace(/^[A-Z]{6}\+/, ''),
      isType3: kind === 'Type3',
      isEmbedded: ['FontFile', 'FontFile2', 'FontFile3'].some((file) => descriptor?.has(PDFName.of(file)) ?? false),
    });
  }
  return fonts;
}
