/** Paragraphs that only look like a list: “1. …”, “2. …” or “• …” under each other, as pages pasted from elsewhere have them. */
import type { Inline } from '../../../shared/api/role-content.ts';
import type { HeadingPart } from './chapters.ts';
import { joinedRuns } from './inline-runs.ts';
import { type Item, type Part, textOf } from './outline.ts';

interface Marked {
  /** Null for a bullet. */
  readonly number: number | null;
  readonly inlines: readonly Inline[];
}

/** The lines of some runs, each as runs. */
function linesOf(inlines: readonly Inline[]): Inline[][] {
  const lines: Inline[][] = [[]];
  for (const inline of inlines) {
    inline.text.split('\n').forEach((text, index) => {
      if (index > 0) lines.push([]);
      if (text !== '') lines.at(-1)?.push({ ...inline, text });
    });
  }
  return lines;
}

/** A line with its bullet or number told apart; null for a line without. */
function markedLine(line: readonly Inline[]): Marked | null {
  const start = textOf(line).slice(0, 12);
  const found = /^(?:(\d{1,3})[.)]\s|[•▪◦‣●○■□✓✔✅➤►▶❖⁃∙])\s{0,4}/.exec(start);
  if (found === null) return null;
  let left = found[0].length;
  const inlines = line.flatMap((inline) => {
    const text = inline.text.slice(left);
    left = Math.max(0, left - inline.text.length);
    return text === '' ? [] : [{ ...inline, text }];
  });
  const own = joinedRuns(inlines);
  return own.length === 0 ? null : { number: found[1] === undefined ? null : Number(found[1]), inlines: own };
}

/** Every line of a paragraph as an entry, or null when one of them is none or breaks the count. */
function entriesOf(part: Part | HeadingPart, before: Marked | undefined): Marked[] | null {
  if (part.kind !== 'paragraph' || !/^[\d•▪◦‣●○■□✓✔✅➤►▶❖⁃∙]/.test(part.inlines[0]?.text ?? '')) return null;
  const entries: Marked[] = [];
  for (const line of linesOf(part.inlines)) {
    const marked = markedLine(line);
    const last = entries.at(-1) ?? before;
    if (marked === null) return null;
    const follows = last === undefined || (last.number === null ? null : last.number + 1) === marked.number;
    if (!follows) return null;
    entries.push(marked);
  }
  return entries;
}

/** A paragraph of one line right below a heading that begins with a dash or bullet: a list of one. */
function loneEntry(part: Part | HeadingPart): Item | null {
  if (part.kind !== 'paragraph' || !/^[–—•▪◦‣●○-] /.test(part.inlines[0]?.text.slice(0, 3) ?? '')) return null;
  const [line, ...more] = linesOf(part.inlines);
  if (line === undefined || more.length > 0) return null;
  const [first, ...rest] = line;
  const inlines = first === undefined ? [] : joinedRuns([{ ...first, text: first.text.slice(2) }, ...rest]);
  return inlines.length === 0 ? null : { inlines, items: [], line: 0 };
}

/** The parts with two or more such entries in a row made a list; a lone one stays a paragraph. */
export function withListedParagraphs(parts: readonly (Part | HeadingPart)[]): (Part | HeadingPart)[] {
  const result: (Part | HeadingPart)[] = [];
  let index = 0;
  while (index < parts.length) {
    const entries: Marked[] = [];
    let end = index;
    for (let part = parts[end]; part !== undefined; part = parts[end]) {
      const more = entriesOf(part, entries.at(-1));
      if (more === null) break;
      entries.push(...more);
      end += 1;
    }
    const first = entries[0];
    if (first !== undefined && entries.length >= 2) {
      const items = entries.map(({ inlines }): Item => ({ inlines, items: [], line: 0 }));
      const isOrdered = first.number !== null;
      result.push({ kind: 'list', isOrdered, ...(first.number === null ? {} : { start: first.number }), items });
      index = end;
    } else {
      const part = parts[index];
      const lone = part !== undefined && parts[index - 1]?.kind === 'heading' ? loneEntry(part) : null;
      if (lone !== null) result.push({ kind: 'list', isOrdered: false, items: [lone] });
      else if (part !== undefined) result.push(part);
      index += 1;
    }
  }
  return result;
}
