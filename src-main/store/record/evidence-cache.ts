/**
 * The accomplishments a match weighs, kept from one match to the next. Reading thousands of them takes longer than
 * weighing them, and between two matches hardly any changes: only those noted as changed are read again. The notes are
 * those the search index is kept by, since every table a match reads of an accomplishment is searched too.
 */
import type { Database } from 'better-sqlite3';
import type { Relation } from '../../../shared/api/values.ts';
import {
  type EvidenceIndex,
  type EvidenceInput,
  type EvidenceLookup,
  indexEvidence,
  type MatchAccomplishment,
  type MatchShowing,
  prepareEvidence,
} from '../../../shared/domain/match/evidence.ts';
import { usualLevels } from '../../../shared/vocabulary/levels.ts';
import { connectionOf, type ReadableDatabase } from '../../db/database.ts';
import { collectIndexedIds } from '../../db/search/search-queue.ts';
import { prepared } from '../../db/statement-cache.ts';

/** When more than this many were changed, reading all again is quicker. */
const readAgainAtMost = 300;

interface CachedIndex {
  /** All that the answers depend on besides the accomplishments. */
  readonly key: string;
  readonly index: EvidenceIndex;
  /** Ids indexed for search since the last reading. */
  readonly changed: Set<string>;
}

const cachedIndexes = new WeakMap<Database, CachedIndex>();

type Row = readonly [
  id: string,
  title: string,
  startedOn: string | null,
  endedOn: string | null,
  isOngoing: number,
  isMeasured: number,
  relations: string | null,
  competencyId: string,
  level: number,
  scaleId: string,
];

/** What the evidence of some competencies is read by: how many levels each scale has, and whether paper is to show it. */
export interface EvidenceQuery extends Omit<EvidenceInput, 'accomplishments'> {
  readonly competencyIds: readonly string[];
  readonly scales: ReadonlyMap<string, number>;
  readonly isForPaper: boolean;
}

/**
 * The evidence that counts for these competencies. The same question again reads and computes only what changed since. On
 * paper confidential and private accomplishments are not named.
 */
export function readEvidence(db: ReadableDatabase, query: EvidenceQuery): EvidenceLookup {
  const sqlite = connectionOf(db);
  const { competencyIds, scales, isForPaper, ...rest } = query;
  const asked = JSON.stringify([...competencyIds].sort());
  const read = () => [...toAccomplishments(readAll(sqlite, asked, isForPaper), scales).values()];
  // what is read inside a transaction may yet be rolled back, so it is not kept
  if (sqlite.inTransaction) return prepareEvidence({ ...rest, accomplishments: read() });
  const key = JSON.stringify([isForPaper, [...scales], asked, rest]);
  const cached = cachedIndexes.get(sqlite);
  const changed = cached?.key === key ? changedSince(sqlite, cached.changed) : null;
  if (cached && changed && changed.length <= readAgainAtMost) {
    const anew = toAccomplishments(readAccomplishmentsById(sqlite, asked, isForPaper, changed), scales);
    for (const id of changed) cached.index.put(id, anew.get(id));
    cached.changed.clear();
    return cached.index.lookup;
  }
  const index = indexEvidence({ ...rest, accomplishments: read() });
  cachedIndexes.set(sqlite, { key, index, changed: collectIndexedIds(sqlite) });
  return index.lookup;
}

/** What was indexed since, and what waits for it. */
function changedSince(sqlite: Database, indexed: ReadonlySet<string>): string[] {
  const waiting = prepared(sqlite, `SELECT refId FROM searchStale WHERE kind = 'accomplishment' LIMIT ?`).all(
    readAgainAtMost + 1,
  ) as { refId: string }[];
  return [...new Set([...indexed, ...waiting.map((note) => note.refId)])];
}

const columns = (isForPaper: boolean) => `a.id, ${
  // what leaves on paper names no work that is confidential or private; it still counts
  isForPaper
    ? `CASE a.confidentiality WHEN 'confidential' THEN 'A confidential accomplishment' WHEN 'private' THEN 'A private accomplishment' ELSE a.title END`
    : 'a.title'
}, a.startedOn, a.endedOn, a.isOngoing,
  EXISTS (SELECT 1 FROM metric m WHERE m.accomplishmentId = a.id AND m.baseline IS NOT NULL AND m.value IS NOT NULL),
  (SELECT group_concat(relation) FROM witness w WHERE w.accomplishmentId = a.id), s.competencyId, s.level, s.scaleId`;

function readAll(sqlite: Database, asked: string, isForPaper: boolean): Row[] {
  return sqlite
    .prepare(
      `SELECT ${columns(isForPaper)} FROM json_each(?) j
       CROSS JOIN showing s INDEXED BY showingByCompetency ON s.competencyId = j.value
       CROSS JOIN accomplishment a INDEXED BY accomplishmentReady ON a.id = s.accomplishmentId
       WHERE a.deletedAt IS NULL AND a.status = 'ready'`,
    )
    .raw()
    .all(asked) as Row[];
}

function readAccomplishmentsById(sqlite: Database, asked: string, isForPaper: boolean, ids: readonly string[]): Row[] {
  if (ids.length === 0) return [];
  return sqlite
    .prepare(
      `SELECT ${columns(isForPaper)} FROM json_each(?) j
       CROSS JOIN accomplishment a ON a.id = j.value
       CROSS JOIN showing s ON s.accomplishmentId = a.id
       WHERE a.deletedAt IS NULL AND a.status = 'ready' AND s.competencyId IN (SELECT value FROM json_each(?))
       ORDER BY s.competencyId`,
    )
    .raw()
    .all(JSON.stringify(ids), asked) as Row[];
}

function toAccomplishments(
  rows: readonly Row[],
  scales: ReadonlyMap<string, number>,
): Map<string, MatchAccomplishment> {
  const accomplishments = new Map<string, MatchAccomplishment & { readonly showings: MatchShowing[] }>();
  for (const [id, title, startedOn, endedOn, isOngoing, isMeasured, relations, competencyId, level, scaleId] of rows) {
    const showing = { competencyId, level, scaleLevels: scales.get(scaleId) ?? usualLevels };
    const known = accomplishments.get(id);
    if (known) known.showings.push(showing);
    else {
      accomplishments.set(id, {
        id,
        title,
        status: 'ready',
        startedOn,
        endedOn,
        isOngoing: isOngoing === 1,
        isMeasured: isMeasured === 1,
        relation: strongest(relations),
        showings: [showing],
      });
    }
  }
  return accomplishments;
}

const weightOf = (relation: Relation) =>
  relation === 'manager' || relation === 'client' ? 2 : relation === 'peer' ? 1 : 0;

function strongest(relations: string | null): Relation | null {
  if (relations === null) return null;
  return (relations.split(',') as Relation[]).reduce((best, relation) =>
    weightOf(relation) > weightOf(best) ? relation : best,
  );
}
