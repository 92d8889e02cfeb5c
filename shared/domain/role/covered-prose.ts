/** Which pieces of a document's prose its typed rows cover already, so that no page says them twice. */

import type { Block, ListItem } from '../../api/role-content.ts';
import { foldLetters } from '../names/fold.ts';
import type { TypedRow } from './role-parts.ts';

/** Letters and figures alone, so that punctuation, bullets and bold leads do not matter to a comparison. */
export const comparableText = (text: string): string => foldLetters(text).replace(/[^\p{L}\p{N}\p{M}]+/gu, '');

const leadingNumber = /^\s*\d+[.)]\s/;
/** A label of the source's own before what it labels, in one text or as a run of its own. */
const leadingLabel = /^[^:\n]{1,60}:\s*/;
const loneLabel = /^[^:\n]{1,60}[:.]$/;

/** Shorter than this, words prove nothing by standing somewhere inside a longer text. */
const leastCharacters = 16;
const leastCharactersNearby = 6;

/** Says of a piece of prose, run by run, whether typed rows cover it. */
export type IsCovered = (unit: readonly string[]) => boolean;

/**
 * Whether a piece of prose is covered by the typed rows or the titles they stand under: as a whole, or run by run. What
 * stands in a section is covered by fewer words of the rows that were read from that same section.
 */
export function coverageBy(
  rows: readonly TypedRow[],
  titles: readonly string[],
): (unit: readonly string[], section?: number) => boolean {
  const whole = new Set([...titles, ...rows.flatMap((row) => row.texts)].map(comparableText));
  const text = rows.map((row) => comparableText(row.texts.join(' '))).join('\n');
  const textOf = new Map<number | undefined, string>();
  for (const row of rows) {
    textOf.set(row.section, `${textOf.get(row.section) ?? ''}\n${comparableText(row.texts.join(' '))}`);
  }
  return (unit, section) => {
    const nearby = section === undefined ? '' : (textOf.get(section) ?? '');
    const isCovered = (words: string): boolean =>
      words === '' ||
      whole.has(words) ||
      (words.length >= leastCharacters && text.includes(words)) ||
      (words.length >= leastCharactersNearby && nearby.includes(words));
    /** IsCovered as it stands, without its number, or without its label; a label that labels nothing here is not told. */
    const isCoveredLine = (line: string): boolean => {
      if (isCovered(comparableText(line)) || isCovered(comparableText(line.replace(leadingNumber, '')))) return true;
      const labelled = comparableText(line.replace(leadingLabel, ''));
      return labelled !== '' && isCovered(labelled);
    };
    const isCoveredText = (run: string): boolean => run.split('\n').every(isCoveredLine);
    const words = unit.join('');
    if (isCoveredText(words)) return true;
    // Run by run: a bold label of the source's own, then what it labels.
    const [label, ...rest] = unit;
    const content = label !== undefined && loneLabel.test(label.trim()) ? rest : unit;
    return content.length > 0 && content.every(isCoveredText);
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

/** How much of a block is covered. */
export function coveredShare(block: Block, isCovered: IsCovered): number {
  const units = unitsOfBlock(block).filter((unit) => comparableText(unit.join('')) !== '');
  return units.length === 0 ? 1 : units.filter(isCovered).length / units.length;
}

/**
 * What is left to say of a block; null when all of it is covered. A block of which less than half is covered stays whole:
 * a list without some of its items would say something else.
 */
export function uncoveredPart(block: Block, isCovered: IsCovered): Block | null {
  const share = coveredShare(block, isCovered);
  if (share === 1) return null;
  if (share < 0.5) return block;
  switch (block.kind) {
    case 'list':
      return { ...block, items: uncoveredItems(block.items, isCovered) };
    case 'table':
      return { ...block, rows: block.rows.filter((cells) => !cells.every((cell) => isCovered([cell]))) };
    default: {
      const [only] = block.inlines;
      if (only === undefined || block.inlines.length > 1) return block;
      const lines = only.text.split('\n').filter((line) => !isCovered([line]));
      return { ...block, inlines: [{ ...only, text: lines.join('\n') }] };
    }
  }
}

/** An item stays with the items beneath it that are not covered. */
function uncoveredItems(items: readonly ListItem[], isCovered: IsCovered): ListItem[] {
  return items.flatMap((item) => {
    const beneath = uncoveredItems(item.items ?? [], isCovered);
    if (beneath.length === 0 && isCovered(item.inlines.map((inline) => inline.text))) return [];
    return [{ inlines: item.inlines, ...(beneath.length === 0 ? {} : { items: beneath }) }];
  });
}
