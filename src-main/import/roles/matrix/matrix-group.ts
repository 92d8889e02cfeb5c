/** A group of rows in a skill matrix. */
import type { WrittenRow } from './matrix-library.ts';

/** Rows under one category, as they stand. */
export interface MatrixGroup {
  readonly category: string | undefined;
  readonly categoryLine: number | undefined;
  /** “4 skills”, as printed. */
  readonly countText: string | undefined;
  readonly count: number | undefined;
  readonly countLine: number | undefined;
  /** The labels above the columns, where this group prints them again. */
  readonly header: readonly string[] | undefined;
  readonly headerLine: number | undefined;
  readonly rows: WrittenRow[];
}
