/** Which requirements the radar draws: those with a level, the heaviest when there are too many to read. */
import type { MatchedRequirement } from '../../../shared/api/match.ts';

/** Labels around a ring stay legible up to this many. */
const MOST_AXES = 12;
const HEAVIEST = 10;

export interface RadarChoice {
  readonly drawn: readonly MatchedRequirement[];
  /** Requirements with a level that were left out, named beside the chart. */
  readonly leftOut: number;
}

/** Competencies before skills, in the role's order; with more than twelve, the ten heaviest. Fewer than three draw nothing. */
export function chooseAxes(requirements: readonly MatchedRequirement[]): RadarChoice {
  const leveled = requirements.filter((asked) => asked.hasLevel);
  if (leveled.length < 3) return { drawn: [], leftOut: 0 };
  const place = new Map(leveled.map((asked, index) => [asked.requirementId, index]));
  const order = (asked: MatchedRequirement) =>
    (asked.kind === 'competency' ? 0 : 1_000_000) + (place.get(asked.requirementId) ?? 0);
  const drawn =
    leveled.length <= MOST_AXES
      ? leveled
      : [...leveled].sort((one, other) => other.weight - one.weight || order(one) - order(other)).slice(0, HEAVIEST);
  return {
    drawn: [...drawn].sort((one, other) => order(one) - order(other)),
    leftOut: leveled.length - drawn.length,
  };
}
