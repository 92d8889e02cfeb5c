/** The accomplishments that count, as `isCounted` of shared/domain/match/what-counts.ts has it. */
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../db/schema.ts';

/** Begins a query over them. The status is written out, since partial indexes are found by it. */
export function countedAccomplishments(db: Kysely<Tables>) {
  return db
    .selectFrom('accomplishment')
    .where('deletedAt', 'is', null)
    .where('status', '=', sql.lit('ready' as const));
}
