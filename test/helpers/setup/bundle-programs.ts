/**
 * The programs that tests and proofs start, each bundled into one file: they are started hundreds of times, and finding
 * and reading four hundred modules takes a process longer than what it is started for.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'vite';
import { programSources } from '../programs.ts';

const root = resolve(import.meta.dirname, '..', '..', '..');

/** What is read beside a source is still there; the processes it starts are bundled too. */
const placesOfSources = (outDir: string): Plugin => ({
  name: 'places-of-sources',
  enforce: 'pre',
  transform: (code, file) =>
    code
      .replaceAll('import.meta.dirname', JSON.stringify(dirname(file)))
      .replaceAll("'./database-worker.ts'", JSON.stringify(pathToFileURL(join(outDir, 'database-worker.js')).href)),
});

/**
 * Makes tests start the bundled process and thread. They look for them where this run has put them, when they start
 * them: what is transformed here is cached from run to run.
 */
export const startsBundledPrograms: Plugin = {
  name: 'starts-bundled-programs',
  enforce: 'pre',
  transform(code, file) {
    if (file.endsWith('/src-main/jobs/node-process.ts'))
      return code.replace("'./database-worker.ts'", "process.env.CAIRN_TEST_PROGRAMS + 'database-worker.js'");
    // it looks beside itself, as in the built app
    if (file.endsWith('/src-main/import/run-reader.ts'))
      return code.replace('import.meta.url', "process.env.CAIRN_TEST_PROGRAMS + 'main.js'");
    return null;
  },
};

/** Bundles them into a folder that is gone when this process is; the processes started from here find it. */
export async function setup(): Promise<void> {
  // below the checkout, where what is not bundled is found
  mkdirSync(join(root, 'out'), { recursive: true });
  const outDir = mkdtempSync(join(root, 'out', 'test-programs-'));
  process.once('exit', () => rmSync(outDir, { recursive: true, force: true }));
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    plugins: [placesOfSources(outDir)],
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir,
      target: 'node20.18',
      rolldownOptions: {
        external: ['better-sqlite3', /^pdfjs-dist/],
        input: Object.fromEntries(Object.entries(programSources).map(([name, file]) => [name, join(root, file)])),
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  });
  process.env.CAIRN_TEST_PROGRAMS = pathToFileURL(`${outDir}/`).href;
}
