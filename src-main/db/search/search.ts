/** What the user types, turned into questions the search index understands. */
import type { Database } from 'better-sqlite3';
import { findFolded } from '../../../shared/domain/names/fold.ts';
import { connectionOf, type ReadableDatabase } from '../database.ts';
import { drainSearch } from './search-queue.ts';
import { addedWordsMark, soughtWords } from './searched-words.ts';

/** Marks around a hit in a snippet: characters that no text holds. */
export const hitStart = '\u0002';
export const hitEnd = '\u0003';

/** All words must occur, each as a prefix; null when there is nothing to look for. */
export function wordQuery(text: string): string | null {
  const words = soughtWords(text);
  return words.length === 0 ? null : words.join(' ');
}

/** The text as it stands, anywhere inside words; null when it is too short for that. */
export function partQuery(text: string): string | null {
  const trimmed = text.normalize('NFC').trim().replaceAll('\0', '');
  return [...trimmed].length < 3 ? null : `"${trimmed.replaceAll('"', '""')}"`;
}

export interface FoundDoc {
  readonly refId: string;
  readonly kind: string;
  readonly title: string;
  readonly snippet: string;
}

/** With more hits than this, ranking all of them costs more than it tells: a word half the record holds says little. */
const rankedAtMost = 1_500;

/**
 * The best `limit` documents: first those that hold every word, best first (a word in the title weighs ten times),
 * then those whose title holds the text as a part of a word. Words that too many documents hold find titles first, then
 * what was changed last, so that the time does not grow with the record.
 */
export function findDocs(db: ReadableDatabase, text: string, limit: number, kind: string | null = null): FoundDoc[] {
  const sqlite = connectionOf(db);
  drainSearch(sqlite);
  const seen = new Set<number>();
  const found: FoundDoc[] = [];
  const take = (docs: readonly IndexedDoc[]) => {
    for (const { id, own, ...doc } of docs) {
      if (seen.has(id) || found.length >= limit) continue;
      seen.add(id);
      found.push(own === null ? doc : { ...doc, snippet: snippetOf(own.trim(), doc.title, text) });
    }
  };
  const words = wordQuery(text);
  if (words !== null) {
    if (isRare(sqlite, 'searchWords', words)) take(run(sqlite, 'searchWords', words, 'rank', limit, kind));
    else {
      const titles = `title : (${words})`;
      take(run(sqlite, 'searchWords', titles, isRare(sqlite, 'searchWords', titles) ? 'rank' : 'newest', limit, kind));
      if (found.length < limit) take(run(sqlite, 'searchWords', words, 'newest', limit, kind));
    }
  }
  const parts = partQuery(text);
  if (parts !== null && found.length < limit) {
    take(run(sqlite, 'searchParts', parts, isRare(sqlite, 'searchParts', parts) ? 'rank' : 'newest', limit, kind));
  }
  return found;
}

interface IndexedDoc extends FoundDoc {
  readonly id: number;
  /** The text without the words added for the index; null where none were. */
  readonly own: string | null;
}

const before = 40;
const after = 80;

/** The place of the first words found in a text; where only the title holds them, the title. */
function snippetOf(text: string, title: string, words: string): string {
  const sought = [words.trim(), ...(words.match(/[\p{L}\p{N}\p{M}_]+/gu) ?? [])];
  for (const shown of [text, title]) {
    const place = sought.map((word) => findFolded(shown, word, 1)[0]).find((found) => found !== undefined);
    if (place === undefined) continue;
    const start = place.start <= before ? 0 : place.start - before;
    const from = shown.slice(start, place.start).replace(/^[\udc00-\udfff\p{M}]+/u, '');
    const to = shown.slice(place.end, place.end + after).replace(/[\ud800-\udbff]$/, '');
    const isCut = place.end + after < shown.length;
    return `${start > 0 ? '…' : ''}${from}${hitStart}${shown.slice(place.start, place.end)}${hitEnd}${to}${isCut ? '…' : ''}`;
  }
  return text.slice(0, before + after);
}

type Index = 'searchWords' | 'searchParts';

function isRare(sqlite: Database, index: Index, match: string): boolean {
  const { n } = sqlite
    .prepare(`SELECT count(*) AS n FROM (SELECT 1 FROM ${index} WHERE ${index} MATCH ? LIMIT ${rankedAtMost + 1})`)
    .get(match) as { n: number };
  return n <= rankedAtMost;
}

function run(
  sqlite: Database,
  index: Index,
  match: string,
  order: 'rank' | 'newest',
  limit: number,
  kind: string | null,
): IndexedDoc[] {
  const byRank = order === 'rank';
  return sqlite
    .prepare(
      `SELECT d.id, d.kind, d.refId, d.title, snippet(${index}, -1, '${hitStart}', '${hitEnd}', '…', 12) AS snippet,
         CASE WHEN instr(d.body, '${addedWordsMark}') > 0 THEN substr(d.body, 1, instr(d.body, '${addedWordsMark}') - 1) END AS own
       FROM ${index} JOIN searchDoc d ON d.id = ${index}.rowid
       WHERE ${index} MATCH ? ${byRank ? `AND ${index}.rank MATCH 'bm25(10.0, 1.0)'` : ''} ${kind === null ? '' : 'AND d.kind = ?'}
       ORDER BY ${byRank ? `${index}.rank` : `${index}.rowid DESC`} LIMIT ?`,
    )
    .all(...(kind === null ? [match, limit] : [match, kind, limit])) as IndexedDoc[];
}
