/** What the user types, turned into questions the search index understands. */
import type { Database } from 'better-sqlite3';

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

/**
 * The best `limit` documents: first those that hold every word, best first (a word in the title weighs ten times),
 * then those that hold the text as a part of a word.
 */
export function findDocs(sqlite: Database, text: string, limit: number, kind: string | null = null): FoundDoc[] {
  const words = wordQuery(text);
  const found: FoundDoc[] = words === null ? [] : run(sqlite, 'searchWords', words, limit, kind);
  const parts = partQuery(text);
  if (parts !== null && found.length < limit) {
    const seen = new Set(found.map((doc) => doc.kind + doc.refId));
    found.push(...run(sqlite, 'searchParts', parts, limit, kind).filter((doc) => !seen.has(doc.kind + doc.refId)));
  }
  return found.slice(0, limit);
}

function run(
  sqlite: Database,
  index: 'searchWords' | 'searchParts',
  match: string,
  limit: number,
  kind: string | null,
): FoundDoc[] {
  // the inner query ranks and cuts; a snippet is made only for what is shown
  return sqlite
    .prepare(
      `SELECT d.kind, d.refId, d.title, snippet(${index}, -1, '${hitStart}', '${hitEnd}', '…', 12) AS snippet
       FROM ${index} JOIN searchDoc d ON d.id = ${index}.rowid
       WHERE ${index} MATCH ? AND ${index}.rank MATCH 'bm25(10.0, 1.0)' ${kind === null ? '' : 'AND d.kind = ?'}
       ORDER BY ${index}.rank LIMIT ?`,
    )
    .all(...(kind === null ? [match, limit] : [match, kind, limit])) as FoundDoc[];
}

/** How many documents of a kind hold every word; counted up to `atMost`. */
export function countDocs(sqlite: Database, text: string, kind: string, atMost: number): number {
  const words = wordQuery(text);
  if (words === null) return 0;
  const row = sqlite
    .prepare(
      `SELECT count(*) AS n FROM (SELECT 1 FROM searchWords JOIN searchDoc d ON d.id = searchWords.rowid WHERE searchWords MATCH ? AND d.kind = ? LIMIT ?)`,
    )
    .get(words, kind, atMost) as { n: number };
  return row.n;
}
