/** Levels: moved between scales by their fraction, labelled, coloured and written as figures. */
import type { Scale } from '../../api/values.ts';

/** Fractions are compared with this much room, because 3/5 of 5 is not always 3 in floating point. */
export const levelEpsilon = 1e-9;

/** The level's share of its scale, 0 to 1. */
export function levelFraction(level: number, of: number): number {
  return of > 0 ? Math.min(Math.max(level / of, 0), 1) : 0;
}

/** The level on another scale, by its fraction; whole where it is whole but for rounding. */
export function translateLevel(level: number, of: number, toLevels: number): number {
  const translated = levelFraction(level, of) * toLevels;
  const whole = Math.round(translated);
  return Math.abs(translated - whole) < levelEpsilon ? whole : translated;
}

/** The label the scale gives a level; its number as text when the scale has none. */
export function levelLabel(scale: Scale | null, level: number): string {
  return scale?.levels.find((known) => known.ordinal === level)?.label || String(level);
}

/** Index of the level's colour, 0 to 5, of the one ramp all scales share. */
export function levelColour(level: number, of: number): number {
  return Math.round(5 * levelFraction(level, of));
}

/** A figure with two decimals that never shows a whole level as reached before it is: 3.998 is `3.99`. */
export function levelText(level: number): string {
  const rounded = level.toFixed(2);
  const next = Math.floor(level + levelEpsilon) + 1;
  return Number(rounded) >= next ? (next - 0.01).toFixed(2) : rounded;
}
