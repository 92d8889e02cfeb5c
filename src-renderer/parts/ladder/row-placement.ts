/**
 * Placing the values of a matrix row that has fewer of them than the ladder has levels; they keep their order. A stored
 * row lets a value push others out of its way, the row of a draft offers only the levels at which a value fits.
 */

/** The level each value was put at, by its place; null while it is not placed. */
export type RowPlacement = readonly (number | null)[];

/** Puts a value at a level; those in its way give up theirs, as one may change one's mind in any order. */
export function placeAndDisplace(placement: RowPlacement, value: number, level: number): RowPlacement {
  return placement.map((at, other) => {
    if (other === value) return level;
    if (at === null) return null;
    return (other < value ? at < level : at > level) ? at : null;
  });
}

/** Whether a value may stand at a level: those before it need room below, those after it above, and none is overtaken. */
export function fits(placement: RowPlacement, value: number, level: number, levelCount: number): boolean {
  return placement.every((at, other) => {
    if (other === value) return level >= value && level <= levelCount - placement.length + value;
    if (at === null) return true;
    // Between two values there must be room for those that lie between them.
    return other < value ? level - at >= value - other : at - level >= other - value;
  });
}

/** Puts a value at a level, or with null takes it back. */
export function placeValue(placement: RowPlacement, value: number, level: number | null): RowPlacement {
  return placement.map((at, other) => (other === value ? level : at));
}

/** The values by level with null where one is blank, once every value has its level; null before. */
export function placedCells<Value>(
  values: readonly Value[],
  placement: RowPlacement,
  levelCount: number,
): readonly (Value | null)[] | null {
  if (placement.some((at) => at === null)) return null;
  return Array.from({ length: levelCount }, (_, level) => values[placement.indexOf(level)] ?? null);
}
