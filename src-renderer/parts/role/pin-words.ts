/** How a pin is told: “Pinned for 30 June 2027”. */
import type { Pin } from '../../../shared/api/role.ts';
import { longDateText, partialDateText } from '../../../shared/domain/dates/date-text.ts';

/** With its date as precise as it was given; without one, just “Pinned”. */
export function pinText(pin: Pin): string {
  if (pin.targetOn === null) return 'Pinned';
  return `Pinned for ${pin.targetOn.length === 10 ? longDateText(pin.targetOn) : partialDateText(pin.targetOn)}`;
}
