/**
 * The words that the index is given beside a text, and asked for. Its tokenizer parts words by spaces and takes accents off
 * Latin letters, no more. So a text with other letters is followed by words as they are compared: “lodz” for “Łódź”,
 * and for writing without spaces every two neighbouring characters, by which any words of it are found.
 */
import { foldSearch } from '../../../shared/domain/names/fold.ts';

/** Parts a text from the words added to it. No text that was typed or read holds it. */
export const addedWordsMark = '\u001f';

/** More of one text is not looked through: longer ones are whole documents, found by their other words. */
const mostCharacters = 400_000;
const wordPattern = /[\p{L}\p{N}\p{M}_]+/gu;
const plainWordPattern = /^[\p{sc=Latin}\p{N}_]+$/u;
const unspaced =
  '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}\\p{sc=Tibetan}ーｰ々〆';
const unspacedPattern = new RegExp(`[${unspaced}]`, 'u');
const runPattern = new RegExp(`[${unspaced}]+|[^${unspaced}]+`, 'gu');
// biome-ignore lint/suspicious/noControlCharactersInRegex: what a plain text is made of
const plainTextPattern = /^[\u0000-\u007f\u00a0-\u00bf\u2010-\u206f]*$/;

/** Marks part words for the tokenizer; characters for private use do not. */
const joinMarks = (word: string): string =>
  word.replace(/\p{M}/gu, (mark) => String.fromCharCode(0xe000 + ((mark.codePointAt(0) ?? 0) % 0x1900)));

/** A word as the index is asked for it. */
const indexed = (word: string): string => joinMarks(foldSearch(word));

/** The word as the tokenizer makes it of the text itself. */
function isIndexedAlready(word: string, form: string): boolean {
  if (plainWordPattern.test(word)) return word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase() === form;
  return word.toLowerCase() === form;
}

/** The letters of a run, each with its marks. */
const lettersOf = (run: string): readonly string[] => run.match(/[\s\S]\p{M}*/gu) ?? [];

/** Every two neighbours of a run, and its last letter alone. */
function pairsOf(run: string): string[] {
  const letters = lettersOf(run);
  return letters.map((letter, at) => `${letter}${letters[at + 1] ?? ''}`);
}

/** The words to index beside a text; empty where its own are enough. */
export function addedWords(text: string): string {
  if (plainTextPattern.test(text)) return '';
  const added = new Set<string>();
  const pairs: string[] = [];
  for (const [word] of text.slice(0, mostCharacters).normalize('NFC').matchAll(wordPattern)) {
    if (!unspacedPattern.test(word)) {
      const form = indexed(word);
      if (!isIndexedAlready(word, form)) added.add(form);
      continue;
    }
    for (const [run] of foldSearch(word).matchAll(runPattern)) {
      if (unspacedPattern.test(run)) pairs.push(...pairsOf(run).map(joinMarks));
      else added.add(joinMarks(run));
    }
  }
  return [...added, ...pairs].join(' ');
}

/** The words of a search, at most twelve: each as the index is asked for it. */
export function soughtWords(text: string): readonly string[] {
  const words = text.normalize('NFC').match(wordPattern) ?? [];
  return words.slice(0, 12).flatMap((word) => {
    if (!unspacedPattern.test(word)) {
      const form = indexed(word);
      return form === '' ? [] : [`"${form}"*`];
    }
    return (foldSearch(word).match(runPattern) ?? []).map((run) => {
      if (!unspacedPattern.test(run)) return `"${joinMarks(run)}"*`;
      const pairs = pairsOf(run).map(joinMarks);
      // a lone letter begins a pair; of several the last pair is whole
      return pairs.length === 1 ? `"${pairs[0]}"*` : `"${pairs.slice(0, -1).join(' ')}"`;
    });
  });
}
