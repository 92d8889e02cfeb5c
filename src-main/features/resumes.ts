/** Resumes: choices over the record. */
import { sectionKinds } from '../../shared/vocabulary/resume-sections.ts';
import type { Handlers, WriteContext } from '../app/context.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { query } from '../db/query.ts';
import { readSettings } from '../db/settings.ts';
import { recordNotices } from '../export/record-notices.ts';
import { moveToBin } from '../store/bin.ts';
import { notFound } from '../store/not-found.ts';
import { loadBackground } from '../store/record/background.ts';
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
    db.all(
      query
        .selectFrom('resume')
        .leftJoin('roleSpec', 'roleSpec.id', 'resume.roleSpecId')
        .select(['resume.id', 'name', 'roleSpec.title as roleTitle', 'paper', 'resume.updatedAt', 'exportedAt'])
        .where('resume.deletedAt', 'is', null)
        .orderBy('resume.updatedAt', 'desc'),
    ),

  getResume({ db }, { id }) {
    const resume = settingsOf(db, id);
    return { resume, ...loadResume(db, resume), notices: recordNotices(loadBackground(db)) };
  },

  createResume({ db, host, now }, { name, roleId }) {
    const id = host.newId();
    const { paper } = readSettings(db);
    const sections = sectionKinds.map((kind) => ({ kind, isHidden: false }));
    db.run(
      query.insertInto('resume').values({
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
      }),
    );
    return { id };
  },

  duplicateResume({ db, host, now }, { id }) {
    const row = db.first(query.selectFrom('resume').selectAll().where('id', '=', id).where('deletedAt', 'is', null));
    if (!row) throw notFound('resume');
    const copyId = host.newId();
    const copy = { ...row, id: copyId, name: `${row.name}, copy`, createdAt: now, updatedAt: now, exportedAt: null };
    db.run(query.insertInto('resume').values(copy));
    for (const choice of db.all(query.selectFrom('resumeChoice').selectAll().where('resumeId', '=', id)))
      db.run(query.insertInto('resumeChoice').values({ ...choice, resumeId: copyId }));
    return { id: copyId };
  },

  changeResume({ db, now }, { id, patch: { roleId, sections, ...columns } }) {
    settingsOf(db, id);
    const set = {
      ...columns,
      ...(roleId === undefined ? {} : { roleSpecId: roleId }),
      ...(sections === undefined ? {} : { sections: JSON.stringify(sections) }),
      updatedAt: now,
    };
    db.run(query.updateTable('resume').set(set).where('id', '=', id));
    return { id };
  },

  chooseResumeItem(context, { id, kind, refId, isHidden, override }) {
    settingsOf(context.db, id);
    if (isHidden === undefined && override === undefined) return { id };
    choose(context, id, kind, refId, {
      ...(isHidden === undefined ? {} : { isHidden: isHidden ? 1 : 0 }),
      ...(override === undefined ? {} : { override }),
    });
    return { id };
  },

  orderResumeItems(context, { id, kind, refIds }) {
    settingsOf(context.db, id);
    for (const [rank, refId] of refIds.entries()) choose(context, id, kind, refId, { rank });
    return { id };
  },

  binResume(context, { id }) {
    moveToBin(context, 'resume', [id]);
    return { id };
  },
};

function settingsOf(db: ReadableDatabase, id: string) {
  const resume = loadResumeSettings(db, id);
  if (!resume) throw notFound('resume');
  return resume;
}

function choose(
  { db, now }: WriteContext,
  resumeId: string,
  kind: string,
  refId: string,
  set: { isHidden?: number; rank?: number; override?: string | null },
): void {
  const insert = query
    .insertInto('resumeChoice')
    .values({ resumeId, kind, refId, isHidden: null, rank: null, override: null, ...set });
  db.run(insert.onConflict((conflict) => conflict.columns(['resumeId', 'kind', 'refId']).doUpdateSet(set)));
  db.run(query.updateTable('resume').set({ updatedAt: now }).where('id', '=', resumeId));
}
