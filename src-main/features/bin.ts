/** The bin: what was moved there, and the way back. */
import type { BinItem } from '../../shared/api/accomplishment.ts';
import { AppError } from '../../shared/api/errors.ts';
import type { Context, Handlers } from '../app/context.ts';
import { notFound } from '../store/not-found.ts';

const tables = {
  accomplishment: ['accomplishment', 'title'],
  role: ['roleSpec', 'title'],
  resume: ['resume', 'name'],
  employer: ['employer', 'name'],
  position: ['position', 'title'],
  project: ['project', 'name'],
  education: ['education', 'institution'],
  certificate: ['certificate', 'name'],
  language: ['language', 'name'],
} as const;

export const binHandlers: Pick<Handlers, 'listBin' | 'restoreFromBin'> = {
  listBin({ sqlite }) {
    const parts = Object.entries(tables).map(
      ([kind, [table, title]]) =>
        `SELECT '${kind}' AS kind, id, "${title}" AS title, deletedAt FROM "${table}" WHERE deletedAt IS NOT NULL`,
    );
    return sqlite.prepare(`${parts.join(' UNION ALL ')} ORDER BY deletedAt DESC, id LIMIT 2000`).all() as BinItem[];
  },

  async restoreFromBin(context, { kind, id }) {
    const { db } = context;
    if (!Object.hasOwn(tables, kind)) throw new AppError('INVALID_INPUT', `There is no “${kind}” in the bin.`);
    const [table] = tables[kind as keyof typeof tables];
    const name = table as 'employer';
    const row = await db.selectFrom(name).select('deletedAt').where('id', '=', id).executeTakeFirst();
    const deletedAt = row?.deletedAt ?? null;
    if (deletedAt === null) throw notFound(kind);
    await db.updateTable(name).set({ deletedAt: null }).where('id', '=', id).execute();
    if (kind === 'position') {
      // a position cannot stand without its employer
      const position = await db
        .selectFrom('position')
        .select('employerId')
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      await db.updateTable('employer').set({ deletedAt: null }).where('id', '=', position.employerId).execute();
    }
    if (kind === 'employer') {
      // its positions went with it, in the same instant
      const positions = await db
        .selectFrom('position')
        .select('id')
        .where('employerId', '=', id)
        .where('deletedAt', '=', deletedAt)
        .execute();
      for (const position of positions) {
        await db.updateTable('position').set({ deletedAt: null }).where('id', '=', position.id).execute();
        await relink(context, 'position', position.id);
      }
    }
    if (kind === 'position' || kind === 'project') await relink(context, kind, id);
    return { id };
  },
};

/** What pointed at it before points at it again, unless it was given another place meanwhile. */
async function relink({ db }: Context, kind: 'position' | 'project', refId: string): Promise<void> {
  const column = kind === 'position' ? 'positionId' : 'projectId';
  for (const { fromKind, fromId } of await db
    .selectFrom('unlinked')
    .selectAll()
    .where('kind', '=', kind)
    .where('refId', '=', refId)
    .execute()) {
    const table = fromKind as 'accomplishment';
    await db
      .updateTable(table)
      .set({ [column]: refId })
      .where('id', '=', fromId)
      .where(column, 'is', null)
      .execute();
  }
  await db.deleteFrom('unlinked').where('kind', '=', kind).where('refId', '=', refId).execute();
}
