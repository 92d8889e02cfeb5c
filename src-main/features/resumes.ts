/** Resumes: choices over the record. */
import { SectionKind } from '../../shared/api/resume.ts';
import type { Context, Handlers } from '../app/context.ts';
import { readSettings } from '../db/settings.ts';
import { notFound } from '../store/not-found.ts';
import { loadResume, loadResumeSettings } from '../store/resumes/resumes.ts';

export const resumeHandlers: Pick<
  Handlers,
  | 'listResumes'
  | 'getResume'
  | 'createResume'
  | 'duplicateResume'
  | 'changeResume'
  | 'chooseResumeItem'
  | 'orderResumeItems'
  | 'binResume'
> = {
  listResumes: ({ db }) =>
    db
      .selectFrom('resume')
      .leftJoin('roleSpec', 'roleSpec.id', 'resume.roleSpecId')
      .select(['resume.id', 'name', 'roleSpec.title as roleTitle', 'paper', 'resume.updatedAt', 'exportedAt'])
      .where('resume.deletedAt', 'is', null)
      .orderBy('resume.updatedAt', 'desc')
      .execute(),

  async getResume({ db }, { id }) {
    const resume = await settingsOf(db, id);
    return { resume, ...(await loadResume(db, resume)) };
  },

  async createResume({ db, host, now }, { name, roleId }) {
    const id = host.newId();
    const { paper } = await readSettings(db);
    const sections = SectionKind.options.map((kind) => ({ kind, isHidden: false }));
    await db
      .insertInto('resume')
      .values({
        id,
        name,
        roleSpecId: roleId,
        paper,
        density: 'comfortable',
        clearance: 'employer',
        sections: JSON.stringify(sections),
        createdAt: now,
        updatedAt: now,
        exportedAt: null,
        deletedAt: null,
      })
      .execute();
    return { id };
  },

  async duplicateResume({ db, host, now }, { id }) {
    const row = await db
      .selectFrom('resume')
      .selectAll()
      .where('id', '=', id)
      .where('deletedAt', 'is', null)
      .executeTakeFirst();
    if (!row) throw notFound('resume');
    const copyId = host.newId();
    await db
      .insertInto('resume')
      .values({ ...row, id: copyId, name: `${row.name}, copy`, createdAt: now, updatedAt: now, exportedAt: null })
      .execute();
    const choices = await db.selectFrom('resumeChoice').selectAll().where('resumeId', '=', id).execute();
    for (const choice of choices)
      await db
        .insertInto('resumeChoice')
        .values({ ...choice, resumeId: copyId })
        .execute();
    return { id: copyId };
  },

  async changeResume({ db, now }, { id, patch: { roleId, sections, ...columns } }) {
    await settingsOf(db, id);
    await db
      .updateTable('resume')
      .set({
        ...columns,
        ...(roleId === undefined ? {} : { roleSpecId: roleId }),
        ...(sections === undefined ? {} : { sections: JSON.stringify(sections) }),
        updatedAt: now,
      })
      .where('id', '=', id)
      .execute();
    return { id };
  },

  async chooseResumeItem(context, { id, kind, refId, isHidden, override }) {
    await settingsOf(context.db, id);
    if (isHidden === undefined && override === undefined) return { id };
    await choose(context, id, kind, refId, {
      ...(isHidden === undefined ? {} : { isHidden: isHidden ? 1 : 0 }),
      ...(override === undefined ? {} : { override }),
    });
    return { id };
  },

  async orderResumeItems(context, { id, kind, refIds }) {
    await settingsOf(context.db, id);
    for (const [rank, refId] of refIds.entries()) await choose(context, id, kind, refId, { rank });
    return { id };
  },

  async binResume({ db, now }, { id }) {
    await settingsOf(db, id);
    await db.updateTable('resume').set({ deletedAt: now }).where('id', '=', id).execute();
    return { id };
  },
};

async function settingsOf(db: Context['db'], id: string) {
  const resume = await loadResumeSettings(db, id);
  if (!resume) throw notFound('resume');
  return resume;
}

async function choose(
  { db, now }: Context,
  resumeId: string,
  kind: string,
  refId: string,
  set: { isHidden?: number; rank?: number; override?: string | null },
): Promise<void> {
  await db
    .insertInto('resumeChoice')
    .values({ resumeId, kind, refId, isHidden: null, rank: null, override: null, ...set })
    .onConflict((conflict) => conflict.columns(['resumeId', 'kind', 'refId']).doUpdateSet(set))
    .execute();
  await db.updateTable('resume').set({ updatedAt: now }).where('id', '=', resumeId).execute();
}
