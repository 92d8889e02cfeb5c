/** Placing the values of a short row by hand. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeAndDisplace, placedCells, type RowPlacement } from '../../../src-renderer/parts/ladder/row-placement.ts';

describe('a row with fewer values than levels', () => {
  test('has no cells before every value is placed', () => {
    expect(placedCells(['1', '2!'], [0, null], 3)).toBeNull();
    expect(placedCells(['1', '2!'], [0, 2], 3)).toEqual(['1', null, '2!']);
  });

  test('keeps the order of its values: what stands in the way is placed anew', () => {
    expect(placeAndDisplace([0, 1, null], 1, 0)).toEqual([null, 0, null]);
    expect(placeAndDisplace([0, 1, null], 2, 3)).toEqual([0, 1, 3]);
  });

  test('never ends out of order, however often one changes one’s mind', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 5 })), { maxLength: 30 }),
        (moves) => {
          let placing: RowPlacement = [null, null, null, null];
          for (const [value, level] of moves) placing = placeAndDisplace(placing, value, level);
          const placed = placing.filter((at) => at !== null);
          expect(placed).toEqual([...new Set(placed)].sort((a, b) => a - b));
        },
      ),
    );
  });
});
