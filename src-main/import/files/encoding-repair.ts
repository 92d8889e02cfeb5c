/** Text whose UTF-8 was read in another encoding, such as `Ã¼` for ü, brought back byte by byte; good text is never touched. */
import type { EncodingRepair } from '../../../shared/api/import.ts';
import { cleanText } from '../outline/clean-text.ts';
import { type CodePage, codePages } from './code-pages.ts';

/** A place where the bytes behind some characters are one character in UTF-8. */
interface Place {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** No one writes this on purpose; a place that is not certain is repaired only among others that are. */
  readonly isCertain: boolean;
}

interface Damage {
  readonly page: CodePage;
  readonly places: readonly Place[];
  readonly certain: number;
  /** Letters that only this page would explain and that make no character: good text of that script, or bytes that were lost. */
  readonly others: number;
}

/** Twice is as often as a text was ever seen to go wrong. */
const mostPasses = 2;
const mostSamples = 12;
const sampleMargin = 30;

/** What may stand right behind a letter in good text. */
const closingSigns = new Set([...'‚„…†‡‰‹‘’“”•–—™›«»·°²³¹ºª®©€ \u00a0']);

const isPlainLetter = (letter: string): boolean => /^[A-Za-z]$/.test(letter);
const isUpper = (letter: string): boolean => /^\p{Lu}$/u.test(letter);
const isLetter = (letter: string): boolean => /^\p{L}$/u.test(letter);

/** Second bytes of dashes and quotes, signs of money, letter-like signs, arrows and signs of comparison. */
const signBlocks = new Set([0x80, 0x82, 0x84, 0x86, 0x88, 0x89]);

/** Ranges of characters that texts are written in; what lies outside is a chance hit. */
const likelyRanges: readonly (readonly [number, number])[] = [
  [0xa0, 0x24f],
  [0x2b0, 0x2dd],
  [0x300, 0x33f],
  [0x370, 0x45f],
  [0x490, 0x491],
  [0x5d0, 0x5ea],
  [0x60c, 0x652],
  [0x660, 0x669],
  [0x67e, 0x67e],
  [0x686, 0x686],
  [0x698, 0x698],
  [0x6a9, 0x6af],
  [0x6cc, 0x6cc],
  [0x900, 0xdff],
  [0xe01, 0xe5b],
  [0x10a0, 0x10ff],
  [0x1e00, 0x1fff],
  [0x2000, 0x206f],
  [0x2070, 0x209f],
  [0x20a0, 0x20cf],
  [0x2100, 0x2bff],
  [0x3000, 0x30ff],
  [0x3400, 0x9fff],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfb00, 0xfb06],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xff00, 0xffef],
  [0x1f000, 0x1faff],
];

const isLikely = (code: number): boolean => likelyRanges.some(([from, to]) => code >= from && code <= to);

/** The byte behind a character on a page; 0 for none, and beyond the end. */
const byteAt = (text: string, at: number, page: CodePage): number =>
  at < text.length ? (page.bytes[text.charCodeAt(at)] ?? 0) : 0;

/** The character that the bytes of some characters from `at` on make in UTF-8, or null. */
function characterAt(text: string, at: number, page: CodePage): { code: number; length: number } | null {
  const lead = byteAt(text, at, page);
  if (lead < 0xc2 || lead > 0xf4) return null;
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  let code = lead & (length === 2 ? 0x1f : length === 3 ? 0x0f : 0x07);
  for (let next = 1; next < length; next += 1) {
    const byte = byteAt(text, at + next, page);
    if (byte < 0x80 || byte > 0xbf) return null;
    code = code * 64 + (byte & 0x3f);
  }
  const least = length === 2 ? 0x80 : length === 3 ? 0x800 : 0x10000;
  return code >= least && code <= 0x10ffff && isLikely(code) ? { code, length } : null;
}

/** Whether the characters at a place could not be good text. */
function isCertain(text: string, at: number, length: number, page: CodePage): boolean {
  const lead = byteAt(text, at, page);
  const second = byteAt(text, at + 1, page);
  // Dashes, quotes, arrows and signs: E2 and a byte that never stands behind such a letter.
  if (lead === 0xe2 && signBlocks.has(second)) return true;
  const before = text.charAt(at - 1);
  const after = text.charAt(at + length);
  // Letters of another script in the middle of a Latin word.
  if (page.isForeign && (isPlainLetter(before) || isPlainLetter(after))) {
    const isSecondLetter = isLetter(text.charAt(at + 1)) || text.charAt(at + 1) === 'ё';
    return isSecondLetter || !closingSigns.has(text.charAt(at + 1));
  }
  let closing = 0;
  let letters = 0;
  for (let next = 1; next < length; next += 1) {
    const letter = text.charAt(at + next);
    if (closingSigns.has(letter)) closing += 1;
    else if (isLetter(letter)) letters += 1;
  }
  const odd = length - 1 - closing - letters;
  if (page.isForeign) return odd > 0 && !isPunctuated(text, at, length);
  if (odd > 0) return true;
  // “VÝŠKA” is a word; “GrÃ¶ÃŸe” is none.
  const isCapital = isUpper(text.charAt(at)) && (isUpper(before) || (before.trim() === '' && isUpper(after)));
  const isInWord = isLetter(after) && after === after.toLowerCase();
  if (letters > 0) return isInWord || !isUpper(text.charAt(at)) || !isUpper(text.charAt(at + 1));
  return (lead === 0xc2 || lead === 0xc3) && !isCapital && isInWord;
}

/** Whether a letter of another script has a sign behind it that may stand there. */
function isPunctuated(text: string, at: number, length: number): boolean {
  return length === 2 && '§№¦¬±'.includes(text.charAt(at + 1));
}

/** A word of another script that is nothing but places: good words have letters that make none. */
function certainWords(text: string, places: readonly Place[], page: CodePage): Place[] {
  if (!page.isForeign) return [...places];
  const result: Place[] = [];
  let index = 0;
  while (index < places.length) {
    let end = index + 1;
    while (places[end]?.from === places[end - 1]?.to && end < places.length) end += 1;
    const group = places.slice(index, end);
    const first = group[0];
    const last = group.at(-1);
    if (first !== undefined && last !== undefined) {
      const isAlone = !isLetter(text.charAt(first.from - 1)) && !isLetter(text.charAt(last.to));
      const hasSign = /[^\p{L}\p{M}]/u.test(text.slice(first.from, last.to));
      const isWord = group.length >= 2 && isAlone && (page.name === 'Windows-1251' || hasSign);
      result.push(...group.map((place) => (isWord ? { ...place, isCertain: true } : place)));
    }
    index = end;
  }
  return result;
}

function damageIn(text: string, page: CodePage): Damage {
  const places: Place[] = [];
  let others = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) continue;
    const found = characterAt(text, at, page);
    if (found !== null) {
      places.push({
        from: at,
        to: at + found.length,
        text: String.fromCodePoint(found.code),
        isCertain: isCertain(text, at, found.length, page),
      });
      at += found.length - 1;
    } else if (isLostAt(text, at, page)) {
      const length = lostQuoteLength(text, at, page);
      if (length > 0) places.push({ from: at, to: at + length, text: '”', isCertain: true });
      at += Math.max(1, length - 1);
    } else if (byteAt(text, at, page) >= 0xa1 && isLetter(text.charAt(at))) others += 1;
  }
  const judged = certainWords(text, places, page);
  return { page, places: judged, certain: judged.filter((place) => place.isCertain).length, others };
}

/** The places to repair: those that are certain, and the rest too where nearly all of the text was damaged. */
function acceptedOf(damage: Damage): readonly Place[] {
  const certain = damage.places.filter((place) => place.isCertain);
  if (certain.length === 0) return [];
  return damage.others * 4 <= certain.length ? damage.places : certain;
}

/** The first bytes of a dash, quote or the like whose last byte was lost. */
function countLeft(text: string, page: CodePage, accepted: readonly Place[]): number {
  let left = 0;
  let next = 0;
  for (let at = 0; at < text.length; at += 1) {
    while ((accepted[next]?.to ?? Number.POSITIVE_INFINITY) <= at) next += 1;
    if (at >= (accepted[next]?.from ?? Number.POSITIVE_INFINITY)) continue;
    if (isLostAt(text, at, page)) left += 1;
  }
  return left;
}

/** The first two bytes of a dash, quote or sign that lost its third. */
function isLostAt(text: string, at: number, page: CodePage): boolean {
  if (text.charCodeAt(at) < 0x80 || byteAt(text, at, page) !== 0xe2) return false;
  return signBlocks.has(byteAt(text, at + 1, page));
}

/**
 * How many characters stand for a closing quote that lost its third byte; 0 where something else was lost. That byte is the
 * only one of all dashes and quotes for which some pages have no sign: what stands behind a word, and before a space or a
 * stop, was the quote.
 */
function lostQuoteLength(text: string, at: number, page: CodePage): number {
  if (byteAt(text, at + 1, page) !== 0x80 || page.hasSignFor9D) return 0;
  const length = text.charAt(at + 2) === '\ufffd' ? 3 : 2;
  const before = text.charAt(at - 1);
  const after = text.charAt(at + length);
  const isBehindWord = /[\p{L}\p{M}\p{N}\p{P}\p{S}]/u.test(before) && !/[([{“„«‘¿¡]/.test(before);
  return isBehindWord && (after === '' || /[\s.,;:!?)\]}…—–/]/.test(after)) ? length : 0;
}

interface Pass {
  readonly text: string;
  readonly places: readonly Place[];
  readonly left: number;
}

function repairOnce(text: string): Pass | null {
  let best: { damage: Damage; accepted: readonly Place[] } | null = null;
  for (const page of codePages) {
    const damage = damageIn(text, page);
    const accepted = acceptedOf(damage);
    if (accepted.length > (best?.accepted.length ?? 0)) best = { damage, accepted };
  }
  if (best === null) return null;
  const pieces: string[] = [];
  let done = 0;
  for (const place of best.accepted) {
    pieces.push(text.slice(done, place.from), place.text);
    done = place.to;
  }
  pieces.push(text.slice(done));
  return {
    text: pieces.join(''),
    places: best.accepted,
    left: countLeft(text, best.damage.page, best.accepted),
  };
}

function samplesOf(text: string, places: readonly Place[]): { line: number; before: string; after: string }[] {
  const samples: { line: number; before: string; after: string }[] = [];
  let line = 1;
  let counted = 0;
  const endFrom = (at: number): number => {
    const end = text.indexOf('\n', at);
    return end === -1 ? text.length : end;
  };
  let end = endFrom(0);
  for (const [index, place] of places.entries()) {
    if (samples.length >= mostSamples) break;
    while (end < place.from) {
      line += 1;
      counted = end + 1;
      end = endFrom(counted);
    }
    if (samples.at(-1)?.line === line) continue;
    const from = Math.max(counted, place.from - sampleMargin);
    const to = Math.min(end, place.to + sampleMargin);
    let after = '';
    let done = from;
    for (const near of places.slice(index, index + sampleMargin)) {
      if (near.to > to) break;
      after += text.slice(done, near.from) + near.text;
      done = near.to;
    }
    samples.push({ line, before: text.slice(from, to).trim(), after: (after + text.slice(done, to)).trim() });
  }
  return samples;
}

/**
 * The text as it was before it was read in a wrong encoding, with what was done; null for good text. Every line keeps
 * its place. What lost a byte on the way stands as it is and is counted as left.
 */
export function repairText(text: string): { readonly text: string; readonly repair: EncodingRepair } | null {
  const first = repairOnce(text);
  if (first === null) return null;
  let repaired = first;
  for (let pass = 1; pass < mostPasses; pass += 1) {
    const again = repairOnce(repaired.text);
    if (again === null) break;
    repaired = { ...again, places: first.places, left: first.left + again.left };
  }
  return {
    text: cleanText(repaired.text),
    repair: {
      isApplied: true,
      places: first.places.length + repaired.left,
      left: repaired.left,
      samples: samplesOf(text, first.places),
    },
  };
}
