/** The radar of a match, as wide as there is room for, and which requirements it leaves to the table. */
import { useElementSize } from '@mantine/hooks';
import type { MatchedRequirement } from '../../../shared/api/match.ts';
import { RadarChart } from '../../ui/figures/radar-chart.tsx';
import classes from './match-screen.module.css';

const NARROWEST = 320;
const WIDEST = 560;

interface MatchRadarProps {
  readonly drawn: readonly MatchedRequirement[];
  /** Requirements with a level that are not drawn. */
  readonly leftOut: number;
  readonly chosen: string | null;
  readonly onChoose: (requirementId: string) => void;
}

export function MatchRadar({ drawn, leftOut, chosen, onChoose }: MatchRadarProps) {
  const { ref, width: room } = useElementSize<HTMLDivElement>();
  const width = Math.round(Math.max(NARROWEST, Math.min(WIDEST, room || 400)));
  return (
    <div ref={ref} className={classes.radar}>
      <RadarChart
        axes={drawn.map((one) => ({
          id: one.requirementId,
          label: one.competency,
          required: one.required,
          evidenced: one.evidenced,
          selfAssessed: one.selfAssessed,
          of: one.scaleLevels,
        }))}
        chosen={chosen}
        onChoose={onChoose}
        width={width}
        height={300}
      />
      {leftOut > 0 && (
        <p className={classes.radarNote}>{`The ${drawn.length} that weigh most; ${leftOut} more are in the table.`}</p>
      )}
    </div>
  );
}
