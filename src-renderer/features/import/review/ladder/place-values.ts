/** Placing the values of a matrix row that has fewer of them than the ladder has levels; they keep their order. */

/** The level each value was put at, by its place; null while it is not placed. */
export type Placing = readonly (number | null)[];

/** Whether a value may stand at a level: those before it need room below, those after it above, and none is overtaken. */
export function fits(placing: Placing, value: number, level: number, levelCount: number): boolean {
  return placing.every((at, other) => {
    if (other === value) return level >= value && level <= levelCount - placing.length + value;
    if (at === null) return true;
    // Between two values there must be room for those that lie between them.
    return other < value ? level - at >= value - other : at - level >= other - value;
  });
}

/** Puts a value at a level, or with null takes it back. */
export function placeValue(placing: Placing, value: number, level: number | null): Placing {
  return placing.map((at, other) => (other === value ? level : at));
}

/** The values by level with null where one is blank, once every value has its level; null before. */
export function placedCells<Value>(
  values: readonly Value[],
  placing: Placing,
  levelCount: number,
): readonly (Value | null)[] | null {
  if (placing.some((at) => at === null)) return null;
  return Array.from({ length: levelCount }, (_, level) => values[placing.indexOf(level)] ?? null);
}
