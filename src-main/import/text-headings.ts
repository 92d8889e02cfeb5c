/** Which lines of a plain text are its headings. */
import { wordsOf } from './clean.ts';
import { itemMark, markdownHeading, ruleMark, withoutStars } from './text-marks.ts';
import { topicOfHeading } from './topics.ts';

export interface TextHeading {
  readonly level: number;
  readonly text: string;
  /** What follows on the same line, after a label: “Mission: Ship it”. */
  readonly rest?: string;
  /** Lines it takes up: two when it is underlined. */
  readonly lines: number;
}

/** Headings and labels that a kind of document is known to use, in lower case. */
export interface KnownHeadings {
  /** Headings on a line of their own, wherever it stands. */
  readonly lines: ReadonlySet<string>;
  /** Headings that may have their text after a colon. */
  readonly labels: ReadonlySet<string>;
}

const NO_HEADINGS: KnownHeadings = { lines: new Set(), labels: new Set() };
const SMALL = new Set('a an and as at by for from in into of on or per that the to vs with your'.split(' '));

/** Starts with a capital, no full stop, few words, mostly capitals: the look of a heading that carries no mark. */
function looksLikeHeading(text: string, isAboveList: boolean): boolean {
  if (text.length > (isAboveList ? 140 : 80) || text.length < 3 || !/^[\p{Lu}\d]/u.test(text)) return false;
  if ('.,;!?…:'.includes(text.slice(-1)) || /["“•|]/.test(text)) return false;
  const words = text.split(' ').filter(Boolean);
  if (words.length > (isAboveList ? 16 : 9) || !/\p{L}{2}/u.test(text)) return false;
  if (isAboveList) return true;
  // “Front office, L2” stands under a title.
  if (/(?:^|, )\p{Lu}{1,3}\d{1,2}(?:,|$)/u.test(text)) return false;
  if (/[→—]/.test(text)) return false;
  if (topicOfHeading(text) !== undefined) return true;
  const full = words.filter((word) => !SMALL.has(word.toLowerCase()));
  return full.length > 0 && full.every((word) => /^[\p{Lu}\d(&/]/u.test(word));
}

/** A bare figure or “Proficiency: 2”: the line above it is a name, not a heading. */
export function isLevelLine(line: string): boolean {
  return /^(?:(?:proficiency|level|required level|required)\s?:?\s?)?\d{1,2}(?:\s?(?:\/|of|out of)\s?\d{1,2})?$/i.test(
    line.trim().slice(0, 60),
  );
}

/** A month and a year, or a year: what stands under “Effective date”. */
function isDateLine(text: string): boolean {
  return text.length <= 30 && /\b[12]\d{3}$/.test(text);
}

/** Finds the heading at `index`, or null. `hasNumbered` tells whether the document numbers its chapters. */
export function headingAt(
  lines: readonly string[],
  index: number,
  hasNumbered: boolean,
  known: KnownHeadings = NO_HEADINGS,
): TextHeading | null {
  const line = lines[index] ?? '';
  const text = line.trim();
  if (text === '' || text.length > 400) return null;
  const marked = markdownHeading(text);
  if (marked !== null) return { ...marked, lines: 1 };
  const below = lines[index + 1] ?? '';
  const rule = below === '' ? null : ruleMark(below);
  if ((rule === '=' || rule === '-') && !below.trim().includes(' ') && itemMark(line) === null)
    return { level: rule === '=' ? 1 : 2, text, lines: 2 };

  const plain = withoutStars(text);
  const name = wordsOf(plain).trim();
  if (known.lines.has(name)) return { level: 2, text: plain.endsWith(':') ? plain.slice(0, -1) : plain, lines: 1 };
  const colon = plain.slice(0, 60).indexOf(':');
  if (colon > 0 && known.labels.has(wordsOf(plain.slice(0, colon)).trim()) && plain.length > colon + 1) {
    return {
      level: 2,
      text: withoutStars(plain.slice(0, colon)).replaceAll('*', ''),
      rest: plain
        .slice(colon + 1)
        .replaceAll('**', '')
        .trim(),
      lines: 1,
    };
  }

  const isAlone = (lines[index - 1] ?? '').trim() === '' && below.trim() === '';
  const after = lines.slice(index + 1, index + 6).find((one) => one.trim() !== '');
  if (!isAlone || after === undefined || isLevelLine(after) || isDateLine(text)) return null;
  if (isNumberedHeading(lines, index)) return { level: 2, text, lines: 1 };
  if (/^\s/.test(line) || itemMark(line) !== null) return null;
  const isBold = plain !== text && !plain.includes('**') && !/[.:]$/.test(plain) && plain.length <= 100;
  return isBold || looksLikeHeading(text, itemMark(after) !== null)
    ? { level: hasNumbered ? 3 : 2, text: plain, lines: 1 }
    : null;
}

/** `8) Technical skills` on its own, where the lines around it do not make it one of a list. */
export function isNumberedHeading(lines: readonly string[], index: number): boolean {
  const line = lines[index] ?? '';
  const found = /^(\d{1,2})([.)])\s(?=\p{Lu})/u.exec(line.slice(0, 20));
  if (found === null || line.length > 120 || '.,;:!?'.includes(line.trim().slice(-1))) return false;
  if ((lines[index - 1] ?? '').trim() !== '' || (lines[index + 1] ?? '').trim() !== '') return false;
  const number = Number(found[1]);
  const next = lines.slice(index + 1, index + 6).find((one) => one.trim() !== '');
  const before = lines.slice(Math.max(0, index - 6), index).findLast((one) => one.trim() !== '');
  const nextNumber = next === undefined ? null : itemMark(next);
  const numberBefore = before === undefined ? null : itemMark(before);
  const isListed =
    (nextNumber?.isOrdered && nextNumber.number === number + 1) ||
    (numberBefore?.isOrdered && numberBefore.number === number - 1);
  return !isListed;
}
