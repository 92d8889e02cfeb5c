/** Where a key leads in a grid: arrows by one, Home and End within a row, with Ctrl to its corners, pages up and down. */

/** A place in the grid; row 0 is its head. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

export interface GridSize {
  /** Rows with the head. */
  readonly rows: number;
  readonly columns: number;
  /** How many rows a page has. */
  readonly page: number;
}

interface GridKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** The place a key leads to, never outside the grid; null for a key that leads nowhere. */
export function nextPlace(pressed: GridKey, { row, column }: GridPlace, size: GridSize): GridPlace | null {
  const lastRow = size.rows - 1;
  const lastColumn = size.columns - 1;
  const isFar = pressed.ctrlKey || pressed.metaKey;
  const to = (toRow: number, toColumn: number): GridPlace => ({
    row: Math.max(0, Math.min(lastRow, toRow)),
    column: Math.max(0, Math.min(lastColumn, toColumn)),
  });
  switch (pressed.key) {
    case 'ArrowDown':
      return to(row + 1, column);
    case 'ArrowUp':
      return to(row - 1, column);
    case 'ArrowRight':
      return to(row, column + 1);
    case 'ArrowLeft':
      return to(row, column - 1);
    case 'Home':
      return isFar ? to(1, 0) : to(row, 0);
    case 'End':
      return isFar ? to(lastRow, lastColumn) : to(row, lastColumn);
    // A page never leads into the head, which is an arrow away.
    case 'PageDown':
      return to(row + size.page, column);
    case 'PageUp':
      return to(Math.max(Math.min(row, 1), row - size.page), column);
    default:
      return null;
  }
}
