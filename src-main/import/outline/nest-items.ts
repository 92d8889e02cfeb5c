/** Lists that lost their nesting on the way: a title in bold as one item, its notes as the next ones. */
import type { Item } from './outline.ts';

/** All bold, or bold with nothing after it but words in brackets. */
export function isTitleItem(item: Item): boolean {
  const [first, ...rest] = item.inlines;
  if (first?.mark !== 'bold' || item.items.length > 0 || first.text.endsWith(':')) return false;
  const after = rest
    .filter((inline) => inline.mark !== 'bold')
    .map((inline) => inline.text)
    .join('')
    .trim();
  return after === '' || (after.startsWith('(') && after.endsWith(')'));
}

/** Puts items under the bold title before them, where a list has titles and notes side by side; otherwise the list as it is. */
export function nestBoldItems(items: readonly Item[]): readonly Item[] {
  const titles = items.filter(isTitleItem).length;
  if (titles === 0 || titles === items.length) return items;
  const nested: { inlines: Item['inlines']; items: Item[]; line: number }[] = [];
  let hasTitle = false;
  for (const item of items) {
    const isTitle = isTitleItem(item);
    if (isTitle || !hasTitle) nested.push({ ...item, items: [...item.items] });
    else nested.at(-1)?.items.push(item);
    hasTitle ||= isTitle;
  }
  return nested;
}
