/** The marks of quick capture in a text: where `#tag`, `@position` and `+competency:3` stand and what they name. */
import type { CaptureVocabulary, KnownPosition } from '../../api/accomplishment.ts';
import { foldLetters } from '../names/fold.ts';

interface Place {
  readonly start: number;
  readonly end: number;
  /** As typed. */
  readonly from: string;
  /** What stands in the sentence instead. */
  readonly plain: string;
  readonly name: string;
}

/** One mark. `positions` are those the words fit (none: unknown); `wrongLevel` is a level outside 1 to 5. */
export type Mark =
  | (Place & { readonly kind: 'tag' })
  | (Place & { readonly kind: 'position'; readonly positions: readonly KnownPosition[] })
  | (Place & {
      readonly kind: 'competency';
      readonly id: string | null;
      /** Of a known one: what it is called in the library. */
      readonly commonName: string | null;
      readonly level: number | null;
      readonly wrongLevel: string | null;
    });

/** No note has more; a pasted page that does is read as far as this, and the rest stays text. */
export const mostMarks = 300;
const longestTag = 60;
const longestName = 120;
/** A known name may run over this many words: `+Data engineering:3`. */
const mostWords = 8;

/**
 * Finds the marks in the order of the text. A mark starts a word, so that addresses, `C#` and `a+b` hold none; `#1` and
 * `+20 %` are none either. Linear in the length of the text.
 */
export function findMarks(text: string, vocabulary: CaptureVocabulary): Mark[] {
  const marks: Mark[] = [];
  const names = lookupsOf(vocabulary);
  let at = 0;
  while (at < text.length && marks.length < mostMarks) {
    if (isSpace(text[at])) {
      at += 1;
      continue;
    }
    at = readWordMarks(text, at, wordEnd(text, at), names, marks);
  }
  return marks;
}

/** Reads the marks a word starts with, and those right behind them: `#a,#b`. Answers where to go on. */
function readWordMarks(text: string, start: number, end: number, names: Lookups, marks: Mark[]): number {
  let at = start;
  while (at < end && openers.includes(text[at] ?? '')) at += 1;
  while (at < end && marks.length < mostMarks) {
    const mark = readMark(text, at, names);
    if (!mark) break;
    marks.push(mark);
    at = mark.end;
    if (at >= end) return at;
    while (at < end && ',;'.includes(text[at] ?? '')) at += 1;
  }
  return Math.max(at, end);
}

function readMark(text: string, at: number, names: Lookups): Mark | null {
  if (text[at] === '#') return readTag(text, at, names);
  if (text[at] === '@') return readPosition(text, at, names);
  return text[at] === '+' ? readCompetency(text, at, names) : null;
}

function readTag(text: string, at: number, names: Lookups): Mark | null {
  const isKnown = (name: string) => names.tags().has(foldName(name));
  const quoted = readQuoted(text, at + 1);
  if (!quoted && !isLetter(text, at + 1)) return null;
  const end = quoted?.end ?? knownEnd(text, at + 1, tagEnd(text, at + 1), isKnown);
  const typed = quoted?.name ?? text.slice(at + 1, end);
  if (typed.length > longestTag) return null;
  const name = names.tags().get(foldName(typed)) ?? typed;
  return { kind: 'tag', start: at, end, from: text.slice(at, end), plain: typed, name };
}

/** One past the word of a tag: `#node.js`, `#c++` and `#C#` are whole; a `.` or `#` that only follows is not part of it. */
function tagEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && end - at <= longestTag) {
    const character = text[end] ?? '';
    if (isNameCharacter(text, end)) end += 1;
    else if (character === '.' && isNameCharacter(text, end + 1) && text[end + 1] !== '-') end += 1;
    else if (character === '+' || (character === '#' && isWordEnd(text, end + 1))) end += 1;
    else break;
  }
  return withoutHyphens(text, at, end);
}

function readPosition(text: string, at: number, names: Lookups): Mark | null {
  const word = readName(
    text,
    at + 1,
    (name) => names.positions(name).length > 0,
    (name) => names.whole().has(foldName(name)),
  );
  if (!word) return null;
  const positions = names.positions(word.name);
  // `@10:30` or `@3` is no position unless one is called so.
  if (positions.length === 0 && !/\p{L}/u.test(word.name.charAt(0))) return null;
  return {
    kind: 'position',
    start: at,
    end: word.end,
    from: text.slice(at, word.end),
    plain: word.name,
    name: word.name,
    positions,
  };
}

function readCompetency(text: string, at: number, names: Lookups): Mark | null {
  if (text[at + 1] !== '"' && text[at + 1] !== '“' && !isLetter(text, at + 1)) return null;
  const isKnown = (name: string) => names.competencies().has(foldName(name));
  const word = readName(text, at + 1, isKnown, isKnown);
  if (!word) return null;
  const known = names.competencies().get(foldName(word.name));
  let end = word.end;
  let level: number | null = null;
  let wrongLevel: string | null = null;
  const figure = /^:(\d{1,4})(?![\p{L}\p{N}])/u.exec(text.slice(end, end + 8));
  if (figure) {
    const number = Number(figure[1]);
    if (number >= 1 && number <= 5) level = number;
    else wrongLevel = figure[1] ?? '';
    end += figure[0].length;
  }
  // in quotes a name is as it was typed; a single word may stand for several
  const typed = text[at + 1] === '"' || text[at + 1] === '“' ? word.name : spaced(word.name);
  const name = known?.name ?? typed;
  return {
    kind: 'competency',
    start: at,
    end,
    from: text.slice(at, end),
    plain: typed,
    name,
    id: known?.id ?? null,
    commonName: known?.commonName ?? null,
    level,
    wrongLevel,
  };
}

/** A name in quotes, or one word, drawn out over the words behind it as far as a whole known name goes. */
function readName(
  text: string,
  at: number,
  isKnown: (name: string) => boolean,
  isWhole: (name: string) => boolean,
): Named | null {
  const quoted = readQuoted(text, at);
  if (quoted || text[at] === '"' || text[at] === '“') return quoted;
  const first = nameEnd(text, at);
  if (first === at) return null;
  let end = knownEnd(text, at, first, isWhole);
  if (end === first && !isKnown(text.slice(at, first))) {
    // “@Fenlock’s depots”: the name ends before the apostrophe.
    const apostrophe = text.slice(at, first).search(/['’]/);
    if (apostrophe > 0) end = at + apostrophe;
  }
  return { name: text.slice(at, end), end };
}

interface Named {
  readonly name: string;
  readonly end: number;
}

/** A name ends with a letter, a figure, `+` or `#`, or with the bracket that it opened itself. */
function endsName(text: string, at: number, end: number): boolean {
  const last = text[end - 1] ?? '';
  if (last === ')') return text.slice(at, end).includes('(');
  return isNameCharacter(text, end - 1) || last === '+' || last === '#';
}

function readQuoted(text: string, at: number): Named | null {
  const closers = text[at] === '"' ? '"”' : text[at] === '“' ? '”"' : '';
  if (closers === '') return null;
  for (let end = at + 1; end < text.length && end - at <= longestName && text[end] !== '\n'; end += 1) {
    if (!closers.includes(text[end] ?? '')) continue;
    const name = text.slice(at + 1, end).trim();
    return /[\p{L}\p{N}]/u.test(name) ? { name, end: end + 1 } : null;
  }
  return null;
}

/** One past the longest known name that starts here, such as “Planning (budget & staff)”; `first` if none goes further. */
function knownEnd(text: string, at: number, first: number, isKnown: (name: string) => boolean): number {
  let best = first;
  let words = 1;
  for (let end = first; end <= text.length && end - at <= longestName && words <= mostWords; end += 1) {
    const next = text[end];
    const isBoundary = next === undefined || isSpace(next) || ':,;.)'.includes(next);
    if (end > first && isBoundary && endsName(text, at, end) && isKnown(text.slice(at, end))) best = end;
    if (next === '\n' || next === '\r') break;
    if (next === ' ') words += 1;
  }
  return best;
}

/** One past a word of a name: `.`, `+`, `#`, `&` and `/` belong to it inside or, for `C++` and `C#`, at its end. */
function nameEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && end - at <= longestName) {
    const character = text[end] ?? '';
    if (isNameCharacter(text, end)) end += 1;
    else if ("./&’'".includes(character) && end > at && isNameCharacter(text, end + 1)) end += 1;
    else if ((character === '+' || character === '#') && end > at) end += 1;
    else break;
  }
  return withoutHyphens(text, at, end);
}

function withoutHyphens(text: string, at: number, from: number): number {
  let end = from;
  while (end > at && '-_'.includes(text[end - 1] ?? '')) end -= 1;
  return end;
}

/** One name of a competency, and the name it has in common. */
interface KnownName {
  readonly id: string;
  readonly name: string;
  readonly commonName: string;
}

interface Lookups {
  readonly tags: () => ReadonlyMap<string, string>;
  readonly competencies: () => ReadonlyMap<string, KnownName>;
  /** Those the words fit: exactly, else as the start of a name or of a word in it. */
  readonly positions: (name: string) => readonly KnownPosition[];
  /** Full names of positions and employers. */
  readonly whole: () => ReadonlySet<string>;
}

/** The tables of a vocabulary, for as long as it is in use: a note is read again with every key. */
const cachedLookups = new WeakMap<CaptureVocabulary, Lookups>();

function lookupsOf(vocabulary: CaptureVocabulary): Lookups {
  const cached = cachedLookups.get(vocabulary) ?? lookups(vocabulary);
  cachedLookups.set(vocabulary, cached);
  return cached;
}

/** Tables are made when the first mark asks for them: most notes have one or two. */
function lookups(known: CaptureVocabulary): Lookups {
  let tags: Map<string, string> | null = null;
  let competencies: Map<string, KnownName> | null = null;
  let whole: Set<string> | null = null;
  const fitting = new Map<string, readonly KnownPosition[]>();
  let folded: { position: KnownPosition; names: string[]; words: string[] }[] | null = null;
  const positions = () => {
    folded ??= known.positions.map((position) => ({
      position,
      names: [
        position.employer,
        position.title,
        `${position.title} ${position.employer}`,
        `${position.employer} ${position.title}`,
      ]
        .map(foldName)
        .filter((name) => name !== ''),
      words: `${position.employer} ${position.title}`
        .split(/[\s/,]+/)
        .map(foldName)
        .filter((word) => word !== ''),
    }));
    return folded;
  };
  return {
    tags: () => {
      tags ??= new Map([...known.tags].reverse().map((tag) => [foldName(tag), tag]));
      return tags;
    },
    competencies: () => {
      if (!competencies) {
        competencies = new Map();
        const all = known.competencies;
        // Names after aliases: a name wins over another's alias.
        for (const { id, name, aliases } of all)
          for (const alias of aliases) competencies.set(foldName(alias), { id, name: alias, commonName: name });
        for (const { id, name } of all) competencies.set(foldName(name), { id, name, commonName: name });
      }
      return competencies;
    },
    positions: (name) => {
      const wanted = foldName(name);
      let found = fitting.get(wanted);
      if (!found) {
        found = fittingPositions(positions(), wanted);
        fitting.set(wanted, found);
      }
      return found;
    },
    whole: () => {
      whole ??= new Set(positions().flatMap((entry) => entry.names));
      return whole;
    },
  };
}

function fittingPositions(
  positions: readonly {
    readonly position: KnownPosition;
    readonly names: readonly string[];
    readonly words: readonly string[];
  }[],
  wanted: string,
): readonly KnownPosition[] {
  if (wanted === '') return [];
  const tests: ((entry: { names: readonly string[]; words: readonly string[] }) => boolean)[] = [
    (entry) => entry.names.includes(wanted),
  ];
  if (wanted.length > 1) {
    tests.push((entry) => entry.names.some((name) => name.startsWith(wanted)));
    tests.push((entry) => entry.words.some((word) => word.startsWith(wanted)));
  }
  for (const test of tests) {
    const found = positions.filter(test);
    if (found.length > 0) return found.map((entry) => entry.position);
  }
  return [];
}

/** Letters and digits alone, in one case and without accents: `data-engineering` finds “Data engineering”; `+` and `#` tell C from C++. */
export function foldName(name: string): string {
  return foldLetters(name).replace(/[^\p{L}\p{N}\p{M}+#]/gu, '');
}

function spaced(name: string): string {
  return name.replace(/[-_]+/g, ' ').trim();
}

const openers = '([{"“‘\'*_';

function wordEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && !isSpace(text[end])) end += 1;
  return end;
}

function isWordEnd(text: string, at: number): boolean {
  return at >= text.length || !isNameCharacter(text, at);
}

function isLetter(text: string, at: number): boolean {
  const point = text.codePointAt(at);
  return point !== undefined && /\p{L}/u.test(String.fromCodePoint(point));
}

/** Letters, digits, accents, hyphen and underscore; the second half of a surrogate pair belongs to its first. */
function isNameCharacter(text: string, at: number): boolean {
  const character = text[at];
  if (character === undefined) return false;
  if (character === '-' || character === '_') return true;
  const code = character.charCodeAt(0);
  if (code >= 0xdc00 && code <= 0xdfff) return at > 0 && isNameCharacter(text, at - 1);
  return /[\p{L}\p{N}\p{M}]/u.test(String.fromCodePoint(text.codePointAt(at) ?? 0));
}

function isSpace(character: string | undefined): boolean {
  return character === undefined || /\s/.test(character);
}
