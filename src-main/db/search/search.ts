/** What the user types, turned into questions the search index understands. */
import type { Database } from 'better-sqlite3';
import { connectionOf, type ReadableDatabase } from '../database.ts';
import { drainSearch } from './search-queue.ts';

/** Marks around a hit in a snippet: characters that no text holds. */
export const hitStart = '\u0002';
export const hitEnd = '\u0003';

/** Words of a search, at most twelve. */
function wordsOf(text: string): string[] {
  return text
    .normalize('NFC')
    .split(/[^\p{L}\p{N}\p{M}_]+/u)
    .filter(Boolean)
    .slice(0, 12);
}

/** All words must occur, each as a prefix; null when there is nothing to look for. */
export function wordQuery(text: string): string | null {
  const words = wordsOf(text);
  return words.length === 0 ? null : words.map((word) => `"${word}"*`).join(' ');
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
  const take = (docs: readonly (FoundDoc & { id: number })[]) => {
    for (const { id, ...doc } of docs) {
      if (seen.has(id) || found.length >= limit) continue;
      seen.add(id);
      found.push(doc);
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
): (FoundDoc & { id: number })[] {
  const byRank = order === 'rank';
  return sqlite
    .prepare(
      `SELECT d.id, d.kind, d.refId, d.title, snippet(${index}, -1, '${hitStart}', '${hitEnd}', '…', 12) AS snippet
       FROM ${index} JOIN searchDoc d ON d.id = ${index}.rowid
       WHERE ${index} MATCH ? ${byRank ? `AND ${index}.rank MATCH 'bm25(10.0, 1.0)'` : ''} ${kind === null ? '' : 'AND d.kind = ?'}
       ORDER BY ${byRank ? `${index}.rank` : `${index}.rowid DESC`} LIMIT ?`,
    )
    .all(...(kind === null ? [match, limit] : [match, kind, limit])) as (FoundDoc & { id: number })[];
}
