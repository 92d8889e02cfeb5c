/** Reads a PDF as a parser would and compares it with the model it was printed from. */
import type { DocumentField, ReadBack } from '../../shared/api/document.ts';
import { compareReadBack } from '../../shared/domain/paper/read-back.ts';
import { readFonts } from './pdf-fonts.ts';

/** Faces that are shipped; a font is named `ABCDEF+SourceSerif4-Semibold` in the file. */
const ownFontPattern = /^(?:[A-Z]{6}\+)?(?:SourceSerif4|NotoSansMath)/;
/** How many strange signs are named. */
const mostNamed = 12;
const ligaturesPattern = /[\uFB00-\uFB06]/u;
const softHyphen = '\u00AD';
/** Spaces other than the plain one; they cut the text into patches when it is searched. */
const specialSpacesPattern = /[\u00A0\u2000-\u200B\u202F\u205F\u3000]/u;

interface Reading {
  /** Lines of each page. */
  readonly pages: readonly (readonly string[])[];
  readonly problems: readonly string[];
}

/** Reads every page in content order. `running` is what stands at the head and foot of later pages; it is no field. */
export async function readBackPdf(
  pdf: Uint8Array,
  fields: readonly DocumentField[],
  running: readonly string[] = [],
): Promise<ReadBack & { readonly pageCount: number }> {
  const { pages, problems } = await readPages(pdf);
  return { ...compareReadBack(fields, pages, running), pages, problems, pageCount: pages.length };
}

async function readPages(pdf: Uint8Array): Promise<Reading> {
  // The legacy build runs on every Node an Electron of ours has; loaded only when something was printed.
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  // handed over here, because a bundle has no worker file beside it for pdf.js to look up
  Object.assign(globalThis, { pdfjsWorker: await import('pdfjs-dist/legacy/build/pdf.worker.mjs') });
  const task = getDocument({
    // pdf.js takes the bytes it is given away from the caller
    data: pdf.slice(),
    useSystemFonts: false,
    disableFontFace: true,
    fontExtraProperties: true,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const document = await task.promise;
    const pages: string[][] = [];
    const strangers = new Set<string>();
    let hasType3 = false;
    const fonts = await readFonts(pdf);
    const hasStrangers = fonts.some((font) => !ownFontPattern.test(font.name));
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent({ disableNormalization: true });
      const texts = items.filter((item) => 'str' in item);
      pages.push(linesOf(texts));
      if (!hasStrangers) continue;
      // fonts are known by name only once the page's operators were read
      await page.getOperatorList();
      for (const { str, fontName } of texts) {
        if (str.trim() === '') continue;
        const font = page.commonObjs.get(fontName) as { readonly name?: string; readonly isType3Font?: boolean };
        if (font.isType3Font) hasType3 = true;
        else if (!ownFontPattern.test(font.name ?? '')) for (const character of str) strangers.add(character);
      }
    }
    return { pages, problems: problemsIn(pages, strangers, hasType3 || fonts.some((font) => font.isType3)) };
  } finally {
    await task.destroy();
  }
}

interface TextPiece {
  readonly str: string;
  readonly hasEOL: boolean;
  readonly transform: readonly unknown[];
  readonly height: number;
}

/** Pieces joined to lines. Text laid over the page begins a line of its own, also where pdf.js marks no end before it. */
function linesOf(pieces: readonly TextPiece[]): string[] {
  let line = '';
  let baseline: number | null = null;
  const lines: string[] = [];
  const end = () => {
    lines.push(line);
    line = '';
    baseline = null;
  };
  for (const { str, hasEOL, transform, height } of pieces) {
    const y = Number(transform[5]);
    if (str !== '' && height > 0) {
      if (baseline !== null && Math.abs(y - baseline) > height) end();
      baseline ??= y;
    }
    line += str;
    if (hasEOL) end();
  }
  end();
  return lines.map((text) => text.trim()).filter((text) => text !== '');
}

/** What would spoil the file for a parser or a reader, in sentences. */
function problemsIn(
  pages: readonly (readonly string[])[],
  strangers: Set<string>,
  hasType3: boolean,
): readonly string[] {
  const text = pages.flat().join('\n');
  const signs = [...strangers].filter((sign) => sign.trim() !== '');
  const named = signs.slice(0, mostNamed).join(' ');
  const found: readonly (readonly [boolean, string])[] = [
    [signs.length > 0, `These signs are in none of the shipped fonts and look different elsewhere: ${named}`],
    [hasType3, 'A font is drawn as pictures (Type 3); its text may not be found.'],
    [ligaturesPattern.test(text), 'Letters were joined into ligatures; a search for the word fails.'],
    [text.includes(softHyphen), 'The text has soft hyphens; a search for the word fails.'],
    [specialSpacesPattern.test(text), 'The text has special spaces; a search across them fails.'],
  ];
  return found.filter(([isFound]) => isFound).map(([, sentence]) => sentence);
}
