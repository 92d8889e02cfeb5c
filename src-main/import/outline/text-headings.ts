/** Which lines of a plain text are its headings. */

import { isFieldLine, isNameOfFields } from '../roles/field-labels.ts';
import { isMainlyTopic, topicOfHeading } from '../roles/heading-topics.ts';
import { wordsOf } from './clean-text.ts';
import { itemMark, markdownHeading, ruleMark, withoutStars } from './text-marks.ts';

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
  /** Whether a short line that starts a block is a heading of this kind of document, in whatever words. */
  readonly isHeading?: (line: string) => boolean;
  /** Whether a line is a number and a heading of this kind of document: “2. Requirements (must)”. */
  readonly isNumbered?: (line: string) => boolean;
}

const noHeadings: KnownHeadings = { lines: new Set(), labels: new Set() };
const smallWords = new Set('a an and as at by for from in into of on or per that the to vs with your'.split(' '));

/** Starts with a capital, no full stop, few words, mostly capitals: the look of a heading that carries no mark. */
function looksLikeHeading(text: string, isAboveList: boolean): boolean {
  if (text.length > (isAboveList ? 140 : 80) || text.length < 3 || !/^[\p{Lu}\d]/u.test(text)) return false;
  if ('.,;!?…:'.includes(text.slice(-1)) || /["“•|]/.test(text)) return false;
  const words = text.split(' ').filter(Boolean);
  if (words.length > (isAboveList ? 16 : 9) || !/\p{L}{2}/u.test(text)) return false;
  if (isAboveList) return true;
  // “Front office, L2” stands under a title.
  if (/(?:^|, )\p{Lu}{1,3}\d{1,2}(?:,|$)/u.test(text)) return false;
  if (/[→—]/.test(text) || /^(?:levels?|scale|legend)\s?:/i.test(text)) return false;
  if (topicOfHeading(text) !== undefined) return true;
  const full = words.filter((word) => !smallWords.has(word.toLowerCase()));
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

/** Labels that may have a role's mission or the next role after their colon. */
const fieldLabels = new Set(
  ['mission', 'role mission', 'our mission', 'next role', 'next roles', 'next step', 'step up to'].map(
    (label) => ` ${label} `,
  ),
);

/** Few words that name a known topic, to be read as a heading although its text stands right below. */
function isTopicLine(text: string, below: string): boolean {
  if (text.length > 60 || !/^[\p{Lu}\d]/u.test(text) || /[.,;!?…]$|\d$|["“•|\t→]/u.test(text)) return false;
  const plain = text.endsWith(':') ? text.slice(0, -1).trimEnd() : text;
  if (plain.includes(':') || plain.split(' ').length > 6 || topicOfHeading(plain) === undefined) return false;
  if (plain !== text || itemMark(below) !== null) return true;
  // A line that goes on in small letters is running text.
  return !/^\p{Ll}/u.test(below.trim()) && isMainlyTopic(plain);
}

/** A blank line, the start of the text, its title or another heading stands above. */
function isFreeAbove(lines: readonly string[], index: number): boolean {
  const above = (lines[index - 1] ?? '').trim();
  if (above === '' || markdownHeading(above) !== null) return true;
  // In a text without blank lines, what stands above has come to its end.
  const isEnd = itemMark(above) !== null || /[.!?]$/.test(above);
  const plain = withoutColon((lines[index] ?? '').trim());
  if (isEnd && plain.length <= 60 && isMainlyTopic(plain)) return true;
  const isFirst = index <= 3 && lines.slice(0, index - 1).every((line) => line.trim() === '');
  if ((lines[index - 2] ?? '').trim() !== '' && !isFirst) return false;
  return isTopicLine(above, lines[index] ?? '') || (isFirst && looksLikeHeading(above, false));
}

/** In a text without blank lines: whether the block above has come to its end. */
function isLooseAbove(lines: readonly string[], index: number, numbered: ReadonlySet<number>): boolean {
  const above = (lines[index - 1] ?? '').trim();
  return numbered.has(index - 1) || itemMark(above) !== null || isFieldLine(above) || /[.!?]$/.test(above);
}

/** Whether the lines around a numbered one make it an entry of a list. */
function isListedAt(lines: readonly string[], index: number): boolean {
  const number = (at: number) => itemMark(lines[at] ?? '')?.number || null;
  const own = number(index);
  return own !== null && (number(index + 1) === own + 1 || (own > 1 && number(index - 1) === own - 1));
}

/** Short, no sentence, with something below it; above it nothing, the end of a list or a full stop. */
function isOwnHeading(lines: readonly string[], index: number, plain: string): boolean {
  if (plain.length > 80 || !/^\p{Lu}/u.test(plain) || /[.,;!…|]$/.test(plain) || itemMark(lines[index] ?? '') !== null)
    return false;
  const below = lines.slice(index + 1, index + 3).find((line) => line.trim() !== '');
  const above = (lines[index - 1] ?? '').trim();
  if (below === undefined || markdownHeading(below.trim()) !== null) return false;
  return above === '' || itemMark(above) !== null || /[.!?:]$/.test(above) || plain.endsWith(':');
}

/** What is known of a whole text before its headings are told. */
export interface TextShape {
  /** The lines that number the chapters of the document. */
  readonly numbered: ReadonlySet<number>;
  /** The level of a heading that only its look tells: beneath the chapters that are marked or numbered. */
  readonly levelByLook: number;
  /** No blank line parts its blocks. */
  readonly isTight: boolean;
}

/** In fewer lines, the absence of blank ones says nothing. */
const fewestTightLines = 20;

/** Looks at all lines of a text once. */
export function shapeOf(lines: readonly string[]): TextShape {
  const blank = lines.slice(0, lines.findLastIndex((line) => line !== '') + 1).filter((line) => line === '').length;
  const isTight = lines.length >= fewestTightLines && blank * 50 <= lines.length;
  const numbered = numberedHeadings(lines, isTight);
  const counts = new Map<number, number>();
  for (const line of lines) {
    const level = line.startsWith('#') ? markdownHeading(line)?.level : undefined;
    if (level !== undefined) counts.set(level, (counts.get(level) ?? 0) + 1);
  }
  const marked = [...counts].filter(([, count]) => count >= 2).map(([level]) => level);
  const chapters = numbered.size > 0 ? 2 : Math.min(...marked);
  return { numbered, levelByLook: Number.isFinite(chapters) ? chapters + 1 : 2, isTight };
}

/** Finds the heading at `index`, or null. */
export function headingAt(
  lines: readonly string[],
  index: number,
  { numbered, levelByLook: level, isTight }: TextShape,
  known: KnownHeadings = noHeadings,
): TextHeading | null {
  const line = lines[index] ?? '';
  const text = line.trim();
  if (text === '' || text.length > 400 || isLevelLine(text)) return null;
  const marked = markdownHeading(text);
  if (marked !== null) return { ...marked, lines: 1 };
  const below = lines[index + 1] ?? '';
  const rule = below === '' ? null : ruleMark(below);
  if ((rule === '=' || rule === '-') && !below.trim().includes(' ') && itemMark(line) === null)
    return { level: rule === '=' ? 1 : 2, text, lines: 2 };

  const plain = withoutStars(text);
  const name = wordsOf(plain).trim();
  if (known.lines.has(name)) return { level: 2, text: withoutColon(plain), lines: 1 };
  if (known.isNumbered?.(withoutColon(plain)) && !isListedAt(lines, index))
    return { level: 2, text: withoutColon(plain), lines: 1 };
  const colon = plain.slice(0, 60).indexOf(':');
  const label = colon > 0 && plain.length > colon + 1 ? wordsOf(plain.slice(0, colon)) : '';
  const isLabelled = label !== '' && known.labels.has(label.trim());
  if (!isLabelled && isOwnHeading(lines, index, plain) && known.isHeading?.(withoutColon(plain)))
    return { level: 2, text: withoutColon(plain), lines: 1 };
  const isLoose = isTight && isLooseAbove(lines, index, numbered);
  const isFree = isLoose || isFreeAbove(lines, index);
  if (isLabelled || (label !== '' && isFree && fieldLabels.has(label))) {
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

  if (isNameOfFields(lines, index)) return null;
  if (numbered.has(index)) return { level: 2, text: withoutColon(text), lines: 1 };
  const after = lines.slice(index + 1, index + 6).find((following) => following.trim() !== '');
  if (!isFree || after === undefined || isLevelLine(after) || isDateLine(text)) return null;
  if (/^\s/.test(line) || itemMark(line) !== null) return null;
  if (isTopicLine(plain, after)) return { level, text: withoutColon(plain), lines: 1 };
  const isAlone =
    (isLoose && itemMark(after) !== null) || ((lines[index - 1] ?? '').trim() === '' && below.trim() === '');
  if (!isAlone) return null;
  const isBold = plain !== text && !plain.includes('**') && !/[.:]$/.test(plain) && plain.length <= 100;
  return isBold || looksLikeHeading(text, itemMark(after) !== null) ? { level, text: plain, lines: 1 } : null;
}

function withoutColon(text: string): string {
  return text.endsWith(':') ? text.slice(0, -1).trimEnd() : text;
}

/** `8) `, `8. `, `8: `, `8 – `, `8.0 ` or `§8 ` before a capital: the number of a heading. */
const numberPattern = /^(?:(\d{1,2})(?:[.):]|\.0\.?| [–—-])|§ ?(\d{1,2})[.):]?)\s{1,4}(?=\p{Lu})/u;

function numberMark(line: string): { readonly number: number; readonly text: string; readonly sign: string } | null {
  const found = numberPattern.exec(line.slice(0, 24));
  if (found === null) return null;
  const number = found[1] ?? found[2] ?? '';
  return { number: Number(number), text: line.slice(found[0].length).trim(), sign: found[0].replace(number, '') };
}

/** The lines that are numbered headings: alone on their line, or rising through the document above their text. */
function numberedHeadings(lines: readonly string[], isTight: boolean): ReadonlySet<number> {
  const found = new Set<number>();
  const rising: { readonly index: number; readonly topic: string | undefined }[] = [];
  let last = 0;
  let isRising = true;
  lines.forEach((line, index) => {
    if (isNumberedHeading(lines, index)) found.add(index);
    const mark = numberMark(line);
    const above = (lines[index - 1] ?? '').trim();
    if (mark === null || line.length > 80 || !isRising || (above !== '' && !isTight)) {
      // Entries of a list that has a heading of its own are no headings.
      const isHeading = rising.length === 0 && mark === null && above === '';
      if (isHeading && index > 0 && isTopicLine(line, '')) isRising = false;
      return;
    }
    const { number, text } = mark;
    const below = (lines[index + 1] ?? '').trim();
    const isSentence = /[.,;!?]$/.test(text) || text.split(' ').length > 9;
    // A list starts to count again, and has its next entry beneath.
    const next = numberMark(below);
    const before = numberMark(above);
    const isListed =
      (next !== null && next.number === number + 1) ||
      (before !== null && before.sign === mark.sign && before.number === number - 1);
    if (number <= last || isSentence || below === '' || isListed || isFieldLine(below)) return;
    last = number;
    rising.push({ index, topic: topicOfHeading(text) });
  });
  const known = rising.filter((heading) => heading.topic !== undefined);
  if (
    known.length >= 2 &&
    known.length * 2 >= rising.length &&
    new Set(known.map((heading) => heading.topic)).size >= 2
  )
    for (const { index } of rising) found.add(index);
  return found;
}

/** `8) Technical skills` on its own, where the lines around it do not make it one of a list. */
function isNumberedHeading(lines: readonly string[], index: number): boolean {
  const line = lines[index] ?? '';
  const mark = numberMark(line);
  if (mark === null || line.length > 120 || '.,;:!?'.includes(line.trim().slice(-1))) return false;
  if ((lines[index - 1] ?? '').trim() !== '' || (lines[index + 1] ?? '').trim() !== '') return false;
  const next = lines.slice(index + 1, index + 6).find((following) => following.trim() !== '');
  const before = lines.slice(Math.max(0, index - 6), index).findLast((preceding) => preceding.trim() !== '');
  const nextNumber = next === undefined ? null : itemMark(next);
  const numberBefore = before === undefined ? null : itemMark(before);
  const isListed =
    (nextNumber?.isOrdered && nextNumber.number === mark.number + 1) ||
    (numberBefore?.isOrdered && numberBefore.number === mark.number - 1);
  return !isListed;
}
