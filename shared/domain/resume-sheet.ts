/** The sheet a document is printed on: size, margins, and the leading of its text. */
import type { PrintableDocument } from '../api/document.ts';

export interface Sheet {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly topMm: number;
  readonly sideMm: number;
  readonly bottomMm: number;
  /** From one baseline of running text to the next. */
  readonly leadingPt: number;
}

/** What decides the sheet. */
export type SheetChoice =
  | { readonly kind: 'resume'; readonly paper: 'a4' | 'letter'; readonly density: 'comfortable' | 'compact' }
  | { readonly kind: 'match'; readonly paper: 'a4' | 'letter' };

const COMFORTABLE = { topMm: 19, sideMm: 23, bottomMm: 19, leadingPt: 13.5 };
const COMPACT = { topMm: 15, sideMm: 20, bottomMm: 15, leadingPt: 12.25 };
const REPORT = { topMm: 24, sideMm: 24, bottomMm: 21, leadingPt: 14 };

/** Letter is shorter and wider than A4: less margin above and below, more at the sides. */
export function sheetOf(choice: SheetChoice | PrintableDocument): Sheet {
  const a4 = choice.kind === 'match' ? REPORT : choice.density === 'compact' ? COMPACT : COMFORTABLE;
  if (choice.paper === 'a4') return { widthMm: 210, heightMm: 297, ...a4 };
  return {
    ...a4,
    widthMm: 215.9,
    heightMm: 279.4,
    topMm: a4.topMm - 3,
    sideMm: a4.sideMm + 2,
    bottomMm: a4.bottomMm - 3,
  };
}
