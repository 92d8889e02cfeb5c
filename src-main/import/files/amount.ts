/** How much text a file may hold, told before anything is done with it that takes time. */
import { AppError } from '../../../shared/api/errors.ts';
import { quoted } from '../outline/clean.ts';
import { checkLines } from '../outline/outline.ts';
import { officialTableOf } from '../roles/official/official-tables.ts';
import { looksLikeHtml } from '../roles/plain-document.ts';
import { looksLikeJson } from './read-json.ts';
import { tableOf } from './table-file.ts';

const LONGEST_TEXT = 2_000_000;
const MOST_LINES = 50_000;
const LONGEST_PAGE = 5_000_000;
/** The start of a text, by which a table is told. */
const START = 20_000;

/**
 * Refuses a decoded text that its reader would refuse, before it is cleaned, repaired and cut into lines: by its
 * characters, or by its lines. JSON is measured by its own reader, and official downloads are as long as they are.
 * Throws FILE_TOO_LARGE.
 */
export function checkAmount(name: string, text: string): void {
  if (looksLikeJson(text)) return;
  const isPage = looksLikeHtml(text);
  const most = isPage ? LONGEST_PAGE : LONGEST_TEXT;
  const lines = isPage ? 0 : lineCount(text);
  if (text.length <= most && lines <= MOST_LINES) return;
  if (!isPage) {
    const source = { name, text: text.slice(0, START), place: 0, repair: undefined, isWestern: false };
    if (officialTableOf(source) !== null) return;
    const isTable = tableOf(source.text.slice(0, source.text.lastIndexOf('\n') + 1)) !== null;
    if (isTable || text.length <= most) {
      checkLines(name, lines);
      return;
    }
  }
  throw tooLong(name, text.length, most);
}

/** Refuses JSON of no known format that is longer than a page may be. Throws FILE_TOO_LARGE. */
export function checkLength(name: string, length: number): void {
  if (length > LONGEST_PAGE) throw tooLong(name, length, LONGEST_PAGE);
}

function tooLong(name: string, length: number, most: number): AppError {
  return new AppError(
    'FILE_TOO_LARGE',
    `${quoted(name)} holds ${(length / 1_000_000).toFixed(1)} million characters; the limit is ${most / 1_000_000} million. Nothing was added. Copy the role’s part and paste that.`,
  );
}

/** Lines whatever ends them: a line feed, a carriage return, or both. */
function lineCount(text: string): number {
  let count = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  if (count > 1) return count;
  for (let at = text.indexOf('\r'); at !== -1; at = text.indexOf('\r', at + 1)) count += 1;
  return count;
}
