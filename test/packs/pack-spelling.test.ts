/** The words of the packs that ship, against a British dictionary and the words of the trades. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import dictionary from 'dictionary-en-gb';
import nspell from 'nspell';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const folder = join(root, 'resources/packs');
const spelling = nspell(Buffer.from(dictionary.aff), Buffer.from(dictionary.dic));
const tradeWords = new Set(
  readFileSync(join(root, 'test/fixtures/trade-words.txt'), 'utf8').split(/\s+/).filter(Boolean),
);

it('holds no word that is neither in the dictionary nor a word of the trade', () => {
  const unknown = new Map<string, string>();
  const known = new Set<string>();
  for (const name of readdirSync(folder)) {
    for (const text of textsOf(JSON.parse(readFileSync(join(folder, name), 'utf8')))) {
      for (const word of text.match(/\p{Ll}[\p{Ll}’]*\p{Ll}(?![\p{L}\p{N}])/gu) ?? []) {
        // a word with a capital is a name; parts of such words are not looked at
        if (known.has(word) || new RegExp(`[\\p{Lu}\\p{N}/._@#-]${word}`, 'u').test(text)) continue;
        const plain = word.replaceAll('’', "'").replace(/'s$/, '');
        if (tradeWords.has(plain) || spelling.correct(plain)) known.add(word);
        else unknown.set(word, `${name}: ${text.slice(0, 100)}`);
      }
    }
  }
  expect(Object.fromEntries(unknown)).toEqual({});
});

/** What a person reads: every text but the keys and identities of the format. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    ['format', 'id', 'scale', 'key', 'kind', 'importance'].includes(key) ? [] : textsOf(inner),
  );
}
