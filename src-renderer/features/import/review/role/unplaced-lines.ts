/** The lines of a source that no value was read from, under the headings they stand below. */
import type { Section } from '../../../../../shared/api/role-content.ts';
import type { LineMark } from '../source-marks.ts';

export interface SourceLine {
  /** From 1. */
  readonly number: number;
  readonly words: string;
}

export interface UnplacedPart {
  readonly heading: string | null;
  readonly lines: readonly SourceLine[];
}

const pressed = (text: string): string =>
  text
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();

/** Shorter than this, words are found in too many lines to tell which one they were read from. */
const fewestTellingLetters = 16;
/** Looking for more values in more lines than this takes too long for what it tells. */
const mostLookups = 2_000_000;

/**
 * What was left as prose: lines with words, without a value, and not left out as the page’s own. `read` are the words of
 * the values, some of which stand on lines of their own.
 */
export function unplacedLines(
  sourceLines: readonly string[],
  marks: ReadonlyMap<number, LineMark>,
  sections: readonly Section[],
  read: readonly string[],
): readonly UnplacedPart[] {
  const headings = new Set(
    sections.flatMap(({ heading, number, qualifier }) =>
      [
        heading,
        `${number ?? ''} ${heading}`,
        `${heading} ${qualifier ?? ''}`,
        `${number ?? ''} ${heading} ${qualifier ?? ''}`,
      ].map(pressed),
    ),
  );
  const telling = [...new Set(read.map(pressed).filter(({ length }) => length >= fewestTellingLetters))];
  const whole = new Set(telling);
  const isSearched = telling.length * sourceLines.length <= mostLookups;
  const isRead = (form: string): boolean =>
    whole.has(form) || (isSearched && telling.some((words) => form.includes(words)));
  const parts: { heading: string | null; lines: SourceLine[] }[] = [];
  let part: { heading: string | null; lines: SourceLine[] } = { heading: null, lines: [] };
  sourceLines.forEach((text, index) => {
    const words = text.trim();
    const form = pressed(words);
    if (form === '') return;
    if (headings.has(form)) {
      if (part.lines.length > 0) parts.push(part);
      part = { heading: words, lines: [] };
      return;
    }
    const mark = marks.get(index + 1);
    if (mark !== undefined && (mark.valueId !== null || mark.code === 'LEFT_OUT')) return;
    if (isRead(form)) return;
    part.lines.push({ number: index + 1, words });
  });
  if (part.lines.length > 0) parts.push(part);
  return parts;
}
