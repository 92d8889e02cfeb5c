/** Accomplishments to and from their tables, with everything that hangs on them. */
import { type Insertable, type SelectQueryBuilder, type SqlBool, sql } from 'kysely';
import type { Accomplishment, AccomplishmentContent } from '../../../shared/api/accomplishment.ts';
import { wordsToStore } from '../../../shared/domain/names/shown-words.ts';
import type { ReadableDatabase, WritableDatabase } from '../../db/database.ts';
import { compiled, oneOf, query, type ReadQuery } from '../../db/query.ts';
import type { Tables } from '../../db/schema.ts';

type PartTable = 'accomplishmentTag' | 'metric' | 'showing' | 'witness' | 'evidence';

const stored = query.selectFrom('accomplishment').selectAll();
const storedOf = compiled((ids: readonly string[]) => stored.where('id', 'in', oneOf(ids)));
const storedAll = compiled(() => stored.where('deletedAt', 'is', null));
const storedReady = compiled(() => stored.where('deletedAt', 'is', null).where('status', '=', 'ready'));

/** The rows that hang on all accomplishments, and on some. Every save reads them, so they are compiled once. */
function partsBy<Table extends PartTable, Row>(rows: SelectQueryBuilder<Tables, Table, Row>) {
  const ordered = rows.orderBy(sql`accomplishmentId`).orderBy(sql`rank`);
  return {
    all: compiled(() => ordered),
    of: compiled((ids: readonly string[]) => ordered.where(sql<SqlBool>`accomplishmentId in ${oneOf(ids)}`)),
  };
}

const tagsBy = partsBy(query.selectFrom('accomplishmentTag').select(['accomplishmentId', 'tag']));
const metricsBy = partsBy(
  query.selectFrom('metric').select(['accomplishmentId', 'id', 'name', 'unit', 'baseline', 'value']),
);
const showingsBy = partsBy(
  query.selectFrom('showing').select(['accomplishmentId', 'competencyId', 'level', 'scaleId', 'reason', 'words']),
);
const witnessesBy = partsBy(
  query.selectFrom('witness').select(['accomplishmentId', 'id', 'name', 'relation', 'title', 'confirmedOn', 'words']),
);
const evidenceBy = partsBy(
  query.selectFrom('evidence').select(['accomplishmentId', 'id', 'kind', 'title', 'url', 'quote', 'notedOn']),
);

/** Reads these accomplishments whole, in no particular order; those in the bin only when asked. */
export function loadAccomplishments(
  db: ReadableDatabase,
  wanted: { readonly ids: readonly string[] } | { readonly status: 'ready' } | { readonly status: 'all' },
): Accomplishment[] {
  const read = <Row extends { accomplishmentId: string }>(parts: {
    readonly all: () => ReadQuery<Row>;
    readonly of: (ids: readonly string[]) => ReadQuery<Row>;
  }) => byAccomplishment(db.all('ids' in wanted ? parts.of(wanted.ids) : parts.all()));
  const tagsOf = read(tagsBy);
  const metricsOf = read(metricsBy);
  const showingsOf = read(showingsBy);
  const witnessesOf = read(witnessesBy);
  const evidenceOf = read(evidenceBy);
  const rows = 'ids' in wanted ? storedOf(wanted.ids) : wanted.status === 'ready' ? storedReady() : storedAll();
  return db.all(rows).map(({ sortOn: _sortOn, ...row }) => ({
    ...row,
    isOngoing: row.isOngoing === 1,
    tags: tagsOf(row.id).map(({ tag }) => tag),
    metrics: metricsOf(row.id),
    showings: showingsOf(row.id).map(({ words, ...showing }) => ({ ...showing, words: JSON.parse(words) as string[] })),
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

const insertStored = compiled((row: Insertable<Tables['accomplishment']>) =>
  query.insertInto('accomplishment').values(row),
);

/** Stores a new accomplishment. */
export function insertAccomplishment(
  context: { readonly db: WritableDatabase; readonly newId: () => string; readonly now: string },
  content: AccomplishmentContent,
): string {
  const id = context.newId();
  const { tags, metrics, showings, witnesses, evidence, isOngoing, ...columns } = content;
  const dates = { createdAt: context.now, updatedAt: context.now, deletedAt: null };
  const row = { id, ...columns, isOngoing: isOngoing ? 1 : 0, ...dates };
  context.db.run(insertStored(row));
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
    replaceRows(db, storedParts.tags, accomplishmentId, rows);
  }
  if (lists.metrics) replaceRows(db, storedParts.metrics, accomplishmentId, withIds(lists.metrics));
  if (lists.witnesses) replaceRows(db, storedParts.witnesses, accomplishmentId, withIds(lists.witnesses));
  if (lists.evidence) replaceRows(db, storedParts.evidence, accomplishmentId, withIds(lists.evidence));
  if (lists.showings) {
    const byCompetency = new Map(lists.showings.map((showing) => [showing.competencyId, showing]));
    const rows = [...byCompetency.values()].map(({ words, ...showing }, rank) => ({
      ...showing,
      accomplishmentId,
      rank,
      // left out, the names it was given stay
      ...(words === undefined ? {} : { words: storedWords(db, showing.competencyId, words) }),
    }));
    replaceRows(db, storedParts.showings, accomplishmentId, rows);
  }
}

const commonNameOf = compiled((id: string) => query.selectFrom('competency').select('name').where('id', '=', id));

/** The names given to what is shown, as the column holds them. */
export function storedWords(db: ReadableDatabase, competencyId: string, names: readonly string[]): string {
  if (names.length === 0) return '[]';
  return JSON.stringify(wordsToStore(names, db.first(commonNameOf(competencyId))?.name ?? ''));
}

type Cells = Readonly<Record<string, unknown>>;

/** How the rows of a table that hang on an accomplishment are read and written, each told from its like by its key. */
function storedPart(table: PartTable, key: 'tag' | 'id' | 'competencyId') {
  // one table stands for all: their key columns are what differs, and that is given
  const name = table as 'metric';
  const column = key as 'id';
  return {
    keyOf: (row: Cells) => String(row[key]),
    rows: compiled(
      (id: string): ReadQuery<Cells> => query.selectFrom(name).selectAll().where('accomplishmentId', '=', id),
    ),
    insert: compiled((row: Cells) => query.insertInto(name).values(row as never)),
    change: compiled((id: string, value: string, row: Cells) =>
      query.updateTable(name).set(row).where('accomplishmentId', '=', id).where(column, '=', value),
    ),
    remove: compiled((id: string, value: string) =>
      query.deleteFrom(name).where('accomplishmentId', '=', id).where(column, '=', value),
    ),
  };
}

const storedParts = {
  tags: storedPart('accomplishmentTag', 'tag'),
  metrics: storedPart('metric', 'id'),
  showings: storedPart('showing', 'competencyId'),
  witnesses: storedPart('witness', 'id'),
  evidence: storedPart('evidence', 'id'),
};

function replaceRows(
  db: WritableDatabase,
  part: ReturnType<typeof storedPart>,
  accomplishmentId: string,
  rows: readonly Cells[],
): void {
  const { keyOf } = part;
  const before = db.all(part.rows(accomplishmentId));
  const givenKeys = new Set(rows.map(keyOf));
  for (const row of before) if (!givenKeys.has(keyOf(row))) db.run(part.remove(accomplishmentId, keyOf(row)));
  const known = new Map(before.map((row) => [keyOf(row), row]));
  for (const row of rows) {
    const old = known.get(keyOf(row));
    if (!old) db.run(part.insert(row));
    else if (Object.entries(row).some(([field, value]) => old[field] !== value))
      db.run(part.change(accomplishmentId, keyOf(row), row));
  }
}
