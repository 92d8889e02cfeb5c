/** Imports: a file is read into a draft, the draft waits for its review, one command applies it. */
import { createHash } from 'node:crypto';
import { AppError } from '../../shared/api/errors.ts';
import type { Draft, ImportDraft } from '../../shared/api/import.ts';
import { DEFAULT_SCALE } from '../../shared/api/role-content.ts';
import { storePack, storeRole } from '../db/roles.ts';
import type { Context, Handlers } from '../dispatch.ts';
import { countDraft } from '../import/counts.ts';
import { runReader } from '../import/run-reader.ts';
import { notFound } from '../not-found.ts';

/** What a reader may be handed at most. */
const maxBytes = 20 * 1024 * 1024;

export const importHandlers: Pick<
  Handlers,
  | 'pickImport'
  | 'previewImport'
  | 'readImport'
  | 'readPastedImport'
  | 'listImportDrafts'
  | 'getImportDraft'
  | 'changeImportDraft'
  | 'applyImport'
  | 'discardImport'
> = {
  async pickImport(context) {
    const file = await context.host.pickFile({
      title: 'Choose a role document',
      filters: [
        { name: 'Role documents', extensions: ['json', 'txt', 'md', 'html', 'htm'] },
        { name: 'All files', extensions: ['*'] },
      ],
      maxBytes,
    });
    return file ? keepDrafts(context, file.name, file.bytes) : null;
  },

  previewImport: (_context, { name, bytes }) => readCapped(name, bytes),

  readImport: (context, { name, bytes }) => keepDrafts(context, name, bytes),

  readPastedImport: (context, { text }) => keepDrafts(context, 'Pasted text', new TextEncoder().encode(text)),

  listImportDrafts: ({ db }) =>
    db
      .selectFrom('importDraft')
      .select(['id', 'title', 'format', 'sourceName', 'createdAt', 'noticeCount'])
      .orderBy('createdAt', 'desc')
      .orderBy('id', 'desc')
      .execute() as ReturnType<Handlers['listImportDrafts']>,

  async getImportDraft({ db }, { id }) {
    const row = await db
      .selectFrom('importDraft')
      .innerJoin('sourceBytes', 'sourceBytes.sha256', 'importDraft.sha256')
      .select(['importDraft.id', 'sourceName', 'draft', 'createdAt'])
      .select((eb) => eb.fn<number>('length', ['sourceBytes.bytes']).as('sourceBytes'))
      .where('importDraft.id', '=', id)
      .executeTakeFirst();
    if (!row) throw notFound('draft');
    const draft = JSON.parse(row.draft) as Draft;
    const roles = draft.kind === 'role' ? [draft.role] : draft.pack.roles;
    const alreadyHere = [];
    for (const role of roles) {
      const known = await db
        .selectFrom('roleSpec')
        .select(['id', 'title'])
        .where('title', '=', role.title)
        .where('family', role.family ? '=' : 'is', role.family ?? null)
        .where('deletedAt', 'is', null)
        .executeTakeFirst();
      if (known) alreadyHere.push(known);
    }
    const { draft: _draft, ...kept } = row;
    return { ...draft, ...kept, counts: countDraft(draft), alreadyHere } as ImportDraft;
  },

  async changeImportDraft(context, { id, role }) {
    const draft = await readDraft(context, id);
    if (draft.kind !== 'role') throw new AppError('INVALID_INPUT', 'A pack is added as it is.');
    await context.db
      .updateTable('importDraft')
      .set({ draft: JSON.stringify({ ...draft, title: role.title, role }), title: role.title })
      .where('id', '=', id)
      .execute();
    return { id };
  },

  async applyImport(context, { id }) {
    const { db, host, now } = context;
    const row = await db.selectFrom('importDraft').selectAll().where('id', '=', id).executeTakeFirst();
    if (!row) throw notFound('draft');
    const draft = JSON.parse(row.draft) as Draft;
    const storing = { db, newId: host.newId, now };
    const sourceDocumentId = host.newId();
    await db
      .insertInto('sourceDocument')
      .values({
        id: sourceDocumentId,
        sha256: row.sha256,
        name: row.sourceName,
        format: row.format,
        url: draft.sourceUrl ?? null,
        importedAt: now,
      })
      .execute();
    const roleIds =
      draft.kind === 'role'
        ? [await storeRole(storing, draft.role, { sourceDocumentId, packId: null, scaleId: () => DEFAULT_SCALE })]
        : await storePack(storing, draft.pack, sourceDocumentId);
    await db.deleteFrom('importDraft').where('id', '=', id).execute();
    return { roleIds };
  },

  async discardImport({ db }, { id }) {
    const result = await db.deleteFrom('importDraft').where('id', '=', id).executeTakeFirst();
    if (Number(result.numDeletedRows) === 0) throw notFound('draft');
    return { id };
  },
};

async function readDraft({ db }: Context, id: string): Promise<Draft> {
  const row = await db.selectFrom('importDraft').select('draft').where('id', '=', id).executeTakeFirst();
  if (!row) throw notFound('draft');
  return JSON.parse(row.draft) as Draft;
}

/** Reads in the worker; refuses what is too large before that. */
function readCapped(name: string, bytes: Uint8Array): Promise<Draft[]> {
  if (bytes.length > maxBytes) {
    const size = Math.round(bytes.length / 1024 / 1024);
    throw new AppError(
      'FILE_TOO_LARGE',
      `${name} holds ${size} MB; Cairn reads up to 20 MB. Nothing was added. Save only the role's page, or paste its text.`,
    );
  }
  return runReader(name, bytes);
}

/** Reads outside any transaction, then keeps what was read in one. */
async function keepDrafts(context: Context, name: string, bytes: Uint8Array): Promise<{ ids: string[] }> {
  const drafts = await readCapped(name, bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const ids = await context.write(null, async ({ db, host, now }) => {
    await db
      .insertInto('sourceBytes')
      .values({ sha256, bytes: Buffer.from(bytes) })
      .onConflict((conflict) => conflict.column('sha256').doNothing())
      .execute();
    const kept: string[] = [];
    for (const draft of drafts) {
      const id = host.newId();
      await db
        .insertInto('importDraft')
        .values({
          id,
          sourceName: name,
          sha256,
          title: draft.title,
          format: draft.format,
          noticeCount: draft.notices.length,
          draft: JSON.stringify(draft),
          createdAt: now,
        })
        .execute();
      kept.push(id);
    }
    return kept;
  });
  return { ids };
}
