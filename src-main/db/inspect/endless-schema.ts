/**
 * The list of all tables is the first thing SQLite reads of a file, and it follows whatever that list is made of. A file
 * can be made in which every page of it leads to the next one many times over: reading it would never end, and nothing
 * but ending the process stops it. So its pages are followed here first, each once.
 */
import { AppError } from '../../../shared/api/errors.ts';
import { readBtreePage } from '../salvage/btree-page.ts';
import { openPages, type Pages } from './pages.ts';

/** Ours takes some thirty. */
const mostPages = 10_000;

/** Whether some page of the list of tables belongs to it twice, or there are more than any record has. */
export function isSchemaEndless(pages: Pages): boolean {
  const seen = new Set([1]);
  for (const page of seen) {
    for (const child of readBtreePage(pages, page)?.children ?? []) {
      if (seen.has(child.page) || seen.size === mostPages) return true;
      // a set that grows while it is walked is walked to its end
      seen.add(child.page);
    }
  }
  return false;
}

/** The same of a file, which no connection of this process may have open: to close it here would drop its locks. */
export function hasEndlessSchema(file: string): boolean {
  const pages = openPages(file);
  try {
    return isSchemaEndless(pages);
  } finally {
    pages.close();
  }
}

/** The words for a list of tables that has no end. */
export function endlessSchemaError(): AppError {
  return new AppError(
    'PROFILE_DAMAGED',
    'The file that holds your record is not as Cairn wrote it: its list of tables leads back into itself. It was not opened and not changed. Restore a backup, or save what can be read.',
  );
}
