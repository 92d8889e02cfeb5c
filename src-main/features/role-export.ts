/** Role specs and ladders on paper and as files, saved where the user says. */

import { writeMatrixCsv } from '../../shared/domain/ladder/matrix-csv.ts';
import { composeTrackDocument } from '../../shared/domain/ladder/track-document.ts';
import { diffRoles } from '../../shared/domain/role/role-diff.ts';
import { composeRoleDocument } from '../../shared/domain/role/role-document.ts';
import type { Context, Handlers } from '../app/context.ts';
import { ladderToday } from '../app/ladder-today.ts';
import { printDocument } from '../export/print-document.ts';
import { fileNameOf } from '../files/file-name.ts';
import { notFound } from '../store/not-found.ts';
import { composePack } from '../store/packs/pack-write.ts';
import { loadProfile } from '../store/record/background.ts';
import { loadBase } from '../store/roles/role-base.ts';
import { loadContent, loadRole } from '../store/roles/role-load.ts';
import { writeRolePatch } from '../store/roles/role-patch.ts';

type Paper = 'a4' | 'letter';

export const roleExportHandlers: Pick<
  Handlers,
  'printRole' | 'printTrack' | 'saveRolePdf' | 'saveTrackPdf' | 'saveMatrixCsv' | 'saveRolePack' | 'saveRolePatch'
> = {
  printRole: (context, { roleId, paper }) => printDocument(context.host, roleDocument(context, roleId, paper)),

  async printTrack(context, { ladderId, paper }) {
    return printDocument(context.host, await trackDocument(context, ladderId, paper));
  },

  async saveRolePdf(context, { roleId, paper }) {
    const document = roleDocument(context, roleId, paper);
    const bytes = await context.host.print(document);
    return save(context, 'Export the role', fileNameOf([document.roleTitle], 'pdf'), bytes);
  },

  async saveTrackPdf(context, { ladderId, paper }) {
    const document = await trackDocument(context, ladderId, paper);
    const bytes = await context.host.print(document);
    return save(context, 'Export the career track', fileNameOf([document.trackTitle, 'career track'], 'pdf'), bytes);
  },

  async saveMatrixCsv(context, { id }) {
    const ladder = await ladderToday(context, id);
    return save(
      context,
      'Export the skill matrix',
      fileNameOf([ladder.title, 'matrix'], 'csv'),
      bytesOf(writeMatrixCsv(ladder)),
    );
  },

  saveRolePack(context, input) {
    const pack = composePack(context.sqlite, input, context.today);
    const bytes = bytesOf(`${JSON.stringify(pack, null, 2)}\n`);
    return save(context, 'Export a role pack', fileNameOf([pack.name], 'rolepack.json'), bytes);
  },

  async saveRolePatch(context, input) {
    const { fileName, json } = await writeRolePatch(context, input);
    return save(context, 'Suggest changes', fileName, bytesOf(json));
  },
};

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function save({ host }: Context, title: string, suggestedName: string, bytes: Uint8Array) {
  return host.saveFile({ title, suggestedName, bytes });
}

function roleDocument({ sqlite, today }: Context, id: string, paper: Paper) {
  const role = loadRole(sqlite, id);
  if (!role) throw notFound('role');
  const base = loadBase(sqlite, id);
  const mine = base && loadContent(sqlite, id);
  const ownEdits = base && mine ? diffRoles(base, mine).length : 0;
  return composeRoleDocument({ ...role, ownEdits }, today, paper);
}

async function trackDocument(context: Context, id: string, paper: Paper) {
  const ladder = await ladderToday(context, id);
  const { name } = await loadProfile(context.db);
  return composeTrackDocument(ladder, { person: name, today: context.today, paper });
}
