/** Controls of several kinds: one that was seen does not make up for another that was not. */

export interface Controls {
  /** How often they were seen, all together. */
  readonly control: number;
  /** A line for each that was never seen: the proof would not see that attack either. */
  readonly missed: readonly string[];
}

/** By what was taken away, how often it was noticed. */
export function countControls(seen: Readonly<Record<string, number>>): Controls {
  const kinds = Object.entries(seen);
  return {
    control: kinds.reduce((sum, [, times]) => sum + times, 0),
    missed: kinds.filter(([, times]) => times === 0).map(([what]) => `the control “${what}” was not seen`),
  };
}
