// Builds the three parts of the app into out/: main (ESM), preload (CommonJS, as the sandbox asks), renderer.
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { bundledLicences } from '../scripts/licences.ts';

const root = resolve(import.meta.dirname, '..');
// The oldest runtime the code must run on: Electron 33, which has Node 20.18 and Chromium 130.
const node = 'node20.18';
const chrome = 'chrome130';
const licences = bundledLicences();

export default defineConfig({
  main: {
    plugins: [licences.note],
    build: {
      outDir: resolve(root, 'out/main'),
      target: node,
      // Everything is bundled but the one native module, so that a package carries no other node_modules.
      externalizeDeps: false,
      rolldownOptions: {
        external: ['better-sqlite3'],
        input: {
          main: resolve(root, 'src-main/main.ts'),
          'import-worker': resolve(root, 'src-main/import/worker.ts'),
          'database-worker': resolve(root, 'src-main/jobs/database-worker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    plugins: [licences.note],
    build: {
      outDir: resolve(root, 'out/preload'),
      target: node,
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: resolve(root, 'src-main/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'src-renderer'),
    base: './',
    plugins: [react(), licences.write],
    resolve: {
      alias: {
        // The package's main entry names all six thousand icons; the dev server would bundle every one of them first.
        '@tabler/icons-react': '@tabler/icons-react/dist/esm/icons/index.mjs',
      },
    },
    build: {
      outDir: resolve(root, 'out/renderer'),
      target: chrome,
      minify: true,
      rolldownOptions: {
        input: {
          index: resolve(root, 'src-renderer/index.html'),
          print: resolve(root, 'src-renderer/print.html'),
        },
      },
    },
  },
});
