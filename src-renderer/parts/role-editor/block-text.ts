/** A block of prose as the text it is edited as, and back: bold, italic, code, links, and lists by their dashes. */
import type { Block, Inline, ListItem } from '../../../shared/api/role-content.ts';

export type TextBlock = Exclude<Block, { kind: 'table' }>;

const markSigns = { bold: '**', italic: '*', code: '`' } as const;

function inlineText(inline: Inline): string {
  const sign = inline.mark === undefined ? '' : markSigns[inline.mark];
  // signs stand close to words, or they would not be read back
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(inline.text) ?? [];
  if (words === '') return inline.text;
  const marked = `${sign}${words}${sign}`;
  return `${before}${inline.href === undefined ? marked : `[${marked}](${inline.href})`}${after}`;
}

export const inlinesText = (inlines: readonly Inline[]): string => inlines.map(inlineText).join('');

const linkPattern = /\[([^\]\n]{1,2000})\]\((https?:\/\/[^\s)]{1,2000}|mailto:[^\s)]{1,2000})\)/;
const markedPattern = /\*\*([^*\n]{1,5000})\*\*|\*([^*\n]{1,5000})\*|`([^`\n]{1,5000})`/;

/** Every character of the text is in some run, but for the signs of marks and links. */
export function inlinesOf(text: string, href?: string): Inline[] {
  const link = href === undefined ? linkPattern.exec(text) : null;
  if (link !== null) {
    return [
      ...inlinesOf(text.slice(0, link.index)),
      ...inlinesOf(link[1] ?? '', link[2]),
      ...inlinesOf(text.slice(link.index + link[0].length)),
    ];
  }
  const found: Inline[] = [];
  const put = (words: string, mark?: Inline['mark']) => {
    if (words === '') return;
    found.push({ text: words, ...(mark === undefined ? {} : { mark }), ...(href === undefined ? {} : { href }) });
  };
  let rest = text;
  for (let marked = markedPattern.exec(rest); marked !== null; marked = markedPattern.exec(rest)) {
    put(rest.slice(0, marked.index));
    if (marked[1] !== undefined) put(marked[1], 'bold');
    else if (marked[2] !== undefined) put(marked[2], 'italic');
    else put(marked[3] ?? '', 'code');
    rest = rest.slice(marked.index + marked[0].length);
  }
  put(rest);
  return found;
}

function itemLines(items: readonly ListItem[], depth: number, first: number | null): string[] {
  return items.flatMap((item, index) => {
    const sign = first === null ? '-' : `${first + index}.`;
    const words = inlinesText(item.inlines).replace(/\s*\n\s*/g, ' ');
    return [`${'  '.repeat(depth)}${sign} ${words}`, ...itemLines(item.items ?? [], depth + 1, null)];
  });
}

/** A paragraph or quote as its words, a list as a line for each entry, those beneath another set in by two spaces. */
export function blockText(block: TextBlock): string {
  if (block.kind !== 'list') return inlinesText(block.inlines);
  return itemLines(block.items, 0, block.isOrdered ? (block.start ?? 1) : null).join('\n');
}

const entryPattern = /^(\s*)(?:[-*•]|\d{1,6}[.)])\s+(.*)$/;

/** The block with other words; of a list every line becomes an entry. */
export function withText(block: TextBlock, text: string): TextBlock {
  if (block.kind !== 'list') return { ...block, inlines: inlinesOf(text) };
  const items: ListItem[] = [];
  const above: { readonly depth: number; readonly item: ListItem }[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const [, space = '', words = line.trim()] = entryPattern.exec(line) ?? [];
    const depth = Math.floor(space.length / 2);
    while ((above.at(-1)?.depth ?? -1) >= depth) above.pop();
    const item: ListItem = { inlines: inlinesOf(words) };
    const parent = above.at(-1)?.item;
    if (parent === undefined) items.push(item);
    else parent.items = [...(parent.items ?? []), item];
    above.push({ depth, item });
  }
  return { ...block, items };
}
