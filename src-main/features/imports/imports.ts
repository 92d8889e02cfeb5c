/** Imports: a file is read into a draft, the draft waits for its review, one command applies it. */
import { AppError } from '../../../shared/api/errors.ts';
import type { ImportDraft, ImportDraftRow } from '../../../shared/api/import.ts';
import { limits } from '../../../shared/vocabulary/limits.ts';
import type { Handlers } from '../../app/context.ts';
import { cancellable, readAndStoreDrafts, readFilesInWorker, rereadDraft } from '../../app/read-drafts.ts';
import { query } from '../../db/query.ts';
import { countDraft } from '../../import/roles/draft-counts.ts';
import { joinOffers } from '../../store/competencies/alike-competencies.ts';
import { changeDraft, deleteDraft, loadDecision, loadDraft, storeDecision } from '../../store/imports/drafts.ts';
import { notFound } from '../../store/not-found.ts';
import { scaleIdsOf } from '../../store/roles/scales.ts';
import { applyDraft, scalesOf } from './apply-draft.ts';
import { draftRoles, editionOffers, knownEditions } from './editions.ts';

export const importHandlers: Pick<
  Handlers,
  | 'pickImport'
  | 'previewImport'
  | 'readImport'
  | 'readPastedImport'
  | 'readImportAgain'
  | 'cancelImport'
  | 'listImportDrafts'
  | 'getImportDraft'
  | 'getJoinOffers'
  | 'getEditionOffers'
  | 'changeImportDraft'
  | 'changeImportLibrary'
  | 'applyImport'
  | 'discardImport'
  | 'keepImportDecision'
  | 'getImportDecision'
> = {
  async pickImport(context) {
    const file = await context.host.pickFile({
      title: 'Choose a role document',
      filters: [
        {
          name: 'Role documents',
          extensions: ['json', 'txt', 'md', 'html', 'htm', 'csv', 'tsv', 'xlsx', 'yml', 'yaml', 'zip'],
        },
        { name: 'All files', extensions: ['*'] },
      ],
      limit: limits.file,
    });
    return file ? readAndStoreDrafts(context, [file]) : null;
  },

  previewImport: (context, { files }) => readFilesInWorker(context, files),

  readImport: (context, { files }) => readAndStoreDrafts(context, files),

  readPastedImport: (context, { text }) =>
    readAndStoreDrafts(context, [{ name: 'Pasted text', bytes: new TextEncoder().encode(text) }]),

  readImportAgain: (context, { id, isRepaired }) => rereadDraft(context, id, isRepaired),

  cancelImport({ session }) {
    const wasRunning = session.importing !== null;
    session.importing?.abort(new AppError('CONFLICT', 'The import was cancelled. Nothing was added.'));
    return { wasRunning };
  },

  listImportDrafts({ db }) {
    const drafts = query.selectFrom('importDraft');
    return db.all(
      drafts
        .select(['id', 'title', 'format', 'sourceName', 'createdAt', 'noticeCount'])
        .orderBy('createdAt', 'desc')
        .orderBy('id', 'desc')
        .$narrowType<Pick<ImportDraftRow, 'format'>>(),
    );
  },

  getImportDraft({ db }, { id }) {
    const stored = db.first(
      query
        .selectFrom('importDraft')
        .innerJoin('sourceBytes', 'sourceBytes.sha256', 'importDraft.sha256')
        .select(['importDraft.id', 'sourceName', 'createdAt'])
        .select(({ fn }) => fn<number>('length', ['sourceBytes.bytes']).as('sourceBytes'))
        .where('importDraft.id', '=', id),
    );
    if (!stored) throw notFound('draft');
    const draft = loadDraft(db, id);
    const roles = draft.kind === 'patch' ? [draft.patch.role] : draftRoles(draft);
    const alreadyHere = knownEditions(db, draft, roles).flatMap((edition) => edition ?? []);
    return { ...draft, ...stored, counts: countDraft(draft), alreadyHere } as ImportDraft;
  },

  getJoinOffers({ db }, { id }) {
    const draft = loadDraft(db, id);
    const names = new Set(
      draftRoles(draft).flatMap((role) => role.requirements.map((requirement) => requirement.competency)),
    );
    return joinOffers(db, [...names]);
  },

  getEditionOffers({ db }, { id }) {
    const draft = loadDraft(db, id);
    return editionOffers(db, draft, scaleIdsOf(db, scalesOf(draft)));
  },

  changeImportDraft({ db }, { id, role }) {
    const draft = loadDraft(db, id);
    if (draft.kind !== 'role') throw new AppError('INVALID_INPUT', 'This draft holds more than one role.');
    changeDraft(db, id, { ...draft, title: role.title, role, asRead: draft.asRead ?? draft.role });
    return { id };
  },

  changeImportLibrary({ db }, { id, library }) {
    const draft = loadDraft(db, id);
    if (draft.kind !== 'ladder') throw new AppError('INVALID_INPUT', 'A pack is added as it is.');
    changeDraft(db, id, { ...draft, library, asRead: draft.asRead ?? draft.library });
    return { id };
  },

  applyImport: (context, input) =>
    cancellable(context, (signal) =>
      context.write(input.into.length > 0 ? 'Edition taken over' : 'Import added', (inside) =>
        applyDraft(inside, input, signal),
      ),
    ),

  discardImport({ db }, { id }) {
    deleteDraft(db, id);
    return { id };
  },

  keepImportDecision({ db }, { id, about, decided }) {
    storeDecision(db, id, about, decided);
    return { id };
  },

  getImportDecision: ({ db }, { id, about }) => ({ decided: loadDecision(db, id, about) }),
};
