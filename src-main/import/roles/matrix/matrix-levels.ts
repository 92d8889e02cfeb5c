/** The levels of a matrix in their long words, and what the page says of each: stack and focus. */
import { cleanLine, lettersAndFigures } from '../../outline/clean-text.ts';
import { type OutlineChapter, textOf, wordsOfItem } from '../../outline/outline.ts';

export interface LongLabels {
  readonly labels: readonly string[];
  /** What stands before the labels in the line that lists them all. */
  readonly lead: string | undefined;
}

/** The lines of a chapter as they were written, headings aside. */
export function linesOf(chapter: OutlineChapter): string[] {
  return chapter.parts.flatMap((part) => {
    if (part.kind === 'table')
      return [part.head, ...part.rows.map((row) => row.cells)].map((cells) => cells.join('\t'));
    if (part.kind === 'list') return part.items.flatMap((item) => wordsOfItem(item).split('\n'));
    return textOf(part.inlines).split('\n');
  });
}

/** Whether a longer label begins as the short one does. */
const extends_ = (long: string, short: string): boolean => {
  const [full, start] = [lettersAndFigures(long), lettersAndFigures(short)];
  return start !== '' && full.startsWith(start);
};

/** Whether a longer word is shortened to its first letter and some that follow, the last among them: `Mgr`, `Sr`. */
function shortens(short: string, long: string): boolean {
  const [letters, [word = '']] = [lettersAndFigures(short), long.split(' ').map(lettersAndFigures)];
  if (letters.length < 2 || word.length <= letters.length) return false;
  if (letters[0] !== word[0] || letters.at(-1) !== word.at(-1)) return false;
  let at = 0;
  for (const letter of word) if (letter === letters[at]) at += 1;
  return at === letters.length;
}

/** Labels that begin as the short ones do come first; where there are none, those that are shortened to them count. */
type Fits = (long: string, short: string) => boolean;
const matchingWays: readonly Fits[] = [extends_, (long, short) => extends_(long, short) || shortens(short, long)];

/** Cuts a line at its levels: `Family Junior Middle Lead / Staff` by `Jun Mid Lead`. */
function cutAtLevels(line: string, shorts: readonly string[], fits: Fits): LongLabels | null {
  const words = cleanLine(line).split(' ');
  const starts: number[] = [];
  // From the back, so that a family that begins like a level is left alone.
  let at = words.length - 1;
  for (const short of shorts.toReversed()) {
    while (at >= 0 && !fits(words[at] ?? '', short.split(' ')[0] ?? '')) at -= 1;
    if (at < 0) return null;
    starts.unshift(at);
    at -= 1;
  }
  const labels = starts.map((start, index) => words.slice(start, starts[index + 1] ?? words.length).join(' '));
  if (labels.some((label) => label.split(' ').length > 4 || label.length > 60)) return null;
  const lead = words.slice(0, starts[0]).join(' ');
  return { labels, lead: lead === '' ? undefined : lead };
}

/** The long labels of the levels: from a line that lists them all, or from headings that begin as the short ones do. */
export function longLabelsOf(shorts: readonly string[], chapters: readonly OutlineChapter[]): LongLabels {
  const isShort = shorts.every((short) => short.length >= 2);
  const top = chapters
    .slice(0, 4)
    .flatMap(linesOf)
    .filter((line) => line.length <= 300 && !/[.:;!?]$/.test(line.trim()));
  const listed = matchingWays
    .flatMap((way) => (isShort ? top.map((line) => cutAtLevels(line, shorts, way)) : []))
    .find((found) => found !== null);
  const headings = chapters.map((chapter) => chapter.heading);
  const ownLines = chapters
    .flatMap(linesOf)
    .map((line) => line.trim())
    .filter((line) => line.length <= 60);
  const byHeading = shorts.map((short) => {
    for (const way of matchingWays) {
      const fits = (line: string): boolean =>
        way(line, short) && line.split(' ').length <= 4 && !/[.,:;!?]$/.test(line);
      const found = headings.find(fits) ?? ownLines.find(fits);
      if (found !== undefined) return found;
    }
    return undefined;
  });
  const labels = shorts.map((short, index) => listed?.labels[index] ?? byHeading[index] ?? short);
  const isDistinct = new Set(labels.map(lettersAndFigures)).size === labels.length;
  return { labels: isDistinct ? labels : [...shorts], lead: listed?.lead };
}

/** Which level a line begins with, and what follows it; the longest label that fits. */
function levelAt(line: string, labels: readonly (readonly string[])[]): { index: number; rest: string } | null {
  let found: { index: number; rest: string; length: number } | null = null;
  labels.forEach((names, index) => {
    for (const name of names) {
      if (!line.toLowerCase().startsWith(name.toLowerCase()) || name.length <= (found?.length ?? 0)) continue;
      const rest = line.slice(name.length);
      if (rest !== '' && !/^[\s:–—|-]/u.test(rest)) continue;
      found = { index, rest: rest.replace(/^[\s:–—|-]{1,6}/u, ''), length: name.length };
    }
  });
  return found;
}

/** Few words with capitals, no commas and no full stop, that name one of the subjects of such a page. */
const isHeadingLine = (text: string): boolean =>
  text.length <= 40 &&
  /^\p{Lu}/u.test(text) &&
  !/[.,;:!?]/.test(text) &&
  text.split(' ').length <= 4 &&
  /\b(?:stack|technolog(?:y|ies)|focus|matrix|faqs?|questions|community|responsibilities|expectations)\b/i.test(text);

/** What the chapters about a subject say of each level, '' where nothing is said. */
export function byLevel(
  chapters: readonly OutlineChapter[],
  isSubject: (heading: string) => boolean,
  shorts: readonly string[],
  longs: readonly string[],
): string[] {
  const labels = longs.map((long, index) => [long, shorts[index] ?? long]);
  const texts: string[][] = longs.map(() => []);
  let isInside = false;
  for (const chapter of chapters) {
    const level = levelAt(chapter.heading, labels);
    const isLevel = level !== null && level.rest === '';
    if (!isLevel) isInside = isSubject(chapter.heading);
    let open = isLevel ? level.index : -1;
    for (const line of linesOf(chapter)) {
      const text = line.trim();
      const found = levelAt(text, labels);
      if (found !== null && isInside && (!isLevel || found.rest === '')) {
        open = found.index;
        if (found.rest !== '') texts[open]?.push(found.rest);
        continue;
      }
      // In a text without blank lines a heading stands among what it heads.
      if (found === null && isHeadingLine(text)) {
        isInside = isSubject(text);
        open = -1;
      } else if (isInside && open !== -1) texts[open]?.push(text);
    }
  }
  return texts.map((lines) => lines.join('\n').trim());
}

/** A list of technologies cut at its commas, those inside brackets aside. */
export function stackOf(text: string): string[] {
  const entries: string[] = [];
  let depth = 0;
  let entry = '';
  for (const letter of text) {
    if (letter === '(' || letter === '[') depth += 1;
    else if (letter === ')' || letter === ']') depth = Math.max(0, depth - 1);
    if (
      (letter === ',' || letter === ';' || letter === '•' || letter === '·' || letter === '\n') &&
      (depth === 0 || letter === '\n')
    ) {
      entries.push(entry);
      entry = '';
    } else entry += letter;
  }
  return [...entries, entry].map((part) => cleanLine(part).replace(/\.$/, '')).filter(Boolean);
}
