/** A zip archive as the files in it, so far as they can be role documents. */

import { AppError } from '../../shared/api/errors.ts';
import type { Draft } from '../../shared/api/import.ts';
import { quoted } from './clean.ts';
import type { GivenFile } from './read.ts';
import { binaryKind } from './signature.ts';
import { isWorkbook, readWorkbook } from './spreadsheet.ts';
import { listZip, openBudget, peekEntry, readEntry } from './zip-entries.ts';

export interface Unpacked {
  readonly files: readonly GivenFile[];
  /** Read from the archive as a whole, where it is itself a document. */
  readonly drafts: readonly Draft[];
  /** What in it was not looked at, a sentence each. */
  readonly leftOut: readonly string[];
}

/** Throws AppErrors alone. */
export function unpack(file: GivenFile): Unpacked {
  const { name, bytes } = file;
  const entries = listZip(name, bytes);
  if (entries.length === 0) {
    throw new AppError('FILE_EMPTY', `${quoted(name)} is a zip archive with no files in it. Nothing was added.`);
  }
  const budget = openBudget();
  if (isWorkbook(entries)) return { files: [], drafts: readWorkbook(name, bytes, entries), leftOut: [] };
  const isOffice = entries.some(({ path }) => path === '[Content_Types].xml' || path === 'mimetype');
  if (isOffice) {
    const kind = binaryKind(bytes) ?? 'an office document';
    throw new AppError(
      'FILE_UNREADABLE',
      `${quoted(name)} seems to be ${kind}, not text. Nothing was added. Open it, copy its text and paste that.`,
    );
  }
  const files: GivenFile[] = [];
  const leftOut: string[] = [];
  for (const entry of entries) {
    const start = peekEntry(bytes, entry, 2_048);
    const kind = start.length === 0 ? 'empty or locked' : binaryKind(start);
    if (kind === null) files.push({ name: entry.name, bytes: readEntry(name, bytes, entry, budget) });
    else leftOut.push(`${quoted(entry.name)} in ${quoted(name)} is ${kind} and was not read.`);
  }
  return { files, drafts: [], leftOut };
}
