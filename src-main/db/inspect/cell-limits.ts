/**
 * What a value in a record can take at most. The contract and the readers of documents limit what is saved, so a value far
 * beyond that was put into the file by something else: it would be read, and slow everything down, for good.
 */
import type { Database } from 'better-sqlite3';
import { limits, maxDraftCharacters } from '../../../shared/vocabulary/limits.ts';
import { sqlIdentifier } from '../undo/undo-tables.ts';

const mebibyte = 1024 ** 2;

/**
 * A text of the user's has 50,000 characters, what is not saved yet 200,000, of up to three bytes each; a few short texts
 * as JSON come to 300 kB.
 */
const usualBytes = mebibyte;
/** As large as everything a reader gives out, written as JSON. */
const documentBytes = 4 * maxDraftCharacters;

/** In bytes, by table and column. Each is at least twice what the contract lets through. */
const largerColumns: Readonly<Record<string, number>> = {
  'sourceBytes.bytes': limits.filesAtOnce.most,
  // twenty labelled texts as JSON
  'requirement.details': 8 * mebibyte,
  // 400,000 characters; a hundred facts with the words they were read from, as JSON
  'roleSpec.words': 4 * mebibyte,
  'roleSpec.facts': 64 * mebibyte,
  // all that is said of an accomplishment, its sixty competencies and its witnesses
  'searchDoc.body': 64 * mebibyte,
  // what a document says, which only the reader of it limits
  'section.blocks': documentBytes,
  'ladder.faqs': documentBytes,
  'ladder.shortRows': documentBytes,
  'ladder.sections': documentBytes,
  'ladder.facts': documentBytes,
  'roleBase.content': documentBytes,
  'importDraft.draft': documentBytes,
  // what was written last in each row, which may be any of these
  'undoEntry.old': 2 * documentBytes,
};

/**
 * Looks for a value that is longer than Cairn writes it; answers which, in words, or null. Lengths stand beside the
 * values, so that none is read. The schema must be known to be ours, and the pages to be sound.
 */
export function findOversizedCell(sqlite: Database): string | null {
  const tables = sqlite
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'`)
    .pluck()
    .all() as string[];
  for (const table of tables) {
    const columns = sqlite
      .prepare(`SELECT name FROM pragma_table_xinfo(?) WHERE type NOT IN ('INTEGER', 'REAL')`)
      .pluck()
      .all(table) as string[];
    if (columns.length === 0) continue;
    const lengths = columns.map((column) => `max(octet_length(${sqlIdentifier(column)}))`).join(', ');
    const longest = sqlite
      .prepare(`SELECT ${lengths} FROM ${sqlIdentifier(table)}`)
      .raw()
      .get() as (number | null)[];
    for (const [index, column] of columns.entries()) {
      const bytes = longest[index] ?? 0;
      if (bytes > (largerColumns[`${table}.${column}`] ?? usualBytes))
        return `its table “${table}” holds ${Math.ceil(bytes / mebibyte)} MB in a single “${column}”, far more than Cairn writes there`;
    }
  }
  return null;
}
