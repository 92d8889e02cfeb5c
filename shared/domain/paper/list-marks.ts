/** Which lines of a text are items of a list, and by which mark. */

export interface MarkedLine {
  /** `-`, `*`, `3.`; empty for a line that is no item. */
  readonly mark: string;
  /** The line without it. */
  readonly text: string;
}

const bulletPattern = /^([-*+•‣▪●○◦])\s+(?=\S)/u;
const numberPattern = /^(\d{1,3})([.)])\s+(?=\S)/;
/** `- 5 %`, `+ 30`, `- €5m`, `+ EUR 3`: a figure with its sign. */
const signedPattern = /^[-+]\s+[~≈<>±]?\s*(?:[A-Z]{0,3}\p{Sc}|[A-Z]{3})?\s*[.,]?\p{Nd}/u;
/** A mark that was escaped, so that it is none. */
const escapedPattern = /^(?:\\(?=[-*+#>]\s)|(\d{1,9})\\(?=[.)]\s))/;

/** The lines of a text that are not empty, trimmed, list marks apart. */
export function markedLines(text: string): readonly MarkedLine[] {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  // a sign before a figure is the mark of a list only where other lines of that list begin with words
  const listSigns = new Set(
    lines.filter((line) => !signedPattern.test(line)).flatMap((line) => bulletPattern.exec(line)?.[1] ?? []),
  );
  return lines.map((line, at) => {
    const bullet = bulletPattern.exec(line);
    if (bullet && (!signedPattern.test(line) || listSigns.has(bullet[1] ?? ''))) return marked(line, bullet);
    const number = numberPattern.exec(line);
    if (number && isCounted(lines, at, number)) return marked(line, number);
    return { mark: '', text: line.replace(escapedPattern, '$1') };
  });
}

const marked = (line: string, [found, sign = '', point = '']: RegExpExecArray): MarkedLine => ({
  mark: `${sign}${point}`,
  text: line.slice(found.length),
});

/** `3. Platz` on its own is a sentence; the third item of a list follows the second, or all are called `1.`. */
function isCounted(lines: readonly string[], at: number, [, figures = '', point]: RegExpExecArray): boolean {
  return lines.some((line, other) => {
    const [, neighbour = '', sign] = numberPattern.exec(line) ?? [];
    if (other === at || neighbour === '' || sign !== point) return false;
    return Number(neighbour) - Number(figures) === Math.sign(other - at) || (neighbour === '1' && figures === '1');
  });
}
