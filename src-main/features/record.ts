/** The record apart from accomplishments: profile and background. */
import type { BackgroundItem } from '../../shared/api/record.ts';
import { type FieldValues, periodOf } from '../../shared/domain/record/record-items.ts';
import { isRecordKind, recordKinds } from '../../shared/vocabulary/record-kinds.ts';
import type { Handlers, ReadContext } from '../app/context.ts';
import { query } from '../db/query.ts';
import { moveToBin } from '../store/bin.ts';
import { notFound } from '../store/not-found.ts';
import { columnsOf, loadBackground, loadProfile } from '../store/record/background.ts';
import { refuseEndBeforeStart } from '../store/record/date-order.ts';

export const recordHandlers: Pick<
  Handlers,
  'getBackground' | 'changeProfile' | 'addBackgroundItem' | 'changeBackgroundItem' | 'binBackgroundItem'
> = {
  getBackground: ({ db }) => loadBackground(db),

  changeProfile({ db }, { patch: { links, ...columns } }) {
    const set = { ...columns, ...(links ? { links: JSON.stringify(links) } : {}) };
    if (Object.keys(set).length > 0) db.run(query.updateTable('profile').set(set));
    return loadProfile(db);
  },

  addBackgroundItem(context, { item }) {
    const { db, host, now } = context;
    checkItem(context, item);
    const id = host.newId();
    const row = { id, ...columnsOf(item.values), createdAt: now, deletedAt: null };
    db.run(query.insertInto(item.kind).values(row as never));
    return { id };
  },

  changeBackgroundItem(context, { id, item }) {
    checkItem(context, item);
    const changed = query.updateTable(item.kind).set(columnsOf(item.values)).where('id', '=', id);
    if (context.db.run(changed) === 0) throw notFound(item.kind);
    return { id };
  },

  binBackgroundItem(context, { kind, id }) {
    moveToBin(context, kind, [id]);
    return { id };
  },
};

function checkItem({ db }: ReadContext, item: BackgroundItem): void {
  const values: FieldValues = item.values;
  refuseEndBeforeStart(...periodOf(item.kind, values));
  for (const [name, { to, isRequired }] of Object.entries(recordKinds[item.kind].fields)) {
    const id = values[name];
    if (!isRecordKind(to) || (id === null && !isRequired)) continue;
    const linked = db.first(query.selectFrom(to).select('deletedAt').where('id', '=', String(id)));
    // what it cannot be without must be there; what it is only part of may be in the bin
    if (!linked || (isRequired && linked.deletedAt !== null)) throw notFound(to);
  }
}
