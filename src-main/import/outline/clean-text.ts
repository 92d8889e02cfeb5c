/** Foreign text made safe to keep and to show: no controls, no hidden direction changes, one form for each letter. */
import { foldLetters } from '../../../shared/domain/names/fold.ts';

// Classes of single characters only, so that every pass is linear however long and strange the text is.
const newlinesPattern = /\r\n?|[\u0085\u2028\u2029]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is taken out
const controlsPattern = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;
/** Overrides, embeddings and isolates make a line read other than it is stored; the plain marks of right-to-left text stay. */
const directionPattern = /[\u202a-\u202e\u2066-\u2069]/g;
const invisiblePattern = /[\u00ad\u200b\u2060\ufeff]/g;
const spacesPattern = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g;
const loneSurrogatesPattern = /[\ud800-\udfff]/gu;
const stackedMarksPattern = /(\p{M}{8})\p{M}+/gu;

/** Printable ASCII, dashes, typographic quotes, arrows and signs of comparison: nothing to do, and nearly all there is. */
function isPlain(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const isAscii = (code >= 0x20 && code < 0x7f) || code === 0x0a || code === 0x09;
    const isMark =
      (code >= 0x2010 && code <= 0x2027) ||
      (code >= 0x2190 && code <= 0x21ff && code < 0x219a) ||
      code === 0x2264 ||
      code === 0x2265;
    if (!isAscii && !isMark) return false;
  }
  return true;
}

/** The text in NFC with line feeds as its only line ends. Never throws. */
export function cleanText(text: string): string {
  if (isPlain(text)) return text;
  return text
    .replace(loneSurrogatesPattern, '\ufffd')
    .replace(newlinesPattern, '\n')
    .replace(controlsPattern, '')
    .replace(directionPattern, '')
    .replace(invisiblePattern, '')
    .replace(spacesPattern, ' ')
    .replace(stackedMarksPattern, '$1')
    .normalize('NFC');
}

/** Cleaned text as one line, its runs of white space as single spaces. Never throws. */
export function cleanLine(text: string): string {
  return cleanText(text).split(/\s/).filter(Boolean).join(' ');
}

/** A name as it may stand in a message: one line, at most 80 characters, in quotes. */
export function quoted(name: string): string {
  const line = cleanLine(name.slice(0, 400));
  return `“${line.length > 80 ? `${line.slice(0, 79)}…` : line}”`;
}

/** Letters and figures alone, in lower case: what two spellings of one name have in common. */
export function lettersAndFigures(text: string): string {
  return foldLetters(text).replace(/[^\p{L}\p{N}\p{M}]/gu, '');
}

/** What two spellings of a name share although “C”, “C++” and “C#” are three: case and white space aside. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase().split(/\s/).filter(Boolean).join(' ');
}

/** The words of a short text in lower case, with a space at either end so that whole words can be looked for. */
export function wordsOf(text: string): string {
  const words = text
    .slice(0, 500)
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll("'", '')
    .replaceAll('&', ' and ')
    .split(/[^\p{L}\p{N}]/u)
    .filter(Boolean);
  return ` ${words.join(' ')} `;
}
