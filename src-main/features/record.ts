/** The record apart from accomplishments: profile and background. */
import { AppError } from '../../shared/api/errors.ts';
import type { BackgroundItem, BackgroundKind } from '../../shared/api/record.ts';
import { isInOrder } from '../../shared/domain/dates/partial-date.ts';
import type { Context, Handlers } from '../app/context.ts';
import { notFound } from '../store/not-found.ts';
import { loadBackground, loadProfile } from '../store/record/background.ts';

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
      .insertInto(item.kind as 'employer')
      .values({ id, ...columnsOf(item), createdAt: now, deletedAt: null } as never)
      .execute();
    return { id };
  },

  async changeBackgroundItem(context, { id, item }) {
    await checkItem(context, item);
    const result = await context.db
      .updateTable(item.kind as 'employer')
      .set(columnsOf(item) as never)
      .where('id', '=', id)
      .executeTakeFirst();
    if (Number(result.numUpdatedRows) === 0) throw notFound(item.kind);
    return { id };
  },

  async binBackgroundItem(context, { kind, id }) {
    const { db, now } = context;
    const result = await db
      .updateTable(kind as 'employer')
      .set({ deletedAt: now })
      .where('id', '=', id)
      .where('deletedAt', 'is', null)
      .executeTakeFirst();
    if (Number(result.numUpdatedRows) === 0) throw notFound(kind);
    if (kind === 'employer') {
      const positions = await db
        .selectFrom('position')
        .select('id')
        .where('employerId', '=', id)
        .where('deletedAt', 'is', null)
        .execute();
      for (const position of positions) {
        await db.updateTable('position').set({ deletedAt: now }).where('id', '=', position.id).execute();
        await unlink(context, 'position', position.id);
      }
    }
    await unlink(context, kind, id);
    return { id };
  },
};

/** What pointed at it stays and points at nothing; which it was is kept for the way back. */
async function unlink({ db }: Context, kind: BackgroundKind, refId: string): Promise<void> {
  if (kind !== 'position' && kind !== 'project') return;
  const column = kind === 'position' ? 'positionId' : 'projectId';
  const accomplishments = await db.selectFrom('accomplishment').select('id').where(column, '=', refId).execute();
  for (const { id } of accomplishments) {
    await db.insertInto('unlinked').values({ kind, refId, fromKind: 'accomplishment', fromId: id }).execute();
  }
  await db
    .updateTable('accomplishment')
    .set({ [column]: null })
    .where(column, '=', refId)
    .execute();
  if (kind === 'project') return;
  for (const { id } of await db.selectFrom('project').select('id').where('positionId', '=', refId).execute()) {
    await db.insertInto('unlinked').values({ kind, refId, fromKind: 'project', fromId: id }).execute();
  }
  await db.updateTable('project').set({ positionId: null }).where('positionId', '=', refId).execute();
}

function columnsOf(item: BackgroundItem): Record<string, unknown> {
  return item.kind === 'position' ? { ...item.values, isCurrent: item.values.isCurrent ? 1 : 0 } : { ...item.values };
}

async function checkItem({ db }: Context, { kind, values }: BackgroundItem): Promise<void> {
  if (
    'startedOn' in values &&
    values.startedOn &&
    values.endedOn &&
    !('isCurrent' in values && values.isCurrent) &&
    !isInOrder(values.startedOn, values.endedOn)
  ) {
    throw new AppError(
      'INVALID_INPUT',
      `The end (${values.endedOn}) is before the start (${values.startedOn}). Change one of them; nothing was changed yet.`,
      { field: 'endedOn' },
    );
  }
  if (kind === 'position') {
    const employer = await db
      .selectFrom('employer')
      .select('id')
      .where('id', '=', values.employerId)
      .where('deletedAt', 'is', null)
      .executeTakeFirst();
    if (!employer) throw notFound('employer');
  }
  if (kind === 'project' && values.positionId) {
    const position = await db
      .selectFrom('position')
      .select('id')
      .where('id', '=', values.positionId)
      .executeTakeFirst();
    if (!position) throw notFound('position');
  }
}
