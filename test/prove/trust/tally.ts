/** Counts what a proof tries and what it finds. */
import type { Outcome } from '../proof.ts';

export interface Tally {
  /** One more try, with what was wrong with it. */
  readonly add: (wrong: readonly string[]) => void;
  /** A promise that was broken. */
  readonly fail: (line: string) => void;
  /**
   * A control, and how often it was seen to fail. One that is not seen is a failure of the proof: it would not see the
   * attack either.
   */
  readonly control: (what: string, seen: boolean | number) => void;
  /** Remembers the largest value. */
  readonly most: (name: string, value: number) => void;
  readonly outcome: () => Outcome;
}

/** As many lines as somebody would read. */
const mostFailures = 50;

export function startTally(): Tally {
  const count = { tried: 0, failed: 0, control: 0 };
  const failures: string[] = [];
  const figures: Record<string, number> = {};
  const fail = (line: string) => {
    count.failed += 1;
    if (failures.length < mostFailures) failures.push(line);
  };
  return {
    add: (wrong) => {
      count.tried += 1;
      if (wrong.length > 0) fail(wrong.join('; '));
    },
    fail,
    control: (what, seen) => {
      count.control += Number(seen);
      if (Number(seen) === 0) fail(`the control “${what}” was not seen`);
    },
    most: (name, value) => {
      figures[name] = Math.max(figures[name] ?? 0, Math.round(value));
    },
    outcome: () => ({ ...count, failures, ...(Object.keys(figures).length > 0 && { figures }) }),
  };
}
