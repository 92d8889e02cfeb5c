/** Exports: one writer for every kind of thing and format, and the two ways its file is had. */
import type { ZodType } from 'zod';
import type { PrintableDocument } from '../../shared/api/document.ts';
import { AppError } from '../../shared/api/errors.ts';
import type { FileExport, WrittenExport } from '../../shared/api/export.ts';
import { RolePatch } from '../../shared/api/role-change.ts';
import { RolePack } from '../../shared/api/role-pack.ts';
import type { Confidentiality } from '../../shared/api/values.ts';
import { writeMatrixCsv } from '../../shared/domain/ladder/matrix-csv.ts';
import { composeTrackDocument } from '../../shared/domain/ladder/track-document.ts';
import { composeMatchDocument } from '../../shared/domain/match/match-document.ts';
import { diffRoles } from '../../shared/domain/role/role-diff.ts';
import { composeRoleDocument } from '../../shared/domain/role/role-document.ts';
import type { ActContext, Handlers, ReadContext } from '../app/context.ts';
import { ladderAsOfToday } from '../app/ladder-as-of-today.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { query } from '../db/query.ts';
import { readSettings } from '../db/settings.ts';
import { toJsonResume } from '../export/json-resume.ts';
import { JsonResume } from '../export/json-resume-schema.ts';
import { printDocument } from '../export/print-document.ts';
import { nameNotices, recordNotices } from '../export/record-notices.ts';
import { fileNameOf } from '../files/file-name.ts';
import { notFound } from '../store/not-found.ts';
import { composePack } from '../store/packs/compose-pack.ts';
import { loadAccomplishments } from '../store/record/accomplishments.ts';
import { loadBackground, loadProfile } from '../store/record/background.ts';
import { matchRole } from '../store/record/evidence.ts';
import { loadResume, loadResumeSettings } from '../store/resumes/resumes.ts';
import { loadContent, loadRole } from '../store/roles/load-role.ts';
import { loadBase } from '../store/roles/role-base.ts';
import { composeRolePatch } from '../store/roles/role-patch.ts';

/** A document is printed, a text is written as it is, and anything else as JSON, once its own schema takes it. */
type Content = PrintableDocument | string | { readonly json: object; readonly schema: ZodType };

/** What a file holds, what its name is made of, and what is said with it. */
interface Composed {
  readonly content: Content;
  readonly names: readonly string[];
  readonly notices?: readonly string[];
}

interface Writer<Asked> {
  /** Of the dialog. */
  readonly title: string;
  readonly extension: string;
  compose(context: ReadContext, asked: Asked): Promise<Composed>;
  /** Notes that the file was saved. */
  saved?(context: ActContext, asked: Asked): Promise<void>;
}

type Asked<Kind> = Extract<FileExport, { kind: Kind }>;

const writers: {
  readonly [Kind in FileExport['kind']]: { readonly [Format in Asked<Kind>['format']]: Writer<Asked<Kind>> };
} = {
  record: {
    'json-resume': {
      title: 'Export as JSON Resume',
      extension: 'json',
      compose: (context, { clearance }) => jsonResume(context, null, clearance),
    },
  },
  resume: {
    pdf: {
      title: 'Export the resume',
      extension: 'pdf',
      async compose({ db, today }, { id }) {
        const resume = resumeSettings(db, id);
        const { document } = loadResume(db, resume);
        const notices = recordNotices(loadBackground(db));
        return { content: document, names: [document.name, resume.name, today], notices };
      },
      async saved(context, { id }) {
        // a record that is open read-only cannot note it
        if (context.profile.isReadOnly) return;
        await context.write(null, ({ db, now }) => {
          db.run(query.updateTable('resume').set({ exportedAt: now }).where('id', '=', id));
        });
        context.session.emit({ kind: 'changed', queries: ['listResumes'], undo: null });
      },
    },
    'json-resume': {
      title: 'Export as JSON Resume',
      extension: 'json',
      compose: async (context, { id }) => jsonResume(context, resumeSettings(context.db, id)),
    },
  },
  match: {
    pdf: {
      title: 'Export the match report',
      extension: 'pdf',
      async compose(context, { id }) {
        const document = matchDocument(context, id);
        const names = [document.person, document.roleTitle, 'match', context.today];
        return { content: document, names, notices: nameNotices(document.person) };
      },
    },
  },
  role: {
    pdf: {
      title: 'Export the role',
      extension: 'pdf',
      async compose({ db, today }, { id }) {
        const role = loadRole(db, id);
        if (!role) throw notFound('role');
        const base = loadBase(db, id);
        const mine = base && loadContent(db, id);
        const ownEdits = base && mine ? diffRoles(base, mine).length : 0;
        const document = composeRoleDocument({ ...role, ownEdits }, today, readSettings(db).paper);
        return { content: document, names: [document.roleTitle] };
      },
    },
  },
  roles: {
    'role-pack': {
      title: 'Export a role pack',
      extension: 'rolepack.json',
      async compose({ db, today }, { ids, name, author }) {
        const json = composePack(db, { roleIds: ids, name, author }, today);
        return { content: { json, schema: RolePack }, names: [name] };
      },
    },
  },
  edits: {
    'role-patch': {
      title: 'Suggest changes',
      extension: 'rolepatch.json',
      async compose(context, asked) {
        const patch = composeRolePatch(context.db, asked);
        return { content: { json: patch, schema: RolePatch }, names: [patch.role.title] };
      },
    },
  },
  ladder: {
    pdf: {
      title: 'Export the career track',
      extension: 'pdf',
      async compose(context, { id }) {
        const ladder = ladderAsOfToday(context, id);
        const { name } = loadProfile(context.db);
        const { paper } = readSettings(context.db);
        const document = composeTrackDocument(ladder, { person: name, today: context.today, paper });
        return { content: document, names: [document.trackTitle, 'career track'], notices: nameNotices(name) };
      },
    },
    csv: {
      title: 'Export the skill matrix',
      extension: 'csv',
      async compose(context, { id }) {
        const ladder = ladderAsOfToday(context, id);
        return { content: writeMatrixCsv(ladder), names: [ladder.title, 'matrix'] };
      },
    },
  },
  pack: {
    'role-pack': {
      title: 'Export a role pack',
      extension: 'rolepack.json',
      async compose({ db, today }, { id }) {
        const pack = composePack(db, { packId: id }, today);
        return { content: { json: pack, schema: RolePack }, names: [pack.name] };
      },
    },
  },
};

export const exportHandlers: Pick<Handlers, 'writeExport' | 'saveExport' | 'openSavedFile'> = {
  writeExport: (context, asked) => write(context, writerOf(asked), asked),

  async saveExport(context, asked) {
    const writer = writerOf(asked);
    const { fileName, bytes, proof, notices } = await write(context, writer, asked);
    const saved = await context.host.saveFile({ title: writer.title, suggestedName: fileName, bytes });
    if (!saved) return null;
    await writer.saved?.(context, asked);
    return { fileName: saved.fileName, savedId: saved.savedId ?? null, proof, notices };
  },

  async openSavedFile({ host }, { savedId, how }) {
    await host.openSaved(savedId, how);
    return { savedId };
  },
};

function writerOf({ kind, format }: FileExport): Writer<FileExport> {
  const ofKind: { readonly [format: string]: Writer<FileExport> } = writers[kind];
  return ofKind[format] as Writer<FileExport>;
}

async function write(context: ReadContext, writer: Writer<FileExport>, asked: FileExport): Promise<WrittenExport> {
  const { content, names, notices = [] } = await writer.compose(context, asked);
  const fileName = fileNameOf(names, writer.extension);
  if (typeof content === 'object' && 'kind' in content)
    return { fileName, notices, ...(await printDocument(context.host, content)) };
  const text = typeof content === 'string' ? content : validJson(content, fileName);
  return { fileName, notices, bytes: new TextEncoder().encode(text), proof: null };
}

/** Nothing is written that a reader of the format would refuse. */
function validJson({ json, schema }: Extract<Content, { json: object }>, fileName: string): string {
  const [fault] = schema.safeParse(json).error?.issues ?? [];
  if (fault) {
    throw new AppError(
      'INVALID_INPUT',
      `${fileName} was not written: other programs would refuse it, because of ${fault.path.join('.') || 'the whole of it'}.`,
      fault.message,
    );
  }
  return `${JSON.stringify(json, null, 2)}\n`;
}

function resumeSettings(db: ReadableDatabase, id: string) {
  const resume = loadResumeSettings(db, id);
  if (!resume) throw notFound('resume');
  return resume;
}

function matchDocument({ db, today }: ReadContext, roleId: string) {
  const matched = matchRole(db, roleId, today, true);
  if (!matched) throw notFound('role');
  const { role, report } = matched;
  const { name } = loadProfile(db);
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
    readSettings(db).paper,
  );
}

/** The whole record up to a clearance, or what one resume shows of it. */
async function jsonResume(
  { db, now }: ReadContext,
  resume: ReturnType<typeof resumeSettings> | null,
  clearance: Confidentiality = resume?.clearance ?? 'employer',
): Promise<Composed> {
  const background = loadBackground(db);
  const accomplishments = loadAccomplishments(db, { status: 'ready' });
  const competencies = db.all(query.selectFrom('competency').select(['id', 'name']));
  const json = toJsonResume({
    background,
    accomplishments,
    competencyNames: Object.fromEntries(competencies.map(({ id, name }) => [id, name])),
    document: resume && loadResume(db, resume).document,
    clearance,
    writtenAt: now,
  });
  return {
    content: { json, schema: JsonResume },
    names: [background.profile.name, resume?.name ?? 'record'],
    notices: recordNotices(background),
  };
}
