import { expect, test } from 'vitest';
import { needsElectron, planTests } from '../../scripts/test-plan.ts';

const files = ['test/e2e/window.test.ts', 'test/e2e/record/capture.test.ts'];

test.each([
  [[]],
  [['test']],
  [['test/e2e']],
  [['./test/e2e/window.test.ts']],
  [['capture']],
  [['test/domain', 'window']],
  [['--project', 'e2e']],
  [['--project=*']],
  [['-t', 'test/domain']],
])('npm test -- %j needs a window', (args) => {
  expect(needsElectron(args, files)).toBe(true);
});

test.each([
  [['test/domain']],
  [['test/main/undo.test.ts:12']],
  [['--project', 'unit']],
  [['--project=unit', '--project=dom']],
  [['test/domain', '--reporter', 'window']],
])('npm test -- %j does not', (args) => {
  expect(needsElectron(args, files)).toBe(false);
});

test.each([[[]], [['--reporter=json', '--outputFile.json=out/test.json']], [['--reporter', 'dot']]])(
  'npm test -- %j runs the proofs after the tests',
  (args) => {
    expect(planTests(args)).toEqual({ vitestArgs: args, proveArgs: ['--quick'] });
  },
);

test.each([[['test/domain']], [['--project', 'unit']], [['-t', 'undo']], [['--reporter', 'dot', 'undo']]])(
  'npm test -- %j leaves the proofs out',
  (args) => {
    expect(planTests(args)).toEqual({ vitestArgs: args, proveArgs: null });
  },
);

test('the report of the proofs is not for vitest', () => {
  expect(planTests(['--reporter=json', '--prove-report', 'out/proved.json'])).toEqual({
    vitestArgs: ['--reporter=json'],
    proveArgs: ['--quick', '--report', 'out/proved.json'],
  });
});
