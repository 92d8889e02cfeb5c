/** Numbers as people write them. */
import { expect, test } from 'vitest';
import { numberSigns, readFigure } from '../../../shared/domain/capture/figures.ts';

const english = numberSigns('en');
const german = numberSigns('de');
const french = numberSigns('fr');

test.each([
  ['412', 412],
  ['0,5', 0.5],
  ['0.204', 0.204],
  ['0,204', 0.204],
  ['1.204,50', 1204.5],
  ['1,204.50', 1204.5],
  ['1.204.300', 1204300],
  ['1,204,300', 1204300],
  ['1.204.300,25', 1204300.25],
  ['1 204', 1204],
  ['1\u202f204,5', 1204.5],
  ['1’204.5', 1204.5],
  ["1'204", 1204],
  ['12,04,300', 1204300],
  ['−3', -3],
  ['+3', 3],
  ['.5', 0.5],
  ['1204.5', 1204.5],
  ['1204,567', 1204.567],
  ['１２', 12],
])('“%s” is %s in every language', (typed, value) => {
  for (const signs of [english, german, french]) expect(readFigure(typed, signs)).toEqual({ value });
});

test.each([
  ['1.204', [1204, 1.204]],
  ['-12.500', [-12500, -12.5]],
  ['1,204', [1204, 1.204]],
])('“%s” may be either where dots group: %s', (typed, choices) => {
  expect(readFigure(typed, german)).toEqual({ choices });
});

test('a comma groups and a dot parts where English is written', () => {
  expect(readFigure('1,204', english)).toEqual({ value: 1204 });
  expect(readFigure('1.204', english)).toEqual({ value: 1.204 });
});

test.each(['96 ms', '1,2,3', '1.2.3', '1.20.300,5,5', '1e999', '', '.', '1,204.300.5'])(
  '“%s” is no figure',
  (typed) => {
    expect(readFigure(typed, german)).toBeNull();
  },
);
