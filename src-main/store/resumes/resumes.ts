/** What a resume is composed from, read in one go. */
import type { ResumeSettings } from '../../../shared/api/resume.ts';
import { requirementWeight } from '../../../shared/domain/match/match.ts';
import { countedRequirements } from '../../../shared/domain/match/what-counts.ts';
import { type ComposedResume, composeResume } from '../../../shared/domain/resume/resume.ts';
import type { ResumeAccomplishment } from '../../../shared/domain/resume/resume-relevance.ts';
import { type ReadableDatabase, writesSoFar } from '../../db/database.ts';
import { query } from '../../db/query.ts';
import { loadBackground } from '../record/background.ts';
import { readAskedRequirements } from '../roles/asked-requirements.ts';

/** The stored choices of a resume; undefined when there is none of that id. */
export function loadResumeSettings(db: ReadableDatabase, id: string): ResumeSettings | undefined {
  const row = db.first(query.selectFrom('resume').selectAll().where('id', '=', id).where('deletedAt', 'is', null));
  if (!row) return undefined;
  const choices = db.all(query.selectFrom('resumeChoice').selectAll().where('resumeId', '=', id).orderBy('rank'));
  return {
    id: row.id,
    name: row.name,
    roleId: row.roleSpecId,
    paper: row.paper,
    density: row.density,
    clearance: row.clearance,
    skillWords: row.skillWords,
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
const composedLast = new WeakMap<ReadableDatabase, { readonly from: string; readonly composed: ComposedResume }>();

/**
 * Composes a resume: builder and document from one reading of the record. Asked again before anything was written, as for
 * the page after the builder, it answers the same without another reading.
 */
export function loadResume(db: ReadableDatabase, resume: ResumeSettings): ComposedResume {
  const from = `${writesSoFar(db)} ${JSON.stringify(resume)}`;
  const last = composedLast.get(db);
  if (last?.from === from) return last.composed;
  const made = { from, composed: compose(db, resume) };
  composedLast.set(db, made);
  return made.composed;
}

function compose(db: ReadableDatabase, resume: ResumeSettings): ComposedResume {
  const competencies = db.all(query.selectFrom('competency').select(['id', 'name', 'parentId']));
  return composeResume({
    resume,
    background: loadBackground(db),
    accomplishments: loadReady(db),
    competencyNames: Object.fromEntries(competencies.map((competency) => [competency.id, competency.name])),
    parents: Object.fromEntries(
      competencies.flatMap((competency) => (competency.parentId ? [[competency.id, competency.parentId]] : [])),
    ),
    role: resume.roleId ? roleOf(db, resume.roleId) : null,
    language: 'en',
  });
}

/** Ready accomplishments with no more of them than a resume reads: stories, metrics, witnesses and evidence stay where they are. */
function loadReady(db: ReadableDatabase): ResumeAccomplishment[] {
  const rows = db.all(
    query
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
      .where('status', '=', 'ready'),
  );
  const showings = db.all(query.selectFrom('showing').select(['accomplishmentId', 'competencyId', 'words']));
  const shown = new Map<string, { readonly competencyId: string; readonly words?: readonly string[] }[]>();
  for (const { accomplishmentId, competencyId, words } of showings) {
    const showing = words === '[]' ? { competencyId } : { competencyId, words: JSON.parse(words) as string[] };
    const list = shown.get(accomplishmentId);
    if (list) list.push(showing);
    else shown.set(accomplishmentId, [showing]);
  }
  return rows.map((row) => ({ ...row, isOngoing: row.isOngoing === 1, showings: shown.get(row.id) ?? [] }));
}

function roleOf(db: ReadableDatabase, roleId: string) {
  const roles = query.selectFrom('roleSpec').select(['id', 'title']).where('deletedAt', 'is', null);
  const role = db.first(roles.where('id', '=', roleId));
  if (!role) return null;
  const asked = readAskedRequirements(db, [roleId]);
  const names = new Map<string, string[]>();
  for (const { competencyId, name } of asked) names.set(competencyId, [...(names.get(competencyId) ?? []), name]);
  return {
    ...role,
    names: Object.fromEntries(names),
    requirements: countedRequirements(asked).map((requirement) => ({
      competencyId: requirement.competencyId,
      weight: requirementWeight(requirement),
    })),
  };
}
