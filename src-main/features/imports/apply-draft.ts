/** A reviewed draft into the record, whole or not at all. */

import { setTimeout as pause } from 'node:timers/promises';
import { AppError } from '../../../shared/api/errors.ts';
import type { Draft } from '../../../shared/api/import.ts';
import type { Parsed } from '../../../shared/api/index.ts';
import type { RoleContent } from '../../../shared/api/role-content.ts';
import type { RolePack } from '../../../shared/api/role-pack.ts';
import { comparedForm } from '../../../shared/domain/names/compared-form.ts';
import type { WriteContext } from '../../app/context.ts';
import { query } from '../../db/query.ts';
import { keepApart } from '../../store/competencies/alike-competencies.ts';
import { competencyOf } from '../../store/competencies/competency-identity.ts';
import { addAliasOf, competencyNamer } from '../../store/competencies/competency-namer.ts';
import { deleteDraft, loadDraft } from '../../store/imports/drafts.ts';
import { notFound } from '../../store/not-found.ts';
import { type ReportPace, storeLibrary, storePackCard, withScaleIds } from '../../store/packs/store-library.ts';
import { loadContent } from '../../store/roles/load-role.ts';
import { changeBase } from '../../store/roles/role-base.ts';
import { storeScales } from '../../store/roles/scales.ts';
import { type Storing, storeRole } from '../../store/roles/store-role.ts';
import { draftRoles, rolesAsRead, takeEdition, takePatch } from './editions.ts';

interface DraftRow {
  readonly sha256: string;
  readonly sourceName: string;
  readonly format: string;
  readonly parts: string;
}

/** Applies a draft inside the caller's transaction; answers the ids of the roles it made or changed. */
export async function applyDraft(
  context: WriteContext,
  { id, joins, apart, into }: Parsed<'applyImport'>,
  signal: AbortSignal,
): Promise<{ roleIds: string[] }> {
  const { db, host, now, session } = context;
  const row = db.first(
    query.selectFrom('importDraft').select(['sha256', 'sourceName', 'format', 'parts']).where('id', '=', id),
  );
  if (!row) throw notFound('draft');
  const draft = loadDraft(db, id);
  const storing: Storing = { db, newId: host.newId, now };
  for (const { name, competencyId } of joins) {
    competencyOf(db, competencyId);
    addAliasOf(db, competencyId, name);
  }
  const sourceDocumentId = draft.kind === 'patch' ? null : keepSource(storing, row, draft);
  const pace: ReportPace = async (done, total) => {
    if (done % 20 !== 0 && done !== total) return;
    session.emit({ kind: 'progress', work: 'import', done, total });
    // long enough that what the window sends, such as Cancel, is heard
    await pause(4);
    signal.throwIfAborted();
  };
  const made = await store(storing, draft, into, sourceDocumentId, pace);
  const nameCompetency = competencyNamer(db, storing);
  for (const { name, competencyId } of apart) if (comparedForm(name)) keepApart(db, nameCompetency(name), competencyId);
  deleteDraft(db, id);
  return { roleIds: made };
}

async function store(
  storing: Storing,
  draft: Draft,
  into: Parsed<'applyImport'>['into'],
  sourceDocumentId: string | null,
  pace: ReportPace,
): Promise<string[]> {
  const { db } = storing;
  if (draft.kind === 'patch') {
    const [target] = into;
    if (!target) {
      throw new AppError(
        'INVALID_INPUT',
        `The role “${draft.patch.role.title}” is not here, so there is nothing these changes fit. Nothing was changed. Import the role first.`,
      );
    }
    takePatch(storing, target.roleId, draft.patch, target.changeIds, storeScales(db, []));
    return [target.roleId];
  }
  // unfolding the matrices of thousands of roles takes a while, and most drafts go into nothing that is here
  const roles = into.length > 0 ? draftRoles(draft) : [];
  const isCorrected = 'asRead' in draft && draft.asRead !== undefined;
  const asRead = into.length > 0 || isCorrected ? rolesAsRead(draft) : [];
  const targets = new Map(into.map((target) => [target.index, target]));
  if (new Set(into.map((target) => target.roleId)).size < into.length) {
    throw new AppError('INVALID_INPUT', 'Two roles of this draft cannot go into one. Nothing was changed.');
  }
  const scaleId = storeScales(db, scalesOf(draft));
  for (const [done, [index, target]] of [...targets].entries()) {
    await pace(done, roles.length);
    const role = roles[index];
    if (!role) throw notFound('role');
    takeEdition(storing, target.roleId, role, target.changeIds, scaleId, asRead[index]);
    db.run(query.updateTable('roleSpec').set({ sourceDocumentId }).where('id', '=', target.roleId));
  }
  if (draft.kind === 'role') {
    const target = targets.get(0);
    if (target) return [target.roleId];
    const made = storeRole(storing, draft.role, { sourceDocumentId, packId: null, ladderId: null, scaleId });
    if (isCorrected) keepCorrections(db, [made], asRead, scaleId);
    return [made];
  }
  if (draft.kind === 'pack') {
    refuseForeignCard(storing, draft.pack);
    storePackCard(storing, draft.pack);
  }
  const library = draft.kind === 'pack' ? draft.pack : draft.library;
  const packId = draft.kind === 'pack' ? draft.pack.id : null;
  const ids = await storeLibrary(
    storing,
    library,
    {
      sourceDocumentId,
      packId,
      leftOut: new Set(targets.keys()),
      ladderIds: laddersOf(storing, targets, roles),
      // an edition of which nothing was chosen leaves what is said of the ladder as well
      keepsLadders:
        targets.size > 0 && targets.size === roles.length && into.every((target) => target.changeIds.length === 0),
    },
    pace,
  );
  if (isCorrected) keepCorrections(db, ids, asRead, scaleId);
  return ids.map((made, index) => made ?? targets.get(index)?.roleId ?? '').filter(Boolean);
}

/** What the user corrected in the review is an edit of their own: a newer edition does not take it back unasked. */
function keepCorrections(
  db: Storing['db'],
  ids: readonly (string | null)[],
  asRead: readonly RoleContent[],
  scaleId: (key: string) => string,
): void {
  for (const [index, id] of ids.entries()) {
    const read = asRead[index];
    const mine = id === null ? undefined : loadContent(db, id);
    if (id !== null && read && mine) changeBase(db, id, withScaleIds(read, scaleId), mine);
  }
}

/** A pack of another author does not take the card of one that is installed. */
function refuseForeignCard({ db }: Storing, pack: RolePack): void {
  const installed = db.first(query.selectFrom('pack').select(['name', 'author']).where('id', '=', pack.id));
  if (installed && installed.author !== pack.author) {
    throw new AppError(
      'CONFLICT',
      `This pack has the id of “${installed.name}” by ${installed.author}, which is installed, and names another author. Nothing was added. Its author can give it another id.`,
    );
  }
}

/** The ladders that roles of an earlier edition stand in, by family: the new edition refers to those. */
function laddersOf(
  { db }: Storing,
  targets: ReadonlyMap<number, { readonly roleId: string }>,
  roles: readonly { readonly family?: string | undefined }[],
): Map<string, string> {
  return new Map(
    [...targets].flatMap(([index, { roleId }]) => {
      const row = db.first(query.selectFrom('roleSpec').select('ladderId').where('id', '=', roleId));
      const family = roles[index]?.family;
      return row?.ladderId && family !== undefined ? [[family, row.ladderId] as const] : [];
    }),
  );
}

/** The scales a draft brings along. */
export function scalesOf(draft: Draft) {
  if (draft.kind === 'role') return draft.scales ?? [];
  if (draft.kind === 'patch') return [];
  return draft.kind === 'pack' ? draft.pack.scales : draft.library.scales;
}

function keepSource({ db, newId, now }: Storing, row: DraftRow, draft: Draft): string {
  const id = newId();
  const { sha256, sourceName: name, format, parts } = row;
  const source = { id, sha256, name, format, url: draft.sourceUrl ?? null, importedAt: now, parts };
  db.run(query.insertInto('sourceDocument').values(source));
  return id;
}
