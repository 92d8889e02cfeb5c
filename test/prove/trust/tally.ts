/** Counts what a proof tries and what it finds. */
import type { Outcome } from '../proof.ts';

/** As many lines as somebody would read. */
const mostFailures = 50;

export class Tally {
  #tried = 0;
  #failed = 0;
  #control = 0;
  readonly #failures: string[] = [];
  readonly #figures: Record<string, number> = {};

  /** One more try, with what was wrong with it. */
  add(wrong: readonly string[]): void {
    this.#tried += 1;
    if (wrong.length > 0) this.fail(wrong.join('; '));
  }

  /** A promise that was broken. */
  fail(line: string): void {
    this.#failed += 1;
    if (this.#failures.length < mostFailures) this.#failures.push(line);
  }

  /** A control, and how often it was seen to fail. One that is not seen to fail is a failure of the proof: it would not see the attack either. */
  control(what: string, seen: boolean | number): void {
    if (Number(seen) > 0) this.#control += Number(seen);
    else this.fail(`the control “${what}” was not seen`);
  }

  /** Remembers the largest value. */
  most(name: string, value: number): void {
    this.#figures[name] = Math.max(this.#figures[name] ?? 0, Math.round(value));
  }

  outcome(): Outcome {
    return {
      tried: this.#tried,
      failed: this.#failed,
      control: this.#control,
      failures: this.#failures,
      figures: this.#figures,
    };
  }
}
