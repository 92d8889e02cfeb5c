/** The competencies that matter most on a page: rank, name, level and a line that says how they look. */

import { itemMark, withoutStars } from '../../outline/text-marks.ts';
import type { ChapterLines } from '../role-reading.ts';

export interface KeyEntry {
  readonly rank: number;
  readonly name: string;
  readonly level?: number;
  readonly blurb?: string | undefined;
  readonly line: number;
  readonly words: string;
}

/** `DATA ENGINEERING (2) Strong …`, `Testing (level 3): …`, `Testing: …`; null for a line that begins no entry. */
function headOf(text: string): { name: string; level?: number; blurb: string } | null {
  const plain = text.replaceAll('**', '').trim();
  const found = /\((?:level )?(\d{1,2})(?: ?(?:\/|of) ?\d{1,2})?\)/i.exec(plain.slice(0, 140));
  if (found !== null && found.index > 0) {
    const name = plain.slice(0, found.index).trim();
    let blurb = plain.slice(found.index + found[0].length).trim();
    while (blurb !== '' && ':–—-'.includes(blurb.charAt(0))) blurb = blurb.slice(1).trim();
    return /\p{L}/u.test(name) ? { name, level: Number(found[1]), blurb } : null;
  }
  for (const mark of [': ', ' – ', ' — ', ' - ']) {
    const place = plain.slice(0, 90).indexOf(mark);
    if (place > 0 && plain.slice(0, place).split(' ').length <= 6)
      return { name: plain.slice(0, place).trim(), blurb: plain.slice(place + mark.length).trim() };
  }
  return null;
}

/** The numbered entries of a chapter; a line below one that begins none belongs to it. */
export function keyEntries(lines: readonly string[], { from, to }: ChapterLines): KeyEntry[] {
  const entries: { rank: number; name: string; level?: number; blurb: string[]; line: number }[] = [];
  let isOpen = false;
  for (let line = from + 1; line <= to; line += 1) {
    const text = (lines[line - 1] ?? '').trim();
    if (text === '') {
      isOpen = entries.at(-1)?.blurb.length === 0;
      continue;
    }
    const mark = itemMark(withoutStars(text.startsWith('#') ? text.replaceAll('#', '').trim() : text));
    const own = mark?.text ?? text;
    const head = mark === null && !/\(\s?(?:level )?\d{1,2}/i.test(text.slice(0, 140)) ? null : headOf(own);
    if (head !== null) {
      const { blurb, ...rest } = head;
      entries.push({ rank: entries.length + 1, ...rest, blurb: blurb === '' ? [] : [blurb], line });
      isOpen = true;
    } else if (mark?.isOrdered && own.length <= 80) {
      entries.push({ rank: entries.length + 1, name: own, blurb: [], line });
      isOpen = true;
    } else if (isOpen) entries.at(-1)?.blurb.push(text);
  }
  return entries.map(({ blurb, ...entry }) => {
    const joined = blurb.join(' ');
    const level = entry.level === undefined ? '' : ` (${entry.level})`;
    return { ...entry, blurb: joined === '' ? undefined : joined, words: `${entry.name}${level} ${joined}`.trim() };
  });
}
