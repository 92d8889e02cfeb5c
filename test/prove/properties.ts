/** Every property in all its runs; `npm test` tries a part of them. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, vitestBin } from '../../scripts/run-program.ts';
import type { Outcome, Proof } from './proof.ts';

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

/** A property that fails for some numbers only: it shows that a failure in one of many runs is seen. */
const falseProperty = `
import fc from 'fast-check';
import { test } from 'vitest';
import { propertyRuns } from '../../helpers/property-runs.ts';
test('no number below a thousand ends in seven', () =>
  fc.assert(fc.property(fc.nat(999), (number) => number % 10 !== 7), { numRuns: propertyRuns(200), seed: 1 }));
`;

/** The test files that leave some runs to this proof. */
function filesWithProperties(): string[] {
  return readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => join('test', file))
    .filter((file) => readFileSync(join(root, file), 'utf8').includes('propertyRuns('));
}

function runTests(files: readonly string[], report: string): Report {
  spawnSync(
    process.execPath,
    [
      vitestBin,
      ...['run', '--config', 'test/vitest.config.ts', '--project', 'unit', '--testTimeout', '1200000'],
      ...['--reporter', 'json', '--outputFile', report, ...files],
    ],
    { cwd: root, env: { ...process.env, CAIRN_ALL_RUNS: '1' }, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  return JSON.parse(readFileSync(report, 'utf8')) as Report;
}

async function run(): Promise<Outcome> {
  const scratch = mkdtempSync(join(root, 'test', 'domain', 'planted-'));
  const report = join(scratch, 'report.json');
  try {
    const planted = join(scratch, 'planted.test.ts');
    writeFileSync(planted, falseProperty);
    const control = runTests([planted], report).numFailedTests;
    rmSync(planted);
    const result = runTests(filesWithProperties(), report);
    const failures = result.testResults.flatMap(({ name, assertionResults }) =>
      assertionResults
        .filter(({ status }) => status === 'failed')
        .map(({ fullName }) => `${name.slice(root.length + 1)}: ${fullName}`),
    );
    return { tried: result.numPassedTests + result.numFailedTests, failed: result.numFailedTests, control, failures };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

export const properties: Proof = {
  name: 'properties',
  promise: 'Every property of the tests holds in all its runs.',
  unavailable: () => null,
  isFullOnly: true,
  run,
};
