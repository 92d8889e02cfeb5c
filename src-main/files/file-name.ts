/** Names of files that are made for the user. */
import { createHash } from 'node:crypto';

/** As long as most file systems take, in UTF-8. */
const mostBytes = 255;
/** A name is there to be read: no longer than this, extension apart. */
const mostCharacters = 120;
/** Words of any script, with the marks that are drawn above, below and around letters; not what is drawn around a sign. */
const wordPattern = /[\p{L}\p{N}][\p{L}\p{N}\p{Mn}\p{Mc}\u200C\u200D]*/gu;
const variationPattern = /[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu;
/** What Windows takes for a device, whatever the extension. */
const devicePattern = /^(?:con|prn|aux|nul|(?:com|lpt)[\d¹²³])$/i;
const characters = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * `Nadia-Okafor-Platform-roles-2026-11-21.pdf`: words of any script and hyphens, nothing a file system refuses. What is too
 * long loses the end of its longest part, and says by a few signs which name it was: two names that differ stay different.
 */
export function fileNameOf(parts: readonly string[], extension: string): string {
  const words = parts.map(wordsOf).filter((part) => part !== '');
  const whole = words.join('-');
  const bytesLeft = mostBytes - bytesOf(`.${extension}`);
  let name = whole;
  if (!isShort(whole, bytesLeft)) {
    const mark = `-${createHash('sha256').update(whole).digest('hex').slice(0, 6)}`;
    name = `${shortened(words, bytesLeft - bytesOf(mark), mostCharacters - mark.length)}${mark}`;
  }
  if (devicePattern.test(name)) name = `${name}-Cairn`;
  return `${name || 'Cairn'}.${extension}`;
}

function wordsOf(part: string): string {
  const words = part.normalize('NFC').replace(variationPattern, '').match(wordPattern) ?? [];
  return words.map((word) => word.replace(/[\u200C\u200D]+$/, '')).join('-');
}

/** The parts joined, cut where a reader sees one character end. */
function shortened(parts: readonly string[], bytes: number, length: number): string {
  const cut = parts.map(charactersOf);
  const joined = () => cut.map((part) => part.join('').replace(/-+$/, '')).join('-');
  while (!isShort(joined(), bytes, length)) {
    const longest = cut.reduce((a, b) => (bytesOf(b.join('')) > bytesOf(a.join('')) ? b : a));
    longest.pop();
  }
  return joined();
}

function isShort(name: string, bytes: number, length = mostCharacters): boolean {
  return bytesOf(name) <= bytes && charactersOf(name).length <= length;
}

const charactersOf = (text: string): string[] => Array.from(characters.segment(text), ({ segment }) => segment);

const bytesOf = (text: string): number => Buffer.byteLength(text);
