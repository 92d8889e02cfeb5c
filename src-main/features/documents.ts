/** Documents: printing, reading back, exporting. */
import { composeMatchDocument } from '../../shared/domain/match/match-document.ts';
import type { Context, Handlers } from '../app/context.ts';
import { toJsonResume } from '../export/json-resume.ts';
import { printDocument } from '../export/print-document.ts';
import { fileNameOf } from '../files/file-name.ts';
import { notFound } from '../store/not-found.ts';
import { loadAccomplishments } from '../store/record/accomplishments.ts';
import { loadBackground, loadProfile } from '../store/record/background.ts';
import { matchRole } from '../store/record/evidence.ts';
import { loadResume, loadResumeSettings } from '../store/resumes/resumes.ts';

export const documentHandlers: Pick<
  Handlers,
  'printResume' | 'printMatch' | 'exportResumePdf' | 'exportMatchPdf' | 'writeJsonResume' | 'exportJsonResume'
> = {
  async printResume(context, { id }) {
    return printDocument(context.host, (await resumeDocument(context, id)).document);
  },

  async printMatch(context, { roleId, paper }) {
    return printDocument(context.host, await matchDocument(context, roleId, paper));
  },

  async exportResumePdf(context, { id }) {
    const { document, resume } = await resumeDocument(context, id);
    const printed = await printDocument(context.host, document);
    const saved = await context.host.saveFile({
      title: 'Export the resume',
      suggestedName: fileNameOf([document.name, resume.name, context.today], 'pdf'),
      bytes: printed.pdf,
    });
    if (!saved) return null;
    // a record that is open read-only cannot note it
    if (!context.profile.isReadOnly) {
      await context.write(null, async ({ db, now }) => {
        await db.updateTable('resume').set({ exportedAt: now }).where('id', '=', id).execute();
      });
    }
    return { fileName: saved.fileName, pageCount: printed.pageCount, readBack: printed.readBack };
  },

  async exportMatchPdf(context, { roleId, paper }) {
    const document = await matchDocument(context, roleId, paper);
    const { pdf } = await printDocument(context.host, document);
    return context.host.saveFile({
      title: 'Export the match report',
      suggestedName: fileNameOf([document.person, document.roleTitle, 'match', context.today], 'pdf'),
      bytes: pdf,
    });
  },

  writeJsonResume: (context, input) => jsonResume(context, input.resumeId, input.clearance),

  async exportJsonResume(context, { resumeId, clearance }) {
    const { suggestedName, json } = await jsonResume(context, resumeId, clearance);
    return context.host.saveFile({
      title: 'Export as JSON Resume',
      suggestedName,
      bytes: new TextEncoder().encode(json),
    });
  },
};

async function resumeDocument({ db }: Context, id: string) {
  const resume = await loadResumeSettings(db, id);
  if (!resume) throw notFound('resume');
  return { resume, document: (await loadResume(db, resume)).document };
}

async function matchDocument({ db, sqlite, today }: Context, roleId: string, paper: 'a4' | 'letter') {
  const matched = await matchRole(db, sqlite, roleId, today, true);
  if (!matched) throw notFound('role');
  const { role, report } = matched;
  const { name } = await loadProfile(db);
  return composeMatchDocument(
    {
      ...report,
      role: {
        id: role.id,
        title: role.title,
        family: role.family ?? null,
        levelCode: role.levelCode ?? null,
        targetOn: role.pin?.targetOn ?? null,
      },
      computedOn: today,
    },
    name,
    paper,
  );
}

async function jsonResume(
  { db, now }: Context,
  resumeId: string | null,
  clearance: 'public' | 'employer' | 'confidential' | 'private',
) {
  const background = await loadBackground(db);
  const accomplishments = await loadAccomplishments(db, { status: 'ready' });
  const resume = resumeId === null ? null : await loadResumeSettings(db, resumeId);
  if (resumeId !== null && !resume) throw notFound('resume');
  const composed = resume ? await loadResume(db, resume) : null;
  const names = await db.selectFrom('competency').select(['id', 'name']).execute();
  const json = toJsonResume({
    background,
    accomplishments,
    competencyNames: Object.fromEntries(names.map((one) => [one.id, one.name])),
    document: composed?.document ?? null,
    clearance: resume?.clearance ?? clearance,
    writtenAt: now,
  });
  return {
    suggestedName: fileNameOf([background.profile.name, resume?.name ?? 'record'], 'json'),
    json: `${JSON.stringify(json, null, 2)}\n`,
  };
}
