import { expect, test } from 'vitest';
import { needsElectron } from '../../scripts/test-plan.ts';

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
