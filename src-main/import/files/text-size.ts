/** How much text a file may hold, told before anything is done with it that takes time. */
import { limits } from '../../../shared/vocabulary/limits.ts';
import { quoted } from '../outline/clean-text.ts';
import { checkLimit } from '../output-limits.ts';
import { officialTableOf } from '../roles/official/official-tables.ts';
import { looksLikeHtml } from '../roles/plain-document.ts';
import { looksLikeJson } from './read-json.ts';
import { tableOf } from './table-file.ts';

/** The start of a text, by which a table is told. */
const sampleLength = 20_000;

/**
 * Refuses a decoded text that its reader would refuse, before it is cleaned, repaired and cut into lines: by its
 * characters, or by its lines. JSON is measured by its own reader, and official downloads are as long as they are.
 * Throws FILE_TOO_LARGE.
 */
export function checkTextSize(name: string, text: string): void {
  if (looksLikeJson(text)) return;
  const isPage = looksLikeHtml(text);
  const limit = isPage ? limits.page : limits.text;
  const lines = isPage ? 0 : lineCount(text);
  if (text.length <= limit.most && lines <= limits.lines.most) return;
  if (!isPage) {
    const source = { name, text: text.slice(0, sampleLength), place: 0, repair: undefined, isWestern: false };
    if (officialTableOf(source) !== null) return;
    const isTable = tableOf(source.text.slice(0, source.text.lastIndexOf('\n') + 1)) !== null;
    if (isTable || text.length <= limit.most) {
      checkLimit(quoted(name), lines, limits.lines);
      return;
    }
  }
  checkLimit(quoted(name), text.length, limit);
}

/** Lines whatever ends them: a line feed, a carriage return, or both. */
function lineCount(text: string): number {
  let count = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  if (count > 1) return count;
  for (let at = text.indexOf('\r'); at !== -1; at = text.indexOf('\r', at + 1)) count += 1;
  return count;
}
