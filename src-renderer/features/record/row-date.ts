/** The one date that a line of a list shows: when it ended, else when it began. */
import { partialDateText, periodText } from '../../../shared/domain/dates/date-text.ts';

export function rowDate(row: {
  readonly startedOn: string | null;
  readonly endedOn: string | null;
  readonly isOngoing: boolean;
}): string {
  if (row.isOngoing) return periodText(row.startedOn, null, true);
  const date = row.endedOn ?? row.startedOn;
  return date === null ? 'No date' : partialDateText(date);
}
