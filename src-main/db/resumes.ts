/** What a resume is composed from, read in one go. */
import type { Kysely } from 'kysely';
import type { ResumeSettings } from '../../shared/api/resume.ts';
import { requirementWeight } from '../../shared/domain/match.ts';
import { composeResume } from '../../shared/domain/resume.ts';
import { loadAccomplishments } from './accomplishments.ts';
import { loadBackground } from './background.ts';
import type { Tables } from './schema.ts';

/** The stored choices of a resume; undefined when there is none of that id. */
export async function loadResumeSettings(db: Kysely<Tables>, id: string): Promise<ResumeSettings | undefined> {
  const row = await db
    .selectFrom('resume')
    .selectAll()
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (!row) return undefined;
  const choices = await db.selectFrom('resumeChoice').selectAll().where('resumeId', '=', id).orderBy('rank').execute();
  return {
    id: row.id,
    name: row.name,
    roleId: row.roleSpecId,
    paper: row.paper,
    density: row.density,
    clearance: row.clearance,
    sections: JSON.parse(row.sections) as ResumeSettings['sections'],
    choices: choices.map((choice) => ({
      kind: choice.kind as ResumeSettings['choices'][number]['kind'],
      refId: choice.refId,
      isHidden: choice.isHidden === null ? null : choice.isHidden === 1,
      rank: choice.rank,
      override: choice.override,
    })),
  };
}

/** Composes a resume: builder and document from one reading of the record. */
export async function loadResume(db: Kysely<Tables>, resume: ResumeSettings) {
  const competencies = await db.selectFrom('competency').select(['id', 'name', 'parentId']).execute();
  return composeResume({
    resume,
    background: await loadBackground(db),
    accomplishments: await loadAccomplishments(db, { status: 'ready' }),
    competencyNames: Object.fromEntries(competencies.map((one) => [one.id, one.name])),
    parents: Object.fromEntries(competencies.flatMap((one) => (one.parentId ? [[one.id, one.parentId]] : []))),
    role: resume.roleId ? await roleOf(db, resume.roleId) : null,
    language: 'en',
  });
}

async function roleOf(db: Kysely<Tables>, roleId: string) {
  const role = await db
    .selectFrom('roleSpec')
    .select(['id', 'title'])
    .where('id', '=', roleId)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (!role) return null;
  const requirements = await db
    .selectFrom('requirement')
    .select(['competencyId', 'name', 'importance', 'isMandatory'])
    .where('roleSpecId', '=', roleId)
    .execute();
  return {
    ...role,
    requirements: requirements.map((one) => ({
      competencyId: one.competencyId,
      competency: one.name,
      weight: requirementWeight({ importance: one.importance, isMandatory: one.isMandatory === 1 }),
    })),
  };
}
