/** What the documents of the repository name is there. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, resolve } from 'node:path/posix';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname.replaceAll('\\', '/'), '../..');
const folders = ['.ci', '.github', 'docs', 'resources', 'scripts', 'shared', 'src-main', 'src-renderer', 'test'];
const inside = folders.flatMap((folder) => [
  folder,
  ...readdirSync(join(root, folder), { recursive: true }).map(
    (name) => `${folder}/${String(name).replaceAll('\\', '/')}`,
  ),
]);
const paths = new Set([...readdirSync(root), ...inside]);

const documents = [...paths].filter(
  (path) => /^(?:README|SECURITY|\.github\/.+|docs\/.+)\.md$/.test(path) && !path.endsWith('_template.md'),
);

/** What a text names: the targets of its links, and between backticks what has the form of a path of ours or of a source. */
function namesIn(file: string, text: string): string[] {
  // the sources that a document shows are not there yet
  const prose = text.replace(/^```[\s\S]*?^```$/gm, '');
  const links = [...prose.matchAll(/\]\((?!\w+:|#)([^)#\s]+)/g)].map(([, target]) =>
    normalize(join(dirname(file), target as string)),
  );
  const spans = [...prose.matchAll(/`([^`\s]+)`/g)].flatMap(([, span]) => withBraces(span as string));
  const isOurs = (span: string) =>
    folders.some((folder) => span.startsWith(`${folder}/`)) || /^[\w./-]+\.(?:tsx?|css|html|md|yml)$/.test(span);
  return [...links, ...spans.filter(isOurs)].map((name) => name.replace(/\/$/, ''));
}

/** `a/{b,c}` names two. */
function withBraces(span: string): string[] {
  const [whole, before, choices, after] = /^(.*)\{([^}]+)\}(.*)$/.exec(span) ?? [];
  return whole === undefined ? [span] : (choices ?? '').split(',').map((choice) => `${before}${choice}${after}`);
}

/** A path is named from the root, or by its end: `db/checkpoint.ts`. */
const isThere = (name: string) => paths.has(name) || [...paths].some((path) => path.endsWith(`/${name}`));

describe('every path that is named exists:', () => {
  test.each(documents)('%s', (file) => {
    const names = namesIn(file, readFileSync(join(root, file), 'utf8'));
    expect(names.filter((name) => !isThere(name))).toEqual([]);
  });

  test('and one that does not is noticed', () => {
    const text = 'See [it](../no-such.md), `src-main/{main,gone}.ts`, `lost.tsx`, `cairn.log` and `npm run check`.';
    expect(namesIn('docs/guide.md', text).filter((name) => !isThere(name))).toEqual([
      'no-such.md',
      'src-main/gone.ts',
      'lost.tsx',
    ]);
  });
});
