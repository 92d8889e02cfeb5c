/** How much was read and how: the figures in the head of a review, each of them countable on the screen. */
import type { Notice } from '../../../shared/api/import.ts';
import type { DraftValue } from './draft-values.ts';

export interface ReadingCounts {
  readonly asWritten: number;
  readonly interpreted: number;
  readonly notPlaced: number;
  readonly leftOut: number;
  readonly total: number;
}

/** A value is interpreted when a notice says so of its line; lines not placed or left out have no value and are counted by notice. */
export function countReading(values: readonly DraftValue[], notices: readonly Notice[]): ReadingCounts {
  const linesInterpreted = new Set(
    notices.filter((notice) => notice.code === 'INTERPRETED').map((notice) => notice.line),
  );
  linesInterpreted.delete(undefined);
  const full = values.filter((value) => value.fields.some((field) => field.value !== ''));
  const interpreted = full.filter((value) => value.line !== null && linesInterpreted.has(value.line)).length;
  const notPlaced = notices.filter((notice) => notice.code === 'NOT_PLACED').length;
  const leftOut = notices.filter((notice) => notice.code === 'LEFT_OUT').length;
  return {
    asWritten: full.length - interpreted,
    interpreted,
    notPlaced,
    leftOut,
    total: full.length + notPlaced + leftOut,
  };
}

/** “226 values read: 217 as written, 6 interpreted, 2 not placed, 1 left out.” Kinds that are none are not named. */
export function readingSentence(counts: ReadingCounts): string {
  const parts = [
    [counts.asWritten, 'as written'],
    [counts.interpreted, 'interpreted'],
    [counts.notPlaced, 'not placed'],
    [counts.leftOut, 'left out'],
  ] as const;
  const named = parts.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`);
  if (counts.total === 0) return 'No values read.';
  return `${counts.total} ${counts.total === 1 ? 'value' : 'values'} read: ${named.join(', ')}.`;
}

/** “96 KB”, “1.2 MB”; under a kilobyte in bytes. */
export function sizeText(bytes: number): string {
  if (bytes < 1_000) return `${bytes}\u00a0bytes`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)}\u00a0KB`;
  return `${(bytes / 1_000_000).toFixed(1)}\u00a0MB`;
}
