/** Finds the texts of a document in what a parser read, and says which are missing or out of their order. */
import type { DocumentField, ReadBack } from '../../api/document.ts';
import { hasRightToLeft, mirrored } from './text-direction.ts';
import { verbatimPieces } from './verbatim.ts';

/** What was compared; which fonts carry it is for the reader of the PDF to say. */
export type Comparison = Pick<ReadBack, 'found' | 'total' | 'missing' | 'outOfOrder'>;

interface Occurrence {
  readonly start: number;
  readonly end: number;
}

/** A text found so often tells nothing of order; more places are not looked at. */
const mostOccurrences = 40;
/** Running text stands within this many lines of a page's head or foot. */
const marginLines = 3;

/**
 * Compares fields with the lines of the pages. Words must stand as they are in the model; only where a line breaks may
 * a space come or go. Case does not matter, because capitals are set by the page. `running` is the text of headers and
 * footers, which is passed over; the head of page 1 has none.
 */
export function compareReadBack(
  fields: readonly DocumentField[],
  pages: readonly (readonly string[])[],
  running: readonly string[] = [],
): Comparison {
  const text = pages
    .map((lines, page) =>
      withoutRunning(lines, running, page === 0)
        .map(comparable)
        .join('\n'),
    )
    .join('\n');
  const occurrences = fields.map((field) => {
    const wanted = comparable(field.text);
    const found = find(wanted, text);
    return found.length === 0 ? findInMixedLines(wanted, text) : found;
  });
  const inOrder = longestOrder(occurrences, text.length);
  const claimed = new Set(inOrder.values());
  const missing: DocumentField[] = [];
  const outOfOrder: DocumentField[] = [];
  for (const [index, field] of fields.entries()) {
    if (!isAsTyped(field)) {
      missing.push(field);
      continue;
    }
    if (inOrder.has(index)) continue;
    const elsewhere = occurrences[index]?.find((place) => ![...claimed].some((taken) => overlaps(taken, place)));
    if (elsewhere === undefined) {
      missing.push(field);
      continue;
    }
    claimed.add(elsewhere);
    outOfOrder.push(field);
  }
  return { found: fields.length - missing.length, total: fields.length, missing, outOfOrder };
}

/** Whether the text that is looked for still holds what must be printed as it was typed: marks may go, signs may not. */
function isAsTyped({ text, typed }: DocumentField): boolean {
  if (typed === undefined) return true;
  const printed = comparable(text);
  return verbatimPieces(typed).every((piece) => printed.includes(comparable(piece)));
}

/** The form in which texts are compared: NFC, one kind of single quotes (a face draws two with one glyph, and a parser reads the other), single spaces, no capitals. */
export function comparable(text: string): string {
  return (
    text
      .normalize('NFC')
      // letters of Arabic in the shape that they have in a word
      .replace(/[\uFB1D-\uFDFF\uFE70-\uFEFC]+/gu, (shapes) => shapes.normalize('NFKC'))
      .replace(/[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]|\p{Variation_Selector}/gu, '')
      .replace(/\u02BC/g, '\u2019')
      .replace(/\u02BB/g, '\u2018')
      .replace(/\s+/gu, ' ')
      // the face sets an f so far from these signs that a reader sees a space
      .replace(/f (?=[)\]}”’"'!?])/g, 'f')
      .trim()
      .toLowerCase()
  );
}

function withoutRunning(lines: readonly string[], running: readonly string[], isFirst: boolean): readonly string[] {
  const known = running.map(comparable).filter((text) => text !== '');
  const isRunning = (line: string) => {
    let rest = comparable(line);
    for (const text of known) rest = rest.replace(text, '').trim();
    return /^(?:\d+ ?\/ ?\d+)?$/.test(rest);
  };
  const isAtHead = (place: number) => place < marginLines;
  const isAtFoot = (place: number) => place >= lines.length - marginLines;
  const isAtMargin = (place: number) => (isAtHead(place) ? !isFirst : isAtFoot(place));
  return lines.filter((line, place) => !(isAtMargin(place) && isRunning(line)));
}

/** Every place where the wanted text stands as whole words. */
function find(wanted: string, text: string): readonly Occurrence[] {
  const found: Occurrence[] = [];
  if (wanted === '') return found;
  for (let start = text.indexOf(wanted.charAt(0)); start !== -1; start = text.indexOf(wanted.charAt(0), start + 1)) {
    if (isWordCharacter(text.charAt(start - 1)) && isWordCharacter(wanted.charAt(0))) continue;
    const end = matchAt(wanted, text, start);
    if (end === -1 || (isWordCharacter(text.charAt(end)) && isWordCharacter(wanted.at(-1) ?? ''))) continue;
    found.push({ start, end });
    if (found.length === mostOccurrences) break;
  }
  return found;
}

/**
 * Every place where the wanted text stands in lines that run from right to left, or in both directions. How a reader puts
 * the words of such a line in order is not known from the line alone, so that each line must hold its part of the words,
 * in whichever order.
 */
function findInMixedLines(wanted: string, text: string): readonly Occurrence[] {
  const words = tokensOf(wanted).map((token) => token.text);
  const lines: Token[][] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    lines.push(hasRightToLeft(line) || hasRightToLeft(wanted) ? tokensOf(line, start) : []);
    start += line.length + 1;
  }
  const found: Occurrence[] = [];
  for (let first = 0; first < lines.length && found.length < mostOccurrences; first += 1) {
    const place = wordsFrom(words, lines, first);
    if (place !== null) found.push(place);
  }
  return found;
}

/** All of the words, the first of them in this line and the others in it and those that follow. */
function wordsFrom(words: readonly string[], lines: readonly (readonly Token[])[], first: number): Occurrence | null {
  let line = first;
  let left = [...(lines[line] ?? [])];
  const taken: Token[] = [];
  for (const word of words) {
    let at = left.findIndex((token) => token.text === word);
    if (at === -1 && taken.length > 0 && line + 1 < lines.length) {
      line += 1;
      left = [...(lines[line] ?? [])];
      at = left.findIndex((token) => token.text === word);
    }
    const [token] = at === -1 ? [] : left.splice(at, 1);
    if (token === undefined) return null;
    taken.push(token);
  }
  if (taken.length === 0) return null;
  return { start: Math.min(...taken.map((token) => token.start)), end: Math.max(...taken.map((token) => token.end)) };
}

interface Token extends Occurrence {
  readonly text: string;
}

/** Words and signs; of a pair of brackets either may be drawn for the other. */
function tokensOf(text: string, offset = 0): Token[] {
  return Array.from(text.matchAll(/[\p{L}\p{N}\p{M}]+|[^\s]/gu), (match) => {
    const pair = [match[0], mirrored(match[0])].sort();
    const start = offset + match.index;
    return { text: pair[0] ?? match[0], start, end: start + match[0].length };
  });
}

/** Where the wanted text ends when it stands at `start`; -1 when it does not. A line break may be a space or nothing. */
function matchAt(wanted: string, text: string, start: number): number {
  let at = start;
  for (let index = 0; index < wanted.length; ) {
    const want = wanted.charAt(index);
    const have = text.charAt(at);
    if (have === '\n') {
      at += 1;
      if (want === ' ') index += 1;
    } else if (have === want) {
      at += 1;
      index += 1;
    } else if (want === ' ' && text.charAt(at - 1) === '\n') {
      index += 1;
    } else {
      return -1;
    }
  }
  return at;
}

function isWordCharacter(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}

function overlaps(a: Occurrence, b: Occurrence): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The largest number of fields that can be found one after another, with the place of each. */
function longestOrder(fields: readonly (readonly Occurrence[])[], length: number): ReadonlyMap<number, Occurrence> {
  interface Link {
    readonly field: number;
    readonly place: Occurrence;
    readonly count: number;
    readonly before: Link | null;
  }
  // A Fenwick tree over ends: the longest chain that ends at or before a position.
  const tree: (Link | null)[] = new Array(length + 2).fill(null);
  const longestUpTo = (position: number): Link | null => {
    let best: Link | null = null;
    for (let at = position + 1; at > 0; at -= at & -at) {
      const link = tree[at] ?? null;
      if (link !== null && (best === null || link.count > best.count)) best = link;
    }
    return best;
  };
  let longest: Link | null = null;
  for (const [field, places] of fields.entries()) {
    const links = places.map((place): Link => {
      const before = longestUpTo(place.start);
      return { field, place, count: (before?.count ?? 0) + 1, before };
    });
    for (const link of links) {
      for (let at = link.place.end + 1; at < tree.length; at += at & -at) {
        const known = tree[at] ?? null;
        if (known === null || link.count > known.count) tree[at] = link;
      }
      if (longest === null || link.count > (longest as Link).count) longest = link;
    }
  }
  const chain = new Map<number, Occurrence>();
  for (let link: Link | null = longest; link !== null; link = link.before) chain.set(link.field, link.place);
  return chain;
}
