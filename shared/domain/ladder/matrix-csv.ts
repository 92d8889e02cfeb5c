/** The skill matrix of a ladder as CSV, for spreadsheets and for other programs. */
import type { Ladder, LadderCell } from '../../api/ladder.ts';
import type { Scale } from '../../api/values.ts';

/** What a spreadsheet takes for the start of a formula, in full width too. */
const formulaStart = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

/** What stands for a skill that is asked without a level. */
export const askedMark = 'x';

/**
 * `Category,Skill` and a column for each level, then a row `Legend` for each scale. A cell is the code of its level on
 * its scale (its number where the scale has no codes), with `!` when mandatory; `x` where no level is stated; empty where
 * nothing is asked. Where the ladder has a matrix, that is the skills in its categories; else all it asks. A text that a
 * spreadsheet would run as a formula is written with an apostrophe before it, which spreadsheets show as plain text.
 */
export function writeMatrixCsv(ladder: Pick<Ladder, 'levels' | 'skills' | 'scales'>): string {
  const hasMatrix = ladder.skills.some((skill) => skill.category !== null);
  const skills = hasMatrix ? ladder.skills.filter((skill) => skill.category !== null) : ladder.skills;
  const used = new Set(skills.flatMap((skill) => skill.cells.map((cell) => cell?.scaleId ?? null)));
  const scales = new Map(ladder.scales.filter((scale) => used.has(scale.id)).map((scale) => [scale.id, scale]));
  const rows = [
    ['Category', 'Skill', ...columnNames(ladder.levels)],
    ...skills.map((skill) => [
      skill.category ?? '',
      skill.name,
      ...skill.cells.map((cell) => (cell ? cellText(cell, scales) : '')),
    ]),
    ...[...scales.values()].map((scale) => ['Legend', legendText(scale)]),
  ];
  return rows.map((row) => `${row.map(csvField).join(',')}\r\n`).join('');
}

/** `A = Awareness; W = Working` */
function legendText(scale: Scale): string {
  return scale.levels.map((level) => `${level.code || level.ordinal} = ${level.label}`).join('; ');
}

/** Short names where these tell the levels apart, else titles; two of one title are numbered. */
function columnNames(levels: Ladder['levels']): string[] {
  const short = levels.map((level) => level.levelLabel ?? level.levelCode ?? level.title);
  const names = new Set(short).size === short.length ? short : levels.map((level) => level.title);
  return names.map((name, at) => (names.indexOf(name) === at ? name : `${name} (${at + 1})`));
}

function cellText(cell: LadderCell, scales: ReadonlyMap<string, Scale>): string {
  if (cell.level === null) return cell.isMandatory ? `${askedMark}!` : askedMark;
  const scale = scales.get(cell.scaleId ?? '');
  const code = scale?.levels.find((level) => level.ordinal === cell.level)?.code || String(cell.level);
  return cell.isMandatory ? `${code}!` : code;
}

/** A field of a CSV file: harmless in a spreadsheet, quoted where it must be. */
export function csvField(text: string): string {
  const safe = formulaStart.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
