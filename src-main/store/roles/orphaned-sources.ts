/** What drafts leave behind once nothing names it any more, not even a step that could be undone. */
import { sql } from 'kysely';
import type { WritableDatabase } from '../../db/database.ts';
import { compiled, query } from '../../db/query.ts';

/** The parts that documents and drafts were read from, beside their own bytes. */
const partsOf = (table: 'sourceDocument' | 'importDraft') =>
  query
    .selectFrom(table)
    .crossJoin(sql<{ readonly value: string }>`json_each(parts)`.as('part'))
    .select(({ eb, fn }) => fn<string>('json_extract', ['part.value', eb.val('$.sha256')]).as('sha256'));

const orphansInRecord = compiled(() =>
  query
    .selectFrom('sourceBytes')
    .select('sha256')
    .where('sha256', 'not in', query.selectFrom('sourceDocument').select('sha256'))
    .where('sha256', 'not in', query.selectFrom('importDraft').select('sha256'))
    .where('sha256', 'not in', partsOf('sourceDocument'))
    .where('sha256', 'not in', partsOf('importDraft')),
);

const notesOfSources = compiled(() =>
  query.selectFrom('undoEntry').select(['rowKey', 'old']).where('tableName', 'in', ['importDraft', 'sourceDocument']),
);

const deleteBytes = compiled((sha256: string) => query.deleteFrom('sourceBytes').where('sha256', '=', sha256));

/**
 * Deletes the bytes of sources that no draft, no document of the record and no undo step names. Runs in the transaction of
 * its caller, if there is one.
 */
export function deleteOrphanedSources(db: WritableDatabase): void {
  const sources = db.all(orphansInRecord()).map(({ sha256 }) => sha256);
  if (sources.length === 0) return;
  // the journal is read once, however many there are, and a note at a time: it may hold whole documents
  const unnamed = new Set(sources);
  for (const { rowKey, old } of db.each(notesOfSources())) {
    const text = `${rowKey ?? ''}${old ?? ''}`;
    for (const name of unnamed) if (text.includes(name)) unnamed.delete(name);
  }
  for (const sha256 of unnamed) db.run(deleteBytes(sha256));
}
