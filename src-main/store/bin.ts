/** Into the bin and back, for every kind that has one: what stands under a thing goes along, links to it are removed. */
import type { BinItem } from '../../shared/api/bin.ts';
import { isRecordKind, ownerLink, recordKindNames } from '../../shared/vocabulary/record-kinds.ts';
import { type BinKind, binKinds, things } from '../../shared/vocabulary/things.ts';
import type { ReadableDatabase, WritableDatabase } from '../db/database.ts';
import { oneOf, query } from '../db/query.ts';
import { notFound } from './not-found.ts';

/** Kinds differ in their tables, not in what is asked of them here; Kysely is shown the columns of one. */
const tableOf = (kind: BinKind) => things[kind].table as 'project';
const asColumn = (name: string) => name as 'positionId';

/** Moves things to the bin and answers how many. Throws NOT_FOUND when none of them is in the record. */
export function moveToBin(
  context: { readonly db: WritableDatabase; readonly now: string },
  kind: BinKind,
  ids: readonly string[],
): number {
  const { db, now } = context;
  const going = query.updateTable(tableOf(kind)).set({ deletedAt: now }).where('id', 'in', oneOf(ids));
  const count = db.run(going.where('deletedAt', 'is', null));
  if (count === 0) throw notFound(kind);
  for (const { owned, column } of ownedBy(kind)) {
    const inUse = query.selectFrom(tableOf(owned)).select('id').where('deletedAt', 'is', null);
    const ownedIds = db.all(inUse.where(column, 'in', oneOf(ids))).map((row) => row.id);
    if (ownedIds.length > 0) moveToBin(context, owned, ownedIds);
  }
  for (const { from, column } of linksTo(kind)) {
    const linked = query.selectFrom(tableOf(from)).select(['id', column]).where(column, 'in', oneOf(ids));
    for (const { id: fromId, [column]: refId } of db.all(linked))
      if (refId !== null) db.run(query.insertInto('unlinked').values({ kind, refId, fromKind: from, fromId }));
    const emptied = query.updateTable(tableOf(from)).set({ [column]: null });
    db.run(emptied.where(column, 'in', oneOf(ids)));
  }
  return count;
}

/**
 * Brings a thing back, with what it stands under and what went to the bin along with it. What linked to it does so again,
 * unless it was given another place meanwhile. Throws NOT_FOUND when it is not in the bin.
 */
export function restoreFromBin(db: WritableDatabase, kind: BinKind, id: string): void {
  const row = db.first(query.selectFrom(tableOf(kind)).selectAll().where('id', '=', id));
  const deletedAt = row?.deletedAt ?? null;
  if (!row || deletedAt === null) throw notFound(kind);
  db.run(query.updateTable(tableOf(kind)).set({ deletedAt: null }).where('id', '=', id));
  const owner = isRecordKind(kind) ? ownerLink(kind) : undefined;
  if (owner) {
    const ownerId = row[asColumn(owner.name)];
    db.run(query.updateTable(owner.to).set({ deletedAt: null }).where('id', '=', ownerId));
  }
  for (const { owned, column } of ownedBy(kind)) {
    const along = query.selectFrom(tableOf(owned)).select('id').where('deletedAt', '=', deletedAt);
    for (const { id: ownedId } of db.all(along.where(column, '=', id))) restoreFromBin(db, owned, ownedId);
  }
  for (const { from, column } of linksTo(kind)) {
    const unlinked = query.selectFrom('unlinked').select('fromId').where('fromKind', '=', from);
    const linked = query
      .updateTable(tableOf(from))
      .set({ [column]: id })
      .where(column, 'is', null);
    db.run(linked.where('id', 'in', unlinked.where('kind', '=', kind).where('refId', '=', id)));
  }
  db.run(query.deleteFrom('unlinked').where('kind', '=', kind).where('refId', '=', id));
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

/** What is in the bin, what went there last first. */
export function listBin(db: ReadableDatabase): BinItem[] {
  const [first, ...others] = binKinds.map((kind) =>
    query
      .selectFrom(tableOf(kind))
      .select(({ val, ref }) => [
        val(kind).as('kind'),
        'id',
        ref(things[kind].title as 'name').as('title'),
        ref('deletedAt').$notNull().as('deletedAt'),
      ])
      .where('deletedAt', 'is not', null),
  );
  const all = others.reduce((union, kind) => union?.unionAll(kind), first);
  return all ? db.all(all.orderBy('deletedAt', 'desc').orderBy('id').limit(2000)) : [];
}
