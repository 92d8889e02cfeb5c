/** Which backups stay: a pure rule over their dates, so that it can be tried over thousands of histories. */

export interface KeptBackup {
  readonly fileName: string;
  readonly madeAt: string;
  readonly reason: string;
  /** Rows in the record when it was made. */
  readonly rows: number;
}

const hour = 3_600_000;
const day = 24 * hour;

/**
 * Answers the file names that may go. Kept: all of the last 48 hours and at least the newest ten; the newest of each of
 * 14 days, 8 weeks, 12 months; the five newest made before an update. Nothing goes when the newest holds less than
 * 80 % of the one before: a mass deletion must not push out the backups that still have everything.
 */
export function backupsToRemove(backups: readonly KeptBackup[], now: Date): string[] {
  const newestFirst = [...backups].sort((a, b) => (a.fileName < b.fileName ? 1 : -1));
  const [newest, previous] = newestFirst;
  if (!newest || (previous && newest.rows < previous.rows * 0.8)) return [];
  const keep = new Set(newestFirst.slice(0, 10).map((backup) => backup.fileName));
  const age = (backup: KeptBackup) => Math.max(0, now.getTime() - Date.parse(backup.madeAt));
  for (const backup of newestFirst) if (age(backup) <= 2 * day) keep.add(backup.fileName);
  for (const [count, span] of [
    [14, day],
    [8, 7 * day],
    [12, 30 * day],
  ] as const) {
    const seen = new Set<number>();
    for (const backup of newestFirst) {
      const slot = Math.floor(age(backup) / span);
      if (slot < count && !seen.has(slot)) {
        seen.add(slot);
        keep.add(backup.fileName);
      }
    }
  }
  for (const backup of newestFirst.filter((one) => one.reason === 'Before an update').slice(0, 5))
    keep.add(backup.fileName);
  return newestFirst.filter((backup) => !keep.has(backup.fileName)).map((backup) => backup.fileName);
}
