/** The scales of a draft: the levels one can choose from, their words, and how many there are. */
import type { ScaleContent } from '../../../../../shared/api/role-content.ts';
import type { Scale } from '../../../../../shared/api/values.ts';
import { defaultScale } from '../../../../../shared/vocabulary/role-shape.ts';

export interface ScaleLevel {
  readonly ordinal: number;
  readonly label: string;
  readonly code?: string | undefined;
}

const fiveLevels: readonly ScaleLevel[] = [1, 2, 3, 4, 5].map((ordinal) => ({ ordinal, label: String(ordinal) }));

/** The scales of a draft as levels are chosen on them, with the five levels of whatever states none. */
export function scalesOfDraft(scales: readonly ScaleContent[]): readonly Scale[] {
  const own = scales.map(({ key, name, levels }) => ({ id: key, name, levels }));
  return own.some(({ id }) => id === defaultScale)
    ? own
    : [{ id: defaultScale, name: 'Five levels', levels: fiveLevels }, ...own];
}

/** “2 Working”; a label that has the number in it stands alone. */
export const levelName = ({ ordinal, label }: ScaleLevel): string =>
  label === String(ordinal) ? `Level ${ordinal}` : label.includes(String(ordinal)) ? label : `${ordinal} ${label}`;

/** The scale of a matrix, made up of numbers where the draft names one that it does not define. */
export function scaleByKey(key: string | undefined, scales: readonly ScaleContent[]): ScaleContent {
  const known = scales.find((scale) => scale.key === key);
  if (known !== undefined) return known;
  return { key: key ?? defaultScale, name: 'Five levels', levels: fiveLevels.map((level) => ({ ...level })) };
}
