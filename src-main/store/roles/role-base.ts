/** What was read of a role, kept beside what the user made of it: the two make a fork. */
import type { Database } from 'better-sqlite3';
import { RoleContent } from '../../../shared/api/role-content.ts';
import { diffRoles } from '../../../shared/domain/role/role-diff.ts';
import { prepared } from '../../db/statement-cache.ts';
import { loadContent } from './role-load.ts';

/** Every list of a role, empty. */
const emptyLists = RoleContent.parse({ title: ' ' });

/** What was read, of a role the user has edited since; undefined of one that is as it was read. */
export function loadBase(sqlite: Database, id: string): RoleContent | undefined {
  const row = prepared(sqlite, 'SELECT content FROM roleBase WHERE roleSpecId = ?').get(id) as
    | { content: string }
    | undefined;
  // an older version of Cairn may not have known every list yet
  return row && { ...emptyLists, ...(JSON.parse(row.content) as RoleContent) };
}

/** To be called before an edit by hand: keeps what was read, the first time. A role written by hand has nothing to keep. */
export function keepWhatWasRead(sqlite: Database, id: string): void {
  const wasRead = prepared(
    sqlite,
    `SELECT 1 FROM roleSpec r WHERE id = ? AND (sourceDocumentId IS NOT NULL OR packId IS NOT NULL)
       AND NOT EXISTS (SELECT 1 FROM roleBase b WHERE b.roleSpecId = r.id)`,
  ).get(id);
  const content = wasRead && loadContent(sqlite, id);
  if (!content) return;
  prepared(sqlite, 'INSERT INTO roleBase (roleSpecId, content) VALUES (?, ?)').run(id, JSON.stringify(content));
}

/** Makes an edition what was read; where the role no longer differs from it, there is nothing to keep. */
export function setBase(sqlite: Database, id: string, base: RoleContent, mine: RoleContent): void {
  if (diffRoles(base, mine).length === 0) {
    prepared(sqlite, 'DELETE FROM roleBase WHERE roleSpecId = ?').run(id);
    return;
  }
  prepared(
    sqlite,
    'INSERT INTO roleBase (roleSpecId, content) VALUES (?, ?) ON CONFLICT (roleSpecId) DO UPDATE SET content = excluded.content',
  ).run(id, JSON.stringify(base));
}
