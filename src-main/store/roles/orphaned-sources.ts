/** What drafts leave behind once nothing names it any more, not even a step that could be undone. */
import { connectionOf, type WritableDatabase } from '../../db/database.ts';

/**
 * Deletes the bytes of sources that no draft, no document of the record and no undo step names. Runs in the transaction of
 * its caller, if there is one.
 */
export function deleteOrphanedSources(db: WritableDatabase): void {
  const sqlite = connectionOf(db);
  const sources = sqlite
    .prepare(
      `SELECT sha256 FROM sourceBytes WHERE sha256 NOT IN (SELECT sha256 FROM sourceDocument)
       AND sha256 NOT IN (SELECT sha256 FROM importDraft)
       AND sha256 NOT IN (SELECT json_extract(p.value, '$.sha256') FROM sourceDocument, json_each(parts) p)
       AND sha256 NOT IN (SELECT json_extract(p.value, '$.sha256') FROM importDraft, json_each(parts) p)`,
    )
    .pluck()
    .all() as string[];
  if (sources.length === 0) return;
  // the journal is read once, however many there are
  const unnamed = new Set(sources);
  const notes = sqlite.prepare(
    `SELECT coalesce(rowKey, '') || coalesce(old, '') FROM undoEntry WHERE tableName IN ('importDraft', 'sourceDocument')`,
  );
  for (const text of notes.pluck().iterate() as IterableIterator<string>)
    for (const name of unnamed) if (text.includes(name)) unnamed.delete(name);
  const deleteBytes = sqlite.prepare('DELETE FROM sourceBytes WHERE sha256 = ?');
  for (const sha256 of sources) if (unnamed.has(sha256)) deleteBytes.run(sha256);
}
