/** How the sources hang together: which part may import which, and that nothing imports in a circle. */
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path/posix';

/** Texts of the sources by their path from the root of the repository. */
export type Sources = ReadonlyMap<string, string>;

/**
 * What each part may import besides itself. The longest part that a path begins with is the one it belongs to; of a part
 * that ends with `/*` each file or folder in it is one by itself. Imports of types count like any other.
 */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'shared/vocabulary': [],
  'shared/api': ['shared/vocabulary'],
  'shared/domain': ['shared/api', 'shared/vocabulary'],

  // the engine knows files, processes and the database, and nothing of what is stored
  'src-main/host.ts': ['shared/api', 'shared/vocabulary'],
  'src-main/zod-config.ts': [],
  'src-main/files': ['shared/api', 'shared/vocabulary', 'src-main/db', 'src-main/host.ts'],
  // which letters are one is the same for names and for the search index
  'src-main/db': ['shared/api', 'shared/vocabulary', 'shared/domain/names', 'src-main/files'],
  'src-main/jobs': [
    'shared/api',
    'src-main/backup',
    'src-main/db',
    'src-main/files',
    'src-main/host.ts',
    'src-main/profile',
    'src-main/zod-config.ts',
  ],
  'src-main/backup': ['shared/api', 'src-main/db', 'src-main/files', 'src-main/host.ts', 'src-main/jobs'],
  'src-main/store': ['shared', 'src-main/db', 'src-main/files'],
  'src-main/import': ['shared', 'src-main/zod-config.ts'],
  'src-main/export': ['shared', 'src-main/host.ts'],
};

/** Whom these may not import; everything else of their side of the app, and of what is shared, they may. */
const mayNotImport: Readonly<Record<string, readonly string[]>> = {
  'src-main/profile': [
    'src-main/features',
    'src-main/electron',
    'src-main/terminal',
    'src-main/import',
    'src-main/export',
  ],
  'src-main/app': ['src-main/electron', 'src-main/terminal'],
  'src-main/features/*': ['src-main/electron', 'src-main/terminal', 'src-main/features'],
  'src-main/terminal': ['src-main/electron', 'src-main/features'],
  'src-main/electron': ['src-main/features', 'src-main/terminal'],
  'src-main': [],
  'src-renderer/ui': ['src-renderer'],
  'src-renderer/parts': ['src-renderer/features', 'src-renderer/documents'],
  'src-renderer/documents': ['src-renderer/features', 'src-renderer/parts'],
  'src-renderer/features/*': ['src-renderer/features', 'src-renderer/documents'],
  'src-renderer': [],
};

/** What only these files may import. The readers run in a thread of their own: main, which would load them at each start, takes none. */
const onlyImportedBy: Readonly<Record<string, readonly string[]>> = {
  'src-main/import/read.ts': ['src-main/import/worker.ts'],
};

/** Reads the sources of a checkout. */
export async function readSources(root: string): Promise<Sources> {
  const sources = new Map<string, string>();
  for (const side of ['shared', 'src-main', 'src-renderer']) {
    for (const name of await readdir(join(root, side), { recursive: true })) {
      if (!/\.tsx?$/.test(name)) continue;
      const file = `${side}/${name.replaceAll('\\', '/')}`;
      sources.set(file, await readFile(join(root, file), 'utf8'));
    }
  }
  return sources;
}

/** Every import that a part may not make, and every circle, in words. */
export function structureProblems(sources: Sources): string[] {
  const imports = importsOf(sources);
  const crossings = [...imports].flatMap(([file, targets]) =>
    targets.flatMap((target) => (isAllowed(file, target) ? [] : [`${file} may not import ${target}`])),
  );
  return [...crossings, ...circlesOf(imports).map((circle) => `${circle.join(' → ')} import each other in a circle`)];
}

/** The files of the repository that each file imports, by whatever kind of import. */
export function importsOf(sources: Sources): Map<string, string[]> {
  const pattern = /(?:\bfrom|\bimport)\s*\(?\s*['"](\.[^'"?]*)/g;
  return new Map(
    [...sources].map(([file, text]) => {
      const targets = [...text.matchAll(pattern)].map(([, path]) => join(dirname(file), path as string));
      return [file, [...new Set(targets)].filter((target) => sources.has(target))];
    }),
  );
}

function isAllowed(file: string, target: string): boolean {
  if (onlyImportedBy[target]?.includes(file) === false) return false;
  const part = partOf(file);
  if (isWithin(target, part.own)) return true;
  const allowed = mayImport[part.rule];
  if (allowed) return allowed.some((other) => isWithin(target, other));
  const refused = mayNotImport[part.rule] ?? [];
  const side = part.rule.split('/')[0] as string;
  return (isWithin(target, side) || isWithin(target, 'shared')) && !refused.some((other) => isWithin(target, other));
}

/** The rule that a file stands under, and the folder or file within which it may import whatever it likes. */
function partOf(file: string): { readonly rule: string; readonly own: string } {
  const rules = [...Object.keys(mayImport), ...Object.keys(mayNotImport)];
  const fits = rules.filter((rule) => isWithin(file, rule.replace(/\/\*$/, '')));
  const rule = fits.reduce((longest, other) => (other.length > longest.length ? other : longest), '');
  if (!rule.endsWith('/*')) return { rule, own: rule };
  const within = rule.slice(0, -2);
  return { rule, own: `${within}/${file.slice(within.length + 1).split('/')[0]}` };
}

const isWithin = (file: string, part: string) => file === part || file.startsWith(`${part}/`);

/** Groups of files each of which leads, import by import, back to itself (Tarjan’s algorithm). */
export function circlesOf(imports: ReadonlyMap<string, readonly string[]>): string[][] {
  const numbers = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const circles: string[][] = [];
  const visit = (file: string): number => {
    const number = numbers.size;
    numbers.set(file, number);
    lowest.set(file, number);
    open.push(file);
    for (const target of imports.get(file) ?? []) {
      const reached = numbers.has(target) ? (open.includes(target) ? numbers.get(target) : undefined) : visit(target);
      if (reached !== undefined) lowest.set(file, Math.min(lowest.get(file) as number, reached));
    }
    if (lowest.get(file) === number) {
      const circle = open.splice(open.indexOf(file));
      if (circle.length > 1) circles.push(circle);
    }
    return lowest.get(file) as number;
  };
  for (const file of imports.keys()) if (!numbers.has(file)) visit(file);
  return circles;
}
