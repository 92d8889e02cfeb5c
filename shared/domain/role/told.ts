/** Which pieces of a document's prose its typed rows already tell, so that no page says them twice. */
import type { Block, ListItem } from '../../api/role-content.ts';
import type { TypedRow } from './role-parts.ts';

/** Letters and figures alone, so that punctuation, bullets and bold leads do not matter to a comparison. */
export const bare = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

const NUMBER = /^\s*\d+[.)]\s/;
/** A label of the source's own before what it labels, in one text or as a run of its own. */
const LABEL = /^[^:\n]{1,60}:\s*/;
const LABEL_ALONE = /^[^:\n]{1,60}[:.]$/;

/** Shorter than this, words prove nothing by standing somewhere inside a longer text. */
const TELLING = 16;
const TELLING_NEARBY = 6;

/** Says of a piece of prose, run by run, whether typed rows tell it. */
export type Told = (unit: readonly string[]) => boolean;

/**
 * Whether a piece of prose is told by the typed rows or the titles they stand under: as a whole, or run by run. What
 * stands in a section is told by fewer words of the rows that were read from that same section.
 */
export function toldBy(
  rows: readonly TypedRow[],
  titles: readonly string[],
): (unit: readonly string[], section?: number) => boolean {
  const whole = new Set([...titles, ...rows.flatMap((one) => one.texts)].map(bare));
  const text = rows.map((one) => bare(one.texts.join(' '))).join('\n');
  const textOf = new Map<number | undefined, string>();
  for (const one of rows) {
    textOf.set(one.section, `${textOf.get(one.section) ?? ''}\n${bare(one.texts.join(' '))}`);
  }
  return (unit, section) => {
    const nearby = section === undefined ? '' : (textOf.get(section) ?? '');
    const isTold = (words: string): boolean =>
      words === '' ||
      whole.has(words) ||
      (words.length >= TELLING && text.includes(words)) ||
      (words.length >= TELLING_NEARBY && nearby.includes(words));
    /** Told as it stands, without its number, or without its label; a label that labels nothing here is not told. */
    const isToldLine = (line: string): boolean => {
      if (isTold(bare(line)) || isTold(bare(line.replace(NUMBER, '')))) return true;
      const labelled = bare(line.replace(LABEL, ''));
      return labelled !== '' && isTold(labelled);
    };
    const isToldText = (run: string): boolean => run.split('\n').every(isToldLine);
    const words = unit.join('');
    if (isToldText(words)) return true;
    // Run by run: a bold label of the source's own, then what it labels.
    const [label, ...rest] = unit;
    const told = label !== undefined && LABEL_ALONE.test(label.trim()) ? rest : unit;
    return told.length > 0 && told.every(isToldText);
  };
}

/** The smallest pieces of a block that a typed row may carry, a paragraph, a list item or a cell, each as its runs of text. */
export function unitsOfBlock(block: Block): readonly (readonly string[])[] {
  if (block.kind === 'list') return unitsOfItems(block.items);
  if (block.kind === 'table') return block.rows.flat().map((cell) => [cell]);
  const [only] = block.inlines;
  // lines that a source breaks are pieces of their own
  if (only !== undefined && block.inlines.length === 1) return only.text.split('\n').map((line) => [line]);
  return [block.inlines.map((inline) => inline.text)];
}

/** The runs of a list item without those of the items beneath it, then those of each of them. */
function unitsOfItems(items: readonly ListItem[]): (readonly string[])[] {
  return items.flatMap((item) => [item.inlines.map((inline) => inline.text), ...unitsOfItems(item.items ?? [])]);
}

/** How much of a block is told. */
export function shareTold(block: Block, isTold: Told): number {
  const units = unitsOfBlock(block).filter((unit) => bare(unit.join('')) !== '');
  return units.length === 0 ? 1 : units.filter(isTold).length / units.length;
}

/**
 * What is left to say of a block; null when all of it is told. A block of which less than half is told stays whole:
 * a list without some of its items would say something else.
 */
export function untold(block: Block, isTold: Told): Block | null {
  const share = shareTold(block, isTold);
  if (share === 1) return null;
  if (share < 0.5) return block;
  switch (block.kind) {
    case 'list':
      return { ...block, items: untoldItems(block.items, isTold) };
    case 'table':
      return { ...block, rows: block.rows.filter((cells) => !cells.every((cell) => isTold([cell]))) };
    default: {
      const [only] = block.inlines;
      if (only === undefined || block.inlines.length > 1) return block;
      const lines = only.text.split('\n').filter((line) => !isTold([line]));
      return { ...block, inlines: [{ ...only, text: lines.join('\n') }] };
    }
  }
}

/** An item stays with the items beneath it that are not told. */
function untoldItems(items: readonly ListItem[], isTold: Told): ListItem[] {
  return items.flatMap((item) => {
    const beneath = untoldItems(item.items ?? [], isTold);
    if (beneath.length === 0 && isTold(item.inlines.map((inline) => inline.text))) return [];
    return [{ inlines: item.inlines, ...(beneath.length === 0 ? {} : { items: beneath }) }];
  });
}
