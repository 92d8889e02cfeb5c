/** The dates of whatever has a start and an end. */
import { AppError } from '../../../shared/api/errors.ts';
import { isInOrder } from '../../../shared/domain/dates/partial-date.ts';

/** Throws INVALID_INPUT for an end before the start. What still goes on has no end that could be. */
export function refuseEndBeforeStart(startedOn: string | null, endedOn: string | null, isOngoing: boolean): void {
  if (isOngoing || isInOrder(startedOn, endedOn)) return;
  throw new AppError(
    'INVALID_INPUT',
    `The end (${endedOn}) is before the start (${startedOn}). Change one of them; nothing was changed yet.`,
    { field: 'endedOn' },
  );
}
