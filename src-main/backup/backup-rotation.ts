/**
 * Which backups may go: a pure rule, so that it can be tried over thousands of histories. It trusts the order in which
 * backups were made and not the clock, which may be wrong by years for one start and right for the next.
 */

export interface RotatedBackup {
  readonly fileName: string;
  /** Its place in the order of making; only backups made here are given to the rule. */
  readonly sequence: number;
  readonly madeAt: string;
  readonly reason: string;
  /** Rows in the record when it was made. */
  readonly rows: number;
}

interface Timed extends RotatedBackup {
  readonly time: number;
}

const hour = 3_600_000;
const day = 24 * hour;
const year = 366 * day;
/** A pause longer than that, or a step back, says more of the clock than of the record. */
const longestPause = 60 * day;
/** However long the clock says that nothing was backed up, the history has become older by no more. */
const mostAgeing = 31 * day;
const pauseAfterRestore = 7 * day;

/**
 * Answers the file names that may go. What stays: the newest ten, all of 48 hours, the newest of each of the last 14
 * days, 8 weeks and 12 months on which there was one, the five newest made before an update, and the newest
 * that holds at least 80 % of the most rows there were within a year. Nothing goes
 * - when the clock was set back, or forward by more than 60 days, since the backup before;
 * - when the newest holds less than 80 % of the median of those before it: a mass deletion must not push out the backups
 *   that still have everything;
 * - within a week of the first backup after a restore, `restoredAfter` being the newest number at that time.
 */
export function backupsToRemove(backups: readonly RotatedBackup[], restoredAfter: number | null = null): string[] {
  const newestFirst = backups
    .map((backup) => ({ ...backup, time: Date.parse(backup.madeAt) }))
    .sort((a, b) => b.sequence - a.sequence);
  const [newest, previous] = newestFirst;
  if (!newest || !previous) return [];
  const pause = newest.time - previous.time;
  if (!(pause >= 0 && pause <= longestPause)) return [];
  const before = newestFirst.slice(1, 16).map((backup) => backup.rows);
  if (newest.rows < median(before) * 0.8) return [];
  const ages = agesOf(newestFirst);
  const isRecent = (backup: Timed, span: number) => (ages.get(backup) ?? 0) <= span;
  if (restoredAfter !== null) {
    const since = newestFirst.findLast((backup) => backup.sequence > restoredAfter);
    if (since && isRecent(since, pauseAfterRestore)) return [];
  }
  const keep = new Set(newestFirst.slice(0, 10));
  // whatever was deleted since, and however long ago: the newest that still holds about all there was within a year
  const ofTheYear = newestFirst.filter((backup) => isRecent(backup, year));
  const most = Math.max(...ofTheYear.map((backup) => backup.rows));
  const fullest = ofTheYear.find((backup) => backup.rows >= most * 0.8);
  if (fullest) keep.add(fullest);
  for (const backup of newestFirst) if (isRecent(backup, 2 * day)) keep.add(backup);
  for (const [count, span] of [
    [14, day],
    [8, 7 * day],
    [12, 30 * day],
  ] as const) {
    const seen = new Set<number>();
    for (const backup of newestFirst) {
      // spans of the calendar, not of age: those would move with every day, and nothing would live to be a month old
      const slot = Math.floor(backup.time / span);
      if (seen.size === count) break;
      if (!seen.has(slot)) keep.add(backup);
      seen.add(slot);
    }
  }
  for (const backup of newestFirst.filter(({ reason }) => reason === 'Before an update').slice(0, 5)) keep.add(backup);
  return newestFirst.filter((backup) => !keep.has(backup)).map((backup) => backup.fileName);
}

/** How much time has passed since each, added up from one backup to the next; a jump of the clock adds little or nothing. */
function agesOf(newestFirst: readonly Timed[]): ReadonlyMap<Timed, number> {
  const ages = new Map<Timed, number>();
  let age = 0;
  let later: Timed | null = null;
  for (const backup of newestFirst) {
    if (later) {
      const pause = later.time - backup.time;
      if (pause > 0 && pause <= longestPause) age += Math.min(pause, mostAgeing);
    }
    ages.set(backup, age);
    later = backup;
  }
  return ages;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
