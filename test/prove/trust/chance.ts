/** Chance that can be had again: the same seed gives the same choices. */

export interface Chance {
  /** From 0 up to, not including, `below`. */
  readonly upTo: (below: number) => number;
  readonly pick: <T>(among: readonly T[]) => T;
}

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const upTo = (below: number) => Math.floor(next() * below);
  return { upTo, pick: (among) => among[upTo(among.length)] as (typeof among)[number] };
}
