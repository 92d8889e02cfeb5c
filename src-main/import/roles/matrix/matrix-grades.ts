/** The cells of a matrix against its legend: each becomes a level, or stays as it is written. */
import { isBlankCell, type Legend, splitMark } from './matrix-legend.ts';

/** What a cell says. `level` is null for one that the legend does not know; a blank cell is null as a whole. */
export interface Grade {
  readonly level: number | null;
  readonly isMandatory: boolean;
  /** As written, without the mark of what is mandatory. */
  readonly raw: string;
  /** Read as another level than the one whose code it is. */
  readonly isSwitched: boolean;
}

export interface Grader {
  /** One grade for each value, in the row's order. */
  readonly read: (values: readonly string[]) => (Grade | null)[];
  /** Codes that stand for two levels: `[code, low, high]`, labels for the levels. */
  readonly doubles: readonly { readonly code: string; readonly low: string; readonly high: string }[];
}

/**
 * Reads cells by a legend. Where two levels begin with one letter, a page may print the code of the lower for both and
 * never the code of the higher. Then a cell that would fall below one before it in its row is the higher level.
 */
export function openGrader(legend: Legend, rows: readonly (readonly string[])[]): Grader {
  const { entries, blanks } = legend;
  const levelOf = new Map<string, number>();
  entries.forEach(({ code, label }, index) => {
    levelOf.set(label.toLowerCase(), index + 1);
    if (code !== undefined) levelOf.set(code.toLowerCase(), index + 1);
  });
  const used = new Set(rows.flat().map((value) => splitMark(value).text.toLowerCase()));
  const switches = new Map<number, number>();
  entries.forEach(({ code, label }, index) => {
    if (code === undefined || used.has(code.toLowerCase()) || used.has(label.toLowerCase())) return;
    const letter = label.charAt(0).toLowerCase();
    const low = entries.findIndex((entry, place) => place < index && entry.code?.toLowerCase() === letter);
    if (low !== -1 && used.has(letter)) switches.set(low + 1, index + 1);
  });
  const gradeOf = (value: string, highest: number): Grade | null => {
    const { text, isMandatory } = splitMark(value);
    if (isBlankCell(text) && !isMandatory) return null;
    if (blanks.includes(text.toLowerCase())) return null;
    const level = levelOf.get(text.toLowerCase()) ?? null;
    if (level === null) return { level: null, isMandatory, raw: text, isSwitched: false };
    const other = switches.get(level);
    const isSwitched = other !== undefined && highest > level;
    return { level: isSwitched ? other : level, isMandatory, raw: text, isSwitched };
  };
  return {
    read(values) {
      let highest = 0;
      return values.map((value) => {
        const grade = gradeOf(value, highest);
        highest = Math.max(highest, grade?.level ?? 0);
        return grade;
      });
    },
    doubles: [...switches].map(([low, high]) => ({
      code: entries[low - 1]?.code ?? '',
      low: entries[low - 1]?.label ?? '',
      high: entries[high - 1]?.label ?? '',
    })),
  };
}
