/** The one order of names in every list. */
import { describe, expect, test } from 'vitest';
import { compareLevels, compareNames, compareRoles } from '../../../shared/domain/names/name-order.ts';

test('names stand in the order of the language: accents and capitals part nothing, and numbers count', () => {
  const names = [
    'zebra',
    'éclair',
    'Banana',
    'Äpfel',
    'apple',
    'Item 10',
    'Item 9',
    'item 9',
    'Zürich',
    'Ørsted',
    'öffnen',
  ];
  expect(names.toSorted(compareNames)).toEqual([
    'Äpfel',
    'apple',
    'Banana',
    'éclair',
    'item 9',
    'Item 9',
    'Item 10',
    'öffnen',
    'Ørsted',
    'zebra',
    'Zürich',
  ]);
});

test('the order is whole: only the same name is equal, whichever way round', () => {
  const names = ['a', 'A', 'á', 'a\u0301', 'Resume', 'Résumé', 'L2', 'L02', ''];
  for (const a of names)
    for (const b of names) {
      expect(Math.sign(compareNames(a, b))).toBe(-Math.sign(compareNames(b, a)) || 0);
      if (a !== b) expect(compareNames(a, b)).not.toBe(0);
    }
});

describe('roles', () => {
  const role = (title: string, family: string | null, levelOrder: number | null, levelCode: string | null = null) => ({
    title,
    family,
    levelOrder,
    levelCode,
  });

  test('stand by family, those without one first, and in it by level', () => {
    const roles = [
      role('Lead', 'Ärzte', 2),
      role('Junior', 'Ärzte', 1),
      role('Loose', 'Ärzte', null),
      role('Any', 'banking', 1),
      role('None', null, 1),
    ];
    expect(
      roles
        .toReversed()
        .sort(compareRoles)
        .map(({ title }) => title),
    ).toEqual(['None', 'Junior', 'Lead', 'Loose', 'Any']);
  });

  test('of one place stand by the number in their code, then by title', () => {
    const roles = [role('B', null, 1, 'L10'), role('A', null, 1, 'L2'), role('Äa', null, 1, 'L2')];
    expect(roles.sort(compareLevels).map(({ title }) => title)).toEqual(['A', 'Äa', 'B']);
  });
});

test('ten thousand names are ordered within a moment', () => {
  const names = Array.from(
    { length: 10_000 },
    (_, at) => `${['data', 'Äpfel', 'zebra'][at % 3]} ${(at * 7919) % 10_000}`,
  );
  const started = performance.now();
  names.sort(compareNames);
  expect(performance.now() - started).toBeLessThan(1_000);
});
