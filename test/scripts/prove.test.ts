/** The rules by which `npm run prove` chooses proofs and decides what holds. */
import { expect, test } from 'vitest';
import type { Outcome, Proof } from '../prove/proof.ts';
import { chooseProofs, countRows, markdownOf, readRequest, rowOf, tableOf } from '../prove/report.ts';

const proof = (name: string, more: Partial<Proof> = {}): Proof => ({
  name,
  promise: `Nothing of ${name} | is lost.`,
  unavailable: () => null,
  run: async () => ({ tried: 1, failed: 0, control: 1, failures: [] }),
  ...more,
});
const outcome = (more: Partial<Outcome>) =>
  ({ kind: 'outcome', outcome: { tried: 5, failed: 0, control: 2, failures: [], ...more }, seconds: 1.26 }) as const;
const names = (proofs: readonly Proof[]) => proofs.map(({ name }) => name);

test('a proof holds only when it was tried, nothing failed and its control failed', () => {
  expect(rowOf('kills', 'full', outcome({}))).toEqual({
    name: 'kills',
    tried: 5,
    failed: 0,
    control: 2,
    holds: true,
    size: 'full',
    seconds: 1.3,
  });
  expect(rowOf('kills', 'full', outcome({ failed: 1, failures: ['seed 4'] }))).toMatchObject({
    holds: false,
    failures: ['seed 4'],
  });
  expect(rowOf('kills', 'full', outcome({ control: 0 })).holds).toBe(false);
  expect(rowOf('kills', 'full', outcome({ tried: 0 })).holds).toBe(false);
});

test('a proof that crashed does not hold, and the report begins with the five keys that are promised', () => {
  const row = rowOf('kills', 'quick', { kind: 'crash', why: 'Its process ended with SIGSEGV.', seconds: 2 });
  expect(row).toMatchObject({ holds: false, failed: 1, failures: ['Its process ended with SIGSEGV.'] });
  expect(Object.keys(row).slice(0, 5)).toEqual(['name', 'tried', 'failed', 'control', 'holds']);
});

test('what cannot run here is named as not run, and is neither passed nor failed', () => {
  const rows = [
    rowOf('kills', 'full', outcome({})),
    rowOf('silence', 'full', { kind: 'notRun', why: 'No namespaces here.' }),
    rowOf('leaks', 'full', outcome({ control: 0 })),
  ];
  expect(rows[1]).toMatchObject({ holds: false, notRun: 'No namespaces here.' });
  expect(countRows(rows)).toEqual({ passed: 1, failed: 1 });
  expect(tableOf(rows)).toMatch(/^silence .*not run: No namespaces here\.$/m);
  expect(tableOf(rows)).toMatch(/^leaks .*FAILED: the control did not fail$/m);
});

test('every failure has a line of its own below the table', () => {
  const table = tableOf([rowOf('kills', 'full', outcome({ failed: 2, failures: ['seed 4', 'seed 9'] }))]);
  expect(table.split('\n').slice(-2)).toEqual(['kills: seed 4', 'kills: seed 9']);
});

test('the table for the documents names the promise and the figures', () => {
  const rows = [rowOf('kills', 'full', outcome({ figures: { 'longest ms': 1234 } }))];
  expect(
    markdownOf(rows, [proof('kills')])
      .split('\n')
      .at(-1),
  ).toBe('| `kills` | Nothing of kills \\| is lost. | 5 | 0 | 2 | holds; longest ms 1,234 |');
});

test('the quick part leaves out what takes too long, and says so when that is asked for by name', () => {
  const proofs = [proof('kills'), proof('large', { isFullOnly: true }), proof('races')];
  expect(names(chooseProofs(proofs, readRequest([])))).toEqual(['kills', 'large', 'races']);
  expect(names(chooseProofs(proofs, readRequest(['--quick'])))).toEqual(['kills', 'races']);
  expect(names(chooseProofs(proofs, readRequest(['races', 'kills'])))).toEqual(['kills', 'races']);
  expect(() => chooseProofs(proofs, readRequest(['--quick', 'large']))).toThrow(/no part of the quick run/);
});

test('what is not understood is refused before anything runs', () => {
  expect(() => chooseProofs([proof('kills')], readRequest(['kill']))).toThrow(/no proof “kill”/);
  expect(() => readRequest(['--fast'])).toThrow(/does not know --fast/);
  expect(() => readRequest(['--report'])).toThrow(/needs the name of a file/);
  expect(readRequest(['--quick', '--report', 'out/x.json', '--markdown'])).toMatchObject({
    size: 'quick',
    report: 'out/x.json',
    isMarkdown: true,
    names: [],
  });
});
