/** Role specs: the library, one role, pins, edits by hand. */

import { AppError } from '../../shared/api/errors.ts';
import type { RoleRow } from '../../shared/api/role.ts';
import type { ShownChange } from '../../shared/api/role-change.ts';
import type { RoleContent } from '../../shared/api/role-content.ts';
import { compareRoles } from '../../shared/domain/names/name-order.ts';
import { shownChanges } from '../../shared/domain/role/role-diff.ts';
import { withoutEdits } from '../../shared/domain/role/role-editions.ts';
import type { Handlers, WriteContext } from '../app/context.ts';
import type { ReadableDatabase, WritableDatabase } from '../db/database.ts';
import { countOf, query } from '../db/query.ts';
import { moveToBin } from '../store/bin.ts';
import { notFound } from '../store/not-found.ts';
import { packCredit } from '../store/packs/pack-credit.ts';
import { checkedRole } from '../store/roles/checked-role.ts';
import { loadContent, loadRole } from '../store/roles/load-role.ts';
import { changeBase, loadBase, storeBaseOnce } from '../store/roles/role-base.ts';
import { storeScales } from '../store/roles/scales.ts';
import { replaceRole, storeRole } from '../store/roles/store-role.ts';

export const roleHandlers: Pick<
  Handlers,
  | 'listRoles'
  | 'getRole'
  | 'pinRole'
  | 'unpinRole'
  | 'makeRole'
  | 'changeRole'
  | 'duplicateRole'
  | 'archiveRole'
  | 'listOwnEdits'
  | 'takeBackEdits'
  | 'binRole'
> = {
  listRoles({ db }) {
    const rows = db.all(listedRoles).sort(compareRoles);
    return rows.map(
      ({ targetOn, pinnedAt, isForked, ...row }): RoleRow => ({
        ...row,
        isForked: Boolean(isForked),
        pin: pinnedAt ? { roleId: row.id, targetOn, pinnedAt } : null,
      }),
    );
  },

  getRole({ db }, { id }) {
    const role = loadRole(db, id);
    if (!role) throw notFound('role');
    return { ...role, ownEdits: ownEdits(db, id).length };
  },

  pinRole({ db, now }, { roleId, targetOn }) {
    changeListed(db, roleId, { archivedAt: null });
    const insert = query.insertInto('pin').values({ roleSpecId: roleId, targetOn, pinnedAt: now });
    db.run(insert.onConflict((conflict) => conflict.column('roleSpecId').doUpdateSet({ targetOn })));
    return { roleId, targetOn, pinnedAt: now };
  },

  unpinRole({ db }, { roleId }) {
    unpin(db, roleId);
    return { roleId };
  },

  makeRole({ db, host, now }, { role }) {
    const scaleId = storeScales(db, []);
    const origins = { sourceDocumentId: null, packId: null, ladderId: null, scaleId };
    return { id: storeRole({ db, newId: host.newId, now }, titled(db, role), origins) };
  },

  changeRole(context, { id, role }) {
    editRole(context, id, titled(context.db, role));
    return { id };
  },

  duplicateRole({ db, host, now }, { id }) {
    const content = loadContent(db, id);
    if (!content) throw notFound('role');
    const { packId } = db.one(query.selectFrom('roleSpec').select('packId').where('id', '=', id));
    // the copy leaves its pack, and takes the credit its licence asks for along
    const credit = content.credit ?? (packId === null ? undefined : packCredit(db, packId));
    const copy = {
      ...content,
      title: `${content.title.slice(0, 490)} (copy)`,
      ...(credit === undefined ? {} : { credit }),
    };
    const origins = {
      sourceDocumentId: null,
      packId: null,
      ladderId: null,
      scaleId: storeScales(db, []),
    };
    return { id: storeRole({ db, newId: host.newId, now }, copy, origins) };
  },

  archiveRole({ db, now }, { id, isArchived }) {
    changeListed(db, id, { archivedAt: isArchived ? now : null });
    // nobody aims at what they put away
    if (isArchived) unpin(db, id);
    return { id };
  },

  listOwnEdits({ db }, { id }) {
    return ownEdits(db, id);
  },

  takeBackEdits(context, { id, changeIds }) {
    const { db } = context;
    const base = loadBase(db, id);
    const mine = loadContent(db, id);
    if (!base || !mine) throw notFound('role');
    const role = withoutEdits(base, mine, changeIds);
    editRole(context, id, role);
    changeBase(db, id, base, role);
    return { id };
  },

  binRole(context, { id }) {
    moveToBin(context, 'role', [id]);
    unpin(context.db, id);
    return { id };
  },
};

const listedRoles = query
  .selectFrom('roleSpec')
  .leftJoin('pack', 'pack.id', 'roleSpec.packId')
  .leftJoin('pin', 'pin.roleSpecId', 'roleSpec.id')
  .leftJoin('sourceDocument', 'sourceDocument.id', 'roleSpec.sourceDocumentId')
  .leftJoin('roleBase', 'roleBase.roleSpecId', 'roleSpec.id')
  .select([
    'roleSpec.id',
    'title',
    'family',
    'levelCode',
    'levelLabel',
    'levelOrder',
    'tourOfDuty',
    'packId',
    'ladderId',
  ])
  .select(['archivedAt', 'pack.name as packName', 'sourceDocument.name as sourceName', 'targetOn', 'pinnedAt'])
  .select(({ eb, selectFrom }) => [
    countOf(selectFrom('requirement').whereRef('roleSpecId', '=', 'roleSpec.id')).as('requirementCount'),
    eb('roleBase.roleSpecId', 'is not', null).as('isForked'),
  ])
  .where('deletedAt', 'is', null);

/** Changes a role that is not in the bin. */
function changeListed(db: WritableDatabase, id: string, set: { archivedAt: string | null }): void {
  const changed = db.run(query.updateTable('roleSpec').set(set).where('id', '=', id).where('deletedAt', 'is', null));
  if (changed === 0) throw notFound('role');
}

function unpin(db: WritableDatabase, roleSpecId: string): void {
  db.run(query.deleteFrom('pin').where('roleSpecId', '=', roleSpecId));
}

function titled(db: ReadableDatabase, role: RoleContent): RoleContent {
  const title = role.title.trim();
  if (!title) throw new AppError('INVALID_INPUT', 'A role needs a title. Nothing was changed.');
  return checkedRole(db, { ...role, title });
}

function ownEdits(db: ReadableDatabase, id: string): readonly ShownChange[] {
  const base = loadBase(db, id);
  const mine = base && loadContent(db, id);
  return base && mine ? shownChanges(base, mine, base) : [];
}

/** An edit by hand. What was read is kept at the first, so that a newer edition can be compared with it. */
function editRole({ db, host, now }: WriteContext, id: string, role: RoleContent): void {
  const before = loadContent(db, id);
  const stored = db.first(query.selectFrom('roleSpec').select('deletedAt').where('id', '=', id));
  if (!before || stored?.deletedAt !== null) throw notFound('role');
  storeBaseOnce(db, id);
  replaceRole({ db, newId: host.newId, now }, id, before, role, storeScales(db, []));
}
