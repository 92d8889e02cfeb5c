/** The sheet a document is printed on: size, margins, and the leading of its text. */
import type { PrintableDocument } from '../../api/document.ts';

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
  | { readonly kind: 'match'; readonly paper: 'a4' | 'letter' }
  | { readonly kind: 'role'; readonly paper: 'a4' | 'letter' }
  | { readonly kind: 'track'; readonly paper: 'a4' | 'letter'; readonly isPortrait: boolean };

const comfortableSheet = { topMm: 19, sideMm: 23, bottomMm: 19, leadingPt: 13.5 };
const compactSheet = { topMm: 15, sideMm: 20, bottomMm: 15, leadingPt: 12.25 };
const reportSheet = { topMm: 24, sideMm: 24, bottomMm: 21, leadingPt: 14 };
/** More of a role is tables than of a report. */
const roleSheet = { topMm: 22, sideMm: 22, bottomMm: 20, leadingPt: 14 };
const trackSheet = { topMm: 12, sideMm: 16, bottomMm: 13, leadingPt: 11 };

/** Letter is shorter and wider than A4: less margin above and below, more at the sides. A sheet on its side is not. */
export function sheetOf(choice: SheetChoice | PrintableDocument): Sheet {
  if (choice.kind === 'track') {
    const [short, long] = choice.paper === 'a4' ? [210, 297] : [215.9, 279.4];
    return choice.isPortrait
      ? { ...trackSheet, widthMm: short, heightMm: long, topMm: 16, bottomMm: 16 }
      : { ...trackSheet, widthMm: long, heightMm: short };
  }
  const a4 = marginsOf(choice);
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

function marginsOf(choice: Exclude<SheetChoice, { kind: 'track' }>) {
  if (choice.kind === 'resume') return choice.density === 'compact' ? compactSheet : comfortableSheet;
  return choice.kind === 'role' ? roleSheet : reportSheet;
}
