/** The bin: what was moved there, and the way back. */
import type { BinItem } from '../../shared/api/accomplishment.ts';
import { AppError } from '../../shared/api/errors.ts';
import type { Handlers } from '../dispatch.ts';
import { notFound } from '../not-found.ts';

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

  async restoreFromBin({ db }, { kind, id }) {
    if (!Object.hasOwn(tables, kind)) throw new AppError('INVALID_INPUT', `There is no “${kind}” in the bin.`);
    const [table] = tables[kind as keyof typeof tables];
    const name = table as 'employer';
    const result = await db
      .updateTable(name)
      .set({ deletedAt: null })
      .where('id', '=', id)
      .where('deletedAt', 'is not', null)
      .executeTakeFirst();
    if (Number(result.numUpdatedRows) === 0) throw notFound(kind);
    if (kind === 'position') {
      // a position cannot stand without its employer
      const position = await db
        .selectFrom('position')
        .select('employerId')
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      await db.updateTable('employer').set({ deletedAt: null }).where('id', '=', position.employerId).execute();
    }
    return { id };
  },
};
