/** Role specs: the library, one role, pins, edits by hand. */
import { AppError } from '../../shared/api/errors.ts';
import type { RoleRow } from '../../shared/api/role.ts';
import type { ShownChange } from '../../shared/api/role-change.ts';
import type { RoleContent } from '../../shared/api/role-content.ts';
import { withoutEdits } from '../../shared/domain/role/role-choices.ts';
import { shownChanges } from '../../shared/domain/role/role-diff.ts';
import type { Context, Handlers } from '../app/context.ts';
import { prepared } from '../db/statement-cache.ts';
import { notFound } from '../store/not-found.ts';
import { checkedRole } from '../store/roles/checked-role.ts';
import { keepWhatWasRead, loadBase, setBase } from '../store/roles/role-base.ts';
import { loadContent, loadRole } from '../store/roles/role-load.ts';
import { replaceRole, storeRole } from '../store/roles/role-store.ts';
import { storeScales } from '../store/roles/scales.ts';

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
  listRoles({ sqlite }) {
    const rows = prepared(
      sqlite,
      `SELECT r.id, r.title, r.family, r.levelCode, r.levelLabel, r.levelOrder, r.tourOfDuty, r.packId, r.ladderId, r.archivedAt,
         pack.name AS packName, d.name AS sourceName, pin.targetOn, pin.pinnedAt,
         (SELECT count(*) FROM requirement q WHERE q.roleSpecId = r.id) AS requirementCount,
         EXISTS (SELECT 1 FROM roleBase b WHERE b.roleSpecId = r.id) AS isForked
       FROM roleSpec r LEFT JOIN pack ON pack.id = r.packId LEFT JOIN pin ON pin.roleSpecId = r.id
         LEFT JOIN sourceDocument d ON d.id = r.sourceDocumentId
       WHERE r.deletedAt IS NULL ORDER BY r.family, r.levelOrder, r.title`,
    ).all() as (Omit<RoleRow, 'isForked' | 'pin'> & {
      isForked: number;
      targetOn: string | null;
      pinnedAt: string | null;
    })[];
    return rows.map(
      ({ targetOn, pinnedAt, isForked, ...row }): RoleRow => ({
        ...row,
        isForked: isForked === 1,
        pin: pinnedAt ? { roleId: row.id, targetOn, pinnedAt } : null,
      }),
    );
  },

  getRole({ sqlite }, { id }) {
    const role = loadRole(sqlite, id);
    if (!role) throw notFound('role');
    return { ...role, ownEdits: ownEdits(sqlite, id).length };
  },

  async pinRole({ db, now }, { roleId, targetOn }) {
    const role = await db
      .selectFrom('roleSpec')
      .select('id')
      .where('id', '=', roleId)
      .where('deletedAt', 'is', null)
      .executeTakeFirst();
    if (!role) throw notFound('role');
    await db.updateTable('roleSpec').set({ archivedAt: null }).where('id', '=', roleId).execute();
    await db
      .insertInto('pin')
      .values({ roleSpecId: roleId, targetOn, pinnedAt: now })
      .onConflict((conflict) => conflict.column('roleSpecId').doUpdateSet({ targetOn }))
      .execute();
    return { roleId, targetOn, pinnedAt: now };
  },

  async unpinRole({ db }, { roleId }) {
    await db.deleteFrom('pin').where('roleSpecId', '=', roleId).execute();
    return { roleId };
  },

  makeRole({ sqlite, host, now }, { role }) {
    const scaleId = storeScales(sqlite, []);
    const origins = { sourceDocumentId: null, packId: null, ladderId: null, scaleId };
    return { id: storeRole({ sqlite, newId: host.newId, now }, titled(sqlite, role), origins) };
  },

  changeRole(context, { id, role }) {
    editRole(context, id, titled(context.sqlite, role));
    return { id };
  },

  duplicateRole({ sqlite, host, now }, { id }) {
    const content = loadContent(sqlite, id);
    if (!content) throw notFound('role');
    const source = prepared(
      sqlite,
      `SELECT coalesce(nullif(attribution, ''), name || ' · ' || author || ' · ' || licence) AS credit
       FROM pack JOIN roleSpec r ON r.packId = pack.id WHERE r.id = ?`,
    ).get(id) as { credit: string } | undefined;
    // the copy leaves its pack, and takes the credit its licence asks for along
    const credit = content.credit ?? source?.credit;
    const copy = {
      ...content,
      title: `${content.title.slice(0, 490)} (copy)`,
      ...(credit === undefined ? {} : { credit }),
    };
    const origins = { sourceDocumentId: null, packId: null, ladderId: null, scaleId: storeScales(sqlite, []) };
    return { id: storeRole({ sqlite, newId: host.newId, now }, copy, origins) };
  },

  async archiveRole({ db, now }, { id, isArchived }) {
    const result = await db
      .updateTable('roleSpec')
      .set({ archivedAt: isArchived ? now : null })
      .where('id', '=', id)
      .where('deletedAt', 'is', null)
      .executeTakeFirst();
    if (Number(result.numUpdatedRows) === 0) throw notFound('role');
    // nobody aims at what they put away
    if (isArchived) await db.deleteFrom('pin').where('roleSpecId', '=', id).execute();
    return { id };
  },

  listOwnEdits({ sqlite }, { id }) {
    return ownEdits(sqlite, id);
  },

  takeBackEdits(context, { id, changeIds }) {
    const { sqlite } = context;
    const base = loadBase(sqlite, id);
    const mine = loadContent(sqlite, id);
    if (!base || !mine) throw notFound('role');
    const role = withoutEdits(base, mine, changeIds);
    editRole(context, id, role);
    setBase(sqlite, id, base, role);
    return { id };
  },

  async binRole({ db, now }, { id }) {
    const result = await db
      .updateTable('roleSpec')
      .set({ deletedAt: now })
      .where('id', '=', id)
      .where('deletedAt', 'is', null)
      .executeTakeFirst();
    if (Number(result.numUpdatedRows) === 0) throw notFound('role');
    await db.deleteFrom('pin').where('roleSpecId', '=', id).execute();
    return { id };
  },
};

function titled(sqlite: Context['sqlite'], role: RoleContent): RoleContent {
  const title = role.title.trim();
  if (!title) throw new AppError('INVALID_INPUT', 'A role needs a title. Nothing was changed.');
  return checkedRole(sqlite, { ...role, title });
}

function ownEdits(sqlite: Context['sqlite'], id: string): readonly ShownChange[] {
  const base = loadBase(sqlite, id);
  const mine = base && loadContent(sqlite, id);
  return base && mine ? shownChanges(base, mine, base) : [];
}

/** An edit by hand. What was read is kept at the first, so that a newer edition can be compared with it. */
function editRole({ sqlite, host, now }: Context, id: string, role: RoleContent): void {
  const before = loadContent(sqlite, id);
  const isHere = prepared(sqlite, 'SELECT 1 FROM roleSpec WHERE id = ? AND deletedAt IS NULL').get(id);
  if (!before || !isHere) throw notFound('role');
  keepWhatWasRead(sqlite, id);
  replaceRole({ sqlite, newId: host.newId, now }, id, before, role, storeScales(sqlite, []));
}
