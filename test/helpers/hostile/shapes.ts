/** What the hostile files are made of. */

export interface HostileFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What it tries. */
  readonly why: string;
}

/** How a file is made. */
export type Recipe = readonly [name: string, why: string, make: () => string | Uint8Array];

export const times = (text: string, count: number): string => text.repeat(count);

/** Texts made from their place, joined. */
export const each = (count: number, make: (index: number) => string, mark = ''): string =>
  Array.from({ length: count }, (_, index) => make(index)).join(mark);

/** Words that hardly compress, the same at every run. */
export function noise(length: number): string {
  const letters = 'abcdefghijklmnopqrstuvwxyz      ,.';
  let seed = 7;
  let text = '';
  while (text.length < length) {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
    text += letters[(seed >> 8) % letters.length];
  }
  return text;
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Nested so often: `open` and `close` around `core`. */
export const nested = (open: string, core: string, close: string, depth: number): string =>
  times(open, depth) + core + times(close, depth);
