/** A ladder draft: rows placed by hand, cells changed, figures compared, and what a line leads to. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RoleLibrary } from '../../../shared/api/role-pack.ts';
import { countDraft } from '../../../src-main/import/roles/draft-counts.ts';
import { printedCounts } from '../../../src-renderer/features/import/reading/printed-counts.ts';
import { markLadder, partOf } from '../../../src-renderer/features/import/review/ladder/ladder-marks.ts';
import { byCategory, cellWords } from '../../../src-renderer/features/import/review/ladder/matrix-table.tsx';
import {
  withCell,
  withFamily,
  withoutShortRow,
  withoutSkill,
  withPlacedRow,
  withSkillWords,
} from '../../../src-renderer/features/import/review/pack/change-library.ts';
import { fits, placedCells, placeValue, type RowPlacement } from '../../../src-renderer/parts/ladder/row-placement.ts';

const library = RoleLibrary.parse({
  scales: [
    {
      key: 's',
      name: 'Low to high',
      levels: [
        { ordinal: 1, label: 'Low', code: 'L' },
        { ordinal: 2, label: 'High', code: 'H' },
      ],
    },
  ],
  ladders: [
    {
      family: 'Rope',
      facts: [
        { label: 'skills', value: '3' },
        { label: 'mandatory', value: '2' },
        { label: 'updated', value: 'March 2026' },
      ],
      matrix: {
        scale: 's',
        skills: [
          { name: 'Whipping', category: 'Ends', cells: ['L', 'H', 'H'], line: 4 },
          { name: 'Eye', category: 'Splices', cells: [null, { level: 1, isMandatory: true }, 'H!'], line: 8 },
        ],
      },
      shortRows: [{ skill: 'Backing', category: 'Ends', values: ['L', 'H'], line: 5, words: 'Backing L H' }],
    },
  ],
  roles: ['Apprentice', 'Roper', 'Master'].map((title, index) => ({ title, family: 'Rope', levelOrder: index + 1 })),
});
const matrixOf = (of: RoleLibrary) => of.ladders[0]?.matrix?.skills ?? [];

test('a value fits a level only where those before and after it keep their order and have room', () => {
  const none: RowPlacement = [null, null, null];
  expect([0, 1, 2, 3, 4].map((level) => fits(none, 0, level, 5))).toEqual([true, true, true, false, false]);
  expect([0, 1, 2, 3, 4].map((level) => fits(none, 2, level, 5))).toEqual([false, false, true, true, true]);
  const second = placeValue(none, 1, 3);
  expect([0, 1, 2, 3, 4].map((level) => fits(second, 0, level, 5))).toEqual([true, true, true, false, false]);
  expect([0, 1, 2, 3, 4].map((level) => fits(second, 2, level, 5))).toEqual([false, false, false, false, true]);
});

test('whatever fits, placed in any order, ends in a row that keeps the order of its values', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 8 }),
      fc.integer({ min: 1, max: 8 }),
      fc.array(fc.nat(), { minLength: 60, maxLength: 60 }),
      (a, b, choices) => {
        const levels = Math.max(a, b);
        const values = Array.from({ length: Math.min(a, b) }, (_, index) => index);
        let placing: RowPlacement = values.map(() => null);
        for (const choice of choices) {
          const left = values.filter((value) => placing[value] === null);
          const value = left[choice % Math.max(left.length, 1)];
          if (value === undefined) break;
          const open = Array.from({ length: levels }, (_, level) => level).filter((level) =>
            fits(placing, value, level, levels),
          );
          // there is always somewhere to go on
          expect(open.length).toBeGreaterThan(0);
          placing = placeValue(placing, value, open[choice % open.length] ?? 0);
        }
        const cells = placedCells(values, placing, levels);
        expect(cells?.filter((cell) => cell !== null)).toEqual(values);
        expect(cells).toHaveLength(levels);
      },
    ),
  );
});

test('a row is not placed before every value has its level', () => {
  expect(placedCells(['L', 'H'], [0, null], 3)).toBeNull();
  expect(placedCells(['L', 'H'], [0, 2], 3)).toEqual(['L', null, 'H']);
});

test('a placed row stands in the matrix where the source has it, with its line and words, and is no short row any more', () => {
  const cells = [null, { level: 1, isMandatory: false }, { level: 2, isMandatory: true }];
  const placed = withPlacedRow(library, 0, 0, cells);
  expect(RoleLibrary.safeParse(placed).success).toBe(true);
  expect(matrixOf(placed).map(({ name }) => name)).toEqual(['Whipping', 'Backing', 'Eye']);
  expect(matrixOf(placed)[1]).toEqual({ name: 'Backing', category: 'Ends', line: 5, words: 'Backing L H', cells });
  expect(placed.ladders[0]?.shortRows).toEqual([]);
  expect(library.ladders[0]?.shortRows).toHaveLength(1);
});

test('a ladder of short rows alone gets a matrix with the first row that is placed', () => {
  const bare = RoleLibrary.parse({
    ...library,
    ladders: [{ family: 'Rope', shortRows: [{ skill: 'Backing', values: ['L'] }] }],
  });
  const placed = withPlacedRow(bare, 0, 0, [{ level: 1, isMandatory: false }, null, null]);
  expect(placed.ladders[0]?.matrix).toMatchObject({ scale: 's', skills: [{ name: 'Backing' }] });
});

test('a cell is changed for one skill and one level alone', () => {
  const changed = withCell(library, 0, 1, 0, { level: 2, isMandatory: false });
  expect(matrixOf(changed)[1]?.cells).toEqual([
    { level: 2, isMandatory: false },
    { level: 1, isMandatory: true },
    'H!',
  ]);
  expect(matrixOf(changed)[0]).toEqual(matrixOf(library)[0]);
  expect(matrixOf(withCell(library, 0, 0, 2, null))[0]?.cells).toEqual(['L', 'H', null]);
  expect(RoleLibrary.safeParse(changed).success).toBe(true);
});

test('names, categories and whole rows are changed and taken out', () => {
  expect(matrixOf(withSkillWords(library, 0, 0, 'name', 'Common whipping'))[0]?.name).toBe('Common whipping');
  expect(matrixOf(withSkillWords(library, 0, 0, 'category', ''))[0]).not.toHaveProperty('category');
  expect(matrixOf(withoutSkill(library, 0, 0)).map(({ name }) => name)).toEqual(['Eye']);
  expect(withoutShortRow(library, 0, 0).ladders[0]?.shortRows).toEqual([]);
});

test('a family renamed takes its ladder and all its levels along', () => {
  const renamed = withFamily(library, 0, 'Cordage');
  expect(renamed.ladders[0]?.family).toBe('Cordage');
  expect(new Set(renamed.roles.map(({ family }) => family))).toEqual(new Set(['Cordage']));
});

test('printed figures stand beside what was read; words that are no figure are not counted', () => {
  const counts = countDraft({
    kind: 'ladder',
    format: 'skill-matrix',
    title: '',
    notices: [],
    sourceLines: [],
    library,
  });
  expect(printedCounts(library, 0, counts)).toEqual([
    { label: 'skills', printed: '3', read: 3, isSame: true },
    { label: 'mandatory', printed: '2', read: 2, isSame: true },
    { label: 'updated', printed: 'March 2026', read: null, isSame: false },
  ]);
});

test('a line of the source leads to the part of the review that shows what was read from it', () => {
  const marks = markLadder([], library, ['', '', '', 'Whipping L H H', 'Backing L H']);
  expect(partOf(marks.get(4)?.valueId ?? '')).toBe('matrix');
  expect(partOf(marks.get(5)?.valueId ?? '')).toBe('matrix');
});

test('skills stand by category in the order of the source, and a cell is told in words', () => {
  expect(byCategory(matrixOf(library))).toEqual([
    { category: 'Ends', indexes: [0] },
    { category: 'Splices', indexes: [1] },
  ]);
  const [scale] = library.scales;
  if (scale === undefined) throw new Error('the library has a scale');
  expect(cellWords({ level: 2, isMandatory: true }, scale)).toBe('level 2 of 2, High, mandatory');
  expect(cellWords(null, scale)).toBe('not asked');
});
