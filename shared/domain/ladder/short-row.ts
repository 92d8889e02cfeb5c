/** The values of a matrix row that a person has placed, read on the scale of the matrix. */
import type { MatrixCell } from '../../api/role-pack.ts';
import { readCell } from './matrix.ts';

/** The levels of a scale, lowest first. */
interface Levels {
  readonly levels: readonly { readonly ordinal: number; readonly label: string; readonly code?: string | undefined }[];
}

/**
 * Reads the cells from the first level up. A document may print one letter for two levels (A for Awareness and for
 * Advanced): such a letter means the lowest of them that does not fall below the level before it. Undefined when a value
 * means no level of the scale.
 */
export function readPlacedCells(cells: readonly (string | null)[], scale: Levels): (MatrixCell | null)[] | undefined {
  const read: (MatrixCell | null)[] = [];
  let before = 0;
  for (const cell of cells) {
    if (cell === null || cell.trim() === '') {
      read.push(null);
      continue;
    }
    const known = readCell(cell, { key: '', name: '', levels: [...scale.levels] });
    const letter = cell
      .replace(/[!*\s]+$/, '')
      .trim()
      .toLowerCase();
    const matchingLevels = scale.levels
      .filter(
        (level) =>
          level.ordinal === known?.level || (letter.length === 1 && level.label.toLowerCase().startsWith(letter)),
      )
      .map((level) => level.ordinal)
      .sort((a, b) => a - b);
    const level = matchingLevels.find((ordinal) => ordinal >= before) ?? known?.level ?? matchingLevels[0];
    if (level === undefined) return undefined;
    before = level;
    read.push({ level, isMandatory: /[!*]\s*$/.test(cell) });
  }
  return read;
}
