/** Finds code that stands twice: the same lines, or lines of the same shape with other names, words and figures. */

/** Two places with the same lines; `isSameText` tells whether also the names in them are the same. */
export interface RepeatedRun {
  readonly lines: number;
  readonly isSameText: boolean;
  readonly places: readonly [Place, Place];
}

interface Place {
  readonly file: string;
  readonly from: number;
  readonly to: number;
}

interface Line {
  readonly file: string;
  readonly number: number;
  readonly text: string;
  readonly shape: string;
}

/** Alike only in shape, fewer different lines than this are a table of data or a list of fields, not a mechanism. */
const fewestShapes = 8;
/** What has one shape in more places than this is how the language or a library is written. */
const mostPlaces = 8;

/**
 * Every pair of places that have `atLeast` lines or more in common, longest first. Only lines with a word in them count:
 * blank lines, comments, imports and lone brackets are passed over. Two places never overlap.
 */
export function repeatedRuns(texts: ReadonlyMap<string, string>, atLeast = 12): RepeatedRun[] {
  const lines = [...texts].flatMap(([file, text]) => linesOf(file, text));
  const sameText = pairs(lines, (line) => line.text, atLeast, Number.POSITIVE_INFINITY);
  const sameShape = pairs(lines, (line) => line.shape, atLeast, mostPlaces).filter(
    (pair) => !sameText.some((other) => isPartOf(other, pair)) && shapesIn(lines, pair) >= fewestShapes,
  );
  const run = (isSameText: boolean) => (pair: Pair) => ({
    lines: pair.length,
    isSameText,
    places: [place(lines, pair.first, pair.length), place(lines, pair.second, pair.length)] as const,
  });
  return [...sameText.map(run(true)), ...sameShape.map(run(false))].sort((a, b) => b.lines - a.lines);
}

interface Pair {
  readonly first: number;
  readonly second: number;
  readonly length: number;
}

/** Whether what the one repeats is, at least in part, what the other repeats. */
const isPartOf = (pair: Pair, other: Pair) =>
  pair.first < other.first + other.length &&
  other.first < pair.first + pair.length &&
  pair.second < other.second + other.length &&
  other.second < pair.second + pair.length;

const shapesIn = (lines: readonly Line[], { first, length }: Pair) =>
  new Set(lines.slice(first, first + length).map((line) => line.shape)).size;

function place(lines: readonly Line[], from: number, length: number): Place {
  const first = lines[from] as Line;
  return { file: first.file, from: first.number, to: (lines[from + length - 1] as Line).number };
}

/** Pairs of places whose lines are the same under `key`, each as long as it gets. */
function pairs(lines: readonly Line[], key: (line: Line) => string, atLeast: number, most: number): Pair[] {
  const windows = new Map<string, number[]>();
  for (let at = 0; at + atLeast <= lines.length; at += 1) {
    const window = lines.slice(at, at + atLeast);
    if (window[0]?.file !== window.at(-1)?.file) continue;
    const text = window.map(key).join('\n');
    windows.set(text, [...(windows.get(text) ?? []), at]);
  }
  const starts = new Set<string>();
  for (const places of windows.values()) {
    if (places.length > most) continue;
    for (const [index, first] of places.entries()) {
      for (const second of places.slice(index + 1)) if (second - first >= atLeast) starts.add(`${first} ${second}`);
    }
  }
  const found: Pair[] = [];
  for (const start of starts) {
    const [first, second] = start.split(' ').map(Number) as [number, number];
    if (starts.has(`${first - 1} ${second - 1}`)) continue;
    let length = atLeast;
    while (first + length < second && starts.has(`${first + length - atLeast + 1} ${second + length - atLeast + 1}`)) {
      length += 1;
    }
    found.push({ first, second, length });
  }
  return found;
}

const tokens =
  /(?<space>\s+)|(?<comment>\/\/[^\n]*|\/\*[\s\S]*?\*\/)|(?<value>'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\\n]|\\.)*`|#?\d[\w.%]*)|(?<word>[$_\p{L}][\w$\p{L}]*)|[\s\S]/gu;
/** In a style sheet what is set and to what stays as written; the names are those of classes and custom properties. */
const styleTokens =
  /(?<space>\s+)|(?<comment>\/\*[\s\S]*?\*\/)|(?<value>'[^'\n]*'|"[^"\n]*"|#\w+|-?\.?\d[\w.%]*)|(?<word>(?:\.|--)[\w-]+)|[\w-]+|[\s\S]/g;

const keywords = new Set(
  (
    'as async await break case catch class const continue default delete do else export extends false finally for from ' +
    'function if implements in instanceof interface let new null of readonly return satisfies static switch this throw ' +
    'true try type typeof undefined void while yield boolean number string unknown'
  ).split(' '),
);

function linesOf(file: string, source: string): Line[] {
  const lines = new Map<number, { text: string; shape: string; hasWord: boolean }>();
  let number = 1;
  for (const { 0: written, groups } of withoutImports(source).matchAll(file.endsWith('.css') ? styleTokens : tokens)) {
    if (groups?.space === undefined && groups?.comment === undefined) {
      const line = lines.get(number) ?? { text: '', shape: '', hasWord: false };
      const name = groups?.word === undefined || keywords.has(groups.word) ? written : 'name';
      line.text += ` ${written}`;
      line.shape += ` ${groups?.value === undefined ? name : 'value'}`;
      line.hasWord ||= /\w/.test(written);
      lines.set(number, line);
    }
    number += written.split('\n').length - 1;
  }
  return [...lines]
    .filter(([, { hasWord }]) => hasWord)
    .map(([at, { text, shape }]) => ({ file, number: at, text, shape }));
}

/** Imports say who needs whom, which stands in many files and is no repetition. The lines stay, empty. */
function withoutImports(source: string): string {
  return source.replace(/^(?:import\b|export (?:type )?\{)[\s\S]*?;$/gm, (found) => found.replace(/[^\n]/g, ''));
}
