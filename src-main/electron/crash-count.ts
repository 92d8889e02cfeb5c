/** Says whether a page that crashed may be loaded again without asking: so often within so long, and no more. */

export const reloadsAllowed = 3;
export const withinMs = 60_000;

/** Counts crashes: true for one that may be answered by loading the page again, false for one to ask about. */
export function createCrashCount(): (at: number) => boolean {
  let recent: number[] = [];
  return (at) => {
    // a clock that was set back must not make an old crash count forever
    recent = recent.filter((earlier) => Math.abs(at - earlier) < withinMs);
    if (recent.length >= reloadsAllowed) {
      recent = [];
      return false;
    }
    recent.push(at);
    return true;
  };
}
