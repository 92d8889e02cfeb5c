/** Accomplishments to and from their tables, with everything that hangs on them. */
import { type SqlBool, sql } from 'kysely';
import type { Accomplishment, AccomplishmentContent } from '../../../shared/api/accomplishment.ts';
import type { ReadableDatabase, WritableDatabase } from '../../db/database.ts';
import { oneOf, query } from '../../db/query.ts';

/** Reads these accomplishments whole, in no particular order; those in the bin only when asked. */
export function loadAccomplishments(
  db: ReadableDatabase,
  wanted: { readonly ids: readonly string[] } | { readonly status: 'ready' } | { readonly status: 'all' },
): Accomplishment[] {
  let rows = query.selectFrom('accomplishment').selectAll();
  if ('ids' in wanted) rows = rows.where('id', 'in', oneOf(wanted.ids));
  else {
    rows = rows.where('deletedAt', 'is', null);
    if (wanted.status === 'ready') rows = rows.where('status', '=', 'ready');
  }
  const isAsked = 'ids' in wanted ? sql<SqlBool>`accomplishmentId in ${oneOf(wanted.ids)}` : sql<SqlBool>`true`;
  const tags = query.selectFrom('accomplishmentTag').select(['accomplishmentId', 'tag']);
  const metrics = query.selectFrom('metric').select(['accomplishmentId', 'id', 'name', 'unit', 'baseline', 'value']);
  const showings = query
    .selectFrom('showing')
    .select(['accomplishmentId', 'competencyId', 'level', 'scaleId', 'reason']);
  const witnesses = query
    .selectFrom('witness')
    .select(['accomplishmentId', 'id', 'name', 'relation', 'title', 'confirmedOn', 'words']);
  const evidence = query
    .selectFrom('evidence')
    .select(['accomplishmentId', 'id', 'kind', 'title', 'url', 'quote', 'notedOn']);
  const tagsOf = byAccomplishment(db.all(tags.where(isAsked).orderBy('accomplishmentId').orderBy('rank')));
  const metricsOf = byAccomplishment(db.all(metrics.where(isAsked).orderBy('accomplishmentId').orderBy('rank')));
  const showingsOf = byAccomplishment(db.all(showings.where(isAsked).orderBy('accomplishmentId').orderBy('rank')));
  const witnessesOf = byAccomplishment(db.all(witnesses.where(isAsked).orderBy('accomplishmentId').orderBy('rank')));
  const evidenceOf = byAccomplishment(db.all(evidence.where(isAsked).orderBy('accomplishmentId').orderBy('rank')));
  return db.all(rows).map(({ sortOn: _sortOn, ...row }) => ({
    ...row,
    isOngoing: row.isOngoing === 1,
    tags: tagsOf(row.id).map(({ tag }) => tag),
    metrics: metricsOf(row.id),
    showings: showingsOf(row.id),
    witnesses: witnessesOf(row.id),
    evidence: evidenceOf(row.id),
  }));
}

/** The rows that hang on each accomplishment, in their order. */
function byAccomplishment<Row extends { accomplishmentId: string }>(rows: readonly Row[]) {
  const lists = new Map<string, Omit<Row, 'accomplishmentId'>[]>();
  for (const { accomplishmentId, ...row } of rows) {
    const list = lists.get(accomplishmentId);
    if (list) list.push(row);
    else lists.set(accomplishmentId, [row]);
  }
  return (id: string) => lists.get(id) ?? [];
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
export function insertAccomplishment(
  context: { readonly db: WritableDatabase; readonly newId: () => string; readonly now: string },
  content: AccomplishmentContent,
): string {
  const id = context.newId();
  const { tags, metrics, showings, witnesses, evidence, isOngoing, ...columns } = content;
  const dates = { createdAt: context.now, updatedAt: context.now, deletedAt: null };
  const row = { id, ...columns, isOngoing: isOngoing ? 1 : 0, ...dates };
  context.db.run(query.insertInto('accomplishment').values(row));
  writeChildren(context, id, { tags, metrics, showings, witnesses, evidence });
  return id;
}

/**
 * Writes the lists given, leaves the others, and touches only the rows that differ: each untouched row spares the undo
 * journal and the search index their work.
 */
export function writeChildren(
  context: { readonly db: WritableDatabase; readonly newId: () => string },
  accomplishmentId: string,
  lists: Partial<Pick<AccomplishmentContent, 'tags' | 'metrics' | 'showings' | 'witnesses' | 'evidence'>>,
): void {
  const withIds = <Row extends { id?: string | undefined }>(rows: readonly Row[]) =>
    rows.map((row, rank) => ({ ...row, id: row.id ?? context.newId(), accomplishmentId, rank }));
  const { db } = context;
  if (lists.tags) {
    const rows = [...new Set(lists.tags.map((tag) => tag.trim()).filter(Boolean))].map((tag, rank) => ({
      accomplishmentId,
      tag,
      rank,
    }));
    replaceRows(db, 'accomplishmentTag', 'tag', accomplishmentId, rows);
  }
  if (lists.metrics) replaceRows(db, 'metric', 'id', accomplishmentId, withIds(lists.metrics));
  if (lists.witnesses) replaceRows(db, 'witness', 'id', accomplishmentId, withIds(lists.witnesses));
  if (lists.evidence) replaceRows(db, 'evidence', 'id', accomplishmentId, withIds(lists.evidence));
  if (lists.showings) {
    const byCompetency = new Map(lists.showings.map((showing) => [showing.competencyId, showing]));
    const rows = [...byCompetency.values()].map((showing, rank) => ({ ...showing, accomplishmentId, rank }));
    replaceRows(db, 'showing', 'competencyId', accomplishmentId, rows);
  }
}

function replaceRows(
  db: WritableDatabase,
  table: 'accomplishmentTag' | 'metric' | 'showing' | 'witness' | 'evidence',
  key: 'tag' | 'id' | 'competencyId',
  accomplishmentId: string,
  rows: readonly Readonly<Record<string, unknown>>[],
): void {
  // one table stands for all: their key columns are what differs, and that is given
  const name = table as 'metric';
  const column = key as 'id';
  const before: readonly Readonly<Record<string, unknown>>[] = db.all(
    query.selectFrom(name).selectAll().where('accomplishmentId', '=', accomplishmentId),
  );
  const keyOf = (row: Readonly<Record<string, unknown>>) => String(row[key]);
  const givenKeys = new Set(rows.map(keyOf));
  const gone = query.deleteFrom(name).where('accomplishmentId', '=', accomplishmentId);
  for (const row of before) if (!givenKeys.has(keyOf(row))) db.run(gone.where(column, '=', keyOf(row)));
  const known = new Map(before.map((row) => [keyOf(row), row]));
  for (const row of rows) {
    const old = known.get(keyOf(row));
    if (!old) db.run(query.insertInto(name).values(row as never));
    else if (Object.entries(row).some(([field, value]) => old[field] !== value)) {
      const changed = query.updateTable(name).set(row).where('accomplishmentId', '=', accomplishmentId);
      db.run(changed.where(column, '=', keyOf(row)));
    }
  }
}
