/** Which level each value of a row belongs to, told by the labels and by what the other rows show. */
import { lettersAndFigures } from '../../outline/clean-text.ts';
import type { MatrixGroup } from './matrix-group.ts';
import type { WrittenRow } from './matrix-library.ts';

/** A part whose labels are only some of the levels has its values under those, and blanks under the others. */
export function withAllColumns(groups: readonly MatrixGroup[], levels: readonly string[]): MatrixGroup[] {
  const places = new Map(levels.map((label, index) => [lettersAndFigures(label), index]));
  return groups.map((group) => {
    const labels = group.header ?? [];
    const own = labels.map((label) => places.get(lettersAndFigures(label)));
    if (labels.length === 0 || labels.length >= levels.length || own.includes(undefined)) return group;
    const rows = group.rows.map((row) => {
      if (row.values.length !== labels.length) return row;
      return { ...row, values: levels.map((_, index) => row.values[own.indexOf(index)] ?? '') };
    });
    return { ...group, rows };
  });
}

/** How many levels the rows show: what most of the longest rows have. */
export function widthOf(groups: readonly MatrixGroup[], labels: number): number {
  const counts = new Map<number, number>();
  for (const { rows } of groups)
    for (const { values } of rows) counts.set(values.length, (counts.get(values.length) ?? 0) + 1);
  const widest = Math.max(0, ...counts.keys());
  const most = [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
  // Labels of two words each: twice as many words as any row has values.
  return labels > widest && most === widest && widest >= 2 && labels % widest === 0 ? widest : labels;
}

/** The labels for so many columns: words are put together where there are too many. */
export function fitLabels(labels: readonly string[], width: number): string[] {
  if (labels.length === width || width === 0 || labels.length % width !== 0) return [...labels];
  const size = labels.length / width;
  return Array.from({ length: width }, (_, index) => labels.slice(index * size, (index + 1) * size).join(' '));
}

/**
 * Rows cut by tabs or bars keep their columns where the text shows blanks as blanks: then what is missing at the end
 * is blank too. Where no row shows a blank, a row with fewer values does not say which is missing.
 */
export function placeColumns(
  groups: readonly MatrixGroup[],
  cuts: ReadonlySet<WrittenRow>,
  width: number,
): MatrixGroup[] {
  const rows = groups.flatMap((group) => group.rows);
  const showsBlanks = rows.some((row) => cuts.has(row) && row.values.some((value) => value === ''));
  return groups.map((group) => ({
    ...group,
    rows: group.rows.map((row) => {
      const isWhole = row.values.length === width;
      if (isWhole) return { ...row, isPlaced: true };
      if (!cuts.has(row)) return { ...row, isPlaced: false };
      if (!showsBlanks) return { ...row, isPlaced: false, values: row.values.filter((value) => value !== '') };
      return { ...row, isPlaced: true, values: Array.from({ length: width }, (_, index) => row.values[index] ?? '') };
    }),
  }));
}
