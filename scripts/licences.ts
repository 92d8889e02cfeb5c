/** Licences of what the app carries of others, gathered while it is built from what is really in it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Plugin, Rolldown } from 'vite';
import type { Licence } from '../src-renderer/features/settings/licences.ts';
import { root } from './run-program.ts';

/** Texts that do not come with what they are of. */
const keptTexts = join(root, 'resources', 'licences');

/** What comes with the app and is not read by a build. */
const carriedPackages = ['better-sqlite3', 'electron', 'rolldown', 'vite'];
const carriedAlong: readonly (Omit<Licence, 'text'> & { readonly file: string })[] = [
  { name: 'Chromium and Node.js, in Electron', licence: 'BSD-3-Clause, MIT and others', file: 'chromium.txt' },
  { name: 'SQLite, in better-sqlite3', licence: 'public domain', file: 'sqlite.txt' },
  { name: 'Noto Sans Math', licence: 'OFL-1.1', file: 'noto-sans-math.txt' },
];
/** Fonts among our own sources that are named above. */
const ownFonts: readonly string[] = ['src-renderer/faces/noto-sans-math-400.woff2'];

/**
 * Plugins for the builds of the app: `note` for all but the last, `write` for the last, which puts `licences.js` beside the
 * page. The build fails when a package that is in the app, or a font, has no licence with its text.
 */
export function bundledLicences(modules = join(root, 'node_modules')): Record<'note' | 'write', Plugin> {
  const folders = new Set(carriedPackages.map((name) => join(modules, name)));
  const note = (context: Rolldown.PluginContext, bundle: Rolldown.OutputBundle) => {
    const assets = Object.values(bundle).flatMap((output) => (output.type === 'asset' ? output.originalFileNames : []));
    for (const file of [...context.getModuleIds(), ...assets.map((name) => resolve(root, 'src-renderer', name))]) {
      const folder = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+(?=[\\/])/.exec(file)?.[0].replace(/^\0/, '');
      if (folder !== undefined) folders.add(folder);
      else if (/\.woff2?$/.test(file) && !ownFonts.includes(relative(root, file).replaceAll('\\', '/')))
        throw new Error(`${relative(root, file)} is a font without a licence.`);
    }
  };
  return {
    note: {
      name: 'note-licences',
      generateBundle(_options, bundle) {
        note(this, bundle);
      },
    },
    write: {
      name: 'write-licences',
      generateBundle(_options, bundle) {
        note(this, bundle);
        const licences = [
          ...carriedAlong.map(({ file, ...of }) => ({ ...of, text: readText(join(keptTexts, file)) })),
          ...[...folders].map((folder) => licenceOf(folder)),
        ].toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
        this.emitFile({
          type: 'asset',
          fileName: 'licences.js',
          source: `export default ${JSON.stringify(licences)};\n`,
        });
      },
    },
  };
}

/** The licence of a package with its text, from its own files or, where it has none, from those that are kept here. */
export function licenceOf(folder: string): Licence {
  const { name, version, license } = JSON.parse(readText(join(folder, 'package.json'))) as Record<string, string>;
  const own = readdirSync(folder).find((file) => /^(?:licen[cs]e|unlicense|copying)/i.test(file));
  const file = own === undefined ? join(keptTexts, `${name}.txt`) : join(folder, own);
  if (!license || !existsSync(file))
    throw new Error(`${name} ${version} is in the app, and no text of its licence is.`);
  return { name: `${name} ${version}`, licence: license, text: readText(file) };
}

/** What follows these words in the file of a build tool is of what the tool itself carries, not of what it leaves in the app. */
const readText = (file: string) =>
  (readFileSync(file, 'utf8').split('# Licenses of bundled dependencies')[0] as string).trim();
