/** Names as they are compared: what tells two spellings of one name from two names. */
import { foldLetters } from './fold.ts';

/** The form in which names are compared: case, accents, spaces and signs between words do not matter. */
export function comparedForm(name: string): string {
  return foldLetters(name)
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}\p{M}+#.]+/gu, ' ')
    .replace(/(?<![\p{L}\p{N}\p{M}])\.|\.(?![\p{L}\p{N}])/gu, ' ')
    .trim()
    .replace(/ {2,}/g, ' ');
}
