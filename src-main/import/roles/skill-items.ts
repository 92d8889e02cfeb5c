/** Where a skill is named on a page: an item of a list, a bold line above labelled lines, or a heading of its own. */

import { splitBracket } from '../outline/heading.ts';
import { boldLead, labelled, plainLead } from '../outline/line-labels.ts';
import { type Item, type OutlineChapter, type Part, textOf } from '../outline/outline.ts';
import { isFieldLabel } from './field-labels.ts';
import { readImportance } from './importance.ts';

/** A name in more words than this is a sentence. */
const mostWords = 12;

const isLabelledList = (part: Part | undefined): boolean =>
  part?.kind === 'list' && part.items.length > 0 && part.items.every((item) => labelled(item.inlines) !== null);

const isField = (item: Item): boolean => isFieldLabel(labelled(item.inlines)?.label ?? '');

/**
 * The items of its lists; a bold paragraph above a list of labelled lines is an item too. An entry that is no more
 * than a label with its text belongs to the one above, however it is marked and indented.
 */
export function skillItems(chapter: OutlineChapter): Item[] {
  const items: Item[] = [];
  for (const item of listedItems(chapter)) {
    const last = items.at(-1);
    if (!isField(item)) items.push(item);
    else if (last !== undefined) items[items.length - 1] = { ...last, items: [...last.items, item] };
  }
  return items;
}

function listedItems(chapter: OutlineChapter): Item[] {
  return chapter.parts.flatMap((part, index) => {
    const before = chapter.parts[index - 1];
    if (part.kind === 'list') {
      const belongsAbove = before?.kind === 'paragraph' && boldLead(before.inlines) !== null && isLabelledList(part);
      return belongsAbove ? [] : part.items;
    }
    const after = chapter.parts[index + 1];
    if (
      part.kind !== 'paragraph' ||
      after?.kind !== 'list' ||
      !isLabelledList(after) ||
      boldLead(part.inlines) === null
    )
      return [];
    return [{ inlines: part.inlines, items: after.items, line: part.line }];
  });
}

/** The one skill that a heading names, when only labelled lines about it stand beneath; otherwise null. */
export function skillOfChapter(chapter: OutlineChapter): Item | null {
  const items: Item[] = [];
  for (const part of chapter.parts) {
    if (part.kind === 'list') items.push(...part.items);
    else if (part.kind === 'paragraph') items.push({ inlines: part.inlines, items: [], line: part.line });
    else return null;
  }
  const isAbout = items.every((item) => {
    const found = labelled(item.inlines);
    return found !== null && isFieldLabel(found.label);
  });
  if (items.length === 0 || !isAbout) return null;
  return { inlines: [{ text: chapter.written, mark: 'bold' }], items, line: chapter.line };
}

/** Short words that are an importance and no more than that. */
export function isImportance(text: string): boolean {
  const isShort =
    text.length <= 40 ||
    (text.length <= 140 && /^(?:critical|essential|mandatory|important|optional|context-)/i.test(text));
  return isShort && readImportance(text) !== null;
}

/** The name of a skill and what is said of it on the same line; null where no part of the line can be a name. */
export function skillName(item: Item): { readonly name: string; readonly notes: readonly string[] } | null {
  const lead = boldLead(item.inlines) ?? plainLead(textOf(item.inlines), mostWords);
  const { name, bracket } = splitBracket(lead?.lead ?? textOf(item.inlines));
  if (name === '' || name.split(/\s/).length > mostWords || name.length > 120) return null;
  let rest = lead?.rest ?? '';
  for (const dash of ['–', '—', '-']) if (rest.startsWith(`${dash} `)) rest = rest.slice(2);
  // Brackets after the name, or an importance in brackets at the end, are notes of their own.
  const end = splitBracket(`${name} ${rest}`);
  const notes = [bracket];
  if (end.name === name) notes.push(end.bracket);
  else if (end.bracket !== undefined && isImportance(end.bracket))
    notes.push(end.name.slice(name.length).trim(), end.bracket);
  else notes.push(rest);
  return { name, notes: notes.filter((note) => note !== undefined && note !== '') as string[] };
}
