/** What was read of a role, kept beside what the user made of it: the two make a fork. */
import { RoleContent } from '../../../shared/api/role-content.ts';
import { diffRoles } from '../../../shared/domain/role/role-diff.ts';
import type { ReadableDatabase, WritableDatabase } from '../../db/database.ts';
import { query } from '../../db/query.ts';
import { loadContent } from './load-role.ts';

/** Every list of a role, empty. */
const emptyLists = RoleContent.parse({ title: ' ' });

/** What was read, of a role the user has edited since; undefined of one that is as it was read. */
export function loadBase(db: ReadableDatabase, id: string): RoleContent | undefined {
  const row = db.first(query.selectFrom('roleBase').select('content').where('roleSpecId', '=', id));
  // an older version of Cairn may not have known every list yet
  return row && { ...emptyLists, ...(JSON.parse(row.content) as RoleContent) };
}

/** To be called before an edit by hand: keeps what was read, the first time. A role written by hand has nothing to keep. */
export function storeBaseOnce(db: WritableDatabase, id: string): void {
  const role = db.first(query.selectFrom('roleSpec').select(['sourceDocumentId', 'packId']).where('id', '=', id));
  const wasRead = role && (role.sourceDocumentId !== null || role.packId !== null);
  const content = wasRead && loadBase(db, id) === undefined ? loadContent(db, id) : undefined;
  if (content) db.run(query.insertInto('roleBase').values({ roleSpecId: id, content: JSON.stringify(content) }));
}

/** Makes an edition what was read; where the role no longer differs from it, there is nothing to keep. */
export function changeBase(db: WritableDatabase, id: string, base: RoleContent, mine: RoleContent): void {
  if (diffRoles(base, mine).length === 0) {
    db.run(query.deleteFrom('roleBase').where('roleSpecId', '=', id));
    return;
  }
  const content = JSON.stringify(base);
  const insert = query.insertInto('roleBase').values({ roleSpecId: id, content });
  db.run(insert.onConflict((conflict) => conflict.column('roleSpecId').doUpdateSet({ content })));
}
