/** The programs that tests and proofs start in processes of their own. */
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(import.meta.dirname, '..', '..');

export const programSources = {
  cli: 'src-main/cli.ts',
  'database-worker': 'src-main/jobs/database-worker.ts',
  'import-worker': 'src-main/import/worker.ts',
  'flow-process': 'test/prove/durability/flow-process.ts',
  'migration-process': 'test/prove/durability/migration-process.ts',
  'log-until-killed': 'test/helpers/log-until-killed.ts',
  'restore-until-killed': 'test/helpers/restore-until-killed.ts',
} as const;

/** The file to start it by: bundled (see setup/bundle-programs.ts), or the source where nothing was. */
export function programFile(name: keyof typeof programSources): string {
  const bundled = process.env.CAIRN_TEST_PROGRAMS;
  return bundled === undefined ? join(root, programSources[name]) : fileURLToPath(new URL(`${name}.js`, bundled));
}
