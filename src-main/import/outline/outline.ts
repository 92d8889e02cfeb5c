/** A document while it is read: headings with their parts, every part knowing its line of the source as shown. */

import type { Block, Inline, ListItem, Section } from '../../../shared/api/role-content.ts';
import { limits } from '../../../shared/vocabulary/limits.ts';
import { checkLimit } from '../output-limits.ts';

export interface Item {
  readonly inlines: readonly Inline[];
  readonly items: readonly Item[];
  line: number;
}

export interface OutlineRow {
  readonly cells: readonly string[];
  line: number;
  /** Its cells could not be told apart: all of it stands in one. */
  readonly isRaw?: boolean;
}

export interface TextPart {
  readonly kind: 'paragraph' | 'quote';
  readonly inlines: readonly Inline[];
  line: number;
}

export interface ListPart {
  readonly kind: 'list';
  readonly isOrdered: boolean;
  readonly start?: number;
  readonly items: readonly Item[];
}

export interface TablePart {
  readonly kind: 'table';
  /** Empty where the table has no header. */
  readonly head: readonly string[];
  readonly rows: readonly OutlineRow[];
  line: number;
  /** It had lost its borders. */
  readonly isRebuilt?: boolean;
}

export type Part = TextPart | ListPart | TablePart;

export interface OutlineChapter {
  readonly depth: number;
  readonly number?: string | undefined;
  readonly heading: string;
  readonly qualifier?: string | undefined;
  /** The heading as the source has it, with number and brackets. */
  readonly written: string;
  readonly parts: readonly Part[];
  line: number;
}

const mostBlocks = 2_000;
const mostItems = 1_000;
const mostSubitems = 500;
const longestRun = 50_000;

/** Whether a part is running text that is no quotation. */
export function isParagraph(part: Part): part is TextPart {
  return part.kind === 'paragraph';
}

/** The words of some runs, line breaks kept. */
export function textOf(inlines: readonly Inline[]): string {
  return inlines.map((inline) => inline.text).join('');
}

/** The words of an item and of all beneath it, a line each. */
export function wordsOfItem(item: Item): string {
  return [textOf(item.inlines), ...item.items.map(wordsOfItem)].filter(Boolean).join('\n');
}

/**
 * The document as a person would read it, line by line; sets the line of every chapter and part on the way.
 * `head` is what stands above the first heading, such as the title.
 */
export function layOutLines(chapters: readonly OutlineChapter[], head: readonly string[]): string[] {
  const lines: string[] = [];
  const gap = () => {
    if (lines.length > 0 && lines.at(-1) !== '') lines.push('');
  };
  const items = (list: readonly Item[], indent: string, mark: (index: number) => string) => {
    list.forEach((item, index) => {
      item.line = lines.length + 1;
      const [first = '', ...more] = textOf(item.inlines).split('\n');
      lines.push(`${indent}${mark(index)} ${first}`, ...more.map((line) => `${indent}  ${line}`));
      items(item.items, `${indent}  `, () => '•');
    });
  };
  lines.push(...head);
  for (const chapter of chapters) {
    gap();
    chapter.line = lines.length + 1;
    if (chapter.written !== '') lines.push(chapter.written);
    for (const part of chapter.parts) {
      gap();
      if (part.kind === 'list') {
        const { isOrdered, start = 1 } = part;
        items(part.items, '', (index) => (isOrdered ? `${start + index}.` : '•'));
        continue;
      }
      part.line = lines.length + 1;
      if (part.kind === 'table') {
        if (part.head.length > 0) lines.push(rowText(part.head));
        for (const row of part.rows) {
          row.line = lines.length + 1;
          lines.push(rowText(row.cells));
        }
      } else lines.push(...textOf(part.inlines).split('\n'));
    }
  }
  return lines;
}

/** A table row as one line. */
export function rowText(cells: readonly string[]): string {
  return cells.map((cell) => cell.split('\n').filter(Boolean).join(' ')).join(' | ');
}

/** Chapters within the limits of a stored role: one with too many parts goes on under the same heading. */
export function withinLimits(chapters: readonly OutlineChapter[]): OutlineChapter[] {
  const fitting = chapters.flatMap((chapter) => {
    const parts = chapter.parts.flatMap(splitPart);
    if (parts.length <= mostBlocks) return [{ ...chapter, parts }];
    return chunks(parts, mostBlocks).map((some, index) => ({
      ...chapter,
      parts: some,
      written: index === 0 ? chapter.written : '',
      line: index === 0 ? chapter.line : firstLine(some[0], chapter.line),
    }));
  });
  checkLimit('The document', fitting.length, limits.headings);
  return fitting;
}

function firstLine(part: Part | undefined, otherwise: number): number {
  if (part === undefined) return otherwise;
  return part.kind === 'list' ? (part.items[0]?.line ?? otherwise) : part.line;
}

function splitPart(part: Part): Part[] {
  if (part.kind === 'table') return [part];
  if (part.kind === 'list') {
    const items = part.items.flatMap(splitItem);
    if (items.length <= mostItems) return [{ ...part, items }];
    return chunks(items, mostItems).map((some, index) => ({
      ...part,
      items: some,
      start: (part.start ?? 1) + index * mostItems,
    }));
  }
  const inlines = part.inlines.flatMap(splitRun);
  return inlines.length <= 500
    ? [{ ...part, inlines }]
    : chunks(inlines, 500).map((some) => ({ ...part, inlines: some }));
}

function splitItem(item: Item): Item[] {
  const runs = item.inlines.flatMap(splitRun);
  // Two hundred changes of type in one item: the words matter more than the type.
  const inlines =
    runs.length <= 200 ? runs : chunks([...textOf(runs)], longestRun / 2).map((some) => ({ text: some.join('') }));
  const items = item.items.flatMap(splitItem);
  const [first = [], ...more] = chunks(items, mostSubitems);
  return [
    { inlines, items: first, line: item.line },
    ...more.map((some) => ({ inlines: [], items: some, line: some[0]?.line ?? item.line })),
  ];
}

function splitRun(run: Inline): Inline[] {
  if (run.text.length <= longestRun) return [run];
  return chunks([...run.text], longestRun / 2).map((some) => ({ ...run, text: some.join('') }));
}

function chunks<Value>(values: readonly Value[], size: number): Value[][] {
  const list: Value[][] = [];
  for (let start = 0; start < values.length; start += size) list.push(values.slice(start, start + size));
  return list;
}

/** The chapters as they are stored, one section for each and in the same order. */
export function toSections(chapters: readonly OutlineChapter[]): Section[] {
  return chapters.map((chapter) => {
    const section: Section = { depth: chapter.depth, heading: chapter.heading, blocks: chapter.parts.map(toBlock) };
    if (chapter.number !== undefined) section.number = chapter.number;
    if (chapter.qualifier !== undefined) section.qualifier = chapter.qualifier;
    return section;
  });
}

function toBlock(part: Part): Block {
  if (part.kind === 'table')
    return { kind: 'table', head: [...part.head], rows: part.rows.map((row) => [...row.cells]) };
  if (part.kind !== 'list') return { kind: part.kind, inlines: [...part.inlines] };
  const list: Block = { kind: 'list', isOrdered: part.isOrdered, items: part.items.map(toListItem) };
  return part.isOrdered && part.start !== undefined && part.start !== 1 ? { ...list, start: part.start } : list;
}

function toListItem(item: Item): ListItem {
  const inlines = [...item.inlines];
  return item.items.length === 0 ? { inlines } : { inlines, items: item.items.map(toListItem) };
}
