/** What a resume is composed from, read in one go. */
import { type Kysely, sql } from 'kysely';
import type { ResumeSettings } from '../../../shared/api/resume.ts';
import { requirementWeight } from '../../../shared/domain/match/match.ts';
import { type ComposedResume, composeResume } from '../../../shared/domain/resume/resume.ts';
import type { ResumeAccomplishment } from '../../../shared/domain/resume/resume-relevance.ts';
import type { Tables } from '../../db/schema.ts';
import { loadBackground } from '../record/background.ts';

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

/** The resume composed last over each record, and what it was composed from. */
const composedLast = new WeakMap<
  Kysely<Tables>,
  { readonly from: string; readonly composed: Promise<ComposedResume> }
>();

/**
 * Composes a resume: builder and document from one reading of the record. Asked again before anything was written, as for
 * the page after the builder, it answers the same without another reading.
 */
export async function loadResume(db: Kysely<Tables>, resume: ResumeSettings): Promise<ComposedResume> {
  // Nothing else writes to the database, and the counter never falls: the same number means the same record.
  const { rows } = await sql<{ changes: number }>`SELECT total_changes() AS changes`.execute(db);
  const from = `${rows[0]?.changes} ${JSON.stringify(resume)}`;
  const last = composedLast.get(db);
  if (last?.from === from) return last.composed;
  const made = { from, composed: compose(db, resume) };
  composedLast.set(db, made);
  made.composed.catch(() => {
    if (composedLast.get(db) === made) composedLast.delete(db);
  });
  return made.composed;
}

async function compose(db: Kysely<Tables>, resume: ResumeSettings): Promise<ComposedResume> {
  const competencies = await db.selectFrom('competency').select(['id', 'name', 'parentId']).execute();
  return composeResume({
    resume,
    background: await loadBackground(db),
    accomplishments: await loadReady(db),
    competencyNames: Object.fromEntries(competencies.map((one) => [one.id, one.name])),
    parents: Object.fromEntries(competencies.flatMap((one) => (one.parentId ? [[one.id, one.parentId]] : []))),
    role: resume.roleId ? await roleOf(db, resume.roleId) : null,
    language: 'en',
  });
}

/** Ready accomplishments with no more of them than a resume reads: stories, metrics, witnesses and evidence stay where they are. */
async function loadReady(db: Kysely<Tables>): Promise<ResumeAccomplishment[]> {
  const rows = await db
    .selectFrom('accomplishment')
    .select([
      'id',
      'title',
      'longWording',
      'shortWording',
      'confidentiality',
      'status',
      'deletedAt',
      'positionId',
      'projectId',
      'startedOn',
      'endedOn',
      'isOngoing',
    ])
    .where('deletedAt', 'is', null)
    .where('status', '=', 'ready')
    .execute();
  const showings = await db.selectFrom('showing').select(['accomplishmentId', 'competencyId']).execute();
  const shown = new Map<string, { readonly competencyId: string }[]>();
  for (const { accomplishmentId, competencyId } of showings) {
    const list = shown.get(accomplishmentId);
    if (list) list.push({ competencyId });
    else shown.set(accomplishmentId, [{ competencyId }]);
  }
  return rows.map((row) => ({ ...row, isOngoing: row.isOngoing === 1, showings: shown.get(row.id) ?? [] }));
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
