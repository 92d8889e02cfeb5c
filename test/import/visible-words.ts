/** How much of a source's visible text the sections of a role hold. */
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import type { ListItem, Section } from '../../shared/api/role-content.ts';

const wordsIn = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** Every word that the sections show, the numbers of ordered lists included. */
export function shownWords(sections: readonly Section[]): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (text: string) => {
    for (const word of wordsIn(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  };
  const addItem = (item: ListItem) => {
    add(item.inlines.map((inline) => inline.text).join(''));
    item.items?.forEach(addItem);
  };
  for (const section of sections) {
    add([section.number ?? '', section.heading, section.qualifier ?? ''].join(' '));
    for (const block of section.blocks) {
      if (block.kind === 'table') [...block.head, ...block.rows.flat()].forEach(add);
      else if (block.kind !== 'list') add(block.inlines.map((inline) => inline.text).join(''));
      else {
        block.items.forEach((item, index) => {
          if (block.isOrdered) add(String((block.start ?? 1) + index));
          addItem(item);
        });
      }
    }
  }
  return counts;
}

/** The words of the source that no section shows, and the share that one does (0 to 1). */
export function recallOf(
  source: string,
  sections: readonly Section[],
): { readonly share: number; readonly missing: string[] } {
  const counts = shownWords(sections);
  const words = wordsIn(source);
  const missing = words.filter((word) => {
    const left = counts.get(word) ?? 0;
    counts.set(word, left - 1);
    return left <= 0;
  });
  return { share: words.length === 0 ? 1 : 1 - missing.length / words.length, missing };
}

/** The text of HTML by a reader that knows nothing of roles. */
export function textOfHtml(html: string): string {
  const texts: string[] = [];
  const walk = (node: DefaultTreeAdapterTypes.ChildNode) => {
    if ('value' in node && node.nodeName === '#text') texts.push(node.value);
    if ('childNodes' in node) node.childNodes.forEach(walk);
    // Words of two blocks are two words.
    if ('tagName' in node && !['strong', 'b', 'em', 'i', 'a', 'span', 'code'].includes(node.tagName)) texts.push(' ');
  };
  parseFragment(html).childNodes.forEach(walk);
  return texts.join('');
}
