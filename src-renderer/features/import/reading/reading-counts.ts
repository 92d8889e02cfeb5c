/** How much was read and how: the figures in the head of a review, each of them countable on the screen. */
import type { Notice } from '../../../../shared/api/import.ts';
import type { DraftValue } from '../review/role/draft-values.ts';

export interface ReadingCounts {
  /** Typed values that hold something. */
  readonly values: number;
  /** Places of the source that a notice refers to. */
  readonly interpreted: number;
  readonly notPlaced: number;
  readonly leftOut: number;
}

/** Values are counted where they stand, interpretations by place: one notice may refer to several values. */
export function countReading(values: readonly DraftValue[], notices: readonly Notice[]): ReadingCounts {
  const count = (code: Notice['code']) => notices.filter((notice) => notice.code === code).length;
  return {
    values: values.filter(({ texts }) => texts.length > 0).length,
    interpreted: count('INTERPRETED'),
    notPlaced: count('NOT_PLACED'),
    leftOut: count('LEFT_OUT'),
  };
}

/** “226 values read: 6 places interpreted, 2 not placed, 1 left out.” Kinds that are none are not named. */
export function readingSentence(counts: ReadingCounts): string {
  const read = counts.values === 0 ? 'No values read' : `${counted(counts.values, 'value', 'values')} read`;
  const named = [
    counts.interpreted > 0 ? `${counted(counts.interpreted, 'place', 'places')} interpreted` : '',
    counts.notPlaced > 0 ? `${counts.notPlaced} not placed` : '',
    counts.leftOut > 0 ? `${counts.leftOut} left out` : '',
  ].filter(Boolean);
  if (named.length === 0) return counts.values === 0 ? `${read}.` : `${read}, all as written.`;
  return `${read}: ${named.join(', ')}.`;
}

const grouped = new Intl.NumberFormat('en');

/** “1,000”. */
export const figure = (count: number): string => grouped.format(count);

/** “1 tool”, “12 tools”, “1,000 tools”. */
export const counted = (count: number, singular: string, plural: string): string =>
  `${figure(count)} ${count === 1 ? singular : plural}`;

/** “96 KB”, “1.2 MB”; under a kilobyte in bytes. */
export function sizeText(bytes: number): string {
  if (bytes < 1_000) return `${bytes}\u00a0bytes`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)}\u00a0KB`;
  return `${(bytes / 1_000_000).toFixed(1)}\u00a0MB`;
}
