/** Figures as they are typed and shown. */

/** Reads a figure as people type it: `1,204`, `0.5`, `−3`; empty is null. Throws with words for a person. */
export function readNumber(text: string): number | null {
  const typed = text
    .trim()
    .replace(/[\s\u00a0\u202f']/g, '')
    .replace('−', '-');
  if (typed === '') return null;
  const plain = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(typed) ? typed.replaceAll(',', '') : typed.replace(',', '.');
  if (!/^-?(\d+\.?\d*|\.\d+)$/.test(plain) || !Number.isFinite(Number(plain))) {
    throw new Error(`“${text.trim()}” is no figure. Try 412 or 0.5.`);
  }
  return Number(plain);
}

/** A figure as it is shown: `1,204`, `99.96`, `−3`. */
export function numberText(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: 6 }).replace('-', '−');
}

/** How a figure changed, in words, when a share says something: `down 77 %`; null otherwise. */
export function changeText(baseline: number | null, value: number | null, unit: string): string | null {
  if (baseline === null || value === null || baseline <= 0 || unit.trim() === '%') return null;
  const percent = Math.round(((value - baseline) / baseline) * 100);
  if (percent === 0) return null;
  return percent < 0 ? `down ${-percent}\u00a0%` : percent < 1000 ? `up ${percent}\u00a0%` : null;
}
