/** XLSX workbooks: each sheet that is a matrix a ladder, what stands on the others kept as prose. */

import { AppError } from '../../../shared/api/errors.ts';
import type { Draft } from '../../../shared/api/import.ts';
import { limits } from '../../../shared/vocabulary/limits.ts';
import { cleanLine, quoted } from '../outline/clean-text.ts';
import { titleOfFile } from '../outline/file-title.ts';
import { type OutlineChapter, rowText, toSections, withinLimits } from '../outline/outline.ts';
import { checkLimit, openMeter } from '../output-limits.ts';
import { type MatrixDraft, readMatrixTable } from '../roles/matrix/matrix-table.ts';
import { openNotices } from '../roles/notices.ts';
import { proseDraft } from '../roles/prose-draft.ts';
import { dateStylesOf, relationsOf, rowsOfSheet, sharedStringsOf, sheetsOf } from './spreadsheet-xml.ts';
import { type TableRow, tableParts } from './table-file.ts';
import { readEntry, type ZipBudget, type ZipEntry } from './zip-entries.ts';

interface Sheet {
  readonly name: string;
  readonly rows: readonly TableRow[];
  readonly line: number;
}

const mostSheets = 60;
/** The tags around the value of a cell are several times as long as the value. */
const xmlPerCharacter = 4;

/** Whether an archive is a workbook: its parts tell, not its name. */
export const isWorkbook = (entries: readonly ZipEntry[]): boolean =>
  entries.some((entry) => entry.path === 'xl/workbook.xml');

/** The drafts of a workbook, and how many characters they were read from. Throws AppErrors alone. */
export function readWorkbook(
  name: string,
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
  budget: ZipBudget,
): { drafts: Draft[]; decoded: number } {
  const { sheets, sourceLines, hidden, decoded } = openWorkbook(name, bytes, entries, budget);
  if (sheets.length === 0) {
    throw new AppError(
      'FILE_EMPTY',
      `${quoted(name)} is a spreadsheet without any text. Nothing was added. Choose another file.`,
    );
  }
  const matrices: MatrixDraft[] = [];
  const others: Sheet[] = [];
  const rowsBeside = (sheet: Sheet): TableRow[] =>
    sheets.filter((candidate) => candidate !== sheet).flatMap((candidate) => candidate.rows.slice(0, 200));
  for (const sheet of sheets) {
    const isNamed = !/^(?:sheet|tabelle|feuil|hoja|blad|foglio|лист|matrix|skills?|data)\s?\d*$/i.test(sheet.name);
    const draft = readMatrixTable(
      { rows: sheet.rows, width: 0, share: 1 },
      { name, format: 'spreadsheet', sourceLines, title: isNamed ? sheet.name : undefined, others: rowsBeside(sheet) },
    );
    if (draft === null) others.push(sheet);
    else matrices.push(draft);
  }
  const notices = openNotices();
  for (const hiddenName of hidden) notices.add('LEFT_OUT', `The hidden sheet ${quoted(hiddenName)}.`);
  const [first, ...rest] = matrices;
  if (first === undefined) {
    notices.add(
      'NOT_PLACED',
      'The spreadsheet is kept as prose: no sheet has a column of skills beside columns of levels.',
      undefined,
      'A matrix that Cairn reads has a column “Skill” and a column for each level, with a code, a word or a number in each cell.',
    );
    const draft = proseDraft(titleOfFile(name), sheets.map(chapterOf), sourceLines, notices, 'spreadsheet');
    return { drafts: [draft], decoded };
  }
  return { drafts: [withSheets(first, others, notices.all()), ...rest], decoded };
}

function openWorkbook(name: string, bytes: Uint8Array, entries: readonly ZipEntry[], budget: ZipBudget) {
  const meter = openMeter(name);
  let decoded = 0;
  const textOf = (path: string): string | undefined => {
    const entry = entries.find((entry) => entry.path.toLowerCase() === path.toLowerCase());
    if (entry === undefined) return undefined;
    checkLimit(quoted(name), entry.size, limits.sheet);
    const xml = new TextDecoder().decode(readEntry(name, bytes, entry, budget));
    decoded += xml.length / xmlPerCharacter;
    meter.read(xml.length / xmlPerCharacter);
    return xml;
  };
  try {
    const listed = sheetsOf(textOf('xl/workbook.xml') ?? '');
    const targets = relationsOf(textOf('xl/_rels/workbook.xml.rels') ?? '<none/>');
    const strings = sharedStringsOf(textOf('xl/sharedStrings.xml') ?? '<none/>');
    const dates = dateStylesOf(textOf('xl/styles.xml') ?? '<none/>');
    const sourceLines: string[] = [];
    const sheets: Sheet[] = [];
    for (const [index, { name: sheetName, relation, isHidden }] of listed.slice(0, mostSheets).entries()) {
      if (isHidden) continue;
      const target = targets.get(relation) ?? `worksheets/sheet${index + 1}.xml`;
      const xml = textOf(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
      if (xml === undefined) continue;
      const rows = rowsOfSheet(xml, strings, dates, meter.add);
      if (rows.length === 0) continue;
      if (sourceLines.length > 0) sourceLines.push('');
      const title = cleanLine(sheetName.slice(0, 200)) || `Sheet ${index + 1}`;
      sourceLines.push(title);
      const line = sourceLines.length;
      checkLimit(quoted(name), sourceLines.length + rows.length, limits.lines);
      const placed = rows.map(({ cells, covered }): TableRow => {
        sourceLines.push(rowText(cells));
        return { cells, ...(covered === undefined ? {} : { covered }), line: sourceLines.length };
      });
      sheets.push({ name: title, rows: placed, line });
    }
    return {
      sheets,
      sourceLines,
      hidden: listed.filter((sheetEntry) => sheetEntry.isHidden).map((sheetEntry) => sheetEntry.name),
      decoded,
    };
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError(
      'FILE_UNREADABLE',
      `${quoted(name)} is a spreadsheet that cannot be read: its parts are damaged or too many. Nothing was added. Save it once more, or save the sheet as CSV.`,
    );
  }
}

function chapterOf({ name, rows, line }: Sheet): OutlineChapter {
  const [head, ...body] = rows;
  return { depth: 1, heading: name, written: name, parts: tableParts(head?.cells ?? [], body, line), line };
}

/** The first ladder keeps what the sheets beside it say. */
function withSheets(draft: MatrixDraft, others: readonly Sheet[], notices: Draft['notices']): Draft {
  const [ladder, ...ladders] = draft.library.ladders;
  if (ladder === undefined) return draft;
  const more = toSections(withinLimits(others.map(chapterOf)));
  return {
    ...draft,
    notices: [...notices, ...draft.notices],
    library: {
      ...draft.library,
      ladders: [{ ...ladder, sections: [...ladder.sections, ...more].slice(0, 1_000) }, ...ladders],
    },
  };
}
