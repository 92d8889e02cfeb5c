/** A zip archive as the files in it, so far as they can be role documents. */

import { AppError } from '../../../shared/api/errors.ts';
import type { Draft } from '../../../shared/api/import.ts';
import { quoted } from '../outline/clean-text.ts';
import { isUsefulStart, officialTableOf } from '../roles/official/official-tables.ts';
import type { GivenFile } from '../source.ts';
import { binaryKindOf } from './file-signature.ts';
import { isWorkbook, readWorkbook } from './spreadsheet.ts';
import { checkTotal, listZip, openBudget, peekEntry, readEntry, type ZipEntry } from './zip-entries.ts';

export interface Unpacked {
  /** Each is inflated when it is asked for, so that one of them at a time is held. */
  readonly files: readonly { readonly name: string; readonly read: () => Uint8Array }[];
  /** Read from the archive as a whole, where it is itself a document. */
  readonly drafts: readonly Draft[];
  /** Characters that those drafts were read from. */
  readonly decoded: number;
  /** What in it was not looked at, a sentence each. */
  readonly leftOut: readonly string[];
}

/** Throws AppErrors alone. */
export function unpack(file: GivenFile): Unpacked {
  const { name, bytes } = file;
  const kind = binaryKindOf(bytes);
  // What begins like an office document is better called that, even when its end is lost.
  const entries = kind === 'a zip archive' || kind === 'a spreadsheet' ? listZip(name, bytes, kind) : [];
  if (entries.length === 0 && kind !== null && kind !== 'a zip archive') throw notText(name, kind);
  if (entries.length === 0) {
    throw new AppError('FILE_EMPTY', `${quoted(name)} is a zip archive with no files in it. Nothing was added.`);
  }
  const budget = openBudget(bytes.length);
  if (isWorkbook(entries)) return { files: [], ...readWorkbook(name, bytes, entries, budget), leftOut: [] };
  const isOffice = entries.some(({ path }) => path === '[Content_Types].xml' || path === 'mimetype');
  if (isOffice) throw notText(name, kind ?? 'an office document');
  const wanted: ZipEntry[] = [];
  const leftOut: string[] = [];
  for (const entry of entries) {
    const start = peekEntry(bytes, entry, 2_048);
    const seems = start.length === 0 ? 'empty or locked' : binaryKindOf(start);
    if (seems === null && isUnusedTable(start, entry.name)) {
      leftOut.push(`${quoted(entry.name)} in ${quoted(name)} is a table that Cairn does not use.`);
    } else if (seems === null) wanted.push(entry);
    else leftOut.push(`${quoted(entry.name)} in ${quoted(name)} is ${seems} and was not read.`);
  }
  checkTotal(name, wanted, budget);
  const files = wanted.map((entry) => ({ name: entry.name, read: () => readEntry(name, bytes, entry, budget) }));
  return { files, drafts: [], decoded: 0, leftOut };
}

/** A table of an official download that would only be inflated to be put aside. */
function isUnusedTable(start: Uint8Array, name: string): boolean {
  const text = new TextDecoder().decode(start);
  // The last line of a beginning is cut off.
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  const table = officialTableOf({ name, place: 0, text: whole, repair: undefined, isWestern: false });
  return table !== null && !isUsefulStart(table);
}

function notText(name: string, kind: string): AppError {
  return new AppError(
    'FILE_UNREADABLE',
    `${quoted(name)} seems to be ${kind}, not text. Nothing was added. Open it, copy its text and paste that.`,
  );
}
