/** Figures of the structure: how long, how full, how often the same. `npm run check -- --house` prints them. */
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { dirname } from 'node:path/posix';
import { circlesOf, importsOf, type Sources } from './import-rules.ts';
import { repeatedRuns } from './repeated-code.ts';

/** One figure, what it may be at most, and what is over it or, where nothing is, nothing. */
export interface Figure {
  readonly name: string;
  readonly value: string;
  readonly problems: readonly string[];
}

const longestFile = 400;
const fullestFolder = 25;
const shortestRun = 12;

/** Texts of the files of a checkout, tests included; of what is neither TypeScript nor a style sheet only the path. */
export async function readStructure(root: string): Promise<Sources> {
  const texts = new Map<string, string>();
  for (const part of ['scripts', 'shared', 'src-main', 'src-renderer', 'test']) {
    for (const entry of await readdir(join(root, part), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      const file = relative(root, path).replaceAll('\\', '/');
      texts.set(file, isSource(file) ? await readFile(path, 'utf8') : '');
    }
  }
  return new Map([...texts].sort(([aPath], [bPath]) => (aPath < bPath ? -1 : 1)));
}

/** The figures of the files that were read. */
export function figuresOf(files: Sources): Figure[] {
  const sources = new Map([...files].filter(([file]) => isSource(file)));
  const own = new Map([...sources].filter(([file]) => !file.startsWith('test/')));
  const circles = circlesOf(importsOf(sources));
  const lengths = [...sources].map(([file, text]) => [file, linesIn(text)] as const);
  const folders = new Map<string, number>();
  for (const file of files.keys()) folders.set(dirname(file), (folders.get(dirname(file)) ?? 0) + 1);
  const runs = repeatedRuns(own, shortestRun);
  const casts = [...sources].flatMap(([file, text]) =>
    [...text.matchAll(/\bas unknown\s+as\b/g)].map(({ index }) => `${file}:${linesIn(text.slice(0, index)) + 1}`),
  );
  return [
    {
      name: 'circles of imports',
      value: `${circles.length}`,
      problems: circles.map((circle) => circle.join(' → ')),
    },
    most('lines of the longest file', lengths, longestFile),
    most('files of the fullest folder', [...folders], fullestFolder),
    {
      name: `runs of ${shortestRun} lines or more that stand twice, outside tests`,
      value: `${runs.length}`,
      problems: runs.map(({ lines, isSameText, places }) => {
        const [first, there] = places.map(({ file, from, to }) => `${file}:${from}-${to}`);
        return `${first} and ${there}: ${lines} lines, the same ${isSameText ? 'text' : 'shape'}`;
      }),
    },
    { name: 'casts by way of unknown', value: `${casts.length}`, problems: casts },
    {
      name: 'lines of TypeScript and CSS outside tests',
      value: [...own.values()].reduce((sum, text) => sum + linesIn(text), 0).toLocaleString('en'),
      problems: [],
    },
  ];
}

/** Style sheets that only name the files of a font are as long as the font has parts. */
const isSource = (file: string) => /\.(?:tsx?|css)$/.test(file) && !file.endsWith('fonts.css');

const linesIn = (text: string) => text.split('\n').length - 1;

function most(name: string, sizes: readonly (readonly [string, number])[], limit: number): Figure {
  const [place, size] = sizes.reduce((largest, other) => (other[1] > largest[1] ? other : largest), ['nothing', 0]);
  const over = sizes.filter(([, other]) => other > limit);
  return {
    name: `${name}, at most ${limit}`,
    value: `${size} (${place})`,
    problems: over.map(([file, other]) => `${file}: ${other}`),
  };
}
