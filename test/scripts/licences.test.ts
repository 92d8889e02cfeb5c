import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bundledLicences } from '../../scripts/licences.ts';
import type { Licence } from '../../src-renderer/features/settings/licences.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cairn-licences-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Builds an app that imports a package with these files; the licences that were written. */
async function licencesWith(files: Record<string, string>, hasFace = false): Promise<readonly Licence[]> {
  const foreign = join(folder, 'node_modules', '@foreign', 'bricks');
  await mkdir(foreign, { recursive: true });
  await writeFile(join(foreign, 'index.js'), 'export const brick = 1;\n');
  for (const [name, text] of Object.entries(files)) await writeFile(join(foreign, name), text);
  const face = '/* more than is put into a page itself */'.padEnd(8_000);
  if (hasFace) await writeFile(join(folder, 'face.woff2'), face);
  const imports = `import { brick } from '@foreign/bricks';\n${hasFace ? "import face from './face.woff2?url';\n" : 'const face = 1;\n'}`;
  await writeFile(join(folder, 'app.js'), `${imports}console.log(brick, face);\n`);
  await build({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    plugins: [bundledLicences().write],
    build: { rolldownOptions: { input: join(folder, 'app.js') } },
  });
  const written = await readFile(join(folder, 'dist', 'licences.js'), 'utf8');
  return JSON.parse(written.replace(/^export default |;\n$/g, '')) as Licence[];
}

const card = { name: '@foreign/bricks', version: '1.2.3', license: 'MIT', main: 'index.js', type: 'module' };

test('what a build carries is named with its licence and the text of it', async () => {
  const licences = await licencesWith({
    'package.json': JSON.stringify(card),
    LICENSE: 'You may build with bricks.\n',
  });
  expect(licences).toContainEqual({
    name: '@foreign/bricks 1.2.3',
    licence: 'MIT',
    text: 'You may build with bricks.',
  });
  const names = licences.map(({ name }) => name.replace(/ \d.*/, ''));
  expect(names).toEqual(
    expect.arrayContaining(['Noto Sans Math', 'SQLite, in better-sqlite3', 'better-sqlite3', 'electron']),
  );
  expect(licences.filter(({ text }) => text.length < 80).map(({ name }) => name)).toEqual(['@foreign/bricks 1.2.3']);
});

test('a package without a text of its licence fails the build', async () => {
  await expect(licencesWith({ 'package.json': JSON.stringify(card) })).rejects.toThrow(
    '@foreign/bricks 1.2.3 is in the app, and no text of its licence is.',
  );
});

test('a package that names no licence fails the build', async () => {
  const { license: _, ...nameless } = card;
  const files = { 'package.json': JSON.stringify(nameless), LICENSE: 'You may build with bricks.' };
  await expect(licencesWith(files)).rejects.toThrow('@foreign/bricks 1.2.3');
});

test('a font of ours that is not listed fails the build', async () => {
  const files = { 'package.json': JSON.stringify(card), LICENSE: 'You may build with bricks.' };
  await expect(licencesWith(files, true)).rejects.toThrow('face.woff2 is a font without a licence.');
});
