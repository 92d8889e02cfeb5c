/** What the codes of a matrix mean: a legend in the document, or else numbers and well-known words. */
import type { ScaleContent } from '../../../../shared/api/role-content.ts';
import { cleanLine, lettersAndFigures } from '../../outline/clean-text.ts';

export interface LegendEntry {
  /** As it stands in the cells; absent where the cells hold the label itself. */
  readonly code?: string | undefined;
  readonly label: string;
  readonly meaning?: string | undefined;
}

export interface Legend {
  /** From the lowest level up. */
  readonly entries: readonly LegendEntry[];
  /** Codes that say that nothing is asked. */
  readonly blanks: readonly string[];
  readonly line?: number | undefined;
  /** Told by numbers or words alone, without a legend. */
  readonly isGuessed: boolean;
}

const mostLevels = 20;
const blankWords = new Set(
  [
    '',
    'none',
    'no',
    'na',
    'notapplicable',
    'notrequired',
    'noknowledge',
    'notneeded',
    'nil',
    'notexpected',
    'blank',
  ].map(lettersAndFigures),
);
const blankMarks = new Set(['', '-', '–', '—', '−', '·', '.', '…', '/', '\\', '□', '☐', '○', '✗', '✕', 'x̶']);

/** Whether a cell says that nothing is asked. */
export function isBlankCell(text: string): boolean {
  const plain = text.trim();
  return blankMarks.has(plain) || /^(?:n\/?a|none|nil|not (?:required|applicable|expected|needed))\.?$/i.test(plain);
}

const isNothing = (label: string): boolean => blankWords.has(lettersAndFigures(label));

/** A cell without the mark of what is mandatory, and whether it had one. */
export function splitMark(cell: string): { readonly text: string; readonly isMandatory: boolean } {
  let text = cell.trim();
  let isMandatory = false;
  const mark = /^[*!✱★]+|[*!✱★]+$/u;
  for (let found = mark.exec(text); found !== null && found[0] !== ''; found = mark.exec(text)) {
    isMandatory = true;
    text = (found.index === 0 ? text.slice(found[0].length) : text.slice(0, found.index)).trim();
    if (text === '') break;
  }
  const words = /^(.{1,60}?)\s*[([](?:m|mandatory|required|must)[)\]]$/i.exec(text.slice(0, 80));
  if (words?.[1] !== undefined && text.length <= 80) return { text: words[1].trim(), isMandatory: true };
  return { text, isMandatory };
}

const isCode = (word: string): boolean => /^(?:\p{Lu}{1,3}\d?|\d{1,2}|\p{Lu}\p{Ll}|[●◐○◑◕◔★✓]+)$/u.test(word);

/**
 * The legend in a line such as `A Awareness W Working`, `1 = Basic, 2 = Good` or `Basic (B) · Good (G)`; null for any
 * other line. At least two codes, each with words of its own.
 */
export function legendInLine(text: string): LegendEntry[] | null {
  let line = cleanLine(text.slice(0, 600));
  if (line.length < 5 || text.length > 600) return null;
  const lead =
    /^(?:legend|key|scale|levels?|proficiency|grades?|skill levels?|proficiency levels?|rating(?: scale)?)\s?[:–—-]\s?/i.exec(
      line,
    );
  if (lead !== null) line = line.slice(lead[0].length);
  return inBrackets(line) ?? separated(line) ?? running(line);
}

/** `Awareness (A), Working (W)` */
function inBrackets(line: string): LegendEntry[] | null {
  const pieces = line.split(')');
  if (pieces.length < 3 || (pieces.at(-1) ?? '').trim().length > 2) return null;
  const entries: LegendEntry[] = [];
  for (const piece of pieces.slice(0, -1)) {
    const open = piece.indexOf('(');
    if (open === -1) return null;
    const before = piece
      .slice(0, open)
      .replace(/^[\s,;·|/•]{0,4}/, '')
      .trim();
    const inside = piece.slice(open + 1).trim();
    const [code, label] = isCode(inside) ? [inside, before] : [before, inside];
    if (!isCode(code) || !isLabel(label)) return null;
    entries.push({ code, label });
  }
  return checked(entries);
}

/** `A = Awareness; W = Working`, `1: Basic | 2: Good`. */
function separated(line: string): LegendEntry[] | null {
  for (const separator of [';', '|', ' · ', ' • ', '\t', ', ', ' / ', ' ']) {
    const pieces = separator === ' ' ? atCodes(line) : line.split(separator);
    if (pieces.length < 2) continue;
    const entries = pieces.flatMap((piece) => {
      const entry = pairIn(piece.trim());
      return entry === null ? [] : [entry];
    });
    if (entries.length === pieces.length) return checked(entries);
  }
  return null;
}

/** Cuts before every code that has a mark of equality behind it. */
function atCodes(line: string): string[] {
  const words = line.split(' ');
  const pieces: string[][] = [];
  words.forEach((word, index) => {
    const isStart = /^\S{1,3}[=:]/u.test(word) || (isCode(word) && /^[=:–—-]/.test(words[index + 1] ?? ''));
    if (isStart || pieces.length === 0) pieces.push([]);
    pieces.at(-1)?.push(word);
  });
  return pieces.map((piece) => piece.join(' ').replace(/[,;]$/, ''));
}

/** `A = Awareness: has heard of it` */
function pairIn(piece: string): LegendEntry | null {
  const found = /^(\S{1,3}?)\s?(?:=|:|–|—|-|→)\s?(.{2,300})$/u.exec(piece);
  const code = found?.[1] ?? '';
  if (!isCode(code) || found?.[2] === undefined) return null;
  return entryOf(code, found[2]);
}

function entryOf(code: string, words: string): LegendEntry | null {
  const cut = /\s?[:–—(]\s?|\s-\s/.exec(words);
  const label = (cut === null ? words : words.slice(0, cut.index)).trim();
  const meaning =
    cut === null
      ? ''
      : words
          .slice(cut.index + cut[0].length)
          .replace(/\)$/, '')
          .trim();
  if (!isLabel(label)) return null;
  return meaning === '' ? { code, label } : { code, label, meaning };
}

const isLabel = (label: string): boolean => label.length >= 2 && label.length <= 60 && /\p{L}{2}/u.test(label);

/** `A Awareness W Working V Advanced E Expert`: codes and labels in turn, and nothing else. */
function running(line: string): LegendEntry[] | null {
  const words = line.split(' ');
  if (words.length < 4 || !isCode(words[0] ?? '')) return null;
  const entries: { code: string; label: string }[] = [];
  for (const word of words) {
    const open = entries.at(-1);
    if (isCode(word) && (open === undefined || open.label !== '')) entries.push({ code: word, label: '' });
    else if (open !== undefined) open.label = `${open.label} ${word}`.trim();
  }
  const isFitting = entries.every(
    ({ label }) => isLabel(label) && label.split(' ').length <= 4 && /^[\p{Lu}\d]/u.test(label),
  );
  return isFitting ? checked(entries) : null;
}

function checked(entries: readonly LegendEntry[]): LegendEntry[] | null {
  const codes = new Set(entries.map((entry) => entry.code?.toLowerCase() ?? entry.label.toLowerCase()));
  const labels = new Set(entries.map((entry) => entry.label.toLowerCase()));
  const isWhole = codes.size === entries.length && labels.size === entries.length;
  return entries.length >= 2 && entries.length <= mostLevels && isWhole ? [...entries] : null;
}

/** Entries as a legend: what says “none” is no level, and numbers are put in order. */
export function legendOf(entries: readonly LegendEntry[], line?: number): Legend {
  const isNumbered = entries.every((entry) => /^\d{1,2}$/.test(entry.code ?? ''));
  const ordered = isNumbered ? entries.toSorted((a, b) => Number(a.code) - Number(b.code)) : [...entries];
  const isDown = !isNumbered && isFalling(ordered);
  const levels = ordered.filter((entry) => !isNothing(entry.label));
  return {
    entries: isDown ? levels.toReversed() : levels,
    blanks: ordered.filter((entry) => isNothing(entry.label)).map((entry) => (entry.code ?? entry.label).toLowerCase()),
    line,
    isGuessed: false,
  };
}

/** How far along a well-known word for a level stands. */
const rankOfWord: ReadonlyMap<string, number> = new Map(
  (
    [
      [1, 'aware awareness awarenesslevel novice beginner learner learning trainee entry exposure introductory'],
      [1.5, 'basic basics foundation foundational foundations fundamental fundamentals elementary limited junior low'],
      [1.7, 'advancedbeginner developing familiar supported assisted'],
      [2, 'working workingknowledge intermediate medium moderate middle practising practicing'],
      [2.4, 'practitioner competent independent solid good'],
      [2.8, 'proficient skilled experienced fluent strong'],
      [3, 'advanced senior high extensive'],
      [4, 'expert expertise specialist'],
      [4.5, 'master mastery authority authoritative leading leader thoughtleader principal guru'],
    ] as const
  ).flatMap(([rank, words]) => words.split(' ').map((word) => [word, rank] as const)),
);

/** Single words that name levels wherever they are met. */
export const levelNames: ReadonlySet<string> = new Set(rankOfWord.keys());

/** How far along a word stands among well-known words for levels; undefined for one that is not known. */
function rankOf(label: string): number | undefined {
  return rankOfWord.get(lettersAndFigures(label)) ?? rankOfWord.get(lettersAndFigures(label.split(' ')[0] ?? ''));
}

/** Labels that are all known and go down: the legend starts with the highest. */
function isFalling(entries: readonly LegendEntry[]): boolean {
  const ranks = entries.filter((entry) => !isNothing(entry.label)).map((entry) => rankOf(entry.label));
  if (ranks.length < 2 || ranks.includes(undefined)) return false;
  return ranks.every((rank, index) => index === 0 || (rank ?? 0) < (ranks[index - 1] ?? 0));
}

/** Codes that are met often enough to be read without a legend. */
const codeSystems: readonly (readonly (readonly [string, string])[])[] = [
  [
    ['A', 'Awareness'],
    ['W', 'Working'],
    ['V', 'Advanced'],
    ['E', 'Expert'],
  ],
  [
    ['B', 'Basic'],
    ['I', 'Intermediate'],
    ['A', 'Advanced'],
    ['E', 'Expert'],
  ],
];

/** The well-known codes that all cells are among, the second of them too; null for any others. */
function knownCodes(distinct: readonly string[]): Legend | null {
  const codes = codeSystems.find((some) => {
    const known = new Set(some.map(([code]) => code));
    return distinct.length >= 2 && distinct.includes(some[1]?.[0] ?? '') && distinct.every((text) => known.has(text));
  });
  if (codes === undefined) return null;
  return { entries: codes.map(([code, label]) => ({ code, label })), blanks: [], isGuessed: true };
}

/** A legend from what stands in the cells, when they are whole numbers or well-known words alone; null otherwise. */
export function guessLegend(cells: readonly string[]): Legend | null {
  const distinct = [...new Set(cells.map((cell) => splitMark(cell).text).filter((text) => !isBlankCell(text)))];
  if (distinct.length === 0 || distinct.length > mostLevels) return null;
  const numbers = distinct.map((text) => (/^\d{1,2}$/.test(text) ? Number(text) : Number.NaN));
  if (numbers.every((number) => number >= 0 && number <= mostLevels)) {
    const top = Math.max(...numbers);
    if (top < 1) return null;
    const entries = Array.from({ length: top }, (_, index) => ({
      code: String(index + 1),
      label: `Level ${index + 1}`,
    }));
    return { entries, blanks: numbers.includes(0) ? ['0'] : [], isGuessed: true };
  }
  const known = knownCodes(distinct);
  if (known !== null) return known;
  const prefixed = distinct.map((text) => /^(\p{L}{1,6})\s?-?(\d{1,2})$/u.exec(text));
  const prefix = prefixed[0]?.[1]?.toLowerCase();
  if (prefix !== undefined && prefixed.every((found) => found?.[1]?.toLowerCase() === prefix)) {
    const ordered = distinct.toSorted((a, b) => Number(/\d+$/.exec(a)?.[0]) - Number(/\d+$/.exec(b)?.[0]));
    return { entries: ordered.map((text) => ({ label: text })), blanks: [], isGuessed: true };
  }
  const words = new Map(distinct.map((text) => [lettersAndFigures(text), text]));
  const ranked = [...words.values()].map((text) => ({ text, rank: rankOf(text) }));
  const ranks = new Set(ranked.map(({ rank }) => rank));
  if (words.size < 2 || ranks.has(undefined) || ranks.size !== ranked.length) return null;
  const ordered = ranked.toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  return { entries: ordered.map(({ text }) => ({ label: text })), blanks: [], isGuessed: true };
}

/** The scale of a legend; its key tells its levels, so that two matrices with one legend share it. */
export function scaleOfLegend({ entries }: Legend): ScaleContent {
  const first = entries[0]?.label ?? '';
  const last = entries.at(-1)?.label ?? '';
  return {
    key: `matrix-${entries.map((entry) => lettersAndFigures(entry.code ?? entry.label).slice(0, 8)).join('-')}`.slice(
      0,
      80,
    ),
    name: entries.length === 1 ? first : `${first} to ${last}`,
    levels: entries.map(({ code, label }, index) => ({
      ordinal: index + 1,
      label,
      ...(code === undefined ? {} : { code }),
    })),
  };
}
