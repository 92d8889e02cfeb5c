/** Legends among the lines of a text. */
import { type LegendEntry, legendInLine } from './matrix-legend.ts';

/** All legends a text may have: single lines, and runs of lines with one code each. */
export function legendsIn(lines: readonly string[]): { entries: LegendEntry[]; lines: number[] }[] {
  const found: { entries: LegendEntry[]; lines: number[] }[] = [];
  let run: { entries: LegendEntry[]; lines: number[] } = { entries: [], lines: [] };
  const close = () => {
    const codes = new Set(run.entries.map((entry) => entry.code));
    if (run.entries.length >= 2 && codes.size === run.entries.length) found.push(run);
    run = { entries: [], lines: [] };
  };
  lines.forEach((line, index) => {
    if (line.length > 600) return;
    const text = line.trim();
    const entries = legendInLine(line);
    if (entries !== null) found.push({ entries, lines: [index] });
    const codeAndLabel =
      /^[•*-]?\s?(\p{Lu}{1,3}|\d{1,2})(?:\s?[=:–—]\s?|\s-\s|\s)(\p{Lu}[\p{L} -]{1,40})(?:$|\s?[:(–—.-])/u.exec(
        text.slice(0, 120),
      );
    if (codeAndLabel?.[1] !== undefined && codeAndLabel[2] !== undefined) {
      run.entries.push({ code: codeAndLabel[1], label: codeAndLabel[2].trim() });
      run.lines.push(index);
    } else if (text !== '') close();
  });
  close();
  return found;
}
