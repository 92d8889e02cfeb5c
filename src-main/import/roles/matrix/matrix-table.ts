/** A matrix as a table, from CSV, TSV, the clipboard or a sheet: header, legend and categories wherever they stand. */
import type { Draft, DraftFormat } from '../../../../shared/api/import.ts';
import type { FactContent } from '../../../../shared/api/role-content.ts';
import { noteLongTable, type Table, type TableRow, tableParts } from '../../files/table-file.ts';
import { cleanLine, lettersAndFigures } from '../../outline/clean-text.ts';
import { titleOfFile } from '../../outline/file-title.ts';
import { type OutlineChapter, rowText, toSections, withinLimits } from '../../outline/outline.ts';
import { openNotices } from '../notices.ts';
import { asLine } from '../role-reading.ts';
import { isBlankCell, type Legend, legendInLine, legendOf, splitMark } from './matrix-legend.ts';
import { legendsIn } from './matrix-legend-lines.ts';
import { libraryOfMatrix, type WrittenRow } from './matrix-library.ts';
import { type Columns, columnsOf } from './matrix-table-columns.ts';
import { transposed } from './transposed-matrix.ts';

const yesPattern = /^(?:y|yes|true|x|1|✓|✔|mandatory|required|must)$/i;

export type MatrixDraft = Extract<Draft, { kind: 'ladder' }>;

export interface TableOrigin {
  readonly name: string;
  readonly format: Extract<DraftFormat, 'matrix-table' | 'spreadsheet'>;
  readonly sourceLines: readonly string[];
  /** Of the sheet, where it has a name of its own. */
  readonly title?: string | undefined;
  /** Rows of other sheets, among which the legend may stand. */
  readonly others?: readonly TableRow[] | undefined;
}

/** The draft of a table that is a matrix; null for any other table. Throws nothing. */
export function readMatrixTable(written: Table, origin: TableOrigin): MatrixDraft | null {
  const upright = columnsOf(written.rows);
  const table = upright === null ? transposed(written) : written;
  const columns = upright ?? (table === null ? null : columnsOf(table.rows));
  if (table === null || columns === null) return null;
  const notices = openNotices();
  noteLongTable(table, notices);
  const header = table.rows[columns.at]?.cells ?? [];
  const above = table.rows.slice(0, columns.at);
  const body = table.rows.slice(columns.at + 1);
  const { rows, rest } = rowsOf(body, columns, header);
  const legend = legendAmong([...above, ...rest, ...(origin.others ?? [])], rows);
  const labels = columns.levels.map((column) => asLine(header[column] ?? ''));
  const { title, roleTitle, family, facts } = headOf(above, origin);
  const chapters = withinLimits(chaptersOf(written, columns, title));
  if (columns.isProse) {
    notices.add(
      'INTERPRETED',
      'The cells hold words and no levels: each level asks for what its cell describes, at no certain level.',
    );
  }
  const library = libraryOfMatrix(
    {
      family,
      title,
      roleTitle,
      levels: labels.map((label) => ({ label })),
      rows,
      legend,
      isProse: columns.isProse,
      faqs: [],
      facts,
      sections: toSections(chapters),
    },
    notices,
  );
  return {
    kind: 'ladder',
    format: origin.format,
    title: asLine(title),
    notices: notices.all(),
    sourceLines: origin.sourceLines,
    library,
  };
}

/** The rows of the matrix with their categories; what is no row, such as a legend beneath it, is the rest. */
function rowsOf(
  body: readonly TableRow[],
  columns: Columns,
  header: readonly string[],
): { rows: WrittenRow[]; rest: TableRow[] } {
  const rows: WrittenRow[] = [];
  const rest: TableRow[] = [];
  let category: string | undefined;
  const headerText = header.map(lettersAndFigures).join('|');
  body.forEach((row, index) => {
    const { cells, line } = row;
    const filled = cells.filter((cell) => cell !== '').length;
    if (filled === 0 || cells.map(lettersAndFigures).join('|') === headerText) return;
    // a heading that is merged over the whole row covers no levels
    const covered = filled > 1 || (row.covered ?? []).length === 0 ? (row.covered ?? cells) : ownColumn(row, columns);
    const skill = cleanLine((covered[columns.skill] ?? '').slice(0, 600));
    const values = columns.levels.map((column) => covered[column] ?? '');
    if (isLegendLine(skill, values)) {
      rest.push(row);
      return;
    }
    const hasValues = values.some((value) => value !== '');
    const own = columns.category === undefined ? '' : cleanLine((covered[columns.category] ?? '').slice(0, 600));
    if (own !== '') category = own;
    if (skill === '' && !hasValues) {
      if (own === '' || filled > 1) rest.push(row);
      return;
    }
    if (skill === '') {
      rest.push(row);
      return;
    }
    if (!hasValues && columns.category === undefined) {
      const next = body
        .slice(index + 1, index + 3)
        .some((following) => columns.levels.some((column) => (following.cells[column] ?? '') !== ''));
      if (filled === 1 && next) category = skill;
      else rest.push(row);
      return;
    }
    // Beneath the matrix, codes and their meanings stand in its columns.
    if (
      !hasValues &&
      filled <= 2 &&
      !body
        .slice(index + 1)
        .some((following) => columns.levels.some((column) => (following.cells[column] ?? '') !== ''))
    ) {
      rest.push(row);
      return;
    }
    const isMandatory = columns.mandatory !== undefined && yesPattern.test(cells[columns.mandatory] ?? '');
    const details = columns.texts.flatMap((column) => {
      const text = cells[column] ?? '';
      return text === '' ? [] : [{ label: asLine(header[column] ?? ''), text }];
    });
    rows.push({
      skill,
      category,
      values: isMandatory ? values.map((value) => (isBlankCell(value) ? value : `${value}!`)) : values,
      isPlaced: true,
      line,
      words: rowText(cells),
      details,
    });
  });
  while (isLegendRow(rows.at(-1), rows)) {
    const last = rows.pop();
    const row = body.find((candidate) => candidate.line === last?.line);
    if (row !== undefined) rest.unshift(row);
  }
  return { rows, rest };
}

/** A row with one value of its own: what a cell above covers, and its own value in its own place alone. */
function ownColumn({ cells, covered = [] }: TableRow, columns: Columns): readonly string[] {
  const own = cells.findIndex((cell) => cell !== '');
  const isHeading = own <= columns.skill && columns.levels.every((column) => (covered[column] ?? '') === cells[own]);
  return isHeading ? cells : covered;
}

const legendNamePattern = /^(?:legend|legende|légende|leyenda|legenda|key|scale|skala)\s?:?$/i;

/** A row whose cells say what codes mean: `Legend | 1 = Basic | 2 = Good`. */
function isLegendLine(skill: string, values: readonly string[]): boolean {
  const filled = values.filter((value) => value !== '');
  if (filled.length < 2 || legendInLine(filled.join('; ')) === null) return false;
  return legendNamePattern.test(skill) || filled.every((value) => /^\S{1,3}\s?[=:]/.test(value));
}

/** Beneath the matrix a code may stand where a skill would, its meaning beside it. */
function isLegendRow(last: WrittenRow | undefined, rows: readonly WrittenRow[]): boolean {
  if (last === undefined || last.skill.length > 3) return false;
  const filled = last.values.filter((value) => value !== '');
  const isCode = rows.some((row) => row !== last && row.values.some((value) => splitMark(value).text === last.skill));
  return isCode && filled.length === 1 && (filled[0] ?? '').length > 3;
}

/** The legend among the rows that are no skills: the one that knows most of the cells. */
function legendAmong(others: readonly TableRow[], rows: readonly WrittenRow[]): Legend | null {
  const lines = others.map((row) => row.cells.filter((cell) => cell !== ''));
  const joined = lines.map((cells) =>
    cells.length === 2 && (cells[0] ?? '').length <= 3 ? cells.join(' = ') : cells.join(' '),
  );
  const options = [
    ...legendsIn(joined).map((legend) => ({ entries: legend.entries, line: others[legend.lines[0] ?? 0]?.line })),
    ...lines.flatMap((cells, index) => {
      const entries =
        legendInLine(cells.join('; ')) ??
        legendInLine(cells.slice(1).join('; ')) ??
        legendInLine(cells.slice(1).join(' '));
      return entries === null ? [] : [{ entries, line: others[index]?.line }];
    }),
  ];
  const values = rows.flatMap((row) => row.values).map((value) => splitMark(value).text.toLowerCase());
  let best: { legend: Legend; known: number } | null = null;
  for (const { entries, line } of options) {
    const words = new Set(
      entries.flatMap(({ code, label }) => [code ?? label, label]).map((word) => word.toLowerCase()),
    );
    const known = values.filter((value) => words.has(value)).length;
    if (known > (best?.known ?? 0)) best = { legend: legendOf(entries, line), known };
  }
  return best?.legend ?? null;
}

const matrixWords = new Set(
  'skill skills competency competencies career matrix ladder framework grid map track tracks levels'.split(' '),
);
const joiningWords = new Set(['for', 'of', 'the', '-', '–', '—', ':', '|', '·', 'v', 'version']);

/** A title without the words that say that it is a matrix: “Skills matrix: Backend engineer” → “Backend engineer”. */
function withoutKind(title: string): string {
  const words = title.split(' ').map((word) => ({ word, plain: word.toLowerCase().replace(/[:|–—-]$/, '') }));
  const kinds = words.filter(({ plain }) => matrixWords.has(plain)).length;
  if (kinds === 0) return title;
  const isLoose = ({ plain }: { plain: string }): boolean =>
    matrixWords.has(plain) || joiningWords.has(plain) || plain === '' || /^v?\d[\d.]*$/.test(plain);
  let [from, to] = [0, words.length];
  while (from < to && isLoose(words[from] ?? { plain: '' })) from += 1;
  while (to > from && isLoose(words[to - 1] ?? { plain: '' })) to -= 1;
  return words
    .slice(from, to)
    .map(({ word }) => word)
    .join(' ')
    .replace(/[:|–—-]$/, '');
}

/** Title and family from the rows above the header, or the file's name. */
function headOf(above: readonly TableRow[], { name, title: sheet }: TableOrigin) {
  const lines = above.map((row) => ({
    text: cleanLine(row.cells.filter(Boolean).join(' ')).replace(/^#{1,6} /, ''),
    row,
  }));
  const labelled = (label: RegExp): string | undefined => {
    for (const { cells } of above) {
      const filled = cells.filter(Boolean);
      const [first = '', second] = filled;
      if (label.test(first) && second !== undefined) return cleanLine(second);
      const inside = /^([^:]{2,40}):\s?(.{1,200})$/.exec(first);
      if (filled.length === 1 && inside?.[1] !== undefined && label.test(inside[1]) && inside[2] !== undefined)
        return inside[2];
    }
    return undefined;
  };
  const written = lines.find(
    ({ text, row }) =>
      row.cells.filter(Boolean).length === 1 &&
      text.length <= 120 &&
      legendInLine(text) === null &&
      !text.includes(':'),
  )?.text;
  const fromFile = /^pasted text$/i.test(name) ? 'Skill matrix' : titleOfFile(name).replaceAll('-', ' ');
  const title = asLine(
    labelled(/^(?:title|role|role title|job title|position|matrix)$/i) ?? written ?? sheet ?? fromFile,
  );
  const stripped = withoutKind(title);
  const roleTitle = stripped.length < 4 || /^(?:untitled|sheet ?\d*)$/i.test(stripped) ? '' : stripped;
  const family = asLine(labelled(/^(?:family|job family|function|discipline|department)$/i) ?? (roleTitle || title));
  const facts = lines.flatMap(({ text, row }): FactContent[] => {
    const [label, value, ...more] = row.cells.filter(Boolean);
    const isFact =
      label !== undefined && value !== undefined && more.length === 0 && label.length > 3 && label.length <= 40;
    return isFact && value.length <= 200 && text !== title
      ? [{ label: asLine(label.replace(/:$/, '')), value: asLine(value), line: row.line }]
      : [];
  });
  return { title, roleTitle, family, facts };
}

/** The whole table as prose: what stands above the header as lines, the rest as a table. */
function chaptersOf(table: Table, columns: Columns, title: string): OutlineChapter[] {
  const above = table.rows.slice(0, columns.at);
  const lines = above.filter((row) => row.cells.some(Boolean));
  const isTitled = lettersAndFigures(lines[0]?.cells.filter(Boolean).join(' ') ?? '') === lettersAndFigures(title);
  const header = table.rows[columns.at];
  const body = table.rows.slice(columns.at + 1).filter((row) => row.cells.some(Boolean));
  return [
    {
      depth: 1,
      heading: asLine(title),
      written: title,
      parts: [
        ...(isTitled ? lines.slice(1) : lines).map((row) => ({
          kind: 'paragraph' as const,
          inlines: [{ text: rowText(row.cells.filter(Boolean)) }],
          line: row.line,
        })),
        ...tableParts(header?.cells ?? [], body, header?.line ?? 1),
      ],
      line: lines[0]?.line ?? header?.line ?? 1,
    },
  ];
}
