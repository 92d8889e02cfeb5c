/** Prose as blocks of paper: the block tree of a document, and Markdown-lite as people and packs write it. */
import type {
  DocumentField,
  PaperBlock,
  PaperCell,
  PaperColumn,
  PaperItem,
  PaperRun,
  PaperSection,
} from '../../api/document.ts';
import type { Block, Inline, ListItem, Section } from '../../api/role-content.ts';
import { headingOf } from '../role/role-chapters.ts';
import { oneLine, plainLines } from './printed-text.ts';

const address = /^(?:https?:\/\/|mailto:)/i;

export const plainRun = (text: string): PaperRun => ({ text: oneLine(text), mark: null, href: null });
export const boldRun = (text: string): PaperRun => ({ ...plainRun(text), mark: 'bold' });

export function heading(text: string, depth: 3 | 4 = 3): PaperBlock {
  return { kind: 'heading', depth, text: oneLine(text) };
}

/** Characters that show nothing and spoil a search or the direction of a line; joined letters as the letters they are. */
const hiddenPattern = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;

/** The same document without hidden characters in any of its texts. */
export function withoutHidden<Value>(value: Value): Value {
  if (typeof value === 'string') {
    const shown = value.replace(hiddenPattern, '').replace(/[\uFB00-\uFB06]/gu, (joined) => joined.normalize('NFKC'));
    return shown as Value;
  }
  if (Array.isArray(value)) return value.map(withoutHidden) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutHidden(inner)])) as Value;
}

/** A cell of text alone. */
export function cell(text: string | undefined): PaperCell {
  return { text: oneLine(text ?? ''), level: null, notes: [] };
}

/** Passages of Markdown-lite: paragraphs, and lists where lines begin with a list mark. */
export function proseBlocks(text: string, style: 'body' | 'lead' = 'body'): PaperBlock[] {
  const blocks: PaperBlock[] = [];
  for (const paragraph of text.split(/\n\s*\n/)) {
    for (const { mark, text: words } of plainLines(paragraph)) {
      if (words === '') continue;
      const last = blocks.at(-1);
      if (mark === '' || /\d/.test(mark)) {
        blocks.push({ kind: 'paragraph', style, runs: [plainRun(`${mark} ${words}`.trim())] });
      } else {
        const item: PaperItem = { marker: '', runs: [plainRun(words)], items: [] };
        if (last?.kind === 'list') blocks[blocks.length - 1] = { kind: 'list', items: [...last.items, item] };
        else blocks.push({ kind: 'list', items: [item] });
      }
    }
  }
  return blocks;
}

/** The blocks of a source, none of its words left out. */
export function sourceBlocks(blocks: readonly Block[]): PaperBlock[] {
  return blocks.flatMap(sourceBlock);
}

function sourceBlock(block: Block): PaperBlock[] {
  switch (block.kind) {
    case 'paragraph':
    case 'quote': {
      const style = block.kind === 'quote' ? 'quote' : 'body';
      return linesOfRuns(block.inlines).map((runs) => ({ kind: 'paragraph', style, runs }));
    }
    case 'list': {
      const items = itemsOf(block.items, block.isOrdered ? (block.start ?? 1) : null);
      return items.length === 0 ? [] : [{ kind: 'list', items }];
    }
    case 'table':
      return tableOf(block.head, block.rows);
  }
}

/** Sections of a source under headings of their own; the first may stand under the title that is already above. */
export function sourceSections(sections: readonly Section[], isFirstTitled: boolean): PaperBlock[] {
  const top = Math.min(...sections.map((section) => section.depth)) + (isFirstTitled ? 1 : 0);
  return sections.flatMap((section, index) => [
    ...(isFirstTitled && index === 0 ? [] : [heading(headingOf(section), section.depth <= top ? 3 : 4)]),
    ...sourceBlocks(section.blocks),
  ]);
}

/** A table of only those columns that some row fills; none without a row. */
export function tableBlock(
  columns: readonly PaperColumn[],
  groups: readonly { readonly heading: string; readonly rows: readonly (readonly PaperCell[])[] }[],
): PaperBlock[] {
  const rows = groups.flatMap((group) => group.rows);
  const isFilled = columns.map((_, at) => rows.some((cells) => !isEmpty(cells[at])));
  const keep = <One>(list: readonly One[]) => list.filter((_, at) => isFilled[at]);
  if (rows.length === 0 || !isFilled.includes(true)) return [];
  return [
    {
      kind: 'table',
      columns: keep(columns),
      groups: groups
        .filter((group) => group.rows.length > 0)
        .map((group) => ({ heading: oneLine(group.heading), rows: group.rows.map(keep) })),
    },
  ];
}

/** Every text of a section in reading order; a row of a table is one text, cell after cell. */
export function sectionFields(sections: readonly PaperSection[]): DocumentField[] {
  return sections.flatMap((section) => [
    { label: 'Heading', text: section.heading },
    ...section.blocks.flatMap((block) => blockFields(block, section.heading)),
  ]);
}

function blockFields(block: PaperBlock, of: string): DocumentField[] {
  switch (block.kind) {
    case 'heading':
      return [{ label: `Heading in ${of}`, text: block.text }];
    case 'paragraph':
      return [{ label: `Paragraph of ${of}`, text: textOf(block.runs) }];
    case 'list':
      return itemTexts(block.items).map((text, index) => ({ label: `Item ${index + 1} of ${of}`, text }));
    case 'table':
      return [
        { label: `Columns of ${of}`, text: block.columns.map((column) => column.head).join(' ') },
        ...block.groups.flatMap((group) => [
          { label: `Group of ${of}`, text: group.heading },
          ...group.rows.map((cells) => ({
            label: `Row of ${of}: ${cells[0]?.text ?? ''}`,
            text: cells.map(cellText).filter(Boolean).join(' '),
          })),
        ]),
      ];
  }
}

/** The texts of a cell in the order in which they are set. */
export function cellText({ level, text, notes }: PaperCell): string {
  return [
    ...(level === null ? [] : [String(level.level), level.label]),
    text,
    ...notes.flatMap((note) => [note.label, note.text]),
  ]
    .filter(Boolean)
    .join(' ');
}

function itemTexts(items: readonly PaperItem[]): string[] {
  return items.flatMap((item) => [
    [item.marker, textOf(item.runs)].filter(Boolean).join(' '),
    ...itemTexts(item.items),
  ]);
}

const textOf = (runs: readonly PaperRun[]): string => oneLine(runs.map((run) => run.text).join(''));

const isEmpty = (content: PaperCell | undefined): boolean =>
  content === undefined || (content.text === '' && content.level === null && content.notes.length === 0);

function itemsOf(items: readonly ListItem[], start: number | null): PaperItem[] {
  return items.map((item, index) => ({
    marker: start === null ? '' : `${start + index}.`,
    runs: runsOf(item.inlines),
    items: itemsOf(item.items ?? [], null),
  }));
}

/** Runs in which white space is single; where it separates two runs it stays with the second. */
function runsOf(inlines: readonly Inline[]): PaperRun[] {
  const runs = inlines
    .map(
      ({ text, mark, href }): PaperRun => ({
        text: text.replace(/\s+/gu, ' '),
        mark: mark === 'bold' || mark === 'italic' ? mark : null,
        href: href !== undefined && address.test(href) ? href : null,
      }),
    )
    .filter((run) => run.text !== '');
  return runs
    .map((run, at) => ({
      ...run,
      text: `${at === 0 ? run.text.trimStart() : run.text}`,
    }))
    .map((run, at) => (at === runs.length - 1 ? { ...run, text: run.text.trimEnd() } : run))
    .filter((run) => run.text !== '');
}

/** A paragraph in which the source breaks lines is as many paragraphs. */
function linesOfRuns(inlines: readonly Inline[]): PaperRun[][] {
  const lines: Inline[][] = [[]];
  for (const inline of inlines) {
    for (const [at, text] of inline.text.split('\n').entries()) {
      if (at > 0) lines.push([]);
      if (text !== '') lines.at(-1)?.push({ ...inline, text });
    }
  }
  return lines.map(runsOf).filter((runs) => textOf(runs) !== '');
}

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): PaperBlock[] {
  const count = Math.max(head.length, ...rows.map((cells) => cells.length));
  const columns = Array.from({ length: count }, (_, at): PaperColumn => {
    const longest = Math.max(...rows.map((cells) => (cells[at] ?? '').length), (head[at] ?? '').length);
    return {
      head: oneLine(head[at] ?? ''),
      kind: at === 0 ? 'lead' : 'text',
      share: Math.min(Math.max(longest, 12), 60),
    };
  });
  return tableBlock(columns, [{ heading: '', rows: rows.map((cells) => columns.map((_, at) => cell(cells[at]))) }]);
}
