/** What a requirement asks, in words, and rows in runs of one label. */
import type { RequirementContent } from '../../api/role-content.ts';

/** “Critical, mandatory (in regulated settings)”; empty when the source says none of it. */
export function requirementWords(
  asked: Pick<RequirementContent, 'importance' | 'importanceNote' | 'isMandatory'>,
): string {
  const words = [asked.importance ?? '', asked.isMandatory ? 'mandatory' : ''].filter(Boolean).join(', ');
  const note = asked.importanceNote ?? '';
  if (note === '') return capitalised(words);
  // the source's words often say the value again
  return words === '' || note.toLowerCase().startsWith(words) ? capitalised(note) : `${capitalised(words)} (${note})`;
}

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** Rows in runs of the same label, a run where its label first stands: a tier, a group, a horizon. */
export function groupedRuns<Row>(
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
