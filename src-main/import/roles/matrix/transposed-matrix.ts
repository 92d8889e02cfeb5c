/** A matrix whose levels are its rows, turned so that they are its columns. */

import type { Table, TableRow } from '../../files/table-file.ts';
import { cleanLine } from '../../outline/clean-text.ts';
import { isLevelName } from './matrix-table-columns.ts';

const levelsPattern = /^(?:(?:career |job |role )?levels?|grades?|stages?|seniority|roles?|titles?|positions?)$/i;
const mostLevels = 20;
const mostSkills = 60;
const headerWithin = 25;

/** The table with a row for each of its columns; null for one whose rows are no levels. */
export function transposed(table: Table): Table | null {
  const at = table.rows
    .slice(0, headerWithin)
    .findIndex(({ cells }) => levelsPattern.test(cells.find(Boolean) ?? '') && cells.filter(Boolean).length >= 3);
  const header = table.rows[at];
  if (header === undefined) return null;
  const first = header.cells.findIndex(Boolean);
  const rest = table.rows.slice(at + 1);
  const end = rest.findIndex((row) => row.cells.filter(Boolean).length < 3);
  const levels = end === -1 ? rest : rest.slice(0, end);
  const names = levels.map((row) => cleanLine((row.cells[first] ?? '').slice(0, 80)));
  if (levels.length < 2 || levels.length > mostLevels || header.cells.length > mostSkills) return null;
  if (names.includes('') || new Set(names).size < names.length) return null;
  const known = names.filter((name) => isLevelName(name) || /^\p{L}{1,4}\s?-?\d{1,2}$/u.test(name));
  if (known.length * 2 < names.length) return null;
  const line = header.line;
  const skills = header.cells.flatMap((name, column): TableRow[] =>
    column <= first || name === '' ? [] : [{ cells: [name, ...levels.map((row) => row.cells[column] ?? '')], line }],
  );
  const rows = [
    ...table.rows.slice(0, at),
    { cells: ['Skill', ...names], line },
    ...skills,
    ...rest.slice(levels.length),
  ];
  return { rows, width: names.length + 1, share: 1 };
}
