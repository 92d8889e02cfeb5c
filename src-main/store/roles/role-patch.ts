/** One's own edits of a role as a small file, for another Cairn to read. */
import type { Database } from 'better-sqlite3';
import type { Kysely } from 'kysely';
import { AppError } from '../../../shared/api/errors.ts';
import type { RolePatch } from '../../../shared/api/role-change.ts';
import { changeId, diffRoles } from '../../../shared/domain/role/role-diff.ts';
import type { Tables } from '../../db/schema.ts';
import { notFound } from '../not-found.ts';
import { loadBase } from './role-base.ts';
import { loadContent } from './role-load.ts';

/** The chosen edits against what was read. Throws NOT_FOUND, and INVALID_INPUT when none is chosen. */
export async function composeRolePatch(
  { db, sqlite }: { readonly db: Kysely<Tables>; readonly sqlite: Database },
  { id, changeIds, note }: { readonly id: string; readonly changeIds: readonly string[]; readonly note: string },
): Promise<RolePatch> {
  const base = loadBase(sqlite, id);
  const mine = loadContent(sqlite, id);
  if (!mine) throw notFound('role');
  const chosen = new Set(changeIds);
  const changes = base ? diffRoles(base, mine).filter((change) => chosen.has(changeId(change))) : [];
  if (changes.length === 0) {
    throw new AppError('INVALID_INPUT', 'None of your edits is chosen, so there is nothing to suggest.');
  }
  const { name } = await db.selectFrom('profile').select('name').executeTakeFirstOrThrow();
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
