/** One's own edits of a role as a small file, for another Cairn to read. */
import { AppError } from '../../../shared/api/errors.ts';
import type { RolePatch } from '../../../shared/api/role-change.ts';
import { changeId, diffRoles } from '../../../shared/domain/role/role-diff.ts';
import type { ReadableDatabase } from '../../db/database.ts';
import { query } from '../../db/query.ts';
import { notFound } from '../not-found.ts';
import { loadContent } from './load-role.ts';
import { loadBase } from './role-base.ts';

/** The chosen edits against what was read. Throws NOT_FOUND, and INVALID_INPUT when none is chosen. */
export function composeRolePatch(
  db: ReadableDatabase,
  { id, changeIds, note }: { readonly id: string; readonly changeIds: readonly string[]; readonly note: string },
): RolePatch {
  const base = loadBase(db, id);
  const mine = loadContent(db, id);
  if (!mine) throw notFound('role');
  const chosen = new Set(changeIds);
  const changes = base ? diffRoles(base, mine).filter((change) => chosen.has(changeId(change))) : [];
  if (changes.length === 0) {
    throw new AppError('INVALID_INPUT', 'None of your edits is chosen, so there is nothing to suggest.');
  }
  const { name } = db.one(query.selectFrom('profile').select('name'));
  const { title, family, levelCode } = base ?? mine;
  return {
    format: 'cairn-rolepatch',
    formatVersion: 1,
    role: { title, ...(family === undefined ? {} : { family }), ...(levelCode === undefined ? {} : { levelCode }) },
    ...(name.trim() ? { author: name.trim() } : {}),
    ...(note.trim() ? { note: note.trim() } : {}),
    changes,
  };
}
