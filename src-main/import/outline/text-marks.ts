/** Marks at the start of a line of plain text, and bold within it. All scanners look at a bounded start or go once through. */

import type { Inline } from '../../../shared/api/role-content.ts';
import { withoutListMark } from '../../../shared/vocabulary/list-marks.ts';

const bulletSigns = '•-–—*+▪◦‣●○·■□✓✔✅➤►▶❖⁃∙';

export interface ItemMark {
  readonly isOrdered: boolean;
  readonly number: number;
  readonly indent: number;
  readonly text: string;
}

/** Columns of white space before the text; a tab counts four. */
export function indentOf(line: string): number {
  let indent = 0;
  for (const letter of line) {
    if (letter === ' ') indent += 1;
    else if (letter === '\t') indent += 4;
    else break;
  }
  return indent;
}

/** `• text`, `- text`, `3. text`, `3) text`; null for a line that is no item. */
export function itemMark(line: string): ItemMark | null {
  const indent = indentOf(line);
  const text = line.trim();
  const start = text.slice(0, 8);
  const second = start.charAt(1);
  if (start !== '' && bulletSigns.includes(start.charAt(0)) && (second === ' ' || second === '\t')) {
    const rest = withoutListMark(text.slice(2).trim());
    return rest === '' ? null : { isOrdered: false, number: 0, indent, text: rest };
  }
  // Word writes its second bullet as the letter “o” and a tab, without any indent.
  if (start.charAt(0) === 'o' && second === '\t') {
    const rest = text.slice(2).trim();
    return rest === '' ? null : { isOrdered: false, number: 0, indent: indent + 2, text: rest };
  }
  const found = /^(\d{1,3})[.)]\s/.exec(start);
  if (found === null) return null;
  const rest = text.slice(found[0].length).trim();
  return rest === '' ? null : { isOrdered: true, number: Number(found[1]), indent, text: rest };
}

/** `## Heading`: its level and words. */
export function markdownHeading(line: string): { readonly level: number; readonly text: string } | null {
  let level = 0;
  while (line.charAt(level) === '#') level += 1;
  if (level === 0 || level > 6 || !/\s/.test(line.charAt(level))) return null;
  let text = line.slice(level).trim();
  while (text.endsWith('#')) text = text.slice(0, -1).trimEnd();
  return text === '' ? null : { level, text: withoutStars(text) };
}

/** `---`, `***`, `===`: a rule or the line under a heading. */
export function ruleMark(line: string): '-' | '=' | '*' | '_' | null {
  const text = line.trim();
  const mark = text.charAt(0);
  if (text.length < 3 || (mark !== '-' && mark !== '=' && mark !== '*' && mark !== '_')) return null;
  for (const letter of text) if (letter !== mark && letter !== ' ') return null;
  return mark;
}

/** The text without the stars of Markdown's bold at both its ends. */
export function withoutStars(text: string): string {
  return text.length > 4 && text.startsWith('**') && text.endsWith('**') ? text.slice(2, -2).trim() : text;
}

/** Text with `**bold**` as runs; stars without a partner stay as they are. */
export function runsOf(text: string): Inline[] {
  const runs: Inline[] = [];
  let from = 0;
  for (;;) {
    const open = text.indexOf('**', from);
    const close = open === -1 ? -1 : text.indexOf('**', open + 2);
    if (close === -1) break;
    const bold = text.slice(open + 2, close);
    if (open > from) runs.push({ text: text.slice(from, open) });
    if (bold !== '') runs.push({ text: bold, mark: 'bold' });
    from = close + 2;
  }
  if (from < text.length) runs.push({ text: text.slice(from) });
  return runs;
}

/** Cells of a `| Markdown | row |`; null for any other line. */
export function pipeCells(line: string): string[] | null {
  const text = line.trim();
  if (!text.startsWith('|') || text.length < 3 || text.length > 5_000) return null;
  const inner = text.endsWith('|') ? text.slice(1, -1) : text.slice(1);
  const cells = inner.split('|');
  return cells.length > 60 ? null : cells.map((cell) => withoutStars(cell.trim()));
}

/** `|---|:--:|`: the line that parts a header from its rows. */
export function isPipeRule(cells: readonly string[]): boolean {
  return cells.every(
    (cell) => cell !== '' && [...cell].every((letter) => letter === '-' || letter === ':' || letter === ' '),
  );
}
