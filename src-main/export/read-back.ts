/** Reads a PDF as a parser would and compares it with the model it was printed from. */
import type { DocumentField, ReadBack } from '../../shared/api/document.ts';
import { compareReadBack } from '../../shared/domain/read-back.ts';

/** Faces that are shipped; a font is named `ABCDEF+SourceSerif4-Semibold` in the file. */
const OWN_FONT = /^(?:[A-Z]{6}\+)?SourceSerif4/;
const LIGATURES = /[\uFB00-\uFB06]/u;
const SOFT_HYPHEN = '\u00AD';
/** Spaces other than the plain one; they cut the text into patches when it is searched. */
const SPECIAL_SPACES = /[\u00A0\u2000-\u200B\u202F\u205F\u3000]/u;

interface PageText {
  readonly lines: readonly string[];
  /** Characters set in each font, by the font's name in the file. */
  readonly fonts: ReadonlyMap<string, { readonly isType3: boolean; readonly characters: ReadonlySet<string> }>;
}

/** Reads every page in content order. `running` is what stands at the head and foot of later pages; it is no field. */
export async function readBackPdf(
  pdf: Uint8Array,
  fields: readonly DocumentField[],
  running: readonly string[] = [],
): Promise<ReadBack & { readonly pageCount: number }> {
  const { pages, pageCount } = await readPages(pdf);
  const lines = pages.map((page) => page.lines);
  return { ...compareReadBack(fields, lines, running), pages: lines, problems: problemsIn(pages), pageCount };
}

async function readPages(pdf: Uint8Array): Promise<{ pages: readonly PageText[]; pageCount: number }> {
  // The legacy build runs on every Node an Electron of ours has; loaded only when something was printed.
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({
    // pdf.js takes the bytes it is given away from the caller
    data: pdf.slice(),
    useSystemFonts: false,
    disableFontFace: true,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const document = await task.promise;
    const pages: PageText[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      // fonts are known by name only once the page's operators were read
      await page.getOperatorList();
      const { items } = await page.getTextContent({ disableNormalization: true });
      const fonts = new Map<string, { isType3: boolean; characters: Set<string> }>();
      const lines: string[] = [''];
      for (const item of items) {
        if (!('str' in item)) continue;
        lines[lines.length - 1] += item.str;
        if (item.hasEOL) lines.push('');
        if (item.str.trim() === '') continue;
        const font = page.commonObjs.get(item.fontName) as { name?: string; isType3Font?: boolean };
        const name = font.name ?? item.fontName;
        const known = fonts.get(name) ?? { isType3: font.isType3Font === true, characters: new Set<string>() };
        for (const character of item.str) known.characters.add(character);
        fonts.set(name, known);
      }
      pages.push({ lines: lines.map((line) => line.trim()).filter((line) => line !== ''), fonts });
    }
    return { pages, pageCount: document.numPages };
  } finally {
    await task.destroy();
  }
}

/** What would spoil the file for a parser or a reader, in sentences. */
function problemsIn(pages: readonly PageText[]): readonly string[] {
  const problems: string[] = [];
  const strangers = new Set<string>();
  for (const { fonts } of pages) {
    for (const [name, font] of fonts) {
      if (font.isType3) problems.push('A font is drawn as pictures (Type 3); its text may not be found.');
      else if (!OWN_FONT.test(name)) for (const character of font.characters) strangers.add(character);
    }
  }
  strangers.delete(' ');
  if (strangers.size > 0) {
    const named = [...strangers].slice(0, 12).join(' ');
    problems.push(`These signs are in none of the shipped fonts and look different elsewhere: ${named}`);
  }
  const text = pages.flatMap((page) => page.lines).join('\n');
  if (LIGATURES.test(text)) problems.push('Letters were joined into ligatures; a search for the word fails.');
  if (text.includes(SOFT_HYPHEN)) problems.push('The text has soft hyphens; a search for the word fails.');
  if (SPECIAL_SPACES.test(text)) problems.push('The text has special spaces; a search across them fails.');
  return [...new Set(problems)];
}
