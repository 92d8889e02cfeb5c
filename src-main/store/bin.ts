/** Into the bin and back, for every kind of thing that has one: what stands under it goes along, what links to it lets go. */
import type { Kysely } from 'kysely';
import { isRecordKind, ownerLink, recordKindNames } from '../../shared/vocabulary/record-kinds.ts';
import { type BinKind, binKinds, things } from '../../shared/vocabulary/things.ts';
import type { Tables } from '../db/schema.ts';
import { notFound } from './not-found.ts';

/** Kinds differ in their tables, not in what is asked of them here; Kysely is shown the columns of one. */
const tableOf = (kind: BinKind) => things[kind].table as 'project';
const asColumn = (name: string) => name as 'positionId';

/** Moves things to the bin and answers how many. Throws NOT_FOUND when none of them is in the record. */
export async function moveToBin(
  context: { readonly db: Kysely<Tables>; readonly now: string },
  kind: BinKind,
  ids: readonly string[],
): Promise<number> {
  const { db, now } = context;
  const { numUpdatedRows } = await db
    .updateTable(tableOf(kind))
    .set({ deletedAt: now })
    .where('id', 'in', ids)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw notFound(kind);
  for (const { owned, column } of ownedBy(kind)) {
    const rows = await db
      .selectFrom(tableOf(owned))
      .select('id')
      .where(column, 'in', ids)
      .where('deletedAt', 'is', null)
      .execute();
    if (rows.length > 0)
      await moveToBin(
        context,
        owned,
        rows.map((row) => row.id),
      );
  }
  for (const { from, column } of linksTo(kind)) {
    const rows = await db.selectFrom(tableOf(from)).select(['id', column]).where(column, 'in', ids).execute();
    for (const { id: fromId, [column]: refId } of rows) {
      if (refId === null) continue;
      await db.insertInto('unlinked').values({ kind, refId, fromKind: from, fromId }).execute();
    }
    await db
      .updateTable(tableOf(from))
      .set({ [column]: null })
      .where(column, 'in', ids)
      .execute();
  }
  return Number(numUpdatedRows);
}

/**
 * Brings a thing back, with what it stands under and what went to the bin along with it. What linked to it does so again,
 * unless it was given another place meanwhile. Throws NOT_FOUND when it is not in the bin.
 */
export async function restoreFromBin(db: Kysely<Tables>, kind: BinKind, id: string): Promise<void> {
  const row = await db.selectFrom(tableOf(kind)).selectAll().where('id', '=', id).executeTakeFirst();
  const deletedAt = row?.deletedAt ?? null;
  if (!row || deletedAt === null) throw notFound(kind);
  await db.updateTable(tableOf(kind)).set({ deletedAt: null }).where('id', '=', id).execute();
  const owner = isRecordKind(kind) ? ownerLink(kind) : undefined;
  if (owner) {
    const ownerId = row[asColumn(owner.name)];
    await db.updateTable(owner.to).set({ deletedAt: null }).where('id', '=', ownerId).execute();
  }
  for (const { owned, column } of ownedBy(kind)) {
    const rows = await db
      .selectFrom(tableOf(owned))
      .select('id')
      .where(column, '=', id)
      .where('deletedAt', '=', deletedAt)
      .execute();
    for (const { id: ownedId } of rows) await restoreFromBin(db, owned, ownedId);
  }
  for (const { from, column } of linksTo(kind)) {
    const unlinked = db.selectFrom('unlinked').select('fromId').where('fromKind', '=', from);
    await db
      .updateTable(tableOf(from))
      .set({ [column]: id })
      .where('id', 'in', unlinked.where('kind', '=', kind).where('refId', '=', id))
      .where(column, 'is', null)
      .execute();
  }
  await db.deleteFrom('unlinked').where('kind', '=', kind).where('refId', '=', id).execute();
}

/** The kinds that stand under a kind and go to the bin with it. */
function ownedBy(kind: BinKind) {
  return recordKindNames.flatMap((owned) => {
    const link = ownerLink(owned);
    return link?.to === kind ? [{ owned, column: asColumn(link.name) }] : [];
  });
}

/** The kinds that name a thing of this kind, and can do without. */
function linksTo(kind: BinKind) {
  return binKinds.flatMap((from) =>
    Object.entries(things[from].links ?? {}).flatMap(([name, to]) =>
      to === kind ? [{ from, column: asColumn(name) }] : [],
    ),
  );
}
