/** Title and story of a captured note: its first sentence and the rest, once the marks are out of the way. */
import { withoutListMark, withPlainListMarks } from '../../vocabulary/list-marks.ts';
import { sentenceEnd } from './sentence-end.ts';

/** A mark's place in the text and what stands there when it is part of a sentence. */
export interface MarkInText {
  readonly start: number;
  readonly end: number;
  readonly plain: string;
  /** Not understood: it stays as typed wherever it stands. */
  readonly isKept: boolean;
}

const longestTitle = 500;
/** Where a title that has no end is cut. */
const cutTitle = 160;

/** After these words a mark at the end of a line belongs to the sentence: “moved the builds to #kubernetes”. */
const leadsOn = new Set(
  'a an the to of in on at with for from by and or via into using than as our my their its onto within near about under over between against like is was are were'.split(
    ' ',
  ),
);
/**
 * The text without the marks that stand apart, at the ends and beginnings of lines and sentences; a mark inside a
 * sentence leaves its words, so that the sentence still reads. `marks` in the order of the text.
 */
export function withoutMarks(text: string, marks: readonly MarkInText[]): string {
  const parts: string[] = [];
  let at = 0;
  for (let first = 0; first < marks.length; ) {
    let last = first;
    while (last + 1 < marks.length && isBlank(text, marks[last]?.end ?? 0, marks[last + 1]?.start ?? 0)) last += 1;
    const run = marks.slice(first, last + 1);
    first = last + 1;
    const start = run[0]?.start ?? 0;
    const end = run.at(-1)?.end ?? 0;
    const before = text.slice(at, start);
    const opensLine = isLineStart(text, start);
    const afterStop = '.!?'.includes(lastSign(text, start) || ' ');
    const tail = lineTail(text, end, run.length > 1 || afterStop);
    if (tail !== null) {
      const staysInSentence = !opensLine && leadsOn.has(lastWord(text, start));
      const words = run
        .filter((mark, index) => mark.isKept || (index === 0 && staysInSentence))
        .map((mark) => mark.plain);
      parts.push(words.length > 0 ? before + words.join(' ') : trimSpacesAtEnd(before));
      at = words.length > 0 ? end : tail;
    } else if ((opensLine || afterStop) && startsSentence(text, end) && !run.some((mark) => mark.isKept)) {
      parts.push(before);
      at = skipSpaces(text, end);
    } else {
      parts.push(before);
      let from = start;
      for (const mark of run) {
        parts.push(text.slice(from, mark.start), mark.plain);
        from = mark.end;
      }
      at = end;
    }
  }
  parts.push(text.slice(at));
  return parts.join('');
}

/** First sentence, or line, as title without its full stop; the rest as story. Both are empty where no words are left. */
export function splitTitle(words: string): { readonly title: string; readonly story: string } {
  const text = words.trim();
  const line = firstLine(text);
  const end = sentenceEnd(line);
  const title = tidyTitle(line.slice(0, end)) || line.slice(0, end).trim();
  if (title.length <= longestTitle) return { title, story: withPlainListMarks(text.slice(end).trim()) };
  // No sentence of that length is a title: it is cut at a word, and the story keeps the whole.
  const cut = title.lastIndexOf(' ', cutTitle);
  return { title: `${title.slice(0, cut > cutTitle / 2 ? cut : cutTitle)}…`, story: text };
}

/** Without the signs of a list or heading before it and the stop behind it. */
function tidyTitle(sentence: string): string {
  const bare = withoutListMark(sentence.trim()).replace(/^#{1,6}[ \t]+/, '');
  const isStop = bare.endsWith('.') && !bare.endsWith('..');
  return (isStop ? bare.slice(0, -1) : bare).replace(/[,;:]$/, '').trimEnd();
}

function firstLine(text: string): string {
  const end = text.search(/[\r\n]/);
  return end < 0 ? text : text.slice(0, end);
}

/** The word that ends before a place, in lower case; at most 40 characters of it. */
function lastWord(text: string, before: number): string {
  const end = backOverSpaces(text, before);
  let start = end;
  while (start > 0 && end - start < 40 && !isSpace(text[start - 1])) start -= 1;
  return text.slice(start, end).toLowerCase();
}

function lastSign(text: string, before: number): string {
  return text[backOverSpaces(text, before) - 1] ?? '';
}

/** Where the line ends behind a run of marks, if nothing but blanks (and a full stop, where one may stand) is left of it. */
function lineTail(text: string, end: number, allowsStop: boolean): number | null {
  const after = skipSpaces(text, end);
  if (isLineEnd(text, after)) return after;
  const behindStop = skipSpaces(text, after + 1);
  return allowsStop && text[after] === '.' && isLineEnd(text, behindStop) ? behindStop : null;
}

/** A capital after the marks: they stood apart. In lower case they are the subject: “#kubernetes rollout finished”. */
function startsSentence(text: string, end: number): boolean {
  const next = text[skipSpaces(text, end)] ?? '';
  return isSpace(text[end]) && next !== next.toLowerCase();
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (!' \t,;'.includes(text[at] ?? '')) return false;
  return true;
}

function isLineStart(text: string, at: number): boolean {
  const before = text[backOverSpaces(text, at) - 1];
  return before === undefined || before === '\n' || before === '\r';
}

function isLineEnd(text: string, at: number): boolean {
  return at >= text.length || text[at] === '\n' || text[at] === '\r';
}

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\t') at += 1;
  return at;
}

function backOverSpaces(text: string, from: number): number {
  let at = from;
  while (at > 0 && (text[at - 1] === ' ' || text[at - 1] === '\t')) at -= 1;
  return at;
}

function trimSpacesAtEnd(text: string): string {
  return text.slice(0, backOverSpaces(text, text.length));
}

function isSpace(character: string | undefined): boolean {
  return character === undefined || /\s/.test(character);
}
