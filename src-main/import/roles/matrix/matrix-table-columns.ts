/** Which columns of a table hold a matrix: the skills, their categories, the levels, and what is said beside them. */

import type { TableRow } from '../../files/table-file.ts';
import { cleanLine } from '../../outline/clean-text.ts';
import { isBlankCell, splitMark } from './matrix-legend.ts';
import { columnHeads, levelWords } from './matrix-lines.ts';

const categoryPattern =
  /^(?:categor(?:y|ies)|area|group|domain|cluster|pillar|theme|dimension|section|skill (?:category|group|area)|competency (?:area|group)|topic area|family)$/i;
const skillPattern =
  /^(?:skills?|skill names?|competenc(?:y|ies)|competency name|capabilit(?:y|ies)|technolog(?:y|ies)|topics?|abilit(?:y|ies)|knowledge|criteria|criterion|attribute|behaviou?rs?|name|element|expectation|practice|item)$/i;
const textPattern =
  /^(?:descriptions?|definitions?|notes?|comments?|details?|meaning|examples?|why|links?|url|id|#|no\.?|nr\.?|code|weight|owner|parent)$/i;
const mandatoryPattern = /^(?:mandatory|required|must(?: have)?|core|m)\??$/i;

const mostColumns = 60;
const mostLevels = 20;
const longestCode = 28;
const headerWithin = 25;

/** Which column holds what. */
export interface Columns {
  readonly at: number;
  readonly skill: number;
  readonly category: number | undefined;
  readonly mandatory: number | undefined;
  readonly texts: readonly number[];
  readonly levels: readonly number[];
  /** The cells hold sentences and no codes. */
  readonly isProse: boolean;
}

/** Whether what stands above a column names a level: as a whole, or by its first or last word. */
export function isLevelName(text: string): boolean {
  const words = text.split(/[ /(]/).filter(Boolean);
  return levelWords.test(text) || levelWords.test(words[0] ?? '') || levelWords.test(words.at(-1) ?? '');
}

/** A line of a legend that stands in the columns: `1 = Basic`. */
const isMeaning = (value: string): boolean => /^\S{1,3}\s?[=:]\s?\p{L}/u.test(value);

/** Words that end in a full stop: said of a level, and no code for it. */
const isSentence = (value: string): boolean => value.endsWith('.') && value.includes(' ');

/** Finds the header among the first rows, and what its columns hold. */
export function columnsOf(rows: readonly TableRow[]): Columns | null {
  for (let at = 0; at < Math.min(headerWithin, rows.length - 2); at += 1) {
    const columns = columnsBy(rows, at);
    if (columns !== null) return columns;
  }
  return null;
}

function columnsBy(rows: readonly TableRow[], at: number): Columns | null {
  const header = (rows[at]?.cells ?? []).map((cell) => cleanLine(cell.slice(0, 400)));
  while (header.at(-1) === '') header.pop();
  const filled = header.filter((cell) => cell !== '');
  if (header.length > mostColumns || filled.length < 2 || filled.some((cell) => cell.length > 80)) return null;
  const body = rows.slice(at + 1, at + 400).map((row) => row.cells);
  const named = (words: RegExp): number | undefined => {
    const found = header.findIndex((cell) => words.test(cell));
    return found === -1 ? undefined : found;
  };
  const isLevel = (column: number): boolean => isLevelName(header[column] ?? '');
  // A ladder may have dimensions or criteria where others have skills.
  const alone = header.findIndex((cell) => categoryPattern.test(cell));
  const skill =
    named(columnHeads) ??
    named(skillPattern) ??
    (header[0] === '' || header.slice(1).every((cell) => levelWords.test(cell)) ? 0 : undefined) ??
    (alone !== -1 && header.filter((cell) => isLevelName(cell)).length >= 2 ? alone : undefined);
  const category = header.findIndex((cell, index) => index !== skill && categoryPattern.test(cell));
  const mandatory = header.findIndex((cell, index) => index !== skill && mandatoryPattern.test(cell));
  if (skill === undefined) return null;
  const others = header.flatMap((cell, index) =>
    index === skill || index === category || index === mandatory || cell === '' || textPattern.test(cell)
      ? []
      : [index],
  );
  const texts = header.flatMap((cell, index) =>
    cell !== '' && textPattern.test(cell) && index !== skill ? [index] : [],
  );
  const valuesIn = (column: number): string[] => body.map((cells) => cells[column] ?? '').filter((cell) => cell !== '');
  const isGraded = (column: number): boolean => {
    const values = valuesIn(column);
    const short = values.filter(
      (value) => value.length <= longestCode && !value.includes('\n') && !isSentence(value),
    ).length;
    return values.length > 0 && short >= values.length * 0.8;
  };
  const graded = others.filter((column) => isGraded(column) || (valuesIn(column).length === 0 && isLevel(column)));
  const distinct = new Set(
    graded
      .flatMap(valuesIn)
      .filter((value) => !isBlankCell(value) && !isMeaning(value))
      .map((value) => splitMark(value).text.toLowerCase()),
  );
  const values = graded.flatMap(valuesIn).length;
  const names = body.filter((cells) => (cells[skill] ?? '') !== '').length;
  if (names < 2) return null;
  // Few different values, met again and again, are codes; names and addresses differ from row to row.
  const isRepeated = distinct.size <= 24 && distinct.size * 2 <= values;
  const isLevelled = graded.filter(isLevel).length * 2 > graded.length && distinct.size <= 12;
  const areCodes = graded.length >= 2 && (isRepeated || isLevelled);
  if (areCodes && graded.length <= mostLevels && values >= 3) {
    const further = others.filter((column) => !graded.includes(column));
    return {
      at,
      skill,
      category: category === -1 ? undefined : category,
      mandatory: mandatory === -1 ? undefined : mandatory,
      texts: [...texts, ...further],
      levels: graded,
      isProse: false,
    };
  }
  const levels = others.filter(isLevel);
  // Once most of the columns are levels, the others between them are too, whatever they are called.
  const described =
    levels.length >= 2 && levels.length * 2 >= others.length
      ? others.filter((column) => column >= (levels[0] ?? 0) && column <= (levels.at(-1) ?? 0))
      : levels;
  if (described.length < 2 || described.length > mostLevels || described.flatMap(valuesIn).length < 3) return null;
  return {
    at,
    skill,
    category: category === -1 ? undefined : category,
    mandatory: undefined,
    texts: [...texts, ...others.filter((column) => !described.includes(column))],
    levels: described,
    isProse: true,
  };
}
