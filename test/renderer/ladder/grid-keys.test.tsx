/** Where keys lead in the grid of a matrix. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextPlace } from '../../../src-renderer/features/ladder/matrix/grid-keys.ts';

const size = { rows: 21, columns: 8, page: 6 };
const press = (key: string, ctrlKey = false) => ({ key, ctrlKey, metaKey: false });

describe('a key in the grid', () => {
  test('leads to the neighbouring cell', () => {
    expect(nextPlace(press('ArrowDown'), { row: 3, column: 2 }, size)).toEqual({ row: 4, column: 2 });
    expect(nextPlace(press('ArrowLeft'), { row: 3, column: 2 }, size)).toEqual({ row: 3, column: 1 });
  });

  test('leads to the ends of the row, and with Ctrl to the corners of the table', () => {
    expect(nextPlace(press('Home'), { row: 3, column: 5 }, size)).toEqual({ row: 3, column: 0 });
    expect(nextPlace(press('End'), { row: 3, column: 5 }, size)).toEqual({ row: 3, column: 7 });
    expect(nextPlace(press('Home', true), { row: 9, column: 5 }, size)).toEqual({ row: 1, column: 0 });
    expect(nextPlace(press('End', true), { row: 9, column: 5 }, size)).toEqual({ row: 20, column: 7 });
  });

  test('leads a page on, and back no further than the first skill', () => {
    expect(nextPlace(press('PageDown'), { row: 3, column: 5 }, size)).toEqual({ row: 9, column: 5 });
    expect(nextPlace(press('PageUp'), { row: 3, column: 5 }, size)).toEqual({ row: 1, column: 5 });
  });

  test('that means nothing here leads nowhere', () => {
    expect(nextPlace(press('a'), { row: 3, column: 5 }, size)).toBeNull();
    expect(nextPlace(press('Tab'), { row: 3, column: 5 }, size)).toBeNull();
  });

  test('never leads outside the grid', () => {
    const keys = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown'];
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...keys), fc.boolean()), { maxLength: 40 }),
        fc.integer({ min: 2, max: 30 }),
        fc.integer({ min: 1, max: 12 }),
        (pressed, rows, columns) => {
          let place = { row: 1, column: 0 };
          for (const [key, ctrl] of pressed) {
            place = nextPlace(press(key, ctrl), place, { rows, columns, page: 5 }) ?? place;
            expect(place.row).toBeGreaterThanOrEqual(0);
            expect(place.row).toBeLessThan(rows);
            expect(place.column).toBeGreaterThanOrEqual(0);
            expect(place.column).toBeLessThan(columns);
          }
        },
      ),
    );
  });
});
