/** Where a text stops being JSON: parsers say what they found there, but not always where. */

const whitespace = ' \t\n\r';
const numberPattern = /-?(?:0|[1-9]\d{0,400})(?:\.\d{1,400})?(?:[eE][+-]?\d{1,10})?/y;
const literals = ['true', 'false', 'null'];

type Expected = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'comma';

/** The end of the string that starts at `from`, or -1 where it breaks. */
function endOfString(text: string, from: number): number {
  for (let index = from + 1; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0x22) return index + 1;
    if (code === 0x5c) index += 1;
    else if (code < 0x20) return -1;
  }
  return -1;
}

/** The end of a number, true, false or null that starts at `from`, or -1. */
function endOfScalar(text: string, from: number): number {
  const word = literals.find((literal) => text.startsWith(literal, from));
  if (word !== undefined) return from + word.length;
  numberPattern.lastIndex = from;
  return numberPattern.test(text) ? numberPattern.lastIndex : -1;
}

/** The index of the first character that breaks the grammar; the length of the text when none does. Uses no recursion. */
export function jsonErrorAt(text: string): number {
  const open: string[] = [];
  let expected: Expected = 'value';
  let at = 0;
  while (at < text.length) {
    const letter = text.charAt(at);
    if (whitespace.includes(letter)) {
      at += 1;
      continue;
    }
    const isEnd = letter === '}' || letter === ']';
    if (isEnd && (expected === 'comma' || expected.endsWith('OrEnd'))) {
      if (open.pop() !== (letter === '}' ? '{' : '[')) return at;
      expected = 'comma';
      at += 1;
    } else if (expected === 'comma') {
      if (letter !== ',' || open.length === 0) return at;
      expected = open.at(-1) === '{' ? 'key' : 'value';
      at += 1;
    } else if (expected === 'colon') {
      if (letter !== ':') return at;
      expected = 'value';
      at += 1;
    } else if (expected === 'key' || expected === 'keyOrEnd') {
      const end = letter === '"' ? endOfString(text, at) : -1;
      if (end === -1) return at;
      expected = 'colon';
      at = end;
    } else if (letter === '{' || letter === '[') {
      open.push(letter);
      expected = letter === '{' ? 'keyOrEnd' : 'valueOrEnd';
      at += 1;
    } else {
      const end = letter === '"' ? endOfString(text, at) : endOfScalar(text, at);
      if (end === -1) return at;
      expected = 'comma';
      at = end;
    }
  }
  return text.length;
}
