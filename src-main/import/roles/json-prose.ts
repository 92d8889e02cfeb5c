/** JSON of no known format as readable text: keys as labels, lists as lists, all its words kept. */

import type { Draft } from '../../../shared/api/import.ts';
import { limits } from '../../../shared/vocabulary/limits.ts';
import { describeJson } from '../files/describe-json.ts';
import { isObject } from '../files/read-json.ts';
import { cleanLine, cleanText, quoted } from '../outline/clean-text.ts';
import { titleOfFile } from '../outline/file-title.ts';
import { type Item, layOutLines, type OutlineChapter, type Part } from '../outline/outline.ts';
import { checkLimit } from '../output-limits.ts';
import { openNotices } from './notices.ts';
import { proseDraft } from './prose-draft.ts';
import { asLine } from './role-reading.ts';

/** Headings go so deep, lists take over below. */
const deepestHeading = 3;
const mostHeadings = 600;
const titleKeys = ['title', 'name', 'role', 'jobTitle', 'job_title', 'label'];

/** `startDate`, `start_date` → `Start date`. */
export function labelOfKey(key: string): string {
  const words = cleanLine(key.slice(0, 300))
    .replaceAll(/[_-]/g, ' ')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .split(' ')
    .filter(Boolean);
  const text = words
    .map((word, index) => (index > 0 && /^\p{Lu}\p{Ll}/u.test(word) ? word.toLowerCase() : word))
    .join(' ');
  return text === '' ? '' : text.charAt(0).toUpperCase() + text.slice(1);
}

/** A bare value in words; null for nothing. */
function wordsOf(value: unknown): string | null {
  if (typeof value === 'string') return cleanText(value).trim() || null;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return null;
}

function itemOf(label: string, value: unknown): Item {
  const words = wordsOf(value);
  const inlines = [
    ...(label === '' ? [] : [{ text: words === null ? label : `${label}: `, mark: 'bold' as const }]),
    ...(words === null ? [] : [{ text: words }]),
  ];
  const items = words === null ? itemsOf(value) : [];
  // An entry of a list is called by its own name.
  if (inlines.length === 0 && isObject(value)) {
    const named = titleKeys.find((key) => typeof value[key] === 'string');
    if (named !== undefined) {
      const { [named]: name, ...rest } = value;
      return { inlines: [{ text: wordsOf(name) ?? '' }], items: itemsOf(rest), line: 0 };
    }
  }
  return { inlines: inlines.length === 0 ? [{ text: '—' }] : inlines, items, line: 0 };
}

function itemsOf(value: unknown): Item[] {
  if (Array.isArray(value))
    return value.filter((entry) => entry !== null && entry !== '').map((entry) => itemOf('', entry));
  if (!isObject(value)) return [];
  return Object.entries(value)
    .filter(([, inner]) => inner !== null && inner !== '')
    .map(([key, inner]) => itemOf(labelOfKey(key), inner));
}

/** The value as chapters. Objects are headed by their keys, and lists of objects by what their entries are called. */
export function chaptersOfJson(value: unknown, title: string): OutlineChapter[] {
  const chapters: OutlineChapter[] = [];
  const add = (heading: string, depth: number, content: unknown) => {
    const parts: Part[] = [];
    chapters.push({ depth, heading: asLine(heading), written: asLine(heading), parts, line: 1 });
    const open = (key: string, inner: unknown) => {
      const isBranch =
        (isObject(inner) && Object.keys(inner).length > 0) || (Array.isArray(inner) && inner.some(isObject));
      if (isBranch && depth < deepestHeading && chapters.length < mostHeadings) add(key, depth + 1, inner);
      else if (Array.isArray(inner) && inner.length > 0) {
        parts.push({ kind: 'paragraph', inlines: [{ text: key, mark: 'bold' }], line: 0 });
        parts.push({ kind: 'list', isOrdered: false, items: itemsOf(inner) });
      } else if (isObject(inner)) parts.push({ kind: 'list', isOrdered: false, items: [itemOf(key, inner)] });
      else {
        const words = wordsOf(inner);
        if (words !== null)
          parts.push({ kind: 'paragraph', inlines: [{ text: `${key}: `, mark: 'bold' }, { text: words }], line: 0 });
      }
    };
    // What has headings of its own comes last, so that nothing that follows stands under the wrong one.
    if (isObject(content)) {
      const entries = Object.entries(content);
      const isDeep = ([, inner]: [string, unknown]) => typeof inner === 'object' && inner !== null;
      for (const [key, inner] of [...entries.filter((entry) => !isDeep(entry)), ...entries.filter(isDeep)])
        open(labelOfKey(key) || '—', inner);
    } else if (Array.isArray(content)) {
      const items = itemsOf(content);
      if (items.length > 0) parts.push({ kind: 'list', isOrdered: false, items });
    } else {
      const words = wordsOf(content);
      if (words !== null) parts.push({ kind: 'paragraph', inlines: [{ text: words }], line: 0 });
    }
  };
  add(title, 1, value);
  return chapters;
}

/** Refuses JSON with more values than lines are read: as text, each takes one at least. Throws FILE_TOO_LARGE. */
export function checkValues(name: string, value: unknown): void {
  let count = 0;
  const open: unknown[] = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next === 'object' && next !== null) for (const inner of Object.values(next)) open.push(inner);
    else if (wordsOf(next) !== null) count += 1;
  }
  checkLimit(quoted(name), count, limits.lines);
}

/** The draft of JSON that is no role document Cairn knows. Throws FILE_TOO_LARGE alone. */
export function readUnknownJson(name: string, value: unknown): Draft {
  const notices = openNotices();
  const title = titleOfFile(name);
  const chapters = chaptersOfJson(value, title);
  const sourceLines = layOutLines(chapters, []);
  checkLimit(quoted(name), sourceLines.length, limits.lines);
  notices.add(
    'NOT_PLACED',
    `${quoted(name)} is JSON of no format that Cairn knows: ${describeJson(value)}. It is kept as prose.`,
    undefined,
    'Cairn reads WordPress posts, job descriptions in the JSON Resume schema, skill frameworks and role packs.',
  );
  return proseDraft(title, chapters, sourceLines, notices);
}
