/** Bytes to text: UTF-8 strictly, UTF-16 by its mark or its zeros, Windows-1252 as the last resort; anything else is refused by name. */
import { AppError } from '../../../shared/api/errors.ts';
import { cleanText, quoted } from '../outline/clean-text.ts';
import { repairText } from './encoding-repair.ts';
import { binaryKindOf } from './file-signature.ts';

export interface Decoded {
  /** Cleaned; line feeds are its only line ends. */
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16' | 'windows-1252';
}

function decodedOrNull(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** A share of characters above this is no text that anyone wrote. */
const mostOddShare = 0.01;

function hasManyControls(bytes: Uint8Array): boolean {
  let controls = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index] ?? 0;
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27) || byte === 127) controls += 1;
  }
  return controls > bytes.length * mostOddShare + 2;
}

/** Random bytes read as UTF-16 are full of code points that mean nothing. */
function isGarbled(text: string): boolean {
  const sample = text.slice(0, 50_000);
  const odd = sample
    .match(/[\p{Cn}\p{Co}\p{Cc}\p{Cs}]/gu)
    ?.filter((found) => found !== '\n' && found !== '\r' && found !== '\t');
  return (odd?.length ?? 0) > sample.length * mostOddShare + 2;
}

/** UTF-16 without its mark: in Latin text every other byte is zero, and the first of two where the big end is first. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, 4_096);
  let even = 0;
  let odd = 0;
  sample.forEach((byte, index) => {
    if (byte === 0) index % 2 === 0 ? even++ : odd++;
  });
  const isEveryOther = Math.max(even, odd) > sample.length * 0.3 && Math.min(even, odd) < sample.length * 0.05;
  if (!isEveryOther) return null;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

function refuse(name: string, seems: string, act: string): AppError {
  return new AppError('FILE_UNREADABLE', `${quoted(name)} seems to be ${seems}, not text. Nothing was added. ${act}`);
}

/** UTF-8 that was read as Latin: its bytes may stand as spaces, controls and soft hyphens, which cleaning takes out. */
const latinBytesPattern =
  /(?:[\u00c2-\u00df]|[\u00e0-\u00ef][\u0080-\u00bf€‚„…†‡‰‹‘’“”•–—™›œžŸŠŒŽƒˆ˜š]|[\u00f0-\u00f4][\u0080-\u00bf€‚„…†‡‰‹‘’“”•–—™›œžŸŠŒŽƒˆ˜š]{2})[\u0080-\u00bf€‚„…†‡‰‹‘’“”•–—™›œžŸŠŒŽƒˆ˜š]/g;
const lostByCleaningPattern = /[\u00c2-\u00f4][^\s\w]{0,2}[\u0080-\u00a0\u00ad]/;

/** Clean text, in which a text that went through a wrong encoding keeps what its repair needs. */
function cleanedForRepair(text: string): string {
  if (!lostByCleaningPattern.test(text) || repairText(text) === null) return cleanText(text);
  const pieces: string[] = [];
  let done = 0;
  for (const found of text.matchAll(latinBytesPattern)) {
    pieces.push(cleanText(text.slice(done, found.index)), found[0]);
    done = found.index + found[0].length;
  }
  return [...pieces, cleanText(text.slice(done))].join('');
}

/**
 * The text of a file. Throws FILE_UNREADABLE that names what the file seems to be. `check` sees the text as it was decoded,
 * before any work is done on it, and may throw.
 */
export function decode(name: string, bytes: Uint8Array, check: (text: string) => void = () => {}): Decoded {
  const kind = binaryKindOf(bytes);
  if (kind !== null) throw refuse(name, kind, 'Open it, copy its text and paste that.');

  const first = bytes[0];
  const second = bytes[1];
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    const text = bytes.length % 2 === 0 ? decodedOrNull(first === 0xff ? 'utf-16le' : 'utf-16be', bytes) : null;
    if (text === null || isGarbled(text)) throw refuse(name, 'damaged UTF-16', 'Save it again as UTF-8.');
    check(text);
    return { text: cleanText(text), encoding: 'utf-16' };
  }
  const unmarked = unmarkedUtf16(bytes);
  if (unmarked !== null) {
    const text = bytes.length % 2 === 0 ? decodedOrNull(unmarked, bytes) : null;
    if (text === null || isGarbled(text)) throw refuse(name, 'UTF-16 without its mark', 'Save it again as UTF-8.');
    check(text);
    return { text: cleanText(text), encoding: 'utf-16' };
  }
  if (hasManyControls(bytes)) throw refuse(name, 'a binary file', 'Choose the page as text, HTML or JSON.');

  const text = decodedOrNull('utf-8', bytes);
  if (text !== null) {
    check(text);
    return { text: cleanedForRepair(text), encoding: 'utf-8' };
  }
  const western = new TextDecoder('windows-1252').decode(bytes);
  if (isGarbled(western)) throw refuse(name, 'a binary file', 'Choose the page as text, HTML or JSON.');
  check(western);
  return { text: cleanText(western), encoding: 'windows-1252' };
}
