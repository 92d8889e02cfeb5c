/**
 * The programs of these proofs, each bundled into one file: they are started hundreds of times, and finding and reading
 * four hundred modules takes a process longer than what it is started for.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { build, type Plugin } from 'vite';

const root = resolve(import.meta.dirname, '../../..');

/** What is read beside a source is still there; the processes it starts are bundled too. */
const places: Plugin = {
  name: 'places-of-sources',
  transform: (code, file) =>
    code
      .replaceAll('import.meta.dirname', JSON.stringify(dirname(file)))
      .replaceAll('./database-worker.ts', './database-worker.js'),
};

let folder: Promise<string> | undefined;

/** The file of a program, made when it is first asked for and gone when this process is. */
export async function programFile(name: 'flow-process' | 'migration-process'): Promise<string> {
  folder ??= bundle();
  return join(await folder, `${name}.js`);
}

async function bundle(): Promise<string> {
  // below the checkout, where what is not bundled is found
  mkdirSync(join(root, 'out'), { recursive: true });
  const outDir = mkdtempSync(join(root, 'out', 'prove-programs-'));
  process.once('exit', () => rmSync(outDir, { recursive: true, force: true }));
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    plugins: [places],
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir,
      target: 'node20.18',
      rolldownOptions: {
        external: ['better-sqlite3', /^pdfjs-dist/],
        input: {
          'flow-process': join(import.meta.dirname, 'flow-process.ts'),
          'migration-process': join(import.meta.dirname, 'migration-process.ts'),
          'database-worker': join(root, 'src-main', 'jobs', 'database-worker.ts'),
          'import-worker': join(root, 'src-main', 'import', 'worker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  });
  return outDir;
}
