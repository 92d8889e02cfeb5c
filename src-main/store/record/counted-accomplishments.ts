/** The accomplishments that count, as `isCounted` of shared/domain/match/what-counts.ts has it. */
import { sql } from 'kysely';
import { query } from '../../db/query.ts';

/** Begins a query over them. The status is written out: a partial index is not found by a value that is given later. */
export const countedAccomplishments = query
  .selectFrom('accomplishment')
  .where('accomplishment.deletedAt', 'is', null)
  .where('accomplishment.status', '=', sql.lit('ready' as const));
