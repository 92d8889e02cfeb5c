/** Drafts of imports as they are stored: what was read, and what the user decided in the review. */
import type { Decision, Draft } from '../../../shared/api/import.ts';
import { RoleContent } from '../../../shared/api/role-content.ts';
import { RoleLibrary, RolePack } from '../../../shared/api/role-pack.ts';
import type { ReadableDatabase, WritableDatabase } from '../../db/database.ts';
import { query } from '../../db/query.ts';
import { notFound } from '../not-found.ts';
import { deleteOrphanedSources } from '../roles/orphaned-sources.ts';

/** The draft that was parsed last, by database: it is gone when the record is closed, restored or left. */
const parsedLast = new WeakMap<ReadableDatabase, { readonly text: string; readonly draft: Draft }>();

/** A longer one is parsed whenever it is asked for; kept in memory it would take hundreds of megabytes. */
const maxKeptCharacters = 16_000_000;

/**
 * The draft as it stands. Parsed once: every caller is given the same object as long as the text is the same, however
 * it was changed. Throws NOT_FOUND.
 */
export function loadDraft(db: ReadableDatabase, id: string): Draft {
  const row = db.first(query.selectFrom('importDraft').select('draft as text').where('id', '=', id));
  if (!row) throw notFound('draft');
  const last = parsedLast.get(db);
  if (last?.text === row.text) return last.draft;
  const draft = parseDraft(row.text);
  if (row.text.length > maxKeptCharacters) parsedLast.delete(db);
  else parsedLast.set(db, { text: row.text, draft });
  return draft;
}

/** What is stored of a draft. */
export function columnsOf(draft: Draft) {
  const { title, format, notices } = draft;
  return { title, format, noticeCount: notices.length, draft: JSON.stringify(draft) };
}

export function changeDraft(db: WritableDatabase, id: string, draft: Draft): void {
  db.run(query.updateTable('importDraft').set(columnsOf(draft)).where('id', '=', id));
}

/** Deletes a draft with what was decided in it. Throws NOT_FOUND. */
export function deleteDraft(db: WritableDatabase, id: string): void {
  if (db.run(query.deleteFrom('importDraft').where('id', '=', id)) === 0) throw notFound('draft');
  parsedLast.delete(db);
  deleteOrphanedSources(db);
}

/** Keeps what was decided about one thing of a draft, in the words of the caller. Throws NOT_FOUND. */
export function storeDecision(db: WritableDatabase, draftId: string, about: Decision, decided: string): void {
  if (!db.first(query.selectFrom('importDraft').select('id').where('id', '=', draftId))) throw notFound('draft');
  db.run(
    query
      .insertInto('importDecision')
      .values({ draftId, about, decided })
      .onConflict((conflict) => conflict.columns(['draftId', 'about']).doUpdateSet({ decided })),
  );
}

/** Null where nothing was decided. */
export function loadDecision(db: ReadableDatabase, draftId: string, about: Decision): string | null {
  const decisions = query.selectFrom('importDecision').select('decided');
  return db.first(decisions.where('draftId', '=', draftId).where('about', '=', about))?.decided ?? null;
}

/** A draft as it was kept, by whichever version of Cairn: what an older one did not know yet gets its default. */
function parseDraft(text: string): Draft {
  const draft = JSON.parse(text) as Draft;
  if (draft.kind === 'role') return { ...draft, role: RoleContent.parse(draft.role) };
  if (draft.kind === 'ladder') return { ...draft, library: RoleLibrary.parse(draft.library) };
  // a pack has passed its schema when it was read; checking thousands of roles once more would be felt
  if (draft.kind === 'pack' && draft.pack.formatVersion !== 2) return { ...draft, pack: RolePack.parse(draft.pack) };
  return draft;
}
