/** The shape of what a role requires, with what is evidenced once the match is there. */
import { useElementSize } from '@mantine/hooks';
import type { RoleMatch } from '../../../../shared/api/match.ts';
import type { RoleSpec } from '../../../../shared/api/role.ts';
import { matchWithoutEvidence } from '../../../../shared/domain/match/match.ts';
import { chooseAxes } from '../../../../shared/domain/match/radar-axes.ts';
import { RadarChart, RadarLegend } from '../../../ui/figures/radar-chart.tsx';
import classes from './chapters.module.css';

const widest = 520;
const narrowest = 300;

interface RoleRadarProps {
  readonly role: RoleSpec;
  readonly match: RoleMatch | undefined;
}

export function RoleRadar({ role, match }: RoleRadarProps) {
  const { ref, width: room } = useElementSize<HTMLDivElement>();
  const { axes, leftOut } = chooseAxes((match ?? matchWithoutEvidence(role)).requirements);
  if (axes.length === 0) return null;
  const width = Math.round(Math.max(narrowest, Math.min(widest, room || widest)));
  return (
    <div ref={ref} className={classes.radar}>
      <RadarChart axes={axes} width={width} height={320} />
      <RadarLegend />
      {leftOut > 0 && (
        <p className={classes.note}>{`The ${axes.length} that weigh most; ${leftOut} more are in the table.`}</p>
      )}
    </div>
  );
}
