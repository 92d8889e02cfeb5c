/** Cells of a matrix as people fill them in: `1.0`, `★★☆☆☆`, `3/5`, `Level 2`; and a legend although a few cells fit none. */
import { guessLegend, isBlankCell, type Legend, splitMark } from './matrix-legend.ts';

export interface ReadCells {
  readonly legend: Legend | null;
  /** The values of every row, those that are readable in the words of the legend. */
  readonly rows: readonly (readonly string[])[];
}

const filledSigns = new Set('★⭐●⬤■◼▮▰✦◆▪🟩🟢🟦🔵');
const emptySigns = new Set('☆○◯□◻▯▱✧◇▫⬜⚪');
/** So many of the cells are levels where the others are slips. */
const leastShare = 0.6;

interface Gauge {
  readonly filled: number;
  readonly total: number;
}

/** `★★☆☆☆`: how many of how many. */
function gaugeOf(cell: string): Gauge | null {
  const signs = [...cell.replace(/\s|\ufe0f/gu, '')];
  if (signs.length === 0 || signs.length > 20) return null;
  if (!signs.every((sign) => filledSigns.has(sign) || emptySigns.has(sign))) return null;
  return { filled: signs.filter((sign) => filledSigns.has(sign)).length, total: signs.length };
}

interface Plain {
  readonly text: string;
  /** The highest level, where the cell names it. */
  readonly top: number;
}

/** What a cell says in figures; the cell itself where it says nothing so. */
function plainOf(cell: string, hasGauges: boolean): Plain {
  const gauge = hasGauges ? gaugeOf(cell) : null;
  if (gauge !== null)
    return { text: gauge.filled === 0 ? '' : String(gauge.filled), top: gauge.total > gauge.filled ? gauge.total : 0 };
  const { text, isMandatory } = splitMark(cell);
  const mark = isMandatory ? '!' : '';
  const whole = /^(\d{1,2})[.,]0{1,4}$/.exec(text)?.[1];
  if (whole !== undefined) return { text: `${Number(whole)}${mark}`, top: 0 };
  const share = /^(\d{1,2})\s?(?:\/|of|out of|von|sur|de)\s?(\d{1,2})$/i.exec(text);
  if (share !== null && Number(share[1]) <= Number(share[2]))
    return { text: `${Number(share[1])}${mark}`, top: Number(share[2]) };
  const named = /^(?:level|lvl\.?|l|stufe|niveau|nivel|nível|grade|stage)\s?-?(\d{1,2})$/i.exec(text)?.[1];
  if (named !== undefined) return { text: `${Number(named)}${mark}`, top: 0 };
  const worded = /^(\d{1,2})\s?[-–—:.)]\s?\p{L}[\p{L} ]{2,30}$/u.exec(text)?.[1];
  return { text: worded === undefined ? cell : `${Number(worded)}${mark}`, top: 0 };
}

/** Reads the cells of all rows by a legend, or by what most of them are; a cell that fits nothing stays as it is. */
export function readCells(rows: readonly (readonly string[])[], given: Legend | null): ReadCells {
  const exact = given ?? guessLegend(rows.flat());
  if (given === null && exact !== null) return { legend: exact, rows };
  const gauges = rows.flat().flatMap((cell) => gaugeOf(cell) ?? []);
  const isSigned = given?.entries.some(({ code }) => code !== undefined && gaugeOf(code) !== null) ?? false;
  const hasGauges = !isSigned && gauges.some(({ filled, total }) => filled >= 2 || (filled === 1 && total > 1));
  const plain = rows.map((row) => row.map((cell) => plainOf(cell, hasGauges)));
  if (given !== null) {
    const known = new Set(
      given.entries.flatMap(({ code, label }) => [code ?? label, label]).map((word) => word.toLowerCase()),
    );
    const isKnown = (cell: string) => known.has(splitMark(cell).text.toLowerCase());
    const read = rows.map((row, at) =>
      row.map((cell, place) => {
        const text = plain[at]?.[place]?.text ?? cell;
        return !isKnown(cell) && isKnown(text) ? text : cell;
      }),
    );
    return { legend: given, rows: read };
  }
  const top = Math.max(0, ...plain.flat().map((cell) => cell.top));
  const legend = guessMost(
    plain.flat().map((cell) => cell.text),
    top,
  );
  if (legend === null) return { legend: null, rows };
  return { legend, rows: plain.map((row) => row.map((cell) => cell.text)) };
}

/** What a cell must be to be of a kind; of the last, words, whatever is no figure and no single letter. */
const kinds: readonly RegExp[] = [/^\d{1,2}$/, /^\p{L}{1,6}\s?-?\d{1,2}$/u, /^\p{Lu}$/u, /^\p{L}[\p{L} -]{2,30}$/u];

/** The legend by which all cells are read, else the one by which most are. */
function guessMost(cells: readonly string[], top: number): Legend | null {
  const filled = cells.filter((cell) => !isBlankCell(splitMark(cell).text));
  const highest = top > 0 ? [String(top)] : [];
  const all = guessLegend([...filled, ...highest]);
  if (all !== null) return all;
  for (const kind of kinds) {
    const some = filled.filter((cell) => kind.test(splitMark(cell).text));
    if (some.length < 3) continue;
    const legend = guessKnown(some, kind === kinds[0] ? highest : []);
    const words = new Set(legend?.entries.flatMap(({ code, label }) => [code ?? label, label]) ?? []);
    const read = filled.filter((cell) => words.has(splitMark(cell).text)).length;
    if (legend !== null && read >= leastShare * filled.length) return legend;
  }
  return null;
}

/** A legend of the cells, those left out that are met once and keep the others from being levels. */
function guessKnown(cells: readonly string[], more: readonly string[]): Legend | null {
  const whole = guessLegend([...cells, ...more]);
  if (whole !== null) return whole;
  const counts = new Map<string, number>();
  for (const cell of cells) counts.set(splitMark(cell).text, (counts.get(splitMark(cell).text) ?? 0) + 1);
  const words = [...counts.keys()].slice(0, 30);
  // each word that is a level beside the most frequent one; what is none stays out
  const [first] = words.toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  const fitting = words.filter((word) => word === first || guessLegend([first ?? '', word]) !== null);
  return fitting.length < 2 ? null : guessLegend([...fitting, ...more]);
}
