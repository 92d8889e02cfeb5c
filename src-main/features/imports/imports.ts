/** Imports: a file is read into a draft, the draft waits for its review, one command applies it. */
import { AppError } from '../../../shared/api/errors.ts';
import type { Draft, ImportDraft, ImportDraftRow } from '../../../shared/api/import.ts';
import type { Context, Handlers } from '../../app/context.ts';
import { cancellable, keepDrafts, parseDraft, readAgain, readCapped } from '../../app/read-drafts.ts';
import { query } from '../../db/query.ts';
import { MOST_BYTES } from '../../import/read.ts';
import { countDraft } from '../../import/roles/counts.ts';
import { joinOffers } from '../../store/competencies/competencies.ts';
import { notFound } from '../../store/not-found.ts';
import { scaleIdsOf } from '../../store/roles/scales.ts';
import { deleteUnnamedSources } from '../../store/roles/unnamed-sources.ts';
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
      maxBytes: MOST_BYTES,
    });
    return file ? keepDrafts(context, [file]) : null;
  },

  previewImport: (context, { files }) => readCapped(context, files),

  readImport: (context, { files }) => keepDrafts(context, files),

  readPastedImport: (context, { text }) =>
    keepDrafts(context, [{ name: 'Pasted text', bytes: new TextEncoder().encode(text) }]),

  readImportAgain: (context, { id, isRepaired }) => readAgain(context, id, isRepaired),

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

  getImportDraft({ db, sqlite }, { id }) {
    const row = db.first(
      query
        .selectFrom('importDraft')
        .innerJoin('sourceBytes', 'sourceBytes.sha256', 'importDraft.sha256')
        .select(['importDraft.id', 'sourceName', 'draft', 'createdAt'])
        .select(({ fn }) => fn<number>('length', ['sourceBytes.bytes']).as('sourceBytes'))
        .where('importDraft.id', '=', id),
    );
    if (!row) throw notFound('draft');
    const { draft: text, ...kept } = row;
    const draft = parseDraft(text);
    const roles = draft.kind === 'patch' ? [draft.patch.role] : draftRoles(draft);
    const alreadyHere = knownEditions(sqlite, draft, roles).flatMap((one) => one ?? []);
    return { ...draft, ...kept, counts: countDraft(draft), alreadyHere } as ImportDraft;
  },

  getJoinOffers(context, { id }) {
    const draft = readDraft(context, id);
    const names = new Set(
      draftRoles(draft).flatMap((role) => role.requirements.map((requirement) => requirement.competency)),
    );
    return joinOffers(context.db, [...names]);
  },

  getEditionOffers(context, { id }) {
    const draft = readDraft(context, id);
    return editionOffers(context.sqlite, draft, scaleIdsOf(context.db, scalesOf(draft)));
  },

  changeImportDraft(context, { id, role }) {
    const draft = readDraft(context, id);
    if (draft.kind !== 'role') throw new AppError('INVALID_INPUT', 'This draft holds more than one role.');
    keepDraft(context, id, { ...draft, title: role.title, role, asRead: draft.asRead ?? draft.role });
    return { id };
  },

  changeImportLibrary(context, { id, library }) {
    const draft = readDraft(context, id);
    if (draft.kind !== 'ladder') throw new AppError('INVALID_INPUT', 'A pack is added as it is.');
    keepDraft(context, id, { ...draft, library, asRead: draft.asRead ?? draft.library });
    return { id };
  },

  applyImport: (context, input) =>
    cancellable(context, (signal) =>
      context.write(input.into.length > 0 ? 'Edition taken over' : 'Import added', (inside) =>
        applyDraft(inside, input, signal),
      ),
    ),

  discardImport({ db, sqlite }, { id }) {
    if (db.run(query.deleteFrom('importDraft').where('id', '=', id)) === 0) throw notFound('draft');
    deleteUnnamedSources(sqlite);
    return { id };
  },
};

function readDraft({ db }: Context, id: string): Draft {
  const row = db.first(query.selectFrom('importDraft').select('draft').where('id', '=', id));
  if (!row) throw notFound('draft');
  return parseDraft(row.draft);
}

function keepDraft({ db }: Context, id: string, draft: Draft): void {
  const set = { draft: JSON.stringify(draft), title: draft.title };
  db.run(query.updateTable('importDraft').set(set).where('id', '=', id));
}
