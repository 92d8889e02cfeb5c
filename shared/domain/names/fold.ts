/**
 * Letters as they are compared and searched: without case, and without the accents that a person leaves out when typing.
 * A mark that makes another letter of its base stays: the dots of kana, the vowels of Thai and Devanagari, the hamza of
 * Arabic, the breve of й. Only on Latin and Greek letters are all marks accents.
 */

// biome-ignore lint/suspicious/noControlCharactersInRegex: what a plain text is made of
const asciiPattern = /^[\u0000-\u007f]*$/;
const accentsPattern = /([\p{sc=Latin}\p{sc=Greek}\p{sc=Common}])\p{M}+/gu;
/** Stress on a vowel, and ё, which most people write as е. */
const cyrillicAccentsPattern = /([аеиоуыэюяєі])[\u0300\u0301]|(е)\u0308/giu;
/** Marks that begin a word or choose how a sign is drawn. */
const looseMarksPattern = /[\ufe00-\ufe0f\u20d0-\u20f0]|(?<![\p{L}\p{N}\p{M}])\p{M}+/gu;

/** Letters of their own that have no accent to take off, as keyboards without them write them. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ŋ: 'n',
  ĸ: 'k',
  ƒ: 'f',
  ɨ: 'i',
  ʉ: 'u',
  ς: 'σ',
};
const plainLettersPattern = new RegExp(`[${Object.keys(plainLetters).join('')}]`, 'g');

/** The letters of a text in one case and without accents. */
export function foldLetters(text: string): string {
  if (asciiPattern.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(accentsPattern, '$1')
    .replace(cyrillicAccentsPattern, '$1$2')
    .replace(looseMarksPattern, '')
    .replace(plainLettersPattern, (letter) => plainLetters[letter] ?? letter)
    .normalize('NFC');
}

/** Points of Hebrew and Arabic for vowels, and the stroke that only stretches a word: most texts leave them out. */
const vowelPointsPattern = /[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u0652\u0670\u0640]/g;

/** The same for a search, which also finds a word that is written with its vowel points. */
export function foldSearch(text: string): string {
  return foldLetters(text).replace(vowelPointsPattern, '');
}

export interface FoldedPlace {
  readonly start: number;
  readonly end: number;
}

/** A letter with its marks; the parts of a Hangul syllable written apart are one letter. */
const letterPattern = /[\u1100-\u11ff]+|[\s\S]\p{M}*/gu;

/** Where some words stand in a text, letters folded: in order, none overlapping another, at most `limit`. */
export function findFolded(text: string, words: string, limit = Number.POSITIVE_INFINITY): readonly FoldedPlace[] {
  const needle = foldSearch(words).trim();
  if (needle === '') return [];
  const found: FoldedPlace[] = [];
  const { folded, starts, ends } = foldWithPlaces(text);
  for (let at = folded.indexOf(needle); at !== -1 && found.length < limit; ) {
    const last = at + needle.length - 1;
    found.push({ start: starts?.[at] ?? at, end: ends?.[last] ?? last + 1 });
    at = folded.indexOf(needle, at + needle.length);
  }
  return found;
}

/** A folded text, and for each of its units where its letter stands in the text; without them, where both are as long. */
function foldWithPlaces(text: string): {
  readonly folded: string;
  readonly starts?: readonly number[];
  readonly ends?: readonly number[];
} {
  if (asciiPattern.test(text)) return { folded: text.toLowerCase() };
  const starts: number[] = [];
  const ends: number[] = [];
  let folded = '';
  for (const match of text.matchAll(letterPattern)) {
    const letter = foldSearch(match[0]);
    folded += letter;
    for (let unit = 0; unit < letter.length; unit += 1) {
      starts.push(match.index);
      ends.push(match.index + match[0].length);
    }
  }
  return { folded, starts, ends };
}
