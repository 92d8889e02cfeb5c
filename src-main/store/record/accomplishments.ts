/** Accomplishments to and from their tables, with everything that hangs on them. */
import type { Kysely } from 'kysely';
import type {
  Accomplishment,
  AccomplishmentContent,
  Evidence,
  Metric,
  Showing,
  Witness,
} from '../../../shared/api/accomplishment.ts';
import type { Tables } from '../../db/schema.ts';

/** Reads these accomplishments whole, in no particular order; those in the bin only when asked. */
export async function loadAccomplishments(
  db: Kysely<Tables>,
  wanted: { readonly ids: readonly string[] } | { readonly status: 'ready' } | { readonly status: 'all' },
): Promise<Accomplishment[]> {
  let rows = db.selectFrom('accomplishment').selectAll();
  if ('ids' in wanted) rows = rows.where('id', 'in', [...wanted.ids]);
  else {
    rows = rows.where('deletedAt', 'is', null);
    if (wanted.status === 'ready') rows = rows.where('status', '=', 'ready');
  }
  const accomplishments = await rows.execute();
  const ids = 'ids' in wanted ? [...wanted.ids] : null;
  const tags = await children(db, 'accomplishmentTag', ids);
  const metrics = await children(db, 'metric', ids);
  const showings = await children(db, 'showing', ids);
  const witnesses = await children(db, 'witness', ids);
  const evidence = await children(db, 'evidence', ids);
  return accomplishments.map(({ sortOn: _sortOn, ...row }) => ({
    ...row,
    isOngoing: row.isOngoing === 1,
    tags: (tags.get(row.id) ?? []).map((one) => one.tag),
    metrics: (metrics.get(row.id) ?? []).map(
      ({ id, name, unit, baseline, value }): Metric => ({ id, name, unit, baseline, value }),
    ),
    showings: (showings.get(row.id) ?? []).map(
      ({ competencyId, level, scaleId, reason }): Showing => ({ competencyId, level, scaleId, reason }),
    ),
    witnesses: (witnesses.get(row.id) ?? []).map(
      ({ id, name, relation, title, confirmedOn, words }): Witness => ({
        id,
        name,
        relation,
        title,
        confirmedOn,
        words,
      }),
    ),
    evidence: (evidence.get(row.id) ?? []).map(
      ({ id, kind, title, url, quote, notedOn }): Evidence => ({ id, kind, title, url, quote, notedOn }),
    ),
  }));
}

type ChildTable = 'accomplishmentTag' | 'metric' | 'showing' | 'witness' | 'evidence';
type Stored<Table extends ChildTable> = { [Column in keyof Tables[Table]]: Tables[Table][Column] };

async function children<Table extends ChildTable>(
  db: Kysely<Tables>,
  table: Table,
  ids: readonly string[] | null,
): Promise<Map<string, Stored<Table>[]>> {
  let query = db
    .selectFrom(table as 'metric')
    .selectAll()
    .orderBy('accomplishmentId')
    .orderBy('rank');
  if (ids) query = query.where('accomplishmentId', 'in', [...ids]);
  const grouped = new Map<string, Stored<Table>[]>();
  for (const row of (await query.execute()) as unknown as (Stored<Table> & { accomplishmentId: string })[]) {
    const list = grouped.get(row.accomplishmentId);
    if (list) list.push(row);
    else grouped.set(row.accomplishmentId, [row]);
  }
  return grouped;
}

/** The content of an accomplishment that says nothing yet. */
export const emptyContent: AccomplishmentContent = {
  title: '',
  story: '',
  startedOn: null,
  endedOn: null,
  isOngoing: false,
  positionId: null,
  projectId: null,
  confidentiality: 'employer',
  status: 'draft',
  shortWording: '',
  longWording: '',
  tags: [],
  metrics: [],
  showings: [],
  witnesses: [],
  evidence: [],
};

/** Stores a new accomplishment. */
export async function insertAccomplishment(
  context: { readonly db: Kysely<Tables>; readonly newId: () => string; readonly now: string },
  content: AccomplishmentContent,
): Promise<string> {
  const id = context.newId();
  const { tags, metrics, showings, witnesses, evidence, isOngoing, ...columns } = content;
  await context.db
    .insertInto('accomplishment')
    .values({
      id,
      ...columns,
      isOngoing: isOngoing ? 1 : 0,
      createdAt: context.now,
      updatedAt: context.now,
      deletedAt: null,
    })
    .execute();
  await writeChildren(context, id, { tags, metrics, showings, witnesses, evidence });
  return id;
}

/**
 * Writes the lists given, leaves the others, and touches only the rows that differ: each untouched row spares the undo
 * journal and the search index their work.
 */
export async function writeChildren(
  context: { readonly db: Kysely<Tables>; readonly newId: () => string },
  accomplishmentId: string,
  lists: Partial<Pick<AccomplishmentContent, 'tags' | 'metrics' | 'showings' | 'witnesses' | 'evidence'>>,
): Promise<void> {
  const withIds = <Row extends { id?: string | undefined }>(rows: readonly Row[]) =>
    rows.map((row, rank) => ({ ...row, id: row.id ?? context.newId(), accomplishmentId, rank }));
  const { db } = context;
  if (lists.tags) {
    const rows = [...new Set(lists.tags.map((tag) => tag.trim()).filter(Boolean))].map((tag, rank) => ({
      accomplishmentId,
      tag,
      rank,
    }));
    await replaceRows(db, 'accomplishmentTag', 'tag', accomplishmentId, rows);
  }
  if (lists.metrics) await replaceRows(db, 'metric', 'id', accomplishmentId, withIds(lists.metrics));
  if (lists.witnesses) await replaceRows(db, 'witness', 'id', accomplishmentId, withIds(lists.witnesses));
  if (lists.evidence) await replaceRows(db, 'evidence', 'id', accomplishmentId, withIds(lists.evidence));
  if (lists.showings) {
    const byCompetency = new Map(lists.showings.map((showing) => [showing.competencyId, showing]));
    const rows = [...byCompetency.values()].map((showing, rank) => ({ ...showing, accomplishmentId, rank }));
    await replaceRows(db, 'showing', 'competencyId', accomplishmentId, rows);
  }
}

async function replaceRows(
  db: Kysely<Tables>,
  table: ChildTable,
  key: string,
  accomplishmentId: string,
  rows: readonly Record<string, unknown>[],
): Promise<void> {
  // one table name stands for all: their key columns are what differs, and that is given
  const name = table as 'metric';
  const column = key as 'id';
  const before = (await db
    .selectFrom(name)
    .selectAll()
    .where('accomplishmentId', '=', accomplishmentId)
    .execute()) as unknown as Record<string, unknown>[];
  const known = new Map(before.map((row) => [row[key], row]));
  for (const row of before) {
    if (!rows.some((one) => one[key] === row[key])) {
      await db
        .deleteFrom(name)
        .where('accomplishmentId', '=', accomplishmentId)
        .where(column, '=', row[key] as string)
        .execute();
    }
  }
  for (const row of rows) {
    const old = known.get(row[key]);
    if (!old)
      await db
        .insertInto(name)
        .values(row as never)
        .execute();
    else if (Object.entries(row).some(([field, value]) => old[field] !== value)) {
      await db
        .updateTable(name)
        .set(row as never)
        .where('accomplishmentId', '=', accomplishmentId)
        .where(column, '=', row[key] as string)
        .execute();
    }
  }
}
