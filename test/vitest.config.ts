// How the tests run. One project per kind of test; see "projects".
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

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
        test: {
          name: 'unit',
          environment: 'node',
          include: [
            'test/{app,backup,db,domain,electron,export,features,files,import,jobs,packs,profile,scripts,store,terminal,vocabulary}/**/*.test.ts',
          ],
          // SQLite is a native module: a process of its own per file rather than a thread.
          pool: 'forks',
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
          include: ['test/renderer/**/*.test.{ts,tsx}'],
          testTimeout: 30_000,
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
          // One window at a time, and only after everything that is quicker to fail.
          fileParallelism: false,
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
