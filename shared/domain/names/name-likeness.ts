/**
 * How likely two names are one competency, 0 … 1. Names are compared in their compared form, without little words, and
 * with plurals folded. The first of these that holds:
 * - 1: the same words; 0.98: the same letters once spaces and order are left aside (“data base”, “modelling of data”);
 * - 0.9: one is the other with a run of words written as its initials or its count (“ML platforms”, “k8s”);
 * - else half the words they share (twice those shared by those of both; a word misspelt counts in part) and half the runs
 *   of three letters they share, at most 0.9; at most 0.5 where what they share is what any name may have, or where each
 *   or its last word tells of something else (`word-weight.ts`).
 * Names that differ in a number alone (“Python 2”, “Python 3”) never come above 0.5.
 *
 * Among many names each is compared with those that share a word or a shape with it, beginning with what fewest names
 * share, and with so many of them at most that the time grows with the number of names and not with its square. Lists of
 * up to a thousand names are compared in full. In longer ones a pair may be missed that has nothing in common but what
 * hundreds of names have: “Chain 17” and “Chains 17” are found, “Chain north” and “Chain northern” perhaps not.
 */
import { comparedForm } from './compared-form.ts';
import { textLikeness, trigramsOf } from './text-likeness.ts';
import { mayBeOneThing } from './word-weight.ts';

/** A name of something; several entries may carry one id, as a name and its aliases do. */
export interface NamedThing {
  readonly id: string;
  readonly name: string;
}

export interface LikeName {
  readonly id: string;
  readonly name: string;
  readonly likeness: number;
}

/** Below this two names have little in common but a word. */
export const alikeFrom = 0.62;

const sameLetters = 0.98;
const abbreviated = 0.9;
const otherNumber = 0.5;
const otherThing = 0.5;
/** Words of so many letters and so many trigrams in common are one word misspelt. */
const misspeltFrom = 7;
const misspeltLikeness = 0.7;

/** Places that one look-up visits; pairing visits so many in all, and at least so many for each name. */
const mostVisits = 20_000;
const allVisits = 1_000_000;
const leastVisits = 40;
/** Pairs held beyond those asked for before the most alike are sorted out. */
const mostSparePairs = 5_000;
/** Words looked at for one word that may be misspelt. */
const mostSpellings = 40;

const littleWords = new Set(['a', 'an', 'and', 'the', 'of', 'for', 'in', 'on', 'with', 'to', 'or', 'using']);

const prepositions = new Set(['of', 'for', 'in', 'on', 'with', 'to', 'using']);

/** A name made ready to be compared many times. */
interface Prepared {
  readonly words: readonly string[];
  readonly form: string;
  /** Words in the order of the alphabet, run together. */
  readonly letters: string;
  /** The same in the order of the name. */
  readonly joined: string;
  /** The word that says what it is: the last one, or the last before “of” and its like. */
  readonly head: string;
}

function prepare(name: string): Prepared {
  const all = (comparedForm(name) || name.trim().toLowerCase()).split(' ');
  const meaning = all.filter((word) => !littleWords.has(word));
  const words = [...new Set((meaning.length > 0 ? meaning : all).map(singular))];
  return {
    words,
    form: words.join(' '),
    letters: [...words].sort().join(''),
    joined: words.join(''),
    head: headOf(all),
  };
}

function headOf(all: readonly string[]): string {
  const end = all.findIndex((word, at) => at > 0 && prepositions.has(word));
  const head = (end === -1 ? all : all.slice(0, end)).filter((word) => !littleWords.has(word)).at(-1);
  return singular(head ?? all.at(-1) ?? '');
}

function singular(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.length > 4 && /(ss|x|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return word.length > 3 && word.endsWith('s') && !/(ss|us|is)$/.test(word) ? word.slice(0, -1) : word;
}

/** Likeness of two names by the rule above; the same for both orders. */
export function nameLikeness(a: string, b: string): number {
  const left = prepare(a);
  const right = prepare(b);
  return likenessOf(left, right, textLikeness(left.form, right.form));
}

function likenessOf(a: Prepared, b: Prepared, trigrams: number): number {
  return sameOrShort(a, b) || plainLikeness(a, b, trigrams);
}

/** Likeness of names that are one but for spaces, order or an abbreviation; 0 of all others. */
function sameOrShort(a: Prepared, b: Prepared): number {
  if (a.form === b.form) return 1;
  if (a.letters === b.letters || a.joined === b.joined) return sameLetters;
  return abbreviates(a.words, b.words) || abbreviates(b.words, a.words) ? abbreviated : 0;
}

/** Words and runs of letters in common, half and half. */
function plainLikeness(a: Prepared, b: Prepared, trigrams: number): number {
  const likeness = sharedWords(a.words, b.words) / (a.words.length + b.words.length) + trigrams / 2;
  if (likeness > otherThing && !mayBeOneThing(a, b, isMisspelt)) return otherThing;
  return Math.min(likeness, differInNumber(a.words, b.words) ? otherNumber : abbreviated);
}

/** How many words two names share; of long words one letter may be missing or doubled. */
function sharedWords(a: readonly string[], b: readonly string[]): number {
  let shared = 0;
  const left = b.filter((word) => !a.includes(word));
  for (const word of a) {
    if (b.includes(word)) shared += 1;
    else if (word.length >= misspeltFrom) {
      const likeness = left.map((other) => (mayBeMisspelt(word, other) ? textLikeness(word, other) : 0));
      const best = Math.max(0, ...likeness);
      if (best < misspeltLikeness) continue;
      shared += best;
      left.splice(likeness.indexOf(best), 1);
    }
  }
  return shared;
}

/** Whether one word is the other with a letter missing, doubled or changed. */
function isMisspelt(a: string, b: string): boolean {
  return a.length >= misspeltFrom && mayBeMisspelt(a, b) && textLikeness(a, b) >= misspeltLikeness;
}

function mayBeMisspelt(a: string, b: string): boolean {
  return b.length >= misspeltFrom && Math.abs(a.length - b.length) <= 2 && a[0] === b[0];
}

const countedPattern = /^(\p{L})(\d{1,2})(\p{L})$/u;

/** Whether `short` is `long` with one run of words written as initials, or one word by its count: `k8s`. */
function abbreviates(short: readonly string[], long: readonly string[]): boolean {
  if (short.length > long.length) return false;
  const run = long.length - short.length + 1;
  for (const [at, word] of short.entries()) {
    // looked at before anything is put together: few words are as long as the run, or a letter, a count and a letter
    if (run > 1 ? word.length !== run : word.length > 4 || !countedPattern.test(word)) continue;
    if (long.slice(0, at).join(' ') !== short.slice(0, at).join(' ')) return false;
    const replaced = long.slice(at, at + run);
    const rest = long.slice(at + run).join(' ') === short.slice(at + 1).join(' ');
    if (!rest) continue;
    if (run > 1 && word.length === run && replaced.map((part) => part[0]).join('') === word) return true;
    const counted = countedPattern.exec(word);
    // a plural folded away may have taken the last letter of the count
    const [whole = ''] = replaced;
    if (run === 1 && counted && isCountOf(counted, whole)) return true;
  }
  return false;
}

function isCountOf(counted: readonly string[], whole: string): boolean {
  const [, first, count, last] = counted;
  const letters = Number(count) + 2;
  const isPlural = whole.length === letters - 1 && last === 's';
  return (
    whole.startsWith(first as string) && ((whole.length === letters && whole.endsWith(last as string)) || isPlural)
  );
}

function differInNumber(a: readonly string[], b: readonly string[]): boolean {
  const onlyA = a.filter((word) => !b.includes(word));
  const onlyB = b.filter((word) => !a.includes(word));
  const isNumber = (word: string) => /^[\d.]+$/.test(word);
  return onlyA.length + onlyB.length > 0 && onlyA.every(isNumber) && onlyB.every(isNumber);
}

/** Answers the most alike of the indexed names, each id once, most alike first. The name itself is among them if it was indexed. */
export type NameIndex = (name: string, options?: { readonly min?: number; readonly limit?: number }) => LikeName[];

/** Indexes names, so that each further one is looked up without comparing it with all. */
export function indexNames(names: readonly NamedThing[]): NameIndex {
  const visit = indexPrepared(
    names.map((name) => prepare(name.name)),
    mostVisits,
  );
  return (name, { min = alikeFrom, limit = 5 } = {}) => {
    const best = new Map<string, LikeName>();
    visit(prepare(name), min, (place, likeness) => {
      const named = names[place] as NamedThing;
      if (likeness > (best.get(named.id)?.likeness ?? 0))
        best.set(named.id, { id: named.id, name: named.name, likeness });
    });
    return [...best.values()]
      .sort((a, b) => b.likeness - a.likeness || compareText(a.name, b.name) || compareText(a.id, b.id))
      .slice(0, limit);
  };
}

/** The most alike of a list; for many look-ups `indexNames` is quicker. */
export function likestNames(
  name: string,
  names: readonly NamedThing[],
  options?: { readonly min?: number; readonly limit?: number },
): LikeName[] {
  return indexNames(names)(name, options);
}

/** Pairs of ids with names at least `min` alike, most alike first, each pair once and the smaller id first. */
export function likePairs(
  names: readonly NamedThing[],
  { min = alikeFrom, limit = 100 }: { readonly min?: number; readonly limit?: number } = {},
): LikeNamePair[] {
  const prepared = names.map((name) => prepare(name.name));
  const visit = indexPrepared(prepared, Math.max(leastVisits, Math.floor(allVisits / Math.max(1, names.length))));
  let best = new Map<string, LikeNamePair>();
  let least = min;
  const mostAlike = () => [...best].sort(([, a], [, b]) => inOrder(a, b)).slice(0, limit);
  prepared.forEach((name, at) => {
    const { id } = names[at] as NamedThing;
    const found = (place: number, likeness: number) => {
      const other = (names[place] as NamedThing).id;
      if (other === id) return;
      const [aId, bId] = id < other ? [id, other] : [other, id];
      const key = `${aId} ${bId}`;
      if (likeness > (best.get(key)?.likeness ?? 0)) best.set(key, { aId, bId, likeness });
    };
    visit(name, least, found, at);
    if (best.size <= limit + mostSparePairs) return;
    // what is not among the most alike now never will be, but under other names of the same two
    best = new Map(mostAlike());
    least = Math.max(min, [...best.values()].at(-1)?.likeness ?? min);
  });
  return mostAlike().map(([, pair]) => pair);
}

export interface LikeNamePair {
  readonly aId: string;
  readonly bId: string;
  readonly likeness: number;
}

function inOrder(a: LikeNamePair, b: LikeNamePair): number {
  return b.likeness - a.likeness || compareText(a.aId, b.aId) || compareText(a.bId, b.bId);
}

/**
 * Calls back with every place at least `min` like the asked, `min` being above one half: two names without a word in
 * common, misspelt ones included, never come there but as abbreviations, and those are found by their initials. Looks at
 * `most` places by shape and as many by word, those first that share what fewest have.
 */
function indexPrepared(prepared: readonly Prepared[], most: number) {
  const ofWord = new Map<string, number[]>();
  const ofShape = new Map<string, number[]>();
  const add = (index: Map<string, number[]>, key: string, place: number) => {
    const known = index.get(key);
    if (known) known.push(place);
    else index.set(key, [place]);
  };
  prepared.forEach((name, place) => {
    for (const word of name.words) add(ofWord, word, place);
    for (const shape of shapesOf(name)) add(ofShape, shape, place);
  });
  const trigramsIn = countTrigrams();
  const trigrams = prepared.map((name) => trigramsIn(name.form));
  const spellings = misspellings([...ofWord.keys()]);
  const seen = new Int32Array(prepared.length);
  let asking = 0;
  return (asked: Prepared, min: number, found: (place: number, likeness: number) => void, after = -1) => {
    asking += 1;
    const own = trigramsIn(asked.form);
    const plain = (place: number) => {
      const shared = likenessOfSets(own, trigrams[place] as Int32Array);
      // words count for half, so with fewer trigrams in common than this `min` is out of reach
      return shared < 2 * min - 1 ? 0 : plainLikeness(asked, prepared[place] as Prepared, shared);
    };
    const look = (
      index: ReadonlyMap<string, readonly number[]>,
      keys: Iterable<string>,
      likenessAt: (place: number) => number,
    ) => {
      const lists = [...keys].map((key) => index.get(key) ?? []);
      let left = most;
      for (const list of lists.sort((a, b) => a.length - b.length)) {
        for (let at = firstAfter(list, after); at < list.length && left > 0; at += 1) {
          const place = list[at] as number;
          if (seen[place] === asking) continue;
          seen[place] = asking;
          left -= 1;
          const likeness = likenessAt(place);
          if (likeness >= min) found(place, likeness);
        }
      }
    };
    look(ofShape, shapesOf(asked), (place) => sameOrShort(asked, prepared[place] as Prepared) || plain(place));
    // names that share no shape are no abbreviations of each other
    look(ofWord, new Set(asked.words.flatMap((word) => [word, ...spellings(word)])), plain);
  };
}

/** Where in an ordered list the first place after another stands. */
function firstAfter(list: readonly number[], after: number): number {
  let [from, to] = [0, list.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((list[middle] as number) > after) to = middle;
    else from = middle + 1;
  }
  return from;
}

/** The trigrams of a text as ordered numbers, the same for the same trigram. */
function countTrigrams(): (form: string) => Int32Array {
  const numbers = new Map<string, number>();
  return (form) =>
    Int32Array.from(
      trigramsOf(form).map((trigram) => {
        const known = numbers.get(trigram) ?? numbers.size;
        numbers.set(trigram, known);
        return known;
      }),
    ).sort();
}

function likenessOfSets(a: Int32Array, b: Int32Array): number {
  let [atA, atB, shared] = [0, 0, 0];
  while (atA < a.length && atB < b.length) {
    const difference = (a[atA] as number) - (b[atB] as number);
    if (difference === 0) shared += 1;
    if (difference <= 0) atA += 1;
    if (difference >= 0) atB += 1;
  }
  return a.length + b.length === 0 ? 0 : (2 * shared) / (a.length + b.length);
}

/**
 * The other spellings of a word among those known, looked up once. Words that are so alike share more than half of their
 * trigrams, so that one of the rarer half of them is always shared: no other words are looked at.
 */
function misspellings(words: readonly string[]): (word: string) => readonly string[] {
  const ofTrigram = new Map<string, string[]>();
  for (const word of words) {
    if (word.length < misspeltFrom) continue;
    for (const trigram of trigramsOf(word)) {
      const others = ofTrigram.get(trigram);
      if (others) others.push(word);
      else ofTrigram.set(trigram, [word]);
    }
  }
  const known = new Map<string, readonly string[]>();
  const lookUp = (word: string): readonly string[] => {
    const lists = trigramsOf(word).map((trigram) => ofTrigram.get(trigram) ?? []);
    // alike at `misspeltLikeness` is to share this many at least, however long the other word is
    const shared = Math.ceil((lists.length * misspeltLikeness) / (2 - misspeltLikeness));
    const others = new Set<string>();
    let left = mostSpellings;
    for (const list of lists.sort((a, b) => a.length - b.length).slice(0, lists.length - shared + 1)) {
      for (const other of list.slice(0, left)) if (mayBeMisspelt(word, other)) others.add(other);
      left = Math.max(0, left - list.length);
    }
    others.delete(word);
    return [...others].filter((other) => textLikeness(word, other) >= misspeltLikeness);
  };
  return (word) => {
    if (word.length < misspeltFrom) return [];
    const found = known.get(word) ?? lookUp(word);
    known.set(word, found);
    return found;
  };
}

/** What an abbreviation and what it stands for have in common: the initials of all words, any one of them letter by letter. */
function shapesOf({ words, joined, letters }: Prepared): Set<string> {
  const first = (word: string) => (word.length <= 4 && !/\d/.test(word) ? word : word.slice(0, 1));
  const counted = words.length === 1 ? /^(\p{L})\d/u.exec(words[0] as string) : null;
  return new Set([
    `= ${joined}`,
    `= ${letters}`,
    `i ${words.map((word) => word.slice(0, 1)).join('')}`,
    `i ${words.map(first).join('')}`,
    ...words.map((word, at) => `i ${words.map((other, place) => (place === at ? word : other.slice(0, 1))).join('')}`),
    ...(words.length === 1 ? [`c ${counted ? counted[1] : (words[0] as string).slice(0, 1)}`] : []),
  ]);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
