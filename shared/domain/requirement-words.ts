/** What a requirement asks, in words, and rows in runs of one label. */
import type { RequirementContent } from '../api/role-content.ts';

/** “Critical, mandatory”; empty when the source says neither. */
export function askedAs(asked: Pick<RequirementContent, 'importance' | 'isMandatory'>): string {
  const words = [asked.importance ?? '', asked.isMandatory ? 'mandatory' : ''].filter(Boolean).join(', ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Rows in runs of the same label, a run where its label first stands: a tier, a group, a horizon. */
export function inRuns<Row>(
  rows: readonly Row[],
  labelOf: (row: Row) => string,
): readonly { readonly label: string; readonly rows: readonly Row[] }[] {
  const runs = new Map<string, Row[]>();
  for (const row of rows) {
    const label = labelOf(row);
    const run = runs.get(label);
    if (run === undefined) runs.set(label, [row]);
    else run.push(row);
  }
  return [...runs].map(([label, members]) => ({ label, rows: members }));
}
