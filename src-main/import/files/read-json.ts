/** JSON from strangers: measured by a scan that cannot overflow before it is parsed, and free of keys that could do harm. */

import { AppError } from '../../../shared/api/errors.ts';
import { limits } from '../../../shared/vocabulary/limits.ts';
import { quoted } from '../outline/clean-text.ts';
import { checkLimit } from '../output-limits.ts';
import { jsonErrorAt } from './json-error-place.ts';

const deepestNesting = 64;
/** Digits of a number, more of which take long to read and mean nothing. */
const longestNumber = 1_000;
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);
/** What a text with a forbidden key has in it, written out or escaped. */
const suspectTexts = ['__proto__', '"constructor"', '"prototype"', '\\u00'];

interface Measure {
  readonly depth: number;
  readonly values: number;
  readonly longestString: number;
  /** Of what stands outside strings, brackets and white space. */
  readonly longestWord: number;
  /** The text ends inside a string, an object or an array. */
  readonly isCutOff: boolean;
}

/** Depth, number of values and length of the longest, in one pass without recursion. */
function measure(text: string): Measure {
  let open = 0;
  let depth = 0;
  let values = 1;
  let isInString = false;
  let start = 0;
  let longestString = 0;
  let word = 0;
  let longestWord = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (isInString) {
      if (code === 0x5c) index += 1;
      else if (code === 0x22) {
        isInString = false;
        longestString = Math.max(longestString, index - start);
      }
      continue;
    }
    const isPartOfWord = code > 0x20 && code !== 0x22 && code !== 0x2c && code !== 0x3a && code < 0x5b;
    word = isPartOfWord ? word + 1 : 0;
    if (word > longestWord) longestWord = word;
    if (code === 0x22) {
      isInString = true;
      start = index;
    } else if (code === 0x2c) values += 1;
    else if (code === 0x7b || code === 0x5b) {
      open += 1;
      if (open > depth) depth = open;
    } else if (code === 0x7d || code === 0x5d) open -= 1;
  }
  return { depth, values, longestString, longestWord, isCutOff: isInString || open > 0 };
}

/** Whether the text begins as JSON does; prose in brackets or braces does not. */
export function looksLikeJson(text: string): boolean {
  const start = text.slice(0, 2_000).trimStart();
  const next = start.slice(1).trimStart().charAt(0);
  if (start.startsWith('{')) return next === '"' || next === '}';
  return start.startsWith('[') && next !== '' && '{["]'.includes(next);
}

/** Where the text breaks, as people count. */
function placeOf(text: string): string {
  const before = text.slice(0, jsonErrorAt(text));
  return `at line ${before.split('\n').length}, column ${before.length - before.lastIndexOf('\n')}`;
}

/** The value the text holds. Throws AppErrors alone, each of which says where the text breaks or what is too much of it. */
export function readJson(name: string, text: string): unknown {
  checkLimit(quoted(name), text.length, limits.json);
  const { depth, values, longestString, longestWord, isCutOff } = measure(text);
  if (depth > deepestNesting) {
    throw new AppError(
      'FILE_UNREADABLE',
      `${quoted(name)} is JSON nested ${depth} levels deep; no role document is deeper than ${deepestNesting}. Nothing was added.`,
    );
  }
  checkLimit(quoted(name), values, limits.jsonValues);
  checkLimit(quoted(name), longestString, limits.jsonText);
  if (longestWord > longestNumber) {
    throw new AppError(
      'FILE_UNREADABLE',
      `${quoted(name)} holds a number of ${longestWord} digits, which no role document has. Nothing was added.`,
    );
  }
  try {
    // Looking at every key takes longer than parsing: most texts hold nothing that could be such a key.
    if (!suspectTexts.some((word) => text.includes(word))) return JSON.parse(text) as unknown;
    return JSON.parse(text, (key, value: unknown) => {
      if (forbiddenKeys.has(key)) {
        throw new AppError(
          'FILE_UNREADABLE',
          `${quoted(name)} uses the key “${key}”, which no role document has. Nothing was added.`,
        );
      }
      return value;
    });
  } catch (error) {
    if (error instanceof AppError) throw error;
    if (isCutOff) {
      throw new AppError(
        'FILE_UNREADABLE',
        `${quoted(name)} is JSON that ends in the middle: the file is cut off. Nothing was added. Save or download it once more.`,
      );
    }
    throw new AppError(
      'FILE_UNREADABLE',
      `${quoted(name)} starts as JSON but breaks ${placeOf(text)}. Nothing was added. Save or download it once more.`,
    );
  }
}

/** A plain object, as opposed to a list, null or a bare value. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
