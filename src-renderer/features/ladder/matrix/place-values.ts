/** Placing the values of a matrix row that has fewer of them than the ladder has levels. */

/** The level each value was put at, by its place; null while it is not placed. */
export type Placing = readonly (number | null)[];

/** Puts a value at a level; those in its way give up theirs, as one may change one's mind in any order. */
export function place(placing: Placing, value: number, level: number): Placing {
  return placing.map((at, other) => {
    if (other === value) return level;
    if (at === null) return null;
    return (other < value ? at < level : at > level) ? at : null;
  });
}

/** A value or null for each level, once every value has its level; null before. */
export function placedCells(
  values: readonly string[],
  placing: Placing,
  levelCount: number,
): readonly (string | null)[] | null {
  if (placing.some((at) => at === null)) return null;
  const cells: (string | null)[] = Array.from({ length: levelCount }, () => null);
  values.forEach((value, index) => {
    const at = placing[index];
    if (at !== null && at !== undefined) cells[at] = value;
  });
  return cells;
}
