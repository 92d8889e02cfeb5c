/** Timing: samples, their median and percentiles, and what is reported of them. */

import type { Desktop } from './desktop.ts';

/** One line of the report. A line without a budget is there to read the others by. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  /** `×` is a ratio of two times of this run. */
  readonly unit: '×' | 'ms' | 'MB';
  readonly budget: number | null;
  readonly holds: boolean;
  /** What the value was made from, for the reader of the table. */
  readonly note: string;
}

/** One benchmark; it answers its figures in the order of the table. */
export type Bench = {
  readonly name: string;
  /** What it measures, in one line. */
  readonly about: string;
} & (
  | { readonly needsElectron: false; readonly run: () => Promise<readonly Figure[]> }
  | { readonly needsElectron: true; readonly run: (desktop: Desktop) => Promise<readonly Figure[]> }
);

/** A figure that holds when it is at most its budget. */
export function figure(name: string, value: number, unit: Figure['unit'], budget: number | null, note = ''): Figure {
  const rounded = Number(value.toPrecision(4));
  return { name, value: rounded, unit, budget, holds: budget === null || rounded <= budget, note };
}

/** The value below which this share of the samples lies. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export const median = (samples: readonly number[]) => percentile(samples, 0.5);
export const p95 = (samples: readonly number[]) => percentile(samples, 0.95);

/** How long one call takes, in milliseconds. */
export async function time(work: () => unknown): Promise<number> {
  const since = performance.now();
  await work();
  return performance.now() - since;
}

/**
 * Times several things in turns, so that whatever else the machine does meanwhile falls on all of them alike. The first
 * `warmUp` rounds are not counted.
 */
export async function timeInTurns<Name extends string>(
  rounds: number,
  things: Readonly<Record<Name, (round: number) => unknown>>,
  warmUp = 3,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(things) as Name[];
  const samples = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 0; round < rounds + warmUp; round += 1) {
    for (const name of names) {
      const took = await time(() => things[name](round));
      if (round >= warmUp) samples[name].push(took);
    }
  }
  return samples;
}

/** `12.3 ms`, `0.45 ms`. */
export function ms(value: number): string {
  return `${value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : value.toFixed(0)} ms`;
}
