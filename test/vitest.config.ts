// How the tests run. One project per kind of test; see "projects".
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { startsBundledPrograms } from './helpers/setup/bundle-programs.ts';

export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  test: {
    // Two workers keep a laptop of two cores busy without making the timings in the tests meaningless.
    maxWorkers: 2,
    restoreMocks: true,
    unstubEnvs: true,
    projects: [
      {
        extends: true,
        plugins: [startsBundledPrograms],
        test: {
          name: 'unit',
          environment: 'node',
          globalSetup: ['test/helpers/setup/bundle-programs.ts'],
          include: [
            'test/{app,backup,db,domain,electron,export,features,files,import,jobs,packs,profile,scripts,store,terminal,vocabulary}/**/*.test.ts',
          ],
          // SQLite is a native module: processes rather than threads. Their files share the modules, and the fresh record
          // of test/helpers/cairn.ts.
          pool: 'forks',
          isolate: false,
          // Real files and real processes on a busy machine; no test is about time.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        plugins: [react()],
        test: {
          name: 'dom',
          environment: 'happy-dom',
          isolate: false,
          setupFiles: ['test/helpers/setup/clean-page.ts'],
          include: ['test/renderer/**/*.test.{ts,tsx}'],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          // What the guide and the declarations promise a newcomer, tried in a copy of the sources.
          name: 'examples',
          environment: 'node',
          include: ['test/examples/**/*.test.ts'],
          testTimeout: 240_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'boundaries',
          environment: 'node',
          include: ['test/boundaries.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // what is waited for is asked again for so long; a loaded machine takes longer than the second that is usual
          expect: { poll: { timeout: 10_000 } },
          pool: 'forks',
          setupFiles: ['test/helpers/setup/own-display.ts'],
          // On a display that somebody looks at, one window at a time.
          maxWorkers: process.env.CAIRN_XVFB === undefined ? 1 : 2,
          // Only after everything that is quicker to fail.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
