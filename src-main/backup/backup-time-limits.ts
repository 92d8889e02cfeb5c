/** How long work on a database may take: ten minutes, and as much again for each gigabyte, also on an old disk. */
export function timeLimitFor(bytes: number): number {
  return 600_000 * (1 + bytes / 1e9);
}

/** A file of unknown origin gets a minute, and a minute for each 100 MB. */
export function timeLimitForForeign(bytes: number): number {
  return 60_000 * (1 + bytes / 1e8);
}
