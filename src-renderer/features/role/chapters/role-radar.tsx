/** The shape of what a role requires, with what is evidenced where the match has it. */
import { useElementSize } from '@mantine/hooks';
import type { RoleMatch } from '../../../../shared/api/match.ts';
import type { Requirement } from '../../../../shared/api/role.ts';
import { RadarChart, type RadarChartAxis, RadarLegend } from '../../../ui/figures/radar-chart.tsx';
import classes from './chapters.module.css';

/** Labels around a ring stay legible up to this many. */
const MOST_AXES = 14;
const FEWEST_AXES = 3;
const WIDEST = 520;
const NARROWEST = 300;

/** Competencies with a level in the role's order; of too many, those it calls key and critical first. */
export function axesOf(requirements: readonly Requirement[], match: RoleMatch | undefined): readonly RadarChartAxis[] {
  const leveled = requirements.filter((asked) => asked.level !== null);
  if (leveled.length < FEWEST_AXES) return [];
  const matters = (asked: Requirement): number =>
    (asked.keyRank ?? 50) + (asked.importance === 'critical' ? 0 : 100) + (asked.isMandatory ? 0 : 200);
  const heaviest = new Set([...leveled].sort((a, b) => matters(a) - matters(b)).slice(0, MOST_AXES));
  const matched = new Map(match?.requirements.map((one) => [one.requirementId, one]));
  return leveled
    .filter((asked) => heaviest.has(asked))
    .map((asked) => ({
      id: asked.id,
      label: asked.competency,
      required: asked.level ?? 0,
      evidenced: matched.get(asked.id)?.evidenced ?? 0,
      selfAssessed: matched.get(asked.id)?.selfAssessed ?? null,
      of: asked.scaleLevels?.levels.length ?? 5,
    }));
}

interface RoleRadarProps {
  readonly requirements: readonly Requirement[];
  readonly match: RoleMatch | undefined;
}

export function RoleRadar({ requirements, match }: RoleRadarProps) {
  const { ref, width: room } = useElementSize<HTMLDivElement>();
  const axes = axesOf(requirements, match);
  if (axes.length === 0) return null;
  const leftOut = requirements.filter((asked) => asked.level !== null).length - axes.length;
  const width = Math.round(Math.max(NARROWEST, Math.min(WIDEST, room || WIDEST)));
  return (
    <div ref={ref} className={classes.radar}>
      <RadarChart axes={axes} width={width} height={320} />
      <RadarLegend />
      {leftOut > 0 && (
        <p className={classes.note}>{`The ${axes.length} that matter most; ${leftOut} more are in the table.`}</p>
      )}
    </div>
  );
}
