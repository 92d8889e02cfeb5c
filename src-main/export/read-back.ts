/** Reads a PDF as a parser would and compares it with the model it was printed from. */
import type { DocumentField, ReadBack } from '../../shared/api/document.ts';
import { comparable, compareReadBack } from '../../shared/domain/paper/read-back.ts';
import { directionIn, directionOf, hasRightToLeft, reordered } from '../../shared/domain/paper/text-direction.ts';
import { readFonts } from './pdf-fonts.ts';

/** Faces that are shipped; a font is named `ABCDEF+SourceSerif4-Semibold` in the file. */
const ownFontPattern = /^(?:[A-Z]{6}\+)?(?:SourceSerif4|NotoSansMath)/;
/** So many strange signs are named; a text in a script that is not shipped has hundreds. Those that no font holds are all named. */
const mostNamed = 60;
/** Signs that no reader shows: what joins others, chooses their look, or directs them. */
const unseenPattern = /^(?:[\p{Cc}\p{Cf}\s]|\p{Variation_Selector})*$/u;
const characters = new Intl.Segmenter('und', { granularity: 'grapheme' });
const ligaturesPattern = /[\uFB00-\uFB06]/u;
const softHyphen = '\u00AD';
/** Spaces other than the plain one; they cut the text into patches when it is searched. */
const specialSpacesPattern = /[\u00A0\u2000-\u200B\u202F\u205F\u3000]/u;

interface Reading {
  /** Lines of each page. */
  readonly pages: readonly (readonly string[])[];
  /** Signs drawn by a font that is not ours. */
  readonly strangers: ReadonlySet<string>;
  readonly hasType3: boolean;
}

/** Reads every page in content order. `running` is what stands at the head and foot of later pages; it is no field. */
export async function readBackPdf(
  pdf: Uint8Array,
  fields: readonly DocumentField[],
  running: readonly string[] = [],
): Promise<ReadBack & { readonly pageCount: number }> {
  const reading = await readPages(pdf);
  const { pages } = reading;
  const comparison = compareReadBack(fields, pages, running);
  const problems = problemsIn(reading, fields, comparison.missing);
  return { ...comparison, pages, problems, pageCount: pages.length };
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
    const pieces: TextPiece[][] = [];
    const strangers = new Set<string>();
    let hasType3 = false;
    const fonts = await readFonts(pdf);
    const hasStrangers = fonts.some((font) => !ownFontPattern.test(font.name));
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent({ disableNormalization: true });
      const texts = items.filter((item) => 'str' in item);
      pieces.push(texts);
      if (!hasStrangers) continue;
      // fonts are known by name only once the page's operators were read
      await page.getOperatorList();
      for (const { str, fontName } of texts) {
        if (str.trim() === '') continue;
        const font = page.commonObjs.get(fontName) as { readonly name?: string; readonly isType3Font?: boolean };
        if (font.isType3Font) hasType3 = true;
        if (!ownFontPattern.test(font.name ?? '')) for (const character of str) strangers.add(character);
      }
    }
    const direction = directionOf(...pieces.flat().map((piece) => piece.str));
    const pages = pieces.map((texts) => linesOf(texts, direction));
    return { pages, strangers, hasType3: hasType3 || fonts.some((font) => font.isType3) };
  } finally {
    await task.destroy();
  }
}

interface TextPiece {
  readonly str: string;
  readonly dir: string;
  readonly hasEOL: boolean;
  readonly transform: readonly unknown[];
  readonly height: number;
}

/**
 * Pieces joined to lines. Text laid over the page begins a line of its own, also where pdf.js marks no end before it. A box
 * that stands left of the one before it is read after it. Pieces come as they are drawn, from left to right: what runs the
 * other way is put back into its order.
 */
function linesOf(pieces: readonly TextPiece[], direction: 'ltr' | 'rtl'): string[] {
  let drawn = '';
  let boxes: string[] = [];
  let baseline: number | null = null;
  let left = Number.NEGATIVE_INFINITY;
  const lines: string[] = [];
  const endBox = () => {
    boxes.push(hasRightToLeft(drawn) ? reordered(drawn, directionIn(direction, drawn), true) : drawn);
    drawn = '';
    left = Number.NEGATIVE_INFINITY;
  };
  const end = () => {
    endBox();
    lines.push(
      boxes
        .map((box) => box.replaceAll('\0', '\uFFFD').trim())
        .filter((box) => box !== '')
        .join(' '),
    );
    boxes = [];
    baseline = null;
  };
  for (const { str, dir, hasEOL, transform, height } of pieces) {
    const [x, y] = [Number(transform[4]), Number(transform[5])];
    if (str !== '' && height > 0) {
      if (baseline !== null && Math.abs(y - baseline) > height) end();
      baseline ??= y;
      if (x < left - 1) endBox();
      left = x;
    }
    drawn += hasRightToLeft(str) ? reordered(str, dir === 'rtl' ? 'rtl' : 'ltr', false) : str;
    if (hasEOL) end();
  }
  end();
  return lines.map((text) => text.trim()).filter((text) => text !== '');
}

/** What would spoil the file for a parser or a reader, in sentences. */
function problemsIn(
  { pages, strangers, hasType3 }: Reading,
  fields: readonly DocumentField[],
  missing: readonly DocumentField[],
): readonly string[] {
  const text = pages.flat().join('\n');
  const read = codePointsOf(text);
  // what was drawn by no font is read as nothing at all
  const boxes = charactersIn(missing, (signs) => signs.some((sign) => !read.has(sign)));
  const strange = new Set([...strangers].flatMap((sign) => [...codePointsOf(sign)]));
  const foreign = charactersIn(fields, (signs) => signs.some((sign) => strange.has(sign))).filter(
    (sign) => !boxes.includes(sign),
  );
  const more = foreign.length - mostNamed;
  const named = `${foreign.slice(0, mostNamed).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  const found: readonly (readonly [boolean, string])[] = [
    [boxes.length > 0, `No font holds these signs, and they print as empty boxes: ${boxes.join(', ')}`],
    [foreign.length > 0, `These signs are in none of the shipped fonts and look different elsewhere: ${named}`],
    [hasType3, 'A font is drawn as pictures (Type 3); its text may not be found.'],
    [ligaturesPattern.test(text), 'Letters were joined into ligatures; a search for the word fails.'],
    [text.includes(softHyphen), 'The text has soft hyphens; a search for the word fails.'],
    [specialSpacesPattern.test(text), 'The text has special spaces; a search across them fails.'],
  ];
  return found.filter(([isFound]) => isFound).map(([, sentence]) => sentence);
}

/** Whole characters as a person sees them, each once, whose signs are of the wanted kind. */
function charactersIn(
  fields: readonly DocumentField[],
  isWanted: (signs: readonly string[]) => boolean,
): readonly string[] {
  const all = new Set(fields.flatMap((field) => Array.from(characters.segment(field.text), ({ segment }) => segment)));
  return [...all].filter((character) => isWanted([...codePointsOf(character)]));
}

/** The signs of a text one by one, in the form in which they are compared, without those that are never seen. */
function codePointsOf(text: string): ReadonlySet<string> {
  return new Set([...comparable(text).normalize('NFKD')].filter((sign) => !unseenPattern.test(sign)));
}
