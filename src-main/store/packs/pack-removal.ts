/** Taking a pack out again, and leaving what the user built on it. Runs in the caller's transaction. */
import type { Database } from 'better-sqlite3';
import { prepared } from '../../db/statement-cache.ts';

/** A role of a pack that the user has made their own: edited, pinned or named by a resume. */
const isKept = `(EXISTS (SELECT 1 FROM roleBase b WHERE b.roleSpecId = r.id) OR EXISTS (SELECT 1 FROM pin WHERE pin.roleSpecId = r.id)
  OR EXISTS (SELECT 1 FROM resume WHERE resume.roleSpecId = r.id))`;

/** How many roles of each pack stay when it is removed, by pack. */
export function keptRoles(sqlite: Database): Map<string, number> {
  const rows = prepared(
    sqlite,
    `SELECT packId, count(*) AS n FROM roleSpec r WHERE packId IS NOT NULL AND deletedAt IS NULL AND ${isKept} GROUP BY packId`,
  ).all() as { packId: string; n: number }[];
  return new Map(rows.map((row) => [row.packId, row.n]));
}

/** Removes a pack: its roles go, but for those the user made their own, which stay with the credit their licence asks for. */
export function removePack(sqlite: Database, packId: string): { removed: number; kept: number } {
  const kept = prepared(
    sqlite,
    `UPDATE roleSpec AS r SET packId = NULL, credit = coalesce(credit, (SELECT coalesce(nullif(attribution, ''), name || ' · ' || author || ' · ' || licence) FROM pack WHERE pack.id = ?))
     WHERE packId = ? AND ${isKept}`,
  ).run(packId, packId).changes;
  const asked = prepared(
    sqlite,
    `WITH RECURSIVE asked(id) AS (
       SELECT q.competencyId FROM requirement q JOIN roleSpec r ON r.id = q.roleSpecId WHERE r.packId = ?
       UNION SELECT c.parentId FROM asked JOIN competency c ON c.id = asked.id WHERE c.parentId IS NOT NULL)
     SELECT id FROM asked`,
  ).all(packId) as { id: string }[];
  const removed = prepared(sqlite, 'DELETE FROM roleSpec WHERE packId = ?').run(packId).changes;
  prepared(
    sqlite,
    'DELETE FROM ladder WHERE packId = ? AND NOT EXISTS (SELECT 1 FROM roleSpec r WHERE r.ladderId = ladder.id)',
  ).run(packId);
  prepared(sqlite, 'UPDATE ladder SET packId = NULL WHERE packId = ?').run(packId);
  prepared(sqlite, 'DELETE FROM pack WHERE id = ?').run(packId);
  prepared(
    sqlite,
    `DELETE FROM sourceDocument WHERE format = 'role-pack' AND id NOT IN (SELECT sourceDocumentId FROM roleSpec WHERE sourceDocumentId IS NOT NULL)
       AND id NOT IN (SELECT sourceDocumentId FROM ladder WHERE sourceDocumentId IS NOT NULL)`,
  ).run();
  removeUnused(
    sqlite,
    asked.map((one) => one.id),
  );
  return { removed, kept };
}

/** Takes out those of the competencies that nothing speaks of any more, the lowest first. */
function removeUnused(sqlite: Database, ids: readonly string[]): void {
  const remove = prepared(
    sqlite,
    `DELETE FROM competency WHERE id IN (SELECT value FROM json_each(?))
       AND NOT EXISTS (SELECT 1 FROM requirement r WHERE r.competencyId = competency.id)
       AND NOT EXISTS (SELECT 1 FROM showing s WHERE s.competencyId = competency.id)
       AND NOT EXISTS (SELECT 1 FROM selfAssessment a WHERE a.competencyId = competency.id)
       AND NOT EXISTS (SELECT 1 FROM keptApart k WHERE k.aId = competency.id OR k.bId = competency.id)
       AND NOT EXISTS (SELECT 1 FROM competency c WHERE c.parentId = competency.id)`,
  );
  while (remove.run(JSON.stringify(ids)).changes > 0);
}
