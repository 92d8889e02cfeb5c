/** Where a text of the resume stands on the printed page. */

/** A piece of text where it stands: left and baseline, in points from the foot of the page. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedPage {
  readonly number: number;
  readonly heightPt: number;
  readonly texts: readonly PlacedText[];
}

/** A box in points, from the upper left corner of the page. */
export interface PaperBox {
  readonly page: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** What stands before a line of a list; it belongs to the box of its line. */
const bulletPattern = /^\s*[•·–]\s*$/;
/** Room around the text. */
const paddingPt = 3;

/** How wide a text is set, in any unit: only how texts compare is asked. */
export type Measure = (text: string) => number;

/** A piece of text on its page, and how much of it belongs to what was looked for. */
interface Hit {
  readonly page: PlacedPage;
  readonly placed: PlacedText;
}

/**
 * The boxes of the first place where the text stands, one for each page it is on; none when it does not. `after` is the
 * heading that it stands under. Where it is only a part of what is set in one piece, `measure` tells which part.
 */
export function findOnPaper(
  pages: readonly PlacedPage[],
  text: string,
  after: string | null = null,
  measure: Measure = (part) => part.length,
): readonly PaperBox[] {
  const wanted = bare(text);
  if (wanted === '') return [];
  const pieces = pages.flatMap((page) => page.texts.map((placed) => ({ page, placed, bare: bare(placed.text) })));
  const heading = after === null ? -1 : pieces.findIndex((piece) => piece.bare === bare(after));
  const skipped = pieces.slice(0, heading + 1).reduce((length, piece) => length + piece.bare.length, 0);
  const at = placeOf(wanted, pieces.map((piece) => piece.bare).join(''), skipped);
  if (at === -1) return [];
  const hits: Hit[] = [];
  let start = 0;
  for (const [index, piece] of pieces.entries()) {
    const end = start + piece.bare.length;
    if (piece.bare !== '' && start < at + wanted.length && end > at) {
      const mark =
        hits.length === 0 ? pieces.slice(Math.max(0, index - 2), index).findLast((before) => before.bare !== '') : null;
      if (mark && mark.page === piece.page && bulletPattern.test(mark.placed.text)) hits.push(mark);
      const placed = partOf(
        piece.placed,
        Math.max(0, at - start),
        Math.min(piece.bare.length, at + wanted.length - start),
        measure,
      );
      hits.push({ page: piece.page, placed });
    }
    start = end;
  }
  return [...new Set(hits.map((hit) => hit.page))].map((page) =>
    boxOf(
      page,
      hits.filter((hit) => hit.page === page).map((hit) => hit.placed),
    ),
  );
}

/** What of a piece lies between two places, counted without spaces. */
function partOf(placed: PlacedText, from: number, to: number, measure: Measure): PlacedText {
  const chars = [...placed.text];
  const solid = chars.flatMap((char, index) => (/\s/u.test(char) ? [] : [index]));
  const first = solid[from] ?? 0;
  const end = (solid[to - 1] ?? chars.length - 1) + 1;
  if (from === 0 && to >= solid.length) return placed;
  const whole = measure(placed.text) || 1;
  const left = measure(chars.slice(0, first).join('')) / whole;
  const text = chars.slice(first, end).join('');
  return { ...placed, text, x: placed.x + placed.width * left, width: (placed.width * measure(text)) / whole };
}

/** Lines of running text that still fit on the last page, or lines that stand alone on it. */
export interface PaperRoom {
  readonly kind: 'spare' | 'over';
  readonly lines: number;
}

/** Fewer lines than this on a last page are worth taking back. */
const fewLines = 5;
/** More room than this is no news. */
const muchRoom = 15;

/** Measured on the page itself; null where there is nothing to say. Text below the lower margin is the foot of the page and does not count. */
export function roomOn(pages: readonly PlacedPage[], sheet: { bottomMm: number; leadingPt: number }): PaperRoom | null {
  const last = pages.at(-1);
  if (last === undefined) return null;
  const floor = (sheet.bottomMm * 72) / 25.4;
  const baselines = [
    ...new Set(last.texts.filter(({ text, y }) => text.trim() !== '' && y > floor).map(({ y }) => Math.round(y))),
  ];
  if (baselines.length === 0) return null;
  const rows = baselines.sort((a, b) => b - a).filter((y, index, all) => index === 0 || (all[index - 1] ?? y) - y > 3);
  if (pages.length > 1 && rows.length < fewLines) return { kind: 'over', lines: rows.length };
  const lowest = rows.at(-1) ?? floor;
  // a baseline stands above its line's lower edge
  const lines = Math.floor((lowest - sheet.leadingPt * 0.25 - floor) / sheet.leadingPt);
  return lines >= 0 && lines <= muchRoom ? { kind: 'spare', lines } : null;
}

/** The first place where the text stands as words of its own; failing that, the first where it stands at all. */
function placeOf(wanted: string, whole: string, from: number): number {
  const isLetter = (char: string | undefined) => char !== undefined && /[\p{L}\p{N}]/u.test(char);
  for (let at = whole.indexOf(wanted, from); at !== -1; at = whole.indexOf(wanted, at + 1)) {
    if (!isLetter(whole[at - 1]) && !isLetter(whole[at + wanted.length])) return at;
  }
  const anywhere = whole.indexOf(wanted, from);
  return anywhere === -1 && from > 0 ? whole.indexOf(wanted) : anywhere;
}

function boxOf(page: PlacedPage, texts: readonly PlacedText[]): PaperBox {
  const left = Math.min(...texts.map((text) => text.x)) - paddingPt;
  const right = Math.max(...texts.map((text) => text.x + text.width)) + paddingPt;
  const top = Math.max(...texts.map((text) => text.y + text.height * 0.8)) + paddingPt;
  const bottom = Math.min(...texts.map((text) => text.y - text.height * 0.25)) - paddingPt;
  return { page: page.number, left, top: page.heightPt - top, width: right - left, height: top - bottom };
}

/** Without spaces, because lines break where they must; capitals are set by the page. */
function bare(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\u02BC/g, '\u2019')
    .replace(/\s+/gu, '')
    .toLowerCase();
}
