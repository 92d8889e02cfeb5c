/** The scales of a draft: the levels one can choose from, their words, and how many there are. */
import type { ScaleContent } from '../../../../../shared/api/role-content.ts';

export interface ScaleLevel {
  readonly ordinal: number;
  readonly label: string;
  readonly code?: string | undefined;
}

const FIVE: readonly ScaleLevel[] = [1, 2, 3, 4, 5].map((ordinal) => ({ ordinal, label: String(ordinal) }));

/** The levels of a scale by its key, five where the draft does not define it; at least up to `least`. */
export function levelsOfScale(key: string, scales: readonly ScaleContent[], least = 0): readonly ScaleLevel[] {
  const known = scales.find((scale) => scale.key === key)?.levels ?? FIVE;
  const further = Array.from({ length: Math.max(0, least - known.length) }, (_, index) => known.length + 1 + index);
  return [...known, ...further.map((ordinal) => ({ ordinal, label: String(ordinal) }))];
}

/** “2 Working”; a label that has the number in it stands alone. */
export const levelName = ({ ordinal, label }: ScaleLevel): string =>
  label === String(ordinal) ? `Level ${ordinal}` : label.includes(String(ordinal)) ? label : `${ordinal} ${label}`;

/** The scale of a matrix, made up of numbers where the draft names one that it does not define. */
export function scaleByKey(key: string | undefined, scales: readonly ScaleContent[]): ScaleContent {
  const known = scales.find((scale) => scale.key === key);
  if (known !== undefined) return known;
  return { key: key ?? 'five-levels', name: 'Five levels', levels: FIVE.map((level) => ({ ...level })) };
}
