/** What the radar of a match draws, the same on every screen and on paper. */
import type { MatchAxis, MatchedRequirement } from '../../api/match.ts';
import { levelFraction } from './level.ts';
import { type RadarFrame, type RadarGeometry, radarGeometry } from './radar.ts';

/** Labels around a ring stay legible up to this many. */
const mostAxes = 12;
const fewestAxes = 3;
/** Rings are the levels of the scale while there are no more than this many, else quarters. */
const mostRings = 8;
const quarters = 4;

export interface RadarChoice {
  readonly axes: readonly MatchAxis[];
  /** Requirements with a level that are not drawn; the table has them. */
  readonly leftOut: number;
}

/**
 * The requirements that state a level, competencies first and otherwise in the order of the role; of more than twelve the
 * twelve that weigh most. Of fewer than three nothing is drawn.
 */
export function chooseAxes(requirements: readonly MatchedRequirement[]): RadarChoice {
  const leveled = requirements.filter((asked) => asked.hasLevel);
  if (leveled.length < fewestAxes) return { axes: [], leftOut: 0 };
  const isFirst = (asked: MatchedRequirement) => asked.kind === 'competency';
  const ordered = [...leveled.filter(isFirst), ...leveled.filter((asked) => !isFirst(asked))];
  const heaviest = new Set([...ordered].sort((a, b) => b.weight - a.weight).slice(0, mostAxes));
  return {
    axes: ordered
      .filter((asked) => heaviest.has(asked))
      .map(({ requirementId, competency, required, evidenced, selfAssessed, scaleLevels }) => ({
        id: requirementId,
        label: competency,
        required,
        evidenced,
        selfAssessed,
        of: scaleLevels,
      })),
    leftOut: leveled.length - heaviest.size,
  };
}

/** Places the axes in the frame, each on the fraction of its scale; rings bear numbers where all share one scale. */
export function placeAxes(
  axes: readonly MatchAxis[],
  frame: Omit<RadarFrame, 'rings'>,
): RadarGeometry & { readonly hasNumbers: boolean } {
  const of = axes[0]?.of ?? 5;
  const hasNumbers = of <= mostRings && axes.every((axis) => axis.of === of);
  const fractions = axes.map((axis) => ({
    label: axis.label,
    required: levelFraction(axis.required, axis.of),
    evidenced: levelFraction(axis.evidenced, axis.of),
    selfAssessed: axis.selfAssessed === null ? null : levelFraction(axis.selfAssessed, axis.of),
  }));
  return { ...radarGeometry(fractions, { ...frame, rings: hasNumbers ? Math.max(1, of) : quarters }), hasNumbers };
}
