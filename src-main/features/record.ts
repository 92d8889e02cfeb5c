/** The record apart from accomplishments: profile and background. */
import type { BackgroundItem } from '../../shared/api/record.ts';
import { type FieldValues, periodOf } from '../../shared/domain/record/record-items.ts';
import { isRecordKind, recordKinds } from '../../shared/vocabulary/record-kinds.ts';
import type { Context, Handlers } from '../app/context.ts';
import { moveToBin } from '../store/bin.ts';
import { notFound } from '../store/not-found.ts';
import { columnsOf, loadBackground, loadProfile } from '../store/record/background.ts';
import { refuseEndBeforeStart } from '../store/record/dates.ts';

export const recordHandlers: Pick<
  Handlers,
  'getBackground' | 'changeProfile' | 'addBackgroundItem' | 'changeBackgroundItem' | 'binBackgroundItem'
> = {
  getBackground: ({ db }) => loadBackground(db),

  async changeProfile({ db }, { patch: { links, ...columns } }) {
    const set = { ...columns, ...(links ? { links: JSON.stringify(links) } : {}) };
    if (Object.keys(set).length > 0) await db.updateTable('profile').set(set).where('id', '=', 'me').execute();
    return loadProfile(db);
  },

  async addBackgroundItem(context, { item }) {
    const { db, host, now } = context;
    await checkItem(context, item);
    const id = host.newId();
    await db
      .insertInto(item.kind)
      .values({ id, ...columnsOf(item.values), createdAt: now, deletedAt: null } as never)
      .execute();
    return { id };
  },

  async changeBackgroundItem(context, { id, item }) {
    await checkItem(context, item);
    const { numUpdatedRows } = await context.db
      .updateTable(item.kind)
      .set(columnsOf(item.values))
      .where('id', '=', id)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw notFound(item.kind);
    return { id };
  },

  async binBackgroundItem(context, { kind, id }) {
    await moveToBin(context, kind, [id]);
    return { id };
  },
};

async function checkItem({ db }: Context, item: BackgroundItem): Promise<void> {
  const values: FieldValues = item.values;
  refuseEndBeforeStart(...periodOf(item.kind, values));
  for (const [name, { to, isRequired }] of Object.entries(recordKinds[item.kind].fields)) {
    const id = values[name];
    if (!isRecordKind(to) || (id === null && !isRequired)) continue;
    const linked = await db.selectFrom(to).select('deletedAt').where('id', '=', String(id)).executeTakeFirst();
    // what it cannot be without must be there; what it is only part of may be in the bin
    if (!linked || (isRequired && linked.deletedAt !== null)) throw notFound(to);
  }
}
