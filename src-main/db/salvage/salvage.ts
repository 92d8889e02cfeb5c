/**
 * Saves what can be read of a record, however damaged its file is, as one archive (docs/salvage-format.md). The file is
 * read page by page without SQLite, so nothing in it can run and nothing of it is locked or changed.
 */
import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, statSync, writeSync } from 'node:fs';
import { AppError } from '../../../shared/api/errors.ts';
import type { SalvagedTable } from '../../../shared/api/profile/recovery.ts';
import { writingError } from '../../files/write-file.ts';
import { openPages, type Pages } from '../inspect/pages.ts';
import { type Budget, budgetFor } from './btree-page.ts';
import { type FoundRows, type FoundTable, findRows } from './find-rows.ts';
import type { StoredValue } from './stored-row.ts';
import type { TableLayout } from './table-layout.ts';
import { type FoundRow, readLeaf } from './table-trees.ts';

export interface SalvageInput {
  readonly file: string;
  /** Where the archive goes; nothing may be there yet. */
  readonly target: string;
  readonly writtenAt: string;
}

export interface SalvageOutcome {
  readonly tables: readonly SalvagedTable[];
  readonly problems: readonly string[];
}

const formatVersion = 1;
const bufferedBytes = 1024 * 1024;

/** Throws PROFILE_DAMAGED when there is nothing to be read, PROFILE_LOCKED when another program writes meanwhile. */
export function salvage(
  { file, target, writtenAt }: SalvageInput,
  onProgress: (done: number, total: number) => void = () => undefined,
): SalvageOutcome {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) {
    throw nothingToRead(
      'The file that holds your record is missing from its folder, so there is nothing to save from it.',
    );
  }
  const pages = openPages(file);
  try {
    const found = findRows(pages);
    if (found.tables.every(({ leaves }) => leaves.length === 0)) {
      throw nothingToRead(
        found.problems.length > 0 || pages.count > 0
          ? 'Nothing of your record could be found in its file: it is empty, damaged all over, or no record of Cairn.'
          : 'The file that holds your record is empty, so there is nothing to save from it.',
      );
    }
    const salvaged = writeArchive(pages, found, { target, writtenAt }, onProgress);
    if (pages.haveChanged()) {
      throw new AppError(
        'PROFILE_LOCKED',
        'This record was written to while it was read, so nothing was saved. Close it in other programs, then try again.',
      );
    }
    return salvaged;
  } finally {
    pages.close();
  }
}

function writeArchive(
  pages: Pages,
  found: FoundRows,
  { target, writtenAt }: Pick<SalvageInput, 'target' | 'writtenAt'>,
  onProgress: (done: number, total: number) => void,
): SalvageOutcome {
  const problems = [...found.problems];
  const tables: SalvagedTable[] = [];
  let out: ArchiveWriter | undefined;
  try {
    out = new ArchiveWriter(target);
    const head = { format: 'cairn-salvage', formatVersion, writtenAt, schema: found.schema };
    out.write(`${JSON.stringify(head, null, 1).slice(0, -2)},\n "tables": {`);
    for (const [index, table] of found.tables.entries()) {
      onProgress(index, found.tables.length);
      out.write(`${index === 0 ? '' : ','}\n  ${JSON.stringify(table.layout.name)}: `);
      tables.push(writeTable(pages, table, out));
    }
    out.write('\n },\n "unplaced": [');
    const unplacedRows = writeUnplaced(pages, found, out);
    if (unplacedRows > 0) {
      problems.push(
        `${counted(unplacedRows, 'row')} could be read whose table cannot be told for certain: see “unplaced”.`,
      );
    }
    out.write(`\n ],\n "problems": ${JSON.stringify(problems)}\n}\n`);
    out.end();
    return { tables, problems };
  } catch (error) {
    throw writingError(error, 'The archive');
  } finally {
    out?.close();
  }
}

/** Rows that could be of several tables; answers how many. */
function writeUnplaced(pages: Pages, { tables, unplaced }: FoundRows, out: ArchiveWriter): number {
  const layouts = new Map(tables.map(({ layout }) => [layout.name, layout]));
  const budget = budgetFor(pages);
  let count = 0;
  for (const { page, fits } of unplaced) {
    // with the fewest columns, a row is given as it is stored
    const [layout] = fits
      .flatMap((name) => layouts.get(name) ?? [])
      .sort((a, b) => a.columns.length - b.columns.length);
    const rows = layout ? readLeaf(pages, page, layout, budget).flatMap(({ values }) => (values ? [values] : [])) : [];
    const before = count === 0 ? '' : ',';
    out.write(`${before}\n  {"fits": ${JSON.stringify(fits)}, "rows": [${rows.map(rowText).join(', ')}]}`);
    count += rows.length;
  }
  return count;
}

/** Writes in large pieces what is made in small ones. */
class ArchiveWriter {
  readonly #file: number;
  #parts: string[] = [];
  #length = 0;

  constructor(target: string) {
    this.#file = openSync(target, 'wx', 0o600);
  }

  write(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
    if (this.#length > bufferedBytes) this.#flush();
  }

  end(): void {
    this.#flush();
    fsyncSync(this.#file);
  }

  close(): void {
    closeSync(this.#file);
  }

  #flush(): void {
    const bytes = Buffer.from(this.#parts.join(''));
    for (let at = 0; at < bytes.length; ) at += writeSync(this.#file, bytes, at);
    this.#parts = [];
    this.#length = 0;
  }
}

function writeTable(pages: Pages, table: FoundTable, out: ArchiveWriter): SalvagedTable {
  const { layout, leaves } = table;
  const budget = budgetFor(pages);
  out.write(`{"columns": ${JSON.stringify(layout.columns.map(({ name }) => name))},\n   "rows": [`);
  let rows = 0;
  const withDoubt: number[] = [];
  for (const page of leaves) {
    const found = readTrusted(pages, page, layout, budget);
    if (!found.every(({ isSound }) => isSound)) withDoubt.push(page);
    for (const row of found) {
      if (!row.values || !row.isSound) continue;
      out.write(`${rows === 0 ? '' : ','}\n    ${rowText(row.values)}`);
      rows += 1;
    }
  }
  out.write(`],\n   "doubtful": [`);
  let doubtfulRows = 0;
  let unreadable = 0;
  let tooLong = 0;
  for (const page of withDoubt) {
    for (const row of readTrusted(pages, page, layout, budget)) {
      if (row.isTooLong) tooLong += 1;
      else if (!row.values) unreadable += 1;
      else if (!row.isSound) {
        out.write(`${doubtfulRows === 0 ? '' : ','}\n    ${rowText(row.values)}`);
        doubtfulRows += 1;
      }
    }
  }
  const problem = describe(table, { rows, doubtfulRows, unreadable, tooLong });
  out.write(`],\n   "problem": ${JSON.stringify(problem)}}`);
  return { name: layout.name, rows, doubtfulRows, problem };
}

/** The rows of a leaf. Bytes of a source carry their own proof, which text and pages do not. */
function readTrusted(pages: Pages, page: number, layout: TableLayout, budget: Budget): FoundRow[] {
  const rows = readLeaf(pages, page, layout, budget);
  const key = layout.columns.findIndex(({ name }) => name === 'sha256');
  const content = layout.columns.findIndex(({ type }) => type === 'BLOB');
  if (key < 0 || content < 0) return rows;
  return rows.map((row) => {
    const bytes = row.values?.[content];
    const isProven = Buffer.isBuffer(bytes) && createHash('sha256').update(bytes).digest('hex') === row.values?.[key];
    return { ...row, isSound: row.isSound && isProven };
  });
}

/** What is missing of a table, in words. */
function describe(
  { tree, leaves, expectedRows }: FoundTable,
  { rows, doubtfulRows, unreadable, tooLong }: Record<'rows' | 'doubtfulRows' | 'unreadable' | 'tooLong', number>,
): string | null {
  const sentences: string[] = [];
  if (tree === null && leaves.length === 0) sentences.push('The file does not say any more where this table is.');
  const damaged = tree?.damaged.length ?? 0;
  if (damaged > 0) sentences.push(`${counted(damaged, 'page')} of it could not be read.`);
  else if (tree?.isBroken) sentences.push('A page that leads to others of it could not be followed.');
  if (unreadable > 0) sentences.push(`${counted(unreadable, 'row')} could not be read.`);
  if (tooLong > 0) sentences.push(`${counted(tooLong, 'row')} too long to be written out.`);
  if (doubtfulRows > 0)
    sentences.push(`${counted(doubtfulRows, 'row')} given as doubtful: they, or what stood beside them, show damage.`);
  const missing = expectedRows === null ? 0 : expectedRows - rows - doubtfulRows;
  if (missing > 0) sentences.push(`${missing} of ${counted(expectedRows ?? 0, 'row')} missing.`);
  else if (expectedRows === null && (damaged > 0 || tree?.isBroken))
    sentences.push('How many rows are missing cannot be told.');
  return sentences.length === 0 ? null : sentences.join(' ');
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

const rowText = (row: readonly StoredValue[]): string => `[${row.map(valueText).join(', ')}]`;

/** JSON has no bytes, no large whole numbers and no infinity. */
function valueText(value: StoredValue): string {
  if (Buffer.isBuffer(value)) return `{"base64": "${value.toString('base64')}"}`;
  if (typeof value === 'bigint') return `{"integer": "${value}"}`;
  if (typeof value === 'number' && !Number.isFinite(value)) return `{"real": "${value}"}`;
  return JSON.stringify(value);
}

function nothingToRead(what: string): AppError {
  return new AppError('PROFILE_DAMAGED', `${what} Nothing was changed and nothing was written. Restore a backup.`);
}
