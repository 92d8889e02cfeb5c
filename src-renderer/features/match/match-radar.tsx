/** The radar of a match, as wide as there is room for, and which requirements it leaves to the table. */
import { useElementSize } from '@mantine/hooks';
import type { RadarChoice } from '../../../shared/domain/match/radar-axes.ts';
import { RadarChart } from '../../ui/figures/radar-chart.tsx';
import classes from './match-screen.module.css';

const narrowestChart = 320;
const widestChart = 560;

interface MatchRadarProps extends RadarChoice {
  readonly chosen: string | null;
  readonly onChoose: (requirementId: string) => void;
}

export function MatchRadar({ axes, leftOut, chosen, onChoose }: MatchRadarProps) {
  const { ref, width: room } = useElementSize<HTMLDivElement>();
  const width = Math.round(Math.max(narrowestChart, Math.min(widestChart, room || 400)));
  return (
    <div ref={ref} className={classes.radar}>
      <RadarChart axes={axes} chosen={chosen} onChoose={onChoose} width={width} height={300} />
      {leftOut > 0 && (
        <p className={classes.radarNote}>{`The ${axes.length} that weigh most; ${leftOut} more are in the table.`}</p>
      )}
    </div>
  );
}
