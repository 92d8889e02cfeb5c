/** The rules of a document’s sheet, and what runs at the head and foot of its pages. */
import type { PrintableDocument } from '../../shared/api/document.ts';
import { sentence } from '../../shared/domain/paper/joined-text.ts';
import { sheetOf } from '../../shared/domain/paper/paper-sheet.ts';

/** Titles in running text are cut here. */
const longestTitle = 70;

/** What stands in the margins. `isOnFirst` is false for what begins on page 2. */
export interface RunningText {
  readonly head: { readonly left: string; readonly right: string; readonly isOnFirst: boolean } | null;
  readonly foot: { readonly left: string; readonly isOnFirst: boolean };
  readonly fontSizePt: number;
}

/** Page 1 of a resume has none, so that the name is the first text a parser meets. */
export function runningTextOf(document: PrintableDocument): RunningText {
  switch (document.kind) {
    case 'resume':
      return { head: null, foot: { left: document.name, isOnFirst: false }, fontSizePt: 8.25 };
    case 'match':
      return {
        head: {
          left: document.person === '' ? 'Match report' : `Match report: ${document.person}`,
          right: document.roleTitle,
          isOnFirst: false,
        },
        foot: { left: `Computed on ${document.date}`, isOnFirst: true },
        fontSizePt: 8,
      };
    case 'role':
      return {
        head: { left: 'Role spec', right: shortened(document.roleTitle), isOnFirst: false },
        foot: { left: `Printed on ${document.date}`, isOnFirst: true },
        fontSizePt: 8,
      };
    case 'track':
      return {
        head: null,
        foot: {
          left: `${sentence(`Career track: ${shortened(document.trackTitle)}`)} As of ${document.date}`,
          isOnFirst: true,
        },
        fontSizePt: 8,
      };
  }
}

/** A margin box does not break its line. */
function shortened(title: string): string {
  return title.length > longestTitle ? `${title.slice(0, longestTitle - 1).trimEnd()}…` : title;
}

/** The `@page` rules. Margin boxes are understood from Chromium 131; below, `hasBoxes` is false and the printer lays the text over. */
export function pageRules(document: PrintableDocument, hasBoxes: boolean): string {
  const sheet = sheetOf(document);
  const page = `@page { size: ${sheet.widthMm}mm ${sheet.heightMm}mm; margin: ${sheet.topMm}mm ${sheet.sideMm}mm ${sheet.bottomMm}mm; }`;
  if (!hasBoxes) return page;
  const { head, foot, fontSizePt } = runningTextOf(document);
  const box = (place: string, content: string, side: 'left' | 'right') =>
    `@${place}-${side} { content: ${content}; font-family: "Source Serif 4"; font-size: ${fontSizePt}pt; color: #4e4b45; text-align: ${side}; vertical-align: middle; white-space: nowrap; }`;
  const none = (place: string) => `@${place}-left { content: none; } @${place}-right { content: none; }`;
  const boxes = [
    ...(head === null ? [] : [box('top', cssString(head.left), 'left'), box('top', cssString(head.right), 'right')]),
    box('bottom', cssString(foot.left), 'left'),
    box('bottom', 'counter(page) " / " counter(pages)', 'right'),
  ];
  const first = [
    ...(head === null || head.isOnFirst ? [] : [none('top')]),
    ...(foot.isOnFirst ? [] : [none('bottom')]),
  ];
  return `${page} @page { ${boxes.join(' ')} } @page :first { ${first.join(' ')} }`;
}

/** A CSS string: what would end it or break its line is escaped. */
export function cssString(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&').replace(/[\n\r\f]+/g, ' ')}"`;
}
