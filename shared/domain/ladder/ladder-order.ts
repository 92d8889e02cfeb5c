/** One order of what several levels of a ladder each list in their own. */

/**
 * Every value once. What a later list has between two known values comes between them, so that a skill which only higher
 * levels ask for stands where the document put it.
 */
export function mergeOrders<T>(lists: readonly (readonly T[])[]): T[] {
  const merged: T[] = [];
  const known = new Set<T>();
  for (const list of lists) {
    let after = -1;
    for (const value of list) {
      if (known.has(value)) after = Math.max(after, merged.indexOf(value));
      else {
        after += 1;
        merged.splice(after, 0, value);
        known.add(value);
      }
    }
  }
  return merged;
}
