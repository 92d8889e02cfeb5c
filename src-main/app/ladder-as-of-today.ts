/** A ladder with where one stands on it today. */
import { AppError } from '../../shared/api/errors.ts';
import type { Ladder } from '../../shared/api/ladder.ts';
import { matchRule, readSettings } from '../db/settings.ts';
import { loadLadder } from '../store/ladders/ladders.ts';
import type { ReadContext } from './context.ts';

/** By its own id or the id of one of its roles. Throws NOT_FOUND. */
export function ladderAsOfToday({ db, today }: ReadContext, id: string): Ladder {
  const ladder = loadLadder(db, id, { today, rule: matchRule(readSettings(db)) });
  if (!ladder) {
    throw new AppError(
      'NOT_FOUND',
      'That ladder is not here: a ladder is two or more roles of one family, or one that a document brought.',
    );
  }
  return ladder;
}
