/**
 * The accomplishments a match weighs, held from one match to the next. Reading thousands of them takes longer than
 * weighing them, and between two matches hardly any changes: only those noted as changed are read again. The notes are
 * those the search index goes by, since every table a match reads of an accomplishment is searched too. A few questions
 * are held, since one looks at a role, its ladder, another role and the paper of them in turn.
 */
import type { Database } from 'better-sqlite3';
import { sql } from 'kysely';
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
import { compiled, oneOf, query, type ReadQuery } from '../../db/query.ts';
import { changedSince, changesSoFar } from '../../db/search/search-queue.ts';

/** So many questions are held for each open record, those asked last, as long as they hold no more than so much. */
const questionsHeld = 6;
const accomplishmentsHeld = 40_000;

interface HeldIndex {
  /** All that the answers depend on besides the accomplishments. */
  readonly key: string;
  readonly index: EvidenceIndex;
  /** How many accomplishments were read for it. */
  readonly size: number;
  /** How far the changes went when it was read, or brought up to date. */
  changes: number;
}

/** Of each open record, the question asked last first. */
const heldBy = new WeakMap<Database, readonly HeldIndex[]>();

/** What the evidence of some competencies is read by: how many levels each scale has, and whether paper is to show it. */
export interface EvidenceQuery extends Omit<EvidenceInput, 'accomplishments'> {
  readonly competencyIds: readonly string[];
  readonly scales: ReadonlyMap<string, number>;
  readonly isForPaper: boolean;
}

/**
 * The evidence that counts for these competencies. A question asked lately reads and computes only what changed since. On
 * paper confidential and private accomplishments are not named.
 */
export function readEvidence(db: ReadableDatabase, asked: EvidenceQuery): EvidenceLookup {
  const sqlite = connectionOf(db);
  const { competencyIds, scales, isForPaper, ...rest } = asked;
  const sorted = [...competencyIds].sort();
  const reader = isForPaper ? onPaper : byName;
  const read = (rows: ReadQuery<Row>) => toAccomplishments(db.all(rows), scales);
  const readAll = () => [...read(reader.all(sorted)).values()];
  // what is read inside a transaction may yet be rolled back, so it is not held
  if (sqlite.inTransaction) return prepareEvidence({ ...rest, accomplishments: readAll() });
  const key = JSON.stringify([isForPaper, [...scales], sorted, rest]);
  const held = heldBy.get(sqlite) ?? [];
  const others = held.filter((other) => other.key !== key);
  const known = held.find((other) => other.key === key);
  const changed = known && changedSince(sqlite, known.changes);
  if (known && changed) {
    if (changed.length > 0) {
      const current = read(reader.some(changed, sorted));
      for (const id of changed) known.index.put(id, current.get(id));
    }
    known.changes = changesSoFar(sqlite);
    heldBy.set(sqlite, [known, ...others]);
    return known.index.lookup;
  }
  const accomplishments = readAll();
  const index = indexEvidence({ ...rest, accomplishments });
  const latest = { key, index, size: accomplishments.length, changes: changesSoFar(sqlite) };
  heldBy.set(sqlite, [latest, ...fewEnough(others, accomplishmentsHeld - latest.size)]);
  return index.lookup;
}

/** Those asked last, as many as there is room for beside another. */
function fewEnough(held: readonly HeldIndex[], room: number): readonly HeldIndex[] {
  let left = room;
  const end = held.slice(0, questionsHeld - 1).findIndex(({ size }) => {
    left -= size;
    return left < 0;
  });
  return held.slice(0, end < 0 ? questionsHeld - 1 : end);
}

/**
 * What counts, of columns that stand in one index. It has to be named: without statistics SQLite finds the row by its key
 * instead, and reads past the story of each.
 */
const counting = sql<{
  readonly id: string;
  readonly title: string;
  readonly startedOn: string | null;
  readonly endedOn: string | null;
  readonly isOngoing: number;
  readonly confidentiality: string;
}>`(select id, title, "startedOn", "endedOn", "isOngoing", confidentiality
    from accomplishment indexed by "accomplishmentReady" where "deletedAt" is null and status = 'ready')`.as(
  'counting',
);

/** Every showing by one of what is given, of what counts; cross joins are read in the order in which they stand. */
function shown(given: readonly string[], isForPaper: boolean) {
  return query
    .selectFrom(sql<{ readonly value: string }>`json_each(${given})`.as('given'))
    .crossJoin('showing')
    .crossJoin(counting)
    .whereRef('counting.id', '=', 'showing.accomplishmentId')
    .select(['counting.id', 'startedOn', 'endedOn', 'isOngoing', 'competencyId', 'level', 'scaleId'])
    .select(({ ref, case: when, exists, selectFrom }) => [
      // what leaves on paper names no work that is confidential or private; it still counts
      isForPaper
        ? when('confidentiality')
            .when('confidential')
            .then('A confidential accomplishment')
            .when('private')
            .then('A private accomplishment')
            .else(ref('counting.title'))
            .end()
            .as('title')
        : ref('counting.title').as('title'),
      exists(
        selectFrom('metric')
          .select('metric.id')
          .whereRef('accomplishmentId', '=', 'counting.id')
          .where('baseline', 'is not', null)
          .where('value', 'is not', null),
      ).as('isMeasured'),
      selectFrom('witness')
        .select(({ fn }) => fn.agg<string | null>('group_concat', ['relation']).as('relations'))
        .whereRef('accomplishmentId', '=', 'counting.id')
        .as('relations'),
    ]);
}

type Row = ReturnType<typeof shown> extends ReadQuery<infer Shown> ? Shown : never;

/** All that shows the competencies asked for, and of that some accomplishments. */
const reading = (isForPaper: boolean) => ({
  all: compiled((competencyIds: readonly string[]) =>
    shown(competencyIds, isForPaper).whereRef('showing.competencyId', '=', 'given.value'),
  ),
  some: compiled((ids: readonly string[], competencyIds: readonly string[]) =>
    shown(ids, isForPaper)
      .whereRef('showing.accomplishmentId', '=', 'given.value')
      .where('showing.competencyId', 'in', oneOf(competencyIds))
      .orderBy('showing.competencyId'),
  ),
});

const byName = reading(false);
const onPaper = reading(true);

function toAccomplishments(
  rows: readonly Row[],
  scales: ReadonlyMap<string, number>,
): Map<string, MatchAccomplishment> {
  const accomplishments = new Map<string, MatchAccomplishment & { readonly showings: MatchShowing[] }>();
  for (const { competencyId, level, scaleId, relations, isOngoing, isMeasured, ...row } of rows) {
    const showing = { competencyId, level, scaleLevels: scales.get(scaleId) ?? usualLevels };
    const known = accomplishments.get(row.id);
    if (known) known.showings.push(showing);
    else
      accomplishments.set(row.id, {
        ...row,
        status: 'ready',
        isOngoing: isOngoing === 1,
        isMeasured: Boolean(isMeasured),
        relation: strongest(relations),
        showings: [showing],
      });
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
