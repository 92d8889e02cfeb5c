/** What a proof is: an attack repeated many times, with a control that shows that the attack would be seen if it worked. */

export interface Outcome {
  /** How many times the attack was tried. */
  readonly tried: number;
  /** How often a promise was broken. */
  readonly failed: number;
  /** How often the control failed, as it must: the same attack where the defence is taken away on purpose. */
  readonly control: number;
  /** One line for each failure, enough to try it again: the seed, the point, what was expected. */
  readonly failures: readonly string[];
  /** Figures worth keeping, such as the longest time or the most memory. */
  readonly figures?: Readonly<Record<string, number>>;
}

/** `quick` is the part that `npm test` runs; `full` is everything. */
export type Size = 'quick' | 'full';

export interface Proof {
  readonly name: string;
  /** The promise, in a sentence. */
  readonly promise: string;
  /** Why it cannot run here, or null. What does not run is named as not run. */
  readonly unavailable: () => string | null;
  /** Whether it drives the real window: the app is then built first, and CAIRN_ELECTRON names what starts it. */
  readonly needsWindow?: boolean;
  /** Whether it takes too long for the quick part. */
  readonly isFullOnly?: boolean;
  /** Runs in a process of its own, which is ended when this is done. */
  readonly run: (size: Size, say: (line: string) => void) => Promise<Outcome>;
}
