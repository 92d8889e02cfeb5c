/** The list of accomplishments: filtered, ordered, a page at a time. */
import type { SelectQueryBuilder } from 'kysely';
import type { AccomplishmentPage, AccomplishmentRow } from '../../../shared/api/accomplishment.ts';
import type { Parsed } from '../../../shared/api/index.ts';
import type { Relation } from '../../../shared/api/values.ts';
import type { ReadableDatabase } from '../../db/database.ts';
import { compiled, countOf, oneOf, query, type ReadQuery } from '../../db/query.ts';
import type { Tables } from '../../db/schema.ts';
import { findDocs } from '../../db/search/search.ts';

type Filter = Parsed<'listAccomplishments'>;

/** A search looks at this many of the best; nobody reads further. */
const searchDepth = 500;
const strongestFirst: readonly Relation[] = ['manager', 'client', 'peer', 'report', 'other'];

/** What is shown of each. */
const listed = query
  .selectFrom('accomplishment')
  .select(['accomplishment.id', 'accomplishment.title', 'accomplishment.startedOn', 'accomplishment.endedOn'])
  .select(['isOngoing', 'positionId', 'status', 'confidentiality'])
  .select(({ eb, exists, selectFrom }) => [
    exists(
      selectFrom('metric')
        .select('metric.id')
        .whereRef('accomplishmentId', '=', 'accomplishment.id')
        .where('baseline', 'is not', null)
        .where('value', 'is not', null),
    ).as('isMeasured'),
    selectFrom('witness')
      .select(({ fn }) => fn.agg<string | null>('group_concat', ['relation']).distinct().as('relations'))
      .whereRef('accomplishmentId', '=', 'accomplishment.id')
      .as('relations'),
    countOf(selectFrom('evidence').whereRef('accomplishmentId', '=', 'accomplishment.id')).as('evidenceCount'),
    eb('story', '<>', '').as('hasStory'),
    exists(selectFrom('showing').select('showing.level').whereRef('accomplishmentId', '=', 'accomplishment.id')).as(
      'hasShowing',
    ),
  ]);
type Row = typeof listed extends ReadQuery<infer Shown> ? Shown : never;

/** One page. With a text the best hits come first and at most 500 are counted. */
export function listRows(db: ReadableDatabase, filter: Filter): AccomplishmentPage {
  return filter.text.trim() === '' ? pageInOrder(db, filter) : pageByRelevance(db, filter);
}

/** What a list is narrowed by; what is undefined narrows nothing. */
type Conditions = Pick<Filter, 'positionId' | 'status' | 'confidentiality' | 'tag' | 'competencyId'>;

function conditionsOf({ positionId, status, confidentiality, tag, competencyId }: Filter): Conditions {
  return { positionId, status, confidentiality, tag, competencyId };
}

/** Of a query, only the accomplishments that are chosen and not in the bin. */
function chosen<Row>(rows: SelectQueryBuilder<Tables, 'accomplishment', Row>, conditions: Conditions) {
  const { positionId, status, confidentiality, tag, competencyId } = conditions;
  let some = rows.where('accomplishment.deletedAt', 'is', null);
  if (positionId !== undefined) some = some.where('positionId', 'is', positionId);
  if (status) some = some.where('status', '=', status);
  if (confidentiality) some = some.where('confidentiality', '=', confidentiality);
  if (tag !== undefined) {
    some = some.where(({ exists, selectFrom }) => {
      const tags = selectFrom('accomplishmentTag').select('tag').where('tag', '=', tag);
      return exists(tags.whereRef('accomplishmentId', '=', 'accomplishment.id'));
    });
  }
  if (competencyId) {
    some = some.where(({ exists, selectFrom }) => {
      const showings = selectFrom('showing').select('competencyId').where('competencyId', '=', competencyId);
      return exists(showings.whereRef('accomplishmentId', '=', 'accomplishment.id'));
    });
  }
  return some;
}

const pageByDate = (direction: 'asc' | 'desc') =>
  compiled((conditions: Conditions, limit: number, offset: number) =>
    chosen(listed, conditions)
      .orderBy('sortOn', direction)
      .orderBy('accomplishment.id', direction)
      .limit(limit)
      .offset(offset),
  );
const newestFirst = pageByDate('desc');
const oldestFirst = pageByDate('asc');

const pageOfPosition = compiled((conditions: Conditions, positionId: string | null, limit: number, offset: number) =>
  chosen(listed, conditions)
    .where('positionId', 'is', positionId)
    .orderBy('sortOn', 'desc')
    .orderBy('accomplishment.id', 'desc')
    .limit(limit)
    .offset(offset),
);

function pageInOrder(db: ReadableDatabase, filter: Filter): AccomplishmentPage {
  const groups = countByPosition(db, filter);
  const total = groups.reduce((sum, group) => sum + group.count, 0);
  const conditions = conditionsOf(filter);
  if (filter.sort !== 'position') {
    const byDate = filter.sort === 'newest' ? newestFirst : oldestFirst;
    return { total, rows: db.all(byDate(conditions, filter.limit, filter.offset)).map((row) => present(row)) };
  }
  // group by group, so that an index gives each group in order and only the page is read
  const page: Row[] = [];
  let start = 0;
  for (const { positionId, count } of groups) {
    const offset = Math.max(0, filter.offset - start);
    const wanted = filter.limit - page.length;
    if (wanted > 0 && offset < count) page.push(...db.all(pageOfPosition(conditions, positionId, wanted, offset)));
    start += count;
  }
  return { total, rows: page.map((row) => present(row)) };
}

/** Whether a list is narrowed by more than the position, whose counts are kept. */
function hasConditions({ status, confidentiality, tag, competencyId }: Filter): boolean {
  return Boolean(status || confidentiality || competencyId) || tag !== undefined;
}

interface PositionCount {
  readonly positionId: string | null;
  readonly count: number;
}

const inOrderOfPositions = <From, Table extends keyof From>(groups: SelectQueryBuilder<From, Table, PositionCount>) =>
  query
    .selectFrom(groups.as('group'))
    .leftJoin('position', 'position.id', 'group.positionId')
    .select(['group.positionId', 'count'])
    .orderBy(({ eb }) => eb('group.positionId', 'is not', null))
    .orderBy('isCurrent', 'desc')
    .orderBy(({ fn, val }) => fn.coalesce('startedOn', val('')), 'desc')
    .orderBy('group.positionId', 'desc');

const keptCounts = compiled(() =>
  inOrderOfPositions(
    query
      .selectFrom('accomplishmentCount')
      .select(({ fn, val }) => [fn<string | null>('nullif', ['positionId', val('')]).as('positionId'), 'n as count'])
      .where('n', '>', 0),
  ),
);

const countsOf = compiled((conditions: Conditions) =>
  inOrderOfPositions(
    chosen(query.selectFrom('accomplishment'), conditions)
      .select(({ fn }) => ['positionId', fn.countAll<number>().as('count')])
      .groupBy('positionId'),
  ),
);

/** How many there are at each position, in the order of the list: none first, then the present, then the latest. */
function countByPosition(db: ReadableDatabase, filter: Filter) {
  const { positionId } = filter;
  const isCounted = !hasConditions(filter);
  const rows = db.all(isCounted ? keptCounts() : countsOf(conditionsOf(filter)));
  return isCounted && positionId !== undefined ? rows.filter((group) => group.positionId === positionId) : rows;
}

const chosenOf = compiled((conditions: Conditions, ids: readonly string[]) =>
  chosen(query.selectFrom('accomplishment').select('accomplishment.id'), conditions).where(
    'accomplishment.id',
    'in',
    oneOf(ids),
  ),
);
const listedOf = compiled((ids: readonly string[]) => listed.where('accomplishment.id', 'in', oneOf(ids)));

function pageByRelevance(db: ReadableDatabase, filter: Filter): AccomplishmentPage {
  const found = findDocs(db, filter.text, searchDepth, 'accomplishment');
  if (found.length === 0) return { total: 0, rows: [] };
  const ids = found.map((doc) => doc.refId);
  const isFiltered = hasConditions(filter) || filter.positionId !== undefined;
  const matchingIds = new Set(isFiltered ? db.all(chosenOf(conditionsOf(filter), ids)).map((row) => row.id) : ids);
  const hits = found.filter((doc) => matchingIds.has(doc.refId));
  const page = hits.slice(filter.offset, filter.offset + filter.limit);
  const read = db.all(listedOf(page.map((doc) => doc.refId)));
  const byId = new Map(read.map((row) => [row.id, row]));
  const rows = page.flatMap((doc) => {
    const row = byId.get(doc.refId);
    return row ? [present(row, doc.snippet)] : [];
  });
  return { total: hits.length, rows };
}

function present({ relations, hasStory, hasShowing, ...row }: Row, snippet: string | null = null): AccomplishmentRow {
  const given = new Set(relations?.split(',') ?? []);
  return {
    ...row,
    isOngoing: row.isOngoing === 1,
    snippet,
    isMeasured: Boolean(row.isMeasured),
    witness: strongestFirst.find((relation) => given.has(relation)) ?? null,
    missing: row.status === 'ready' ? null : !hasStory ? 'no story yet' : !hasShowing ? 'no competency yet' : null,
  };
}
