/** An object written as JavaScript, read as data: no code is run, and what is not plain data ends the reading. */

const deepestNesting = 40;
const mostValues = 100_000;
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);
const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', v: '\v', 0: '' };

/** Ends the reading; never leaves this file. */
class NotData extends Error {}

interface Cursor {
  at: number;
  values: number;
}

/** The value that starts at `from`; undefined when it is no plain data, such as a call. Never throws. */
export function readLiteral(text: string, from: number): unknown {
  try {
    return valueAt(text, { at: from, values: 0 }, 0);
  } catch (error) {
    if (error instanceof NotData) return undefined;
    throw error;
  }
}

/** Passes over white space and comments. */
function skip(text: string, cursor: Cursor): void {
  for (;;) {
    const letter = text.charAt(cursor.at);
    if (letter !== '' && /\s/.test(letter)) cursor.at += 1;
    else if (text.startsWith('//', cursor.at)) {
      const end = text.indexOf('\n', cursor.at);
      cursor.at = end === -1 ? text.length : end + 1;
    } else if (text.startsWith('/*', cursor.at)) {
      const end = text.indexOf('*/', cursor.at);
      cursor.at = end === -1 ? text.length : end + 2;
    } else return;
  }
}

function valueAt(text: string, cursor: Cursor, depth: number): unknown {
  cursor.values += 1;
  if (depth > deepestNesting || cursor.values > mostValues) throw new NotData();
  skip(text, cursor);
  const letter = text.charAt(cursor.at);
  if (letter === '{') return objectAt(text, cursor, depth);
  if (letter === '[') return listAt(text, cursor, depth);
  if (letter === '"' || letter === "'" || letter === '`') return joinedAt(text, cursor);
  const word = /^[-+]?[\w$.]{1,60}/.exec(text.slice(cursor.at, cursor.at + 64))?.[0] ?? '';
  cursor.at += word.length;
  if (word === 'true' || word === 'false') return word === 'true';
  if (word === 'null' || word === 'undefined') return null;
  const number = Number(word);
  if (word === '' || !Number.isFinite(number)) throw new NotData();
  return number;
}

function objectAt(text: string, cursor: Cursor, depth: number): Record<string, unknown> {
  const value: Record<string, unknown> = {};
  cursor.at += 1;
  for (;;) {
    skip(text, cursor);
    if (text.charAt(cursor.at) === '}') break;
    const key = keyAt(text, cursor);
    skip(text, cursor);
    if (text.charAt(cursor.at) !== ':') throw new NotData();
    cursor.at += 1;
    const inner = valueAt(text, cursor, depth + 1);
    if (!forbiddenKeys.has(key)) value[key] = inner;
    if (!passComma(text, cursor, '}')) break;
  }
  cursor.at += 1;
  return value;
}

function listAt(text: string, cursor: Cursor, depth: number): unknown[] {
  const values: unknown[] = [];
  cursor.at += 1;
  for (;;) {
    skip(text, cursor);
    if (text.charAt(cursor.at) === ']') break;
    values.push(valueAt(text, cursor, depth + 1));
    if (!passComma(text, cursor, ']')) break;
  }
  cursor.at += 1;
  return values;
}

/** True after a comma, false before the end; a comma before the end is allowed. */
function passComma(text: string, cursor: Cursor, end: string): boolean {
  skip(text, cursor);
  const letter = text.charAt(cursor.at);
  if (letter === end) return false;
  if (letter !== ',') throw new NotData();
  cursor.at += 1;
  return true;
}

function keyAt(text: string, cursor: Cursor): string {
  const letter = text.charAt(cursor.at);
  if (letter === '"' || letter === "'" || letter === '`') return stringAt(text, cursor);
  const word = /^[\p{L}\p{N}_$]{1,100}/u.exec(text.slice(cursor.at, cursor.at + 200))?.[0];
  if (word === undefined) throw new NotData();
  cursor.at += word.length;
  return word;
}

/** Strings put together with `+` are one. */
function joinedAt(text: string, cursor: Cursor): string {
  const pieces = [stringAt(text, cursor)];
  for (;;) {
    const before = cursor.at;
    skip(text, cursor);
    if (text.charAt(cursor.at) !== '+') {
      cursor.at = before;
      return pieces.join('');
    }
    cursor.at += 1;
    skip(text, cursor);
    pieces.push(stringAt(text, cursor));
  }
}

function stringAt(text: string, cursor: Cursor): string {
  const quote = text.charAt(cursor.at);
  if (quote !== '"' && quote !== "'" && quote !== '`') throw new NotData();
  const pieces: string[] = [];
  let at = cursor.at + 1;
  let from = at;
  for (; at < text.length; at += 1) {
    const letter = text.charAt(at);
    if (letter === quote) {
      cursor.at = at + 1;
      pieces.push(text.slice(from, at));
      return pieces.join('');
    }
    if (quote === '`' && letter === '$' && text.charAt(at + 1) === '{') throw new NotData();
    if (letter !== '\\') continue;
    pieces.push(text.slice(from, at));
    const code = /^(?:x([\da-f]{2})|u([\da-f]{4})|u\{([\da-f]{1,6})\})/i.exec(text.slice(at + 1, at + 10));
    if (code === null) {
      const next = text.charAt(at + 1);
      pieces.push(next === '\n' ? '' : (escapes[next] ?? next));
      at += 1;
    } else {
      const number = Number.parseInt(code[1] ?? code[2] ?? code[3] ?? '', 16);
      if (number <= 0x10ffff) pieces.push(String.fromCodePoint(number));
      at += code[0].length;
    }
    from = at + 1;
  }
  throw new NotData();
}
