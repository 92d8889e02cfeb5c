/** The list of accomplishments: filtered, ordered, a page at a time. */
import type { Database } from 'better-sqlite3';
import type { AccomplishmentPage, AccomplishmentRow } from '../../../shared/api/accomplishment.ts';
import type { Parsed } from '../../../shared/api/index.ts';
import type { Relation } from '../../../shared/api/values.ts';
import { findDocs } from '../../db/search/search.ts';

type Filter = Parsed<'listAccomplishments'>;

/** A search looks at this many of the best; nobody reads further. */
const searchDepth = 500;
const strongestFirst: readonly Relation[] = ['manager', 'client', 'peer', 'report', 'other'];

interface Row extends Omit<AccomplishmentRow, 'isOngoing' | 'isMeasured' | 'witness' | 'missing'> {
  readonly isOngoing: number;
  readonly isMeasured: number;
  readonly relations: string | null;
  readonly hasStory: number;
  readonly hasShowing: number;
}

const columns = `a.id, a.title, a.startedOn, a.endedOn, a.isOngoing, a.positionId, a.status, a.confidentiality,
  EXISTS (SELECT 1 FROM metric m WHERE m.accomplishmentId = a.id AND m.baseline IS NOT NULL AND m.value IS NOT NULL) AS isMeasured,
  (SELECT group_concat(DISTINCT relation) FROM witness w WHERE w.accomplishmentId = a.id) AS relations,
  (SELECT count(*) FROM evidence e WHERE e.accomplishmentId = a.id) AS evidenceCount,
  a.story <> '' AS hasStory,
  EXISTS (SELECT 1 FROM showing s WHERE s.accomplishmentId = a.id) AS hasShowing`;

/** One page. With a text the best hits come first and at most 500 are counted. */
export function listRows(sqlite: Database, filter: Filter): AccomplishmentPage {
  return filter.text.trim() === '' ? pageInOrder(sqlite, filter) : pageByRelevance(sqlite, filter);
}

function conditions(filter: Filter): { sql: string; values: unknown[] } {
  const parts = ['a.deletedAt IS NULL'];
  const values: unknown[] = [];
  const add = (sql: string, value: unknown) => {
    parts.push(sql);
    values.push(value);
  };
  if (filter.positionId === null) parts.push('a.positionId IS NULL');
  else if (filter.positionId !== undefined) add('a.positionId = ?', filter.positionId);
  if (filter.status) add('a.status = ?', filter.status);
  if (filter.confidentiality) add('a.confidentiality = ?', filter.confidentiality);
  if (filter.tag !== undefined)
    add('EXISTS (SELECT 1 FROM accomplishmentTag t WHERE t.accomplishmentId = a.id AND t.tag = ?)', filter.tag);
  if (filter.competencyId)
    add('EXISTS (SELECT 1 FROM showing s WHERE s.accomplishmentId = a.id AND s.competencyId = ?)', filter.competencyId);
  return { sql: parts.join(' AND '), values };
}

function pageInOrder(sqlite: Database, filter: Filter): AccomplishmentPage {
  const where = conditions(filter);
  if (filter.sort !== 'position') {
    const direction = filter.sort === 'newest' ? 'DESC' : 'ASC';
    const total = countByPosition(sqlite, filter).reduce((sum, group) => sum + group.n, 0);
    const rows = sqlite
      .prepare(
        `SELECT ${columns}, NULL AS snippet FROM accomplishment a WHERE ${where.sql} ORDER BY a.sortOn ${direction}, a.id ${direction} LIMIT ? OFFSET ?`,
      )
      .all(...where.values, filter.limit, filter.offset) as Row[];
    return { total, rows: rows.map(present) };
  }
  // group by group, so that an index gives each group in order and only the page is read
  const groups = countByPosition(sqlite, filter);
  const total = groups.reduce((sum, group) => sum + group.n, 0);
  const rows: Row[] = [];
  let start = 0;
  for (const group of groups) {
    const offset = Math.max(0, filter.offset - start);
    const wanted = filter.limit - rows.length;
    if (wanted > 0 && offset < group.n) {
      rows.push(
        ...(sqlite
          .prepare(
            `SELECT ${columns}, NULL AS snippet FROM accomplishment a WHERE ${where.sql} AND a.positionId IS ? ORDER BY a.sortOn DESC, a.id DESC LIMIT ? OFFSET ?`,
          )
          .all(...where.values, group.positionId, wanted, offset) as Row[]),
      );
    }
    start += group.n;
  }
  return { total, rows: rows.map(present) };
}

interface Group {
  readonly positionId: string | null;
  readonly n: number;
}

/** How many there are at each position, in the order of the list: none first, then the present, then the latest. */
function countByPosition(sqlite: Database, filter: Filter): readonly Group[] {
  const isCounted = !filter.status && !filter.confidentiality && filter.tag === undefined && !filter.competencyId;
  const where = conditions(filter);
  const groups = isCounted
    ? `SELECT nullif(positionId, '') AS positionId, n FROM accomplishmentCount WHERE n > 0`
    : `SELECT a.positionId, count(*) AS n FROM accomplishment a WHERE ${where.sql} GROUP BY a.positionId`;
  const rows = sqlite
    .prepare(
      `SELECT g.positionId, g.n FROM (${groups}) g LEFT JOIN position p ON p.id = g.positionId
       ORDER BY g.positionId IS NOT NULL, p.isCurrent DESC, coalesce(p.startedOn, '') DESC, g.positionId DESC`,
    )
    .all(...(isCounted ? [] : where.values)) as Group[];
  return isCounted && filter.positionId !== undefined
    ? rows.filter((group) => group.positionId === filter.positionId)
    : rows;
}

function pageByRelevance(sqlite: Database, filter: Filter): AccomplishmentPage {
  const found = findDocs(sqlite, filter.text, searchDepth, 'accomplishment');
  if (found.length === 0) return { total: 0, rows: [] };
  const where = conditions(filter);
  const isFiltered = where.values.length > 0 || filter.positionId === null;
  const ids = found.map((doc) => doc.refId);
  const kept = isFiltered
    ? new Set(
        (
          sqlite
            .prepare(
              `SELECT a.id FROM accomplishment a WHERE ${where.sql} AND a.id IN (SELECT value FROM json_each(?))`,
            )
            .all(...where.values, JSON.stringify(ids)) as { id: string }[]
        ).map((row) => row.id),
      )
    : null;
  const hits = kept ? found.filter((doc) => kept.has(doc.refId)) : found;
  const page = hits.slice(filter.offset, filter.offset + filter.limit);
  const read = sqlite
    .prepare(`SELECT ${columns}, NULL AS snippet FROM accomplishment a WHERE a.id IN (SELECT value FROM json_each(?))`)
    .all(JSON.stringify(page.map((doc) => doc.refId))) as Row[];
  const byId = new Map(read.map((row) => [row.id, row]));
  const rows = page.flatMap((doc) => {
    const row = byId.get(doc.refId);
    return row ? [present({ ...row, snippet: doc.snippet })] : [];
  });
  return { total: hits.length, rows };
}

function present({ relations, hasStory, hasShowing, ...row }: Row): AccomplishmentRow {
  const given = new Set(relations?.split(',') ?? []);
  return {
    ...row,
    isOngoing: row.isOngoing === 1,
    isMeasured: row.isMeasured === 1,
    witness: strongestFirst.find((relation) => given.has(relation)) ?? null,
    missing:
      row.status === 'ready' ? null : hasStory === 0 ? 'no story yet' : hasShowing === 0 ? 'no competency yet' : null,
  };
}
